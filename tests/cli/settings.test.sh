# Themes and settings as files: rows C1 and C2 of the catalogue.
. tests/cli/lib.sh
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/share

shot() { # FILE, options
    file=$1
    shift
    try "$pacta" shot home "$file" --sample --now "$now" --size 640x480 "$@"
}

put() { # FILE, text on standard input
    mkdir -p "$(dirname "$1")"
    cat >"$1"
}

# Opens a window that nobody sees, and closes it a while after it has made its
# log: by then settings have been read.
window() { # options
    status=0
    env SDL_VIDEODRIVER=dummy "$pacta" --now "$now" "$@" \
        >"$work/out" 2>"$work/err" &
    process=$!
    for i in $(seq 100); do
        [ -e "$work/share/pacta/progress.db" ] ||
            [ -e "$work/data/progress.db" ] && break
        sleep .05
    done
    sleep 1.5
    kill -TERM "$process"
    wait "$process" || status=$?
}

each_theme_paints_in_other_colours() {
    for theme in light dark projector; do
        shot "$work/$theme.png" --theme $theme
        status_is 0
    done
    never cmp -s "$work/light.png" "$work/dark.png"
    never cmp -s "$work/light.png" "$work/projector.png"
    shot "$work/same.png"
    cmp "$work/light.png" "$work/same.png"
}

a_theme_that_is_none_is_told_with_those_that_are() {
    shot "$work/x.png" --theme sepia
    status_is 2
    says '"sepia" is no theme; write --theme light, dark or projector'
    never test -e "$work/x.png"
}

an_own_theme_is_one_of_them() {
    sed 's/^paper = .*/paper = F0E0C0/; s/^name = .*/name = Sepia/' \
        assets/themes/light.ini | put "$work/config/pacta/themes/sepia.ini"
    shot "$work/sepia.png" --theme sepia
    status_is 0
    never test -s "$work/err"
    shot "$work/light.png"
    never cmp -s "$work/light.png" "$work/sepia.png"
    shot "$work/x.png" --theme none
    says 'light, dark, projector or sepia'
}

a_mistake_in_a_theme_is_said_with_its_line() {
    sed 's/^ink2 = .*/ink2 = blue/; s/^edge = /egde = /' \
        assets/themes/dark.ini | put "$work/config/pacta/themes/night.ini"
    shot "$work/night.png" --theme night
    status_is 0
    line=$(grep -n '^ink2' "$work/config/pacta/themes/night.ini" | cut -d: -f1)
    says "themes/night.ini:$line: \"blue\" is no colour"
    says 'there is no colour called "egde"'
    says 'the colour edge is missing'
}

with_data_settings_lie_beside_the_log() {
    put "$work/data/settings.ini" <<END
[study]
learner = Hana
END
    answer_one "$work/data"
    status_is 0
    [ "$("$pacta" stats --json --data "$work/data" --learner Hana --now "$now" | jq .reviews)" = 1 ]
    [ "$("$pacta" stats --json --data "$work/data" --learner Ken --now "$now" | jq .reviews)" = 0 ]
    [ "$("$pacta" stats --json --data "$work/data" --now "$now" | jq .reviews)" = 1 ]
}

settings_reach_the_log() {
    put "$work/config/pacta/settings.ini" <<END
[study]
target = 85
new-per-day = 3
END
    window
    status_is 0
    [ "$(log "$work/share/pacta" 'select body from event where kind = 6 order by seq' | wc -l)" = 2 ]
    [ "$("$pacta" due --json --now "$now" | grep -c '"new":true')" = 3 ]
    window
    [ "$(log "$work/share/pacta" 'select count(*) from event')" = 2 ]
}

c1_a_line_that_is_not_understood_is_said_and_the_file_stays() {
    {
        printf '\357\273\277[look]\r\n'
        printf 'theme = dark ; at night\r\n'
        printf 'text-size = huge\r\n'
        printf 'motion = off\r\nmotion = on\r\n'
        printf 'ghost = %0300d\r\n' 0
        printf '[%060d]\r\nsound = on\r\n' 0
        printf '[study]\r\ntarget = 12'
    } | put "$work/config/pacta/settings.ini"
    sum=$(sha256sum <"$work/config/pacta/settings.ini")
    window
    status_is 0
    says 'settings.ini:3: text-size is "huge" but takes a number'
    says 'settings.ini:5: motion stands in line 4 already'
    says 'settings.ini:7: '
    says 'settings.ini:10: target is "12"'
    same_sum "$work/config/pacta/settings.ini" "$sum"
}

c1_a_file_that_is_no_text_stays() {
    printf '[look]\n\0sound = on\n' | put "$work/config/pacta/settings.ini"
    sum=$(sha256sum <"$work/config/pacta/settings.ini")
    window
    status_is 0
    says 'settings.ini cannot be read: it has NUL bytes'
    same_sum "$work/config/pacta/settings.ini" "$sum"
}

c2_what_cannot_be_read_gives_defaults() {
    mkdir -p "$work/config/pacta/settings.ini"
    window
    status_is 0
    says 'settings.ini cannot be read: it is a folder'
    rmdir "$work/config/pacta/settings.ini"
    printf '[look]\nsound = on\n' >"$work/config/pacta/settings.ini"
    chown 12345 "$work/config/pacta/settings.ini" 2>/dev/null || return 0
    window
    status_is 0
    says 'settings.ini cannot be read: it belongs to another user'
}

no_home_is_no_fault() {
    XDG_CONFIG_HOME= HOME= window --data "$work/data"
    status_is 0
    XDG_CONFIG_HOME= HOME= shot "$work/x.png"
    status_is 0
}

run_tests each_theme_paints_in_other_colours \
    a_theme_that_is_none_is_told_with_those_that_are \
    an_own_theme_is_one_of_them a_mistake_in_a_theme_is_said_with_its_line \
    with_data_settings_lie_beside_the_log settings_reach_the_log \
    c1_a_line_that_is_not_understood_is_said_and_the_file_stays \
    c1_a_file_that_is_no_text_stays c2_what_cannot_be_read_gives_defaults \
    no_home_is_no_fault
