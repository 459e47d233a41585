# A fit by the row of the settings and by itself, in a real window.
. tests/window/lib.sh

fits() { # how many fits stand in the log, and how many were taken back
    log "$work/data" "select count(*) from event where kind = 6 and
        json_extract(body, '\$.name') = 'weights'"
    log "$work/data" "select count(*) from event where kind = 2"
}

fits_are() { # FITS VOIDS
    [ "$(fits | tr '\n' ' ')" = "$1 $2 " ] && return
    say "fits and voids are $(fits | tr '\n' ' ')"
    return 1
}

# Answers of 28 days to choices of three; which are right is chance, so that
# there is something to learn of this learner.
study_a_while() {
    for day in $(seq -w 1 28); do
        seq 60 | sed "s/.*/$((1 + ${day#0} % 3))/" |
            "$pacta" ask --data "$work/data" --form choice --json \
                --now "2026-11-${day}T10:00:00+09:00" >>"$work/sitting" 2>&1
    done
}

given_a_log_when_the_row_is_pressed_then_the_fit_is_kept_and_taken_back() {
    study_a_while
    now=2026-11-29T10:00:00+09:00
    reviews=$(reviews_in "$work/data")
    [ "$reviews" -gt 200 ]
    without_motion
    open_program
    key s
    key f
    sleep 2 # it takes a tenth of that
    key ctrl+z
    sleep .5
    close_window
    fits_are 1 1
    reviews_are "$work/data" "$reviews"
}

given_a_month_when_the_window_opens_then_it_fits_by_itself() {
    study_a_while
    without_motion
    now=2026-12-20T10:00:00+09:00
    open_program
    sleep 2
    close_window
    fits_are 1 0
    open_program # and once is enough
    sleep 2
    close_window
    fits_are 1 0
}

given_it_is_off_when_the_window_opens_then_it_does_not() {
    study_a_while
    now=2027-03-20T10:00:00+09:00
    printf '[study]\nfit-each-month = off\n[look]\nmotion = off\n' \
        >"$work/data/settings.ini"
    open_program
    sleep 2
    close_window
    fits_are 0 0
}

run_tests given_a_log_when_the_row_is_pressed_then_the_fit_is_kept_and_taken_back \
    given_a_month_when_the_window_opens_then_it_fits_by_itself \
    given_it_is_off_when_the_window_opens_then_it_does_not
