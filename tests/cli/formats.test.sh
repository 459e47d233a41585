# Questions as paper and other programs take them.
. tests/cli/lib.sh

odd_deck() {
    cat >"$work/odd.ini" <<'DECK'
[deck]
title = Odd
home = Japan
[card odd]
ask = What is {a} = b ~ c # d: e\f -> g?
answer = {yes} = ~no # 1: x\y
wrong = {ja} = ~no # 2: x\z
wrong = {oui} = ~no # 3: x\w
why = first

  second {para}
source = S
DECK
}

gift_escapes_what_means_something_to_it() {
    odd_deck
    "$pacta" questions --format gift --form choice "$work/odd.ini" \
        >"$work/out" 2>"$work/err"
    cat >"$work/wanted" <<'GIFT'
::odd (choice)::[plain]What is \{a\} \= b \~ c \# d\: e\\f -> g? {
	=\{yes\} \= \~no \# 1\: x\\y
	~\{ja\} \= \~no \# 2\: x\\z
	~\{oui\} \= \~no \# 3\: x\\w
	####first  second \{para\} / S
}

GIFT
    # the order of options goes by the seed
    sort "$work/out" >"$work/is"
    sort "$work/wanted" | cmp - "$work/is"
}

# "->" among the answers would make a pair of it.
gift_leaves_out_what_it_cannot_say() {
    cat >"$work/arrow.ini" <<'DECK'
[deck]
title = Arrows
[card arrow]
ask = Which sign gives a pointer's member?
answer = p->x
source = S
[card dot]
ask = Which sign gives a member?
answer = p.x
source = S
DECK
    "$pacta" questions --format gift "$work/arrow.ini" >"$work/out" 2>"$work/err"
    never says '^::arrow '
    says '^::dot (typed)'
}

# One question is one block; a blank line would end it.
gift_has_every_form_but_the_card_that_is_turned() {
    "$pacta" questions --format gift --decks decks >"$work/out" 2>"$work/err"
    for form in choice typed truth cloze match order; do
        says "^::[^ ]* ($form)::\[plain\]"
    done
    never grep -q '(flip)' "$work/out"
    blocks=$(awk 'BEGIN { RS = "" } END { print NR }' "$work/out")
    [ "$blocks" = "$(grep -c '^::' "$work/out")" ]
    # each has its own pair of braces and no other
    awk 'BEGIN { RS = "" } {
        gsub(/\\./, "")
        if (gsub(/{/, "") != 1 || gsub(/}/, "") != 1) { print; bad = 1 }
    } END { exit bad }' "$work/out"
}

gift_has_one_right_option_a_verdict_or_pairs() {
    "$pacta" questions --format gift --decks decks --form choice \
        >"$work/out" 2>"$work/err"
    awk 'BEGIN { RS = ""; FS = "\n" } {
        right = 0
        for (i = 2; i < NF; i++) right += $i ~ /^\t=/
        if (right != 1) { print; bad = 1 }
    } END { exit bad || NR < 100 }' "$work/out"
    "$pacta" questions --format gift --decks decks --form truth \
        >"$work/out" 2>"$work/err"
    [ "$(grep -c '{\(TRUE\|FALSE\)$' "$work/out")" = "$(grep -c '^::' "$work/out")" ]
    "$pacta" questions --format gift --decks decks --form match \
        >"$work/out" 2>"$work/err"
    awk 'BEGIN { RS = ""; FS = "\n" } {
        pairs = 0
        for (i = 2; i < NF; i++) pairs += $i ~ /^\t=.* -> /
        if (pairs < 3) { print; bad = 1 }
    } END { exit bad }' "$work/out"
}

a_sheet_has_an_answer_for_each_question() {
    "$pacta" questions --format markdown --decks decks >"$work/out" 2>"$work/err"
    says '^# Questions$'
    says '^## Answers$'
    sed '/^## Answers$/,$d' "$work/out" | grep -o '^[0-9]*\. ' >"$work/asked"
    sed '1,/^## Answers$/d' "$work/out" | grep -o '^[0-9]*\. ' >"$work/answered"
    [ "$(wc -l <"$work/asked")" -gt 1000 ]
    cmp "$work/asked" "$work/answered"
}

a_sheet_does_not_tell_before_its_answers() {
    odd_deck
    "$pacta" questions --format markdown --form choice "$work/odd.ini" \
        >"$work/out" 2>"$work/err"
    says '^   - \[ \] [ABC]\. {yes} = \\~no \\# 1: x\\\\y$'
    never grep -q 'right' "$work/out"
    [ "$(grep -c 'second' "$work/out")" = 1 ]
    says '^1\. [ABC]: {yes}'
}

a_format_that_is_not_known_ends_it_with_2() {
    try "$pacta" questions --format csv
    status_is 2
    says 'plain, markdown or gift'
}

run_tests gift_escapes_what_means_something_to_it \
    gift_leaves_out_what_it_cannot_say \
    gift_has_every_form_but_the_card_that_is_turned \
    gift_has_one_right_option_a_verdict_or_pairs \
    a_sheet_has_an_answer_for_each_question \
    a_sheet_does_not_tell_before_its_answers \
    a_format_that_is_not_known_ends_it_with_2
