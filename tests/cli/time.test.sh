# Clocks that jump, zones that shift, odd dates: rows T1-T4 of the catalogue.
. tests/cli/lib.sh

ask_with() { # INPUT, options: a sitting with this input
    input=$1
    shift
    status=0
    printf "$input" | "$pacta" ask --data "$work/data" --now "$now" "$@" \
        >"$work/out" 2>"$work/err" || status=$?
}

# The clock that the program sees is shifted while it runs.
shift_clock() { # OFFSET such as -1d
    echo "$1" >"$work/shift"
}

open_shifted_session() { # NAME=VALUE...
    shift_clock +0
    library=$(find /usr/lib -name libfaketime.so.1 | head -1)
    open_session LD_PRELOAD="$library" FAKETIME_TIMESTAMP_FILE="$work/shift" \
        FAKETIME_NO_CACHE=1 "$@" "$pacta" ask --form choice --data "$work/data"
    hears '^1 of'
}

now_freezes_the_clock_and_names_the_zone() {
    open_session "$pacta" ask --form choice --data "$work/data" --now 2026-11-24T02:30:00+05:45
    hears '^1 of'
    sleep .2
    say_line 1
    hears '^Right\|^Wrong'
    close_session
    # 02:30 still belongs to the day before; study_day counts from 1970
    [ "$(log "$work/data" 'select at_ms, tz_min, study_day from event')" = '1795466700000 345 20780' ]
    for command in due stats questions check; do
        "$pacta" $command --data "$work/data" --now "$now" >"$work/one" 2>&1
        "$pacta" $command --data "$work/data" --now "$now" >"$work/two" 2>&1
        cmp "$work/one" "$work/two"
    done
}

t1_a_clock_that_jumps_in_a_sitting_loses_nothing() {
    open_shifted_session FAKETIME_DONT_FAKE_MONOTONIC=1
    answers=0
    for jump in -1h -1d -3650d +3650d +0; do
        shift_clock $jump
        say_line 1
        answers=$((answers + 1))
        hears '^Right\|^Wrong' $answers
        say_line ''
        sleep .1
    done
    close_session
    status_is 0
    [ "$(log "$work/data" 'select count(*), min(dur_ms) >= 0, max(dur_ms) < 60000 from event')" = '5 1 1' ]
    # ordered as they were given, whatever the clock said
    [ "$(log "$work/data" 'select count(distinct hlc) from event')" = 5 ]
    never "$pacta" stats --json --data "$work/data" 2>/dev/null | grep -q null
    due=$("$pacta" due --json --data "$work/data" 2>/dev/null |
        jq -s 'all(.[]; .recall == null or (.recall >= 0 and .recall <= 1))')
    [ "$due" = true ]
}

t1_a_clock_that_goes_back_loses_no_answer() {
    ask_with '1\n\nq\n' --form choice
    status=0
    printf '1\n\n1\nq\n' | "$pacta" ask --data "$work/data" --form choice --now 2016-01-01T10:00:00+09:00 >"$work/out" 2>&1 || status=$?
    status_is 0
    first=$(reviews_in "$work/data")
    [ "$first" -ge 2 ]
    ask_with '1\nq\n' --form choice
    reviews_are "$work/data" $((first + 1))
}

t1_a_clock_ten_years_ahead_still_saves() {
    printf '1\nq\n' | faketime -f '+10y' "$pacta" ask --data "$work/data" --form choice >/dev/null 2>&1
    printf '1\nq\n' | "$pacta" ask --data "$work/data" --form choice >/dev/null 2>&1
    reviews_are "$work/data" 2
}

t2_the_day_changes_at_four_in_the_morning_of_the_learner() {
    answer_one "$work/data"
    for zone in Asia/Tokyo Australia/Lord_Howe Not/AZone ''; do
        printf '1\nq\n' | env TZ="$zone" "$pacta" ask --data "$work/data$zone" --form choice >/dev/null 2>&1
    done
    due() { "$pacta" due --json --data "$work/data" --now "$1" | jq -s 'map(select(.new)) | length'; }
    [ "$(due 2026-11-24T03:59:00+09:00)" = 7 ]
    [ "$(due 2026-11-24T04:00:00+09:00)" = 8 ]
}

t3_odd_dates_are_kept() {
    n=0
    for time in 1970-01-01T00:00:00Z 2024-02-29T23:59:60Z 2038-01-19T03:14:08Z 2106-02-07T06:28:16Z 9999-12-31T23:59:59Z; do
        status=0
        printf '1\nq\n' | "$pacta" ask --data "$work/data" --form choice --now "$time" >"$work/out" 2>&1 || status=$?
        status_is 0
        grep -q '^Right\|^Wrong' "$work/out" && n=$((n + 1))
    done
    [ "$n" -ge 3 ]
    reviews_are "$work/data" "$n"
}

t2_a_day_in_a_row_is_counted_once_across_zones() {
    ask_with '1\nq\n' --form choice
    for time in 2026-11-23T20:00:00-05:00 2026-11-25T05:00:00+10:30; do
        printf '1\nq\n' | "$pacta" ask --form choice --data "$work/data" --now "$time" >/dev/null 2>&1
    done
    [ "$(log "$work/data" 'select group_concat(study_day) from event')" = 20780,20780,20782 ]
    streak=$("$pacta" stats --json --data "$work/data" --now 2026-11-25T06:00:00+10:30 | jq .streak_days)
    [ "$streak" = 1 ]
}

t2_the_hour_that_summer_time_repeats_is_one_day() {
    for time in 2026-10-25T00:30:00Z 2026-10-25T01:30:00Z; do
        printf '1\nq\n' | env TZ=Europe/Berlin faketime "$(date -u -d "$time" '+%F %T') UTC" \
            "$pacta" ask --form choice --data "$work/data" >"$work/out" 2>&1
    done
    [ "$(log "$work/data" 'select group_concat(tz_min) from event')" = 120,60 ]
    [ "$(log "$work/data" 'select count(distinct study_day) from event')" = 1 ]
}

t4_a_laptop_that_slept_over_a_card_counts_ten_minutes() {
    open_shifted_session
    shift_clock +3h
    say_line 1
    hears '^Right\|^Wrong'
    close_session
    status_is 0
    [ "$(log "$work/data" 'select dur_ms from event')" = 600000 ]
}

run_tests now_freezes_the_clock_and_names_the_zone \
    t1_a_clock_that_jumps_in_a_sitting_loses_nothing \
    t1_a_clock_that_goes_back_loses_no_answer \
    t1_a_clock_ten_years_ahead_still_saves \
    t2_the_day_changes_at_four_in_the_morning_of_the_learner \
    t3_odd_dates_are_kept t2_a_day_in_a_row_is_counted_once_across_zones \
    t2_the_hour_that_summer_time_repeats_is_one_day \
    t4_a_laptop_that_slept_over_a_card_counts_ten_minutes
