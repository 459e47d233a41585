# What a new learner does in the first minute, by keys and by mouse, and what
# is in the log then.
. tests/window/lib.sh

says_setting() { # LINE of settings.ini
    for i in $(seq 60); do
        grep -qx -- "$1" "$work/data/settings.ini" 2>/dev/null && return
        sleep .05
    done
    say "settings.ini does not say $1"
    return 1
}

log_is() { # SQL ANSWER
    answer=$(log "$work/data" "$1")
    [ "$answer" = "$2" ] && return
    say "the log says $answer, not $2, to: $1"
    return 1
}

five_different_cards_are_answered() { # GRADES in their order
    log_is "select group_concat(grade, ' ') from
        (select grade from event where kind = 1 order by seq)" "$1"
    log_is 'select count(distinct item) from event where kind = 1' 5
    log_is 'select count(*) from event where kind not in (1, 6)' 0
}

the_first_minute_by_keys_and_mouse() {
    open_program --form flip
    seen key Return # "Try five cards"
    seen key space
    seen key 3
    answered 1
    seen click 640 672 # "Show the answer"
    seen click 745 676 # Good
    answered 2
    seen key space
    seen key 4
    seen click 640 672
    seen key 2
    seen key space
    seen key space
    answered 5
    seen key Return # the end becomes the home screen
    seen key s
    seen click 300 199 # "Look and sound"
    seen click 1046 509 # Dark
    says_setting 'theme = dark'
    seen key ctrl+z
    says_setting 'theme = light'
    seen key h
    key ctrl+q
    until_ended
    [ "$status" = 0 ]
    [ ! -s "$work/log" ] || { cat "$work/log" >&2; return 1; }
    five_different_cards_are_answered '2 2 3 1 2'
}

it_begins_with_the_welcome_once() {
    without_motion
    open_program
    import -window "$window" "$work/first.png"
    seen key Return
    seen key Escape # nothing answered
    close_window
    open_program --form flip
    import -window "$window" "$work/second.png"
    [ "$(compare -metric AE "$work/first.png" "$work/second.png" null: 2>&1)" = 0 ]
    seen key Return
    seen key space
    seen key 3
    answered 1
    close_window
    open_program
    import -window "$window" "$work/third.png"
    never [ "$(compare -metric AE "$work/first.png" "$work/third.png" null: 2>&1)" = 0 ]
    close_window
}

no_mouse_is_needed() {
    without_motion
    open_program --form choice
    seen key Tab # from the main button to the next control
    seen key shift+Tab
    seen key Return
    seen key Tab # back
    seen key Tab # More
    seen key Tab # the first line
    seen key Return
    answered 1
    seen key Return
    seen key Down
    seen key Down
    seen key Return
    answered 2
    seen key space
    seen key b # set aside
    until_log 'select count(*) from event where kind = 3' 1
    seen key ctrl+z
    until_log 'select count(*) from event where kind = 2' 1
    seen key F1
    seen key Escape
    seen key m
    seen key Escape
    seen key Escape # stop: the end
    seen key Return # home
    seen key s
    for control in less more form exam less more monthly learner theme; do
        seen key Tab
    done
    seen key Right
    says_setting 'theme = dark'
    seen key ctrl+z
    says_setting 'theme = light'
    seen key Escape
    key ctrl+q
    until_ended
    [ "$status" = 0 ]
    reviews_are "$work/data" 2
}

run_tests the_first_minute_by_keys_and_mouse \
    it_begins_with_the_welcome_once no_mouse_is_needed
