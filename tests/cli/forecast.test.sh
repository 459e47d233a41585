# pacta forecast: the day of an exam, and what each wanted recall costs.
. tests/cli/lib.sh

deck=decks/japan-philippines.ini

# Whether a filter of jq holds for all that was written, as one list.
all_hold() { # FILTER
    jq -se "$1" "$work/out" >"$work/is" && return
    say "not so: $1"
    cat "$work/out" >&2
    return 1
}

forecast() { # [options]
    try "$pacta" forecast --data "$work/data" --now "$now" "$@"
}

a_table_says_what_minutes_bring() {
    forecast --exam 2026-12-14 --minutes 20 --deck $deck
    status_is 0
    says '^Exam on 14 December 2026, in 21 days; an answer takes 15 s'
    says '^minutes a day  *recalled  *4 times of 5'
    says '^ 20  asked for '
    says '^as if no exam were set '
    says '^intervals cut at the day '
    [ "$(grep -c asked "$work/out")" = 1 ]
}

minutes_that_are_not_compared_have_a_row_of_their_own() {
    forecast --exam 2026-12-14 --minutes 7 --deck $deck
    status_is 0
    [ "$(grep -c '^ *[0-9][0-9]* ' "$work/out")" = 8 ]
    says '^  7  asked for '
    forecast --exam 2026-12-14 --minutes 90 --deck $deck
    says '^ 90  asked for '
}

objects_have_all_of_it() {
    forecast --exam 2026-12-14 --minutes 20 --deck $deck --json
    status_is 0
    all_hold 'length == 10 and all(.exam == "2026-12-14" and .days == 21
        and .cards > 20 and .seconds == 15 and .low <= .recall
        and .recall <= .high and .answers >= 0 and .unmet >= 0)
        and (map(select(.way == "plan").minutes) == [0, 5, 10, 20, 30, 45, 60])
        and (map(.way) | unique == ["naive", "naive-endless", "plain", "plan"])
        and (map(select(.way == "plan").recall) | .[0] == 0 and .[3] > .5)'
    cp "$work/out" "$work/first"
    forecast --exam 2026-12-14 --minutes 20 --deck $deck --json
    cmp "$work/out" "$work/first"
}

the_plan_makes_no_pile_where_the_naive_way_does() {
    forecast --exam 2026-12-31 --minutes 20 --deck decks/japan-india.ini --json
    all_hold 'map(select(.way == "plan" and .minutes == 20))[0] as $plan
        | map(select(.way == "plain"))[0] as $plain
        | map(select(.way == "naive-endless"))[0] as $naive
        | $plan.recall > $plain.recall + .01
        and $plan.longest_day_minutes < 22
        and $naive.longest_day_minutes > $plan.longest_day_minutes
        and $plan.recall > $naive.recall - .03'
}

four_targets_are_laid_side_by_side() {
    forecast --targets --deck $deck
    status_is 0
    says '^  80 %'
    says '  least$'
    says '^A card recalled costs least at'
    says '^  95 %  #'
    forecast --targets --deck $deck --json
    all_hold 'map(.target) == [.8, .85, .9, .95]
        and (map(select(.cheapest)) | length) == 1
        and (map(.answers_a_day) | . == sort) and (map(.recalled) | . == sort)
        and (map(select(.cheapest).minutes_a_card)[0]
             == (map(.minutes_a_card) | min))'
}

what_cannot_be_foretold_says_why() {
    forecast --deck $deck
    status_is 2
    says 'No exam is set; name its day: pacta forecast --exam 2026-12-14'
    for day in 2026-11-23 2025-01-01; do
        forecast --exam $day --deck $deck
        status_is 2
        says 'is not to come'
    done
    forecast --exam 2026-12 --deck $deck
    status_is 2
    says 'takes a whole date'
    forecast --exam soon --deck $deck
    status_is 2
    forecast --exam 2126-12-14 --deck $deck
    status_is 2
    says 'days away'
    forecast --exam 2026-12-14 --minutes 601 --deck $deck
    status_is 2
    forecast --exam 2026-12-14 --deck nowhere
    status_is 1
}

run_tests \
    a_table_says_what_minutes_bring \
    minutes_that_are_not_compared_have_a_row_of_their_own \
    objects_have_all_of_it \
    the_plan_makes_no_pile_where_the_naive_way_does \
    four_targets_are_laid_side_by_side \
    what_cannot_be_foretold_says_why
