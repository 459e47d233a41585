# Pictures of screens without a display.
. tests/cli/lib.sh

screens() {
    "$pacta" shot --help | sed -n '/^Screens:/,/^$/s/^  \([a-z-]*\)$/\1/p'
}

# A deck with a mistake in it, beside one without.
bad_deck() {
    printf '[deck]\ntitle = Odd\n[treaty x-1900]\nname = X\nparty = Utopia\nsigned = 1900-02-30\n' \
        >"$work/odd.ini"
}

shoot() { # SCREEN FILE [options]
    try "$pacta" shot "$@" --data "$work/data" --now "$now" --sample
}

differ() { # FILE FILE
    never cmp -s "$1" "$2"
}

size_is() { # FILE WxH
    [ "$(identify -format '%wx%h' "$1")" = "$2" ]
}

every_screen_that_help_lists_can_be_drawn() {
    bad_deck
    [ "$(screens | wc -l)" -ge 20 ]
    for screen in $(screens); do
        decks=
        [ "$screen" = mistakes ] && decks="$work/odd.ini decks/context.ini"
        shoot "$screen" "$work/$screen.png" $decks --size 640x480
        status_is 0
        size_is "$work/$screen.png" 640x480
    done
    # each is another one, but for a few that may look the same
    [ "$(sha256sum "$work"/*.png | cut -d' ' -f1 | sort -u | wc -l)" -ge 19 ]
}

an_unknown_screen_is_answered_with_all_of_them() {
    shoot nowhere "$work/a.png"
    status_is 2
    for screen in $(screens); do
        says "[ ,]$screen"
    done
    never test -e "$work/a.png"
}

what_moves_is_drawn_at_a_moment() {
    shoot study-back "$work/end.png"
    for ms in 0 55 165 220; do
        shoot study-back "$work/$ms.png" --at "$ms"
        status_is 0
    done
    differ "$work/0.png" "$work/55.png"
    differ "$work/55.png" "$work/165.png"
    cmp "$work/220.png" "$work/end.png"
}

a_theme_and_a_scale_make_another_picture() {
    shoot components "$work/a.png"
    shoot components "$work/b.png" --theme dark
    shoot components "$work/c.png" --scale 150
    shoot components "$work/d.png"
    differ "$work/a.png" "$work/b.png"
    differ "$work/a.png" "$work/c.png"
    cmp "$work/a.png" "$work/d.png"
}

a_picture_keeps_no_answer() {
    shoot end "$work/a.png"
    status_is 0
    try "$pacta" stats --json --data "$work/data" --now "$now"
    says '"reviews": *0[,}]'
}

a_screen_with_nothing_to_show_says_what_to_name() {
    shoot mistakes "$work/a.png" decks/context.ini
    status_is 1
    says 'name decks'
}

run_tests every_screen_that_help_lists_can_be_drawn \
    an_unknown_screen_is_answered_with_all_of_them \
    what_moves_is_drawn_at_a_moment \
    a_theme_and_a_scale_make_another_picture \
    a_picture_keeps_no_answer \
    a_screen_with_nothing_to_show_says_what_to_name
