# Sessions in the terminal, questions, replay: what scripts depend on.
. tests/cli/lib.sh

session() { # INPUT, options: a session with this input
    input=$1
    shift
    status=0
    printf "$input" | "$pacta" ask --data "$work/data" --now "$now" "$@" \
        >"$work/out" 2>"$work/err" || status=$?
}

a_first_session_asks_at_once_and_counts() {
    session '1\n\n1\n\nq\n' --json
    status_is 0
    [ "$(jq -r 'select(.step=="question") | .form' "$work/out" | head -1)" = choice ]
    [ "$(jq -r 'select(.step=="end") | .answers' "$work/out")" = 2 ]
    reviews_are "$work/data" 2
}

an_open_question_does_not_tell_its_answer() {
    session 'q\n' --json
    never grep -q '"right"\|"answer"' "$work/out"
}

a_wrong_choice_says_what_it_belongs_to() {
    for line in 1 2 3; do
        rm -rf "$work/data"
        session "$line\nq\n"
        if grep -q '^Wrong' "$work/out"; then
            says '^Your answer, .*: '
            return 0
        fi
    done
    return 1
}

flip_cards_are_shown_graded_and_taken_back() {
    session '\n4\nu\n\n1\nq\n' --form flip --count 1
    status_is 0
    says 'Grade taken back'
    reviews_are "$work/data" 1
    [ "$("$pacta" stats --json --data "$work/data" --now "$now" | jq .right)" = 0 ]
}

undo_works_after_the_last_card() {
    session '\n3\nu\nq\n' --form flip --count 1 --json
    says '"step":"end"'
    says '"step":"undo"'
    reviews_are "$work/data" 0
}

typed_answers_take_case_width_accents_and_other_spellings() {
    cat >"$work/typed.ini" <<'D'
[deck]
title = Typed
[card t.city]
ask = Which city has the lake of the north?
answer = Zürich
also = Zurigo
source = x
[card t.day]
ask = On which day?
answer = Washington, D.C.
source = x
D
    for spelling in zurich ZÜRICH 'Ｚｕｒｉｃｈ' zurigo; do
        rm -rf "$work/data"
        session "$spelling\nq\n" --form typed "$work/typed.ini"
        says '^Right: Zürich'
    done
    rm -rf "$work/data"
    session 'zurich2\n' --form typed "$work/typed.ini"
    says '^Wrong'
    rm -rf "$work/data"
    session 'zurihc\n' --form typed "$work/typed.ini"
    says 'with one slip'
}

a_typed_answer_may_be_overruled() {
    session 'nonsense\nr\nq\n' --form typed
    reviews_are "$work/data" 1
    [ "$("$pacta" stats --json --data "$work/data" --now "$now" | jq .right)" = 1 ]
}

end_of_input_ends_it_with_all_answers_saved() {
    session '1\n\n1\n'
    status_is 0
    reviews_are "$work/data" 2
}

what_was_answered_comes_back_when_it_is_due() {
    session '1\n\n1\n\n1\n\n1\n\nq\n' --form choice
    "$pacta" due --json --data "$work/data" --now "$now" |
        jq -e 'select(.new == false)' >"$work/now" || true
    "$pacta" due --json --data "$work/data" --now 2027-06-01T10:00:00+09:00 |
        jq -r 'select(.new == false) | .item' >"$work/later"
    [ "$(wc -l <"$work/later")" -ge 2 ]
}

questions_are_the_same_in_every_process_and_order() {
    "$pacta" questions --json --seed 7 decks/japan-india.ini decks/context.ini 2>/dev/null |
        jq -cS 'del(.file,.line)' | sort >"$work/one"
    "$pacta" questions --json --seed 7 decks/context.ini decks/japan-india.ini 2>/dev/null |
        jq -cS 'del(.file,.line)' | sort >"$work/two"
    cmp "$work/one" "$work/two"
    [ "$(wc -l <"$work/one")" -gt 300 ]
}

