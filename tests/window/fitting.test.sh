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

# Years of answers behind those of a day, so that a fit takes its time.
study_for_years() {
    seq 60 | sed 's/.*/2/' | "$pacta" ask --data "$work/data" --form choice \
        --json --now 2026-11-28T10:00:00+09:00 >>"$work/sitting" 2>&1
    python3 - "$work/data/progress.db" <<'END'
import sqlite3, sys
log = sqlite3.connect(sys.argv[1])
log.execute("""
    with recursive past(day) as
        (select 1 union all select day + 1 from past where day < 3000)
    insert into event select device, seq + day * 1000, hlc - day * 1000000,
        kind, learner, item, at_ms - day * 86400000, tz_min, study_day - day,
        case when seq * day * 7919 % 10 < 2 then 0 else 2 end, chance, share,
        dur_ms, mode, '{}' from event, past where kind = 1 and seq < 1000""")
for table in "derived", "state", "day", "known", "confused":
    log.execute("delete from " + table)
log.commit()
END
}

# Fits begin, and go on.
begin_fit() {
    without_motion
    now=2026-11-29T10:00:00+09:00
    reviews=$(reviews_in "$work/data")
    [ "$reviews" -gt 50000 ]
    open_program
    sleep 2 # it counts them all
    key s
    seen key f
}

given_a_fit_goes_on_when_answers_are_given_then_all_are_kept() {
    study_for_years
    begin_fit
    key h
    key Return
    sleep .5
    for i in 1 2 3; do
        key 1
        sleep .3
        key Return
        sleep .3
    done
    answered $((reviews + 3))
    close_window
    fits_are 0 0
    reviews_are "$work/data" $((reviews + 3))
}

given_a_fit_goes_on_when_the_window_closes_then_it_ends_at_once() {
    study_for_years
    begin_fit
    kill -TERM "$process"
    sleep 1
    never kill -0 "$process" 2>/dev/null
    until_ended
    [ "$status" = 0 ]
    fits_are 0 0
    reviews_are "$work/data" "$reviews"
}

run_tests given_a_log_when_the_row_is_pressed_then_the_fit_is_kept_and_taken_back \
    given_a_month_when_the_window_opens_then_it_fits_by_itself \
    given_it_is_off_when_the_window_opens_then_it_does_not \
    given_a_fit_goes_on_when_answers_are_given_then_all_are_kept \
    given_a_fit_goes_on_when_the_window_closes_then_it_ends_at_once
