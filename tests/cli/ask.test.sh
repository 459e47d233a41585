# Sittings in the terminal: what scripts depend on.
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
    session '1\n\n1\n\nq\n' --json
    jq -c 'select(.step=="question")' "$work/out" >"$work/open"
    [ "$(wc -l <"$work/open")" = 3 ]
    never grep -q '"right"\|"answer"\|"why"\|"source"\|"of":"' "$work/open"
}

each_step_is_one_object_with_the_fields_of_the_question() {
    session '1\n\nq\n' --form choice --json
    [ "$(jq -r .step "$work/out" | tr '\n' ' ')" = 'question feedback question end ' ]
    jq -e -s '.[0] | has("item") and has("form") and has("direction")
        and has("seed") and has("head") and has("prompt") and .done == 0
        and (.options | length == 3 and all(keys == ["text"]))' "$work/out" >"$work/is"
    jq -e -s '.[1] | .chosen == 1 and (.right | type) == "boolean"
        and (.answer | type) == "string" and (.line | type) == "number"
        and ([.options[] | select(.right)] | length) == 1
        and (.options[.chosen - 1].right == .right)' "$work/out" >"$work/is"
    rm -rf "$work/data"
    session '\n4\nq\n' --form flip --json
    [ "$(jq -r .step "$work/out" | tr '\n' ' ')" = 'question answer graded question end ' ]
    [ "$(jq -r 'select(.step=="graded") | .grade' "$work/out")" = easy ]
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

b_sets_a_card_aside_until_tomorrow() {
    session 'b\n\n3\nq\n' --form flip --count 2
    status_is 0
    says 'Set aside until tomorrow'
    reviews_are "$work/data" 1
    aside=$(log "$work/data" 'select item from event where kind = 3')
    "$pacta" due --json --data "$work/data" --now "$now" >"$work/out"
    never grep -q "\"$aside\"" "$work/out"
    "$pacta" due --json --data "$work/data" --now 2026-11-24T10:00:00+09:00 \
        >"$work/out"
    grep -q "\"$aside\"" "$work/out"
    rm -rf "$work/data"
    session 'b\nu\nq\n' --form choice --json
    says '"step":"aside"'
    says '"undone":true'
    rm -rf "$work/data"
    session 'b\nq\n' --form typed --json # an answer like others
    says '"typed":"b"'
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

the_last_line_needs_no_end() {
    session '1'
    reviews_are "$work/data" 1
}

do_not_know_is_an_answer_and_shows_the_right_one() {
    session '0\nq\n' --form choice
    says '^Wrong. Right is: '
    never grep -q '^Your answer' "$work/out"
    [ "$("$pacta" stats --json --data "$work/data" --now "$now" | jq -c '[.reviews,.right]')" = '[1,0]' ]
}

a_line_that_is_no_answer_is_no_review() {
    session '9\nfoo\n\nq\n' --form choice
    status_is 0
    says 'Write the number of a line'
    reviews_are "$work/data" 0
}

at_most_so_many_items_are_asked() {
    session 'q\n' --json --count 3
    [ "$(jq -s '.[0].of' "$work/out")" = 3 ]
}

a_seed_draws_other_options() {
    session 'q\n' --json --form choice --seed 1
    jq -c 'select(.step=="question") | .options' "$work/out" >"$work/one"
    session 'q\n' --json --form choice --seed 1
    jq -c 'select(.step=="question") | .options' "$work/out" | cmp - "$work/one"
    session 'q\n' --json --form choice --seed 2
    jq -c 'select(.step=="question") | .options' "$work/out" >"$work/two"
    never cmp -s "$work/one" "$work/two"
}

any_bytes_may_be_typed_and_the_log_stays_text() {
    session 'a\377\000b\001c\342\200\256\nq\n' --form typed
    status_is 0
    says '^Wrong'
    typed=$(log "$work/data" "select json_extract(body, '\$.typed') from event")
    [ "$typed" = 'a�␀b␁c[U+202E]' ]
}

a_line_of_a_megabyte_is_one_answer() {
    { head -c 1000000 /dev/zero | tr '\0' x; printf '\n\nq\n'; } >"$work/long"
    status=0
    "$pacta" ask --form typed --data "$work/data" --now "$now" <"$work/long" >"$work/out" 2>&1 || status=$?
    status_is 0
    reviews_are "$work/data" 1
}

when_nothing_is_due_it_says_so_and_ends() {
    printf '[deck]\ntitle = T\n[card t.a]\nask = Who?\nanswer = Me\nsource = x\n' >"$work/t.ini"
    session '\n4\n' --form flip "$work/t.ini"
    session '\n\n' --form flip "$work/t.ini"
    status_is 0
    says 'Nothing is due'
    session '' --json "$work/t.ini"
    [ "$(jq -c '[.step,.answers]' "$work/out")" = '["end",0]' ]
}

a_reader_who_leaves_ends_it_with_the_answer_saved() {
    mkfifo "$work/in"
    "$pacta" ask --form choice --data "$work/data" --now "$now" <"$work/in" 2>"$work/err" | head -1 >/dev/null &
    exec 9>"$work/in"
    printf '1\n' >&9
    wait
    exec 9>&-
    reviews_are "$work/data" 1
}

what_was_answered_comes_back_when_it_is_due() {
    session '1\n\n1\n\n1\n\n1\n\nq\n' --form choice
    "$pacta" due --json --data "$work/data" --now "$now" |
        jq -e 'select(.new == false)' >"$work/now" || true
    "$pacta" due --json --data "$work/data" --now 2027-06-01T10:00:00+09:00 |
        jq -r 'select(.new == false) | .item' >"$work/later"
    [ "$(wc -l <"$work/later")" -ge 2 ]
}

run_tests a_first_session_asks_at_once_and_counts \
    an_open_question_does_not_tell_its_answer \
    each_step_is_one_object_with_the_fields_of_the_question \
    a_wrong_choice_says_what_it_belongs_to \
    flip_cards_are_shown_graded_and_taken_back undo_works_after_the_last_card \
    b_sets_a_card_aside_until_tomorrow \
    typed_answers_take_case_width_accents_and_other_spellings \
    a_typed_answer_may_be_overruled \
    end_of_input_ends_it_with_all_answers_saved the_last_line_needs_no_end \
    do_not_know_is_an_answer_and_shows_the_right_one \
    a_line_that_is_no_answer_is_no_review at_most_so_many_items_are_asked \
    a_seed_draws_other_options any_bytes_may_be_typed_and_the_log_stays_text \
    a_line_of_a_megabyte_is_one_answer \
    when_nothing_is_due_it_says_so_and_ends \
    a_reader_who_leaves_ends_it_with_the_answer_saved \
    what_was_answered_comes_back_when_it_is_due
