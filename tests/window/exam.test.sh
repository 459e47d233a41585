# The day of an exam, typed into the settings of a real window.
. tests/window/lib.sh

# Waits until the file of settings says so.
file_says() { # LINE
    for i in $(seq 100); do
        grep -q "^$1\$" "$work/data/settings.ini" && return
        sleep .05
    done
    say "settings.ini does not say: $1"
    cat "$work/data/settings.ini" >&2
    return 1
}

exam_days() { # as the log has them, one after the other
    log "$work/data" "select json_extract(body, '\$.value') from event
        where kind = 6 and json_extract(body, '\$.name') = 'exam_day'
        order by seq" | sed 's/\.0$//' | tr '\n' ' '
}

# User and system time of the program, in ticks.
ticks() {
    awk '{ print $14 + $15 }' "/proc/$process/stat"
}

a_typed_day_is_kept_foretold_and_taken_back() {
    without_motion
    open_program
    key s
    key Tab Tab Tab Tab # less, more, the form, the day
    xdotool type --window 0 --delay 30 2026-12-14
    key Return
    file_says 'exam = 2026-12-14'
    key Escape
    key h
    sleep 3
    before=$(ticks)
    sleep 1
    [ $(($(ticks) - before)) -le 5 ] # it rests when all is foretold
    key ctrl+z
    file_says 'exam = none'
    close_window
    [ "$(exam_days)" = '20801 0 ' ]
}

run_tests a_typed_day_is_kept_foretold_and_taken_back