an_unrelated_deck_changes_no_question() {
    cat >"$work/rivers.ini" <<'D'
[kind river]
label = river
plural = rivers
[field river.mouth]
type = place
complete = yes
ask = Where does {title} end?
[deck]
title = Rivers
[river nile]
name = Nile
mouth = Alexandria
source = x
[river po]
name = Po
mouth = Venice
source = x
[river tama]
name = Tama
mouth = Tokyo
source = x
D
    "$pacta" questions --json decks/*.ini 2>/dev/null >"$work/one"
    "$pacta" questions --json decks/*.ini "$work/rivers.ini" 2>/dev/null |
        grep -v rivers.ini >"$work/two"
    cmp "$work/one" "$work/two"
}

each_choice_has_one_right_option_and_no_twins() {
    "$pacta" questions --json --form choice --seed 3 2>/dev/null >"$work/all"
    jq -e -s 'all(.[]; ([.options[] | select(.right)] | length) == 1
        and ([.options[].text | ascii_downcase] | unique | length) == (.options | length)
        and all(.options[]; .of != null))' "$work/all" >/dev/null
}

replay_equals_the_reference_vectors_to_the_last_digit() {
    awk -F, 'NR > 1 && $1 == "default" { print $2 "," $4 "," $5 }' \
        tests/memory/data/fsrs7-vectors.csv |
        sed '1i sequence,elapsed_days,rating' >"$work/in.csv"
    "$pacta" replay --model fsrs7 <"$work/in.csv" >"$work/replayed"
    [ "$(head -1 "$work/replayed")" = "sequence,elapsed_days,rating,recall_before,stability_slow,stability_fast,difficulty" ]
    awk -F, 'NR > 1 && $1 == "default" { printf "%.9g %.9g %.9g\n", $6, $7, $8 }' \
        tests/memory/data/fsrs7-vectors.csv >"$work/expected"
    awk -F, 'NR > 1 { printf "%.9g %.9g %.9g\n", $5, $6, $7 }' "$work/replayed" >"$work/is"
    cmp "$work/expected" "$work/is"
}

replay_names_the_line_that_it_cannot_use() {
    status=0
    printf 'sequence,elapsed_days,rating\n1,0,3\n1,2,9\n' | "$pacta" replay >"$work/out" 2>"$work/err" || status=$?
    status_is 1
    says 'line 3\|Line 3'
}

wrong_usage_ends_with_2_and_the_nearest_word() {
    try "$pacta" chekc
    status_is 2
    says 'check'
    try "$pacta" ask --sede 3
    status_is 2
    says -- '--seed'
    try "$pacta" ask --now yesterday
    status_is 2
    says '2026-11-23T10:00:00+09:00'
    try "$pacta" questions --form guess
    status_is 2
    try "$pacta" --help
    status_is 0
    says 'questions'
}

t1_a_clock_that_goes_back_loses_no_answer() {
    session '1\n\nq\n' --form choice
    status=0
    printf '1\n\n1\nq\n' | "$pacta" ask --data "$work/data" --form choice --now 2016-01-01T10:00:00+09:00 >"$work/out" 2>&1 || status=$?
    status_is 0
    first=$(reviews_in "$work/data")
    [ "$first" -ge 2 ]
    session '1\nq\n' --form choice
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

with_neither_display_nor_terminal_it_prints_what_is_due() {
    status=0
    env -u DISPLAY -u WAYLAND_DISPLAY "$pacta" --data "$work/data" </dev/null >"$work/out" 2>"$work/err" || status=$?
    status_is 0
    says 'no display'
    says '8 new'
    says '?'
}

run_tests a_first_session_asks_at_once_and_counts \
    an_open_question_does_not_tell_its_answer \
    a_wrong_choice_says_what_it_belongs_to \
    flip_cards_are_shown_graded_and_taken_back undo_works_after_the_last_card \
    typed_answers_take_case_width_accents_and_other_spellings \
    a_typed_answer_may_be_overruled end_of_input_ends_it_with_all_answers_saved \
    what_was_answered_comes_back_when_it_is_due \
    questions_are_the_same_in_every_process_and_order \
    an_unrelated_deck_changes_no_question \
    each_choice_has_one_right_option_and_no_twins \
    replay_equals_the_reference_vectors_to_the_last_digit \
    replay_names_the_line_that_it_cannot_use \
    wrong_usage_ends_with_2_and_the_nearest_word \
    t1_a_clock_that_goes_back_loses_no_answer \
    t1_a_clock_ten_years_ahead_still_saves \
    t2_the_day_changes_at_four_in_the_morning_of_the_learner \
    t3_odd_dates_are_kept \
    with_neither_display_nor_terminal_it_prints_what_is_due
