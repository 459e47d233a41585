# The program is installed as a person or a packager would, into a folder of
# the test's own, and taken away again.
. tests/cli/lib.sh

# A build of its own: the place where decks are looked for is in the program.
place=build/installed
install_to() { # PREFIX [DESTDIR]
    env -u MAKEFLAGS -u MAKELEVEL make -s install OUT=$place \
        TARGET=$place/pacta CFLAGS=-O0 PREFIX="$1" DESTDIR="${2:-}" \
        >"$work/log" 2>&1 || {
        tail -5 "$work/log" >&2
        return 1
    }
}

uninstall_from() { # PREFIX [DESTDIR]
    env -u MAKEFLAGS -u MAKELEVEL make -s uninstall PREFIX="$1" \
        DESTDIR="${2:-}" >"$work/log" 2>&1
}

what_is_installed_runs_away_from_the_sources() {
    install_to "$work/usr"
    cd "$work"
    env -i PATH="$work/usr/bin:$PATH" HOME="$work/home" LC_ALL=C.UTF-8 \
        pacta due >"$work/out"
    says 'new'
    env -i HOME="$work/home" LC_ALL=C.UTF-8 "$work/usr/bin/pacta" shot \
        study-back a.png --theme dark
    env -i HOME="$work/home" LC_ALL=C.UTF-8 "$work/usr/bin/pacta" check japan-india \
        >"$work/out"
    says '0 errors'
    [ -s a.png ]
}

uninstall_takes_away_all_that_install_wrote() {
    install_to /usr/local "$work/root"
    [ -x "$work/root/usr/local/bin/pacta" ]
    uninstall_from /usr/local "$work/root"
    never [ -e "$work/root" ]
}

uninstall_leaves_what_was_there_before() {
    mkdir -p "$work/usr/share/applications" "$work/usr/share/man/man1"
    echo mine >"$work/usr/share/applications/mine.desktop"
    install_to "$work/usr"
    echo mine >"$work/usr/share/pacta/decks/mine.ini"
    uninstall_from "$work/usr"
    [ "$(find "$work/usr" -type f | sort | xargs -n1 basename | xargs)" = \
        'mine.desktop mine.ini' ]
    [ -d "$work/usr/share/man/man1" ]
    never [ -e "$work/usr/share/metainfo" ]
    never [ -e "$work/usr/bin" ]
}

installing_twice_leaves_nothing_of_the_first() {
    install_to "$work/usr"
    echo old >"$work/usr/share/pacta/decks/old.ini"
    sed -i '1i share/pacta/decks/old.ini' "$work/usr/share/pacta/installed"
    install_to "$work/usr"
    never [ -e "$work/usr/share/pacta/decks/old.ini" ]
    uninstall_from "$work/usr"
    never [ -e "$work/usr" ]
}

uninstall_says_where_nothing_is_installed() {
    status=0
    uninstall_from "$work/nowhere" || status=$?
    never [ "$status" = 0 ]
    grep -q 'Nothing of it is installed in' "$work/log"
}

each_file_stands_where_desktops_look() {
    install_to "$work/usr"
    cd "$work/usr"
    for file in bin/pacta share/man/man1/pacta.1 \
        share/applications/pacta.desktop \
        share/metainfo/org.pacta.pacta.metainfo.xml \
        share/bash-completion/completions/pacta \
        share/zsh/site-functions/_pacta \
        share/fish/vendor_completions.d/pacta.fish \
        share/pacta/decks/japan-india.ini share/pacta/assets/themes/dark.ini; do
        [ -s "$file" ] || { say "$file is missing"; return 1; }
    done
    never [ -e share/pacta/assets/desktop ]
    [ "$(find . -perm /022 ! -type l | wc -l)" = 0 ]
    desktop-file-validate share/applications/pacta.desktop
    appstreamcli validate --no-net --no-color share/metainfo/*.xml >"$work/out"
    never grep -q '^[EWI]:' "$work/out"
    grep -q '<release version="'"$(bin/pacta --version | cut -d' ' -f2)"'"' \
        share/metainfo/*.xml
}

the_icon_is_a_seal_on_clear_ground() {
    for size in 48 64 128 256; do
        "$pacta" shot icon "$work/icon.png" --size ${size}x$size
        [ "$(identify -format '%wx%h %[channels]' "$work/icon.png")" = \
            "${size}x$size srgba" ]
        corner=$(convert "$work/icon.png" -format '%[fx:p{0,0}.a]' info:)
        middle=$(convert "$work/icon.png" -format "%[fx:p{$((size / 10)),$((size / 2))}.a]" info:)
        [ "$corner $middle" = '0 1' ]
    done
}

run_tests what_is_installed_runs_away_from_the_sources \
    uninstall_takes_away_all_that_install_wrote \
    uninstall_leaves_what_was_there_before \
    installing_twice_leaves_nothing_of_the_first \
    uninstall_says_where_nothing_is_installed \
    each_file_stands_where_desktops_look \
    the_icon_is_a_seal_on_clear_ground
