#!/bin/sh
# install.sh install ROOT PROGRAM: puts the program and all that belongs to it
# under ROOT, over what an earlier one put there.
# install.sh uninstall ROOT: takes away exactly that: the files and folders
# that ROOT/share/pacta/installed lists.
set -eu

act=$1
root=${2%/}
list=$root/share/pacta/installed

# Makes a folder, and lists each one that was not there before.
folder() { # DIR
    [ -d "$1" ] && return
    folder "$(dirname "$1")"
    mkdir -m 755 "$1"
    made="$1/
$made"
}

put() { # FILE MODE PATH, a file as ROOT/PATH
    folder "$(dirname "$root/$3")"
    install -m "$2" "$1" "$root/$3"
    made="$root/$3
$made"
}

written() { # PATH ARGUMENT...: what the program writes, as ROOT/PATH
    path=$1
    shift
    "$program" "$@" >"$work/written"
    put "$work/written" 644 "$path"
}

install_all() {
    put "$program" 755 bin/pacta
    find assets decks -type f ! -path 'assets/desktop/*' \
        ! -path 'assets/pictures/*' | sort >"$work/files"
    while read -r file; do
        put "$file" 644 "share/pacta/$file"
    done <"$work/files"
    written share/man/man1/pacta.1 man
    written share/bash-completion/completions/pacta complete bash
    written share/zsh/site-functions/_pacta complete zsh
    written share/fish/vendor_completions.d/pacta.fish complete fish
    for size in 48 64 128 256; do
        "$program" shot icon "$work/icon.png" --size ${size}x$size
        put "$work/icon.png" 644 \
            "share/icons/hicolor/${size}x$size/apps/pacta.png"
    done
    put assets/desktop/pacta.desktop 644 share/applications/pacta.desktop
    put assets/desktop/org.pacta.pacta.metainfo.xml 644 \
        share/metainfo/org.pacta.pacta.metainfo.xml
}

# Paths are listed from ROOT on, for a package is built in one place and
# unpacked in another; what lies above ROOT is listed with dots.
save_list() {
    printf '%s' "$made" | while read -r path; do
        case $path in
        "$root/") echo ./ ;;
        "$root"/*) echo "${path#"$root"/}" ;;
        *) realpath -ms --relative-to="$root" "$path" | sed 's:$:/:' ;;
        esac
    done >"$work/list"
    echo share/pacta/installed | cat - "$work/list" >"$list"
    chmod 644 "$list"
}

# A folder that others use by now stays.
remove_folder() { # PATH from ROOT on
    place=$root
    case $1 in
    ./) ;;
    ../*)
        dots=$1
        while [ "$dots" ]; do
            dots=${dots#../}
            place=$(dirname "$place")
        done
        ;;
    *) place=$root/$1 ;;
    esac
    rmdir "$place" 2>/dev/null || true
}

remove_all() {
    cp "$list" "$work/list"
    while read -r path; do
        case $path in
        */) remove_folder "$path" ;;
        *) rm -f "$root/$path" ;;
        esac
    done <"$work/list"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
made=
case $act in
install)
    program=$3
    [ ! -f "$list" ] || remove_all
    install_all
    save_list
    ;;
uninstall)
    if [ ! -f "$list" ]; then
        echo "pacta: Nothing of it is installed in $root; name the place with" \
            "PREFIX" >&2
        exit 1
    fi
    remove_all
    ;;
esac
