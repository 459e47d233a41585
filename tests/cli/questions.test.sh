# What can be asked: the same questions everywhere, in the form scripts read.
. tests/cli/lib.sh

every_question_is_one_object_with_all_its_fields() {
    try "$pacta" questions --json --seed 5
    status_is 0
    jq -e -s 'length > 1500 and all(.[];
        (keys - ["parts","values","order"]) == (["item","form","direction",
        "seed","head","prompt","options","answer","why","source","file","line"]
        | sort) and .seed == 5 and (.line | type) == "number")' "$work/out" >"$work/is"
    jq -e -s '[.[].form] | unique == ["choice","cloze","flip",
        "match","order","truth","typed"]' "$work/out" >"$work/is"
    jq -e -s '[.[].direction] | unique == ["back","card","forward"]' "$work/out" >"$work/is"
}

a_form_lists_what_it_asks_and_names_what_it_does_not() {
    try "$pacta" questions --json --form choice
    [ "$(jq -r .form "$work/out" | sort -u)" = choice ]
    asked=$(wc -l <"$work/out")
    refused=$(wc -l <"$work/err")
    [ "$refused" -gt 0 ]
    "$pacta" questions --json --form flip >"$work/flip"
    [ "$(wc -l <"$work/flip")" = $((asked + refused)) ]
    never grep -qv '^[^ ]*: .* .*' "$work/err"
}

as_many_are_listed_as_were_wanted() {
    for count in 1 2 7; do
        try "$pacta" questions --json --count $count
        [ "$(wc -l <"$work/out")" = $count ]
    done
}

another_seed_asks_otherwise() {
    "$pacta" questions --json --form choice --seed 1 2>/dev/null >"$work/one"
    "$pacta" questions --json --form choice --seed 2 2>/dev/null >"$work/two"
    never cmp -s "$work/one" "$work/two"
}

people_read_the_same_questions() {
    try "$pacta" questions --form choice japan-india
    status_is 0
    says '(choice)$'
    says '(right)$'
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

each_part_of_a_match_or_an_order_has_its_place() {
    for form in match order; do
        "$pacta" questions --json --form $form --seed 3 2>/dev/null >"$work/all"
        jq -e -s 'length > 80 and all(.[]; (.parts | length) as $n
            | $n >= 3 and $n <= 4 and ([(.values // .order)[].part] | sort)
            == [range($n)] and ([.parts[].text] | unique | length) == $n)' \
            "$work/all" >/dev/null
    done
}

run_tests every_question_is_one_object_with_all_its_fields \
    a_form_lists_what_it_asks_and_names_what_it_does_not \
    as_many_are_listed_as_were_wanted another_seed_asks_otherwise \
    people_read_the_same_questions \
    questions_are_the_same_in_every_process_and_order \
    an_unrelated_deck_changes_no_question \
    each_choice_has_one_right_option_and_no_twins \
    each_part_of_a_match_or_an_order_has_its_place
