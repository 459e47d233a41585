# Decks as people spoil them: rows D1-D5, D7, D8 of the catalogue.
. tests/cli/lib.sh

deck() { # FILE: a sound deck of one card
    printf '[deck]\ntitle = Tiny\n[card t.a]\nask = Who?\nanswer = Me\nwrong = You\nwrong = Her\nwrong = Him\nsource = x\n' >"$1"
}

d1_an_empty_deck_loads_nothing_and_says_so() {
    : >"$work/empty.ini"
    printf '\357\273\277' >"$work/bom.ini"
    printf '; only\n; comments\n' >"$work/comments.ini"
    for name in empty bom comments; do
        try "$pacta" check "$work/$name.ini"
        status_is 0
        says "$name.ini:0: empty: .*0 cards"
    done
}

d2_bytes_that_are_not_utf8_are_named_and_never_rewritten() {
    printf '[deck]\ntitle = T\n[card t.a]\nask = Z\374rich?\nanswer = Ja\nsource = x\n' >"$work/latin.ini"
    before=$(sha256sum <"$work/latin.ini")
    try "$pacta" check "$work/latin.ini"
    says 'latin.ini:4: encoding: .*not UTF-8'
    same_sum "$work/latin.ini" "$before"
}

d2_utf16_with_its_mark_is_read() {
    deck "$work/plain.ini"
    iconv -f UTF-8 -t UTF-16 "$work/plain.ini" >"$work/wide.ini"
    try "$pacta" questions --json "$work/wide.ini"
    says '"prompt":"Who?"'
}

d3_control_characters_are_shown_by_marks() {
    printf '[deck]\ntitle = T\n[card t.a]\nask = W\000h\001o\342\200\256?\nanswer = Me\nsource = x\n' >"$work/odd.ini"
    try "$pacta" questions --json --form flip "$work/odd.ini"
    says 'U+202E'
    says '␀'
    says '␁'
    try "$pacta" check "$work/odd.ini"
    says 'odd.ini:4: control: .*cannot be seen'
}

d4_what_is_no_regular_file_is_refused_at_once() {
    mkfifo "$work/pipe.ini"
    ln -s loop.ini "$work/loop.ini"
    for path in "$work/pipe.ini" /dev/zero "$work/loop.ini" "$work/none.ini"; do
        try timeout 5 "$pacta" check "$path"
        status_is 1
        says 'file: '
    done
}

d4_a_deck_over_64_mib_is_refused() {
    truncate -s 2G "$work/huge.ini"
    try timeout 5 "$pacta" check "$work/huge.ini"
    status_is 1
    says 'larger than 64 MiB'
}

d4_one_line_of_ten_megabytes_is_refused_and_the_rest_read() {
    deck "$work/line.ini"
    head -c 10000000 /dev/zero | tr '\0' 'x' | sed 's/^/why = /' >>"$work/line.ini"
    printf '\n[card t.b]\nask = Second?\nanswer = Yes\nsource = x\n' >>"$work/line.ini"
    try timeout 20 "$pacta" check "$work/line.ini"
    says 'longer than 1 MiB'
    try "$pacta" questions --json --form flip "$work/line.ini"
    says 'Second?'
}

d5_a_field_of_a_million_characters_is_kept() {
    deck "$work/long.ini"
    head -c 1000000 /dev/zero | tr '\0' 'y' | sed 's/^/why = /' >>"$work/long.ini"
    try "$pacta" questions --json --form flip "$work/long.ini"
    [ "$(jq -r '.why | length' "$work/out")" = 1000000 ]
    timeout 20 "$pacta" shot study-back "$work/long.png" "$work/long.ini" --data "$work/d"
    [ -s "$work/long.png" ]
}

d7_duplicate_ids_name_both_places_and_the_first_is_used() {
    deck "$work/one.ini"
    sed 's/Who?/Again?/; s/Tiny/Other/' "$work/one.ini" >"$work/two.ini"
    try "$pacta" check "$work/one.ini" "$work/two.ini"
    status_is 1
    says 'two.ini:3: .*one.ini:3'
    try "$pacta" questions --json --form flip "$work/one.ini" "$work/two.ini"
    says 'Who?'
    never grep -q 'Again?' "$work/out"
}

d7_conflict_marks_are_named_with_their_line() {
    deck "$work/merge.ini"
    sed -i '4i <<<<<<< ours' "$work/merge.ini"
    try "$pacta" check "$work/merge.ini"
    status_is 1
    says 'merge.ini:4: conflict: '
}

d8_a_deck_that_disappears_keeps_its_reviews() {
    deck "$work/gone.ini"
    answer_one "$work/data" "$work/gone.ini"
    status_is 0
    rm "$work/gone.ini"
    deck "$work/gone2.ini"
    reviews_are "$work/data" 1
    answer_one "$work/data"
    reviews_are "$work/data" 2
}

d8_a_deck_that_goes_while_it_is_studied_can_still_be_answered() {
    for change in 'rm' 'truncate -s 10' 'sed -i s/Who/What/'; do
        deck "$work/open.ini"
        open_session "$pacta" ask --form choice --data "$work/data" --now "$now" "$work/open.ini"
        hears 'Who?'
        $change "$work/open.ini"
        say_line 1
        hears '^Right\|^Wrong'
        close_session
        status_is 0
        reviews_are "$work/data" 1
        rm -rf "$work/data"
    done
}

planted_mistakes_are_named_by_file_and_line() {
    cat >"$work/bad.ini" <<'D'
[deck]
title = Bad
home = Japan
[treaty bad-1]
name = Bad Treaty
party = Japan
party = Untied States
signed = 2016-02-30
articles = 3
article 7 = too far
source = x
sinned = 2016-01-01
[card bad.twin]
ask = Which one?
answer = First
wrong = FIRST
wrong = Second
D
    try "$pacta" check "$work/bad.ini"
    status_is 1
    says 'bad.ini:7: .*Untied States'
    says 'bad.ini:8: .*does not exist'
    says 'bad.ini:10: '
    says 'bad.ini:12: .*sinned'
    says 'bad.ini:16: twin: '
}

bundled_decks_are_sound_even_strictly() {
    try "$pacta" check --strict
    status_is 0
    says '0 errors, 0 warnings'
}

the_bundled_decks_are_as_large_as_they_should_be() {
    try "$pacta" check
    status_is 0
    read -r decks _ subjects _ facts _ cards _ <"$work/out"
    [ "$decks" -ge 8 ]
    [ "$subjects" -ge 50 ]
    [ "$facts" -ge 300 ]
    [ "$cards" -ge 120 ]
    [ "$(cat decks/*.ini | grep -c '^[^;]*why *= .')" -ge 60 ]
}

# The right option is the longest, or the shortest, of a card about as often as
# chance has it, and no option is half as long again as another.
cards_do_not_tell_by_length() {
    "$pacta" questions --json --form choice >"$work/all" 2>"$work/err"
    jq -e -s '[.[] | select(.item | contains("/") | not) | .options |
            (map(.text | length)) as $lengths |
            (.[] | select(.right) | .text | length) as $key |
            {longest: (if $key == ($lengths | max)
                 then 1 / ($lengths | map(select(. == $key)) | length)
                 else 0 end),
             shortest: (if $key == ($lengths | min)
                 then 1 / ($lengths | map(select(. == $key)) | length)
                 else 0 end),
             ratio: (($lengths | max) / ($lengths | min))}] |
        length > 120 and
        (map(.longest) | add / length | . > .17 and . < .30) and
        (map(.shortest) | add / length | . > .17 and . < .30) and
        (map(.ratio) | max <= 1.5)' "$work/all" >"$work/is"
}

# Whoever always says no must not do well either.
cards_do_not_tell_by_yes_or_no() {
    "$pacta" questions --json --form choice >"$work/all" 2>"$work/err"
    jq -e -s '[.[] | select(.options | any(.text | test("^(Yes|No), "))) |
            .options[] | select(.right) | .text[0:2]] |
        (map(select(. == "No")) | length) as $no |
        length >= 6 and $no >= length * .3 and $no <= length * .7' \
        "$work/all" >"$work/is"
    jq -e -s 'all(.[].options[]; .text | test("^(None|Nothing)\\b") | not)' \
        "$work/all" >"$work/is"
}

every_field_that_is_asked_states_its_value_and_says_how_to_match() {
    for kind in assets/kinds/treaty.ini assets/kinds/exercise.ini \
        decks/samples/rivers/kind.ini; do
        # in a field with `ask`, complete, not indexed: `true`; and `match`
        # where its values can be told apart by more than two words
        awk -v RS= '/\[field / && /\nask / && /\ncomplete = yes/ {
                if ($0 !~ /\ntrue /) { print "no true: " $2; bad = 1 }
                words = gsub(/\nword /, "&")
                if ($0 !~ /\nindexed/ && words != 2 && $0 !~ /\nmatch /) {
                    print "no match: " $2; bad = 1 }
                if ($0 ~ /type +. date/ && $0 !~ /\norder /) {
                    print "no order: " $2; bad = 1 }
            } END { exit bad }' "$kind" >"$work/out" 2>"$work/err" || {
            cat "$work/out" >&2
            return 1
        }
    done
}

no_sentence_ends_with_two_stops_or_an_unfilled_place() {
    for seed in 1 2 3; do
        "$pacta" questions --json --seed $seed >"$work/all" 2>"$work/err"
        jq -e -s 'all(.[].prompt;
            (test("\\.\\.|[{}]|  |\\bthe the\\b|\\bnull\\b") | not))' \
            "$work/all" >"$work/is"
    done
}

a_deck_of_another_field_of_study_needs_no_program() {
    try "$pacta" check --strict rivers
    status_is 0
    says '^1 deck, 28 subjects, .*0 errors, 0 warnings'
    for form in flip choice typed truth cloze match; do
        try "$pacta" questions --form $form --count 1 rivers
        status_is 0
        says "($form)"
    done
    try "$pacta" check
    says '^8 decks, '
    answer_one "$work/data" rivers
    status_is 0
    reviews_are "$work/data" 1
}

# The blocks of the page that begin with [deck] and go on to subjects.
the_page_for_teachers_shows_decks_that_are_sound() {
    awk -v out="$work/page" '/^```ini/ { inside = 1; count++; next }
        /^```/ { inside = 0 }
        inside { print > (out count ".ini") }' decks/README.md
    sound=0
    for page in "$work"/page*.ini; do
        [ "$(head -1 "$page")" = '[deck]' ] || continue
        grep -q '^name' "$page" || continue
        try "$pacta" check --strict "$page"
        status_is 0
        sound=$((sound + 1))
    done
    [ "$sound" = 2 ]
    for word in match order true back word after indexed outline covers; do
        grep -q "\`$word" decks/README.md
    done
}

names_are_right_in_either_order() {
    for name in 'Kono Taro' 'Taro Kono'; do
        cat >"$work/names.ini" <<'D'
[deck]
title = Names
home = Japan
[treaty names-acsa]
name = Text
party = Japan
party = France
signed for home = Kono Taro
source = x
D
        printf '%s\n\n%s\n\nq\n' "$name" "$name" |
            "$pacta" ask --data "$work/data" --form typed --now "$now" \
                "$work/names.ini" >"$work/out" 2>"$work/err"
        says '^Right'
        rm -rf "$work/data"
    done
}

run_tests d1_an_empty_deck_loads_nothing_and_says_so \
    d2_bytes_that_are_not_utf8_are_named_and_never_rewritten \
    d2_utf16_with_its_mark_is_read d3_control_characters_are_shown_by_marks \
    d4_what_is_no_regular_file_is_refused_at_once \
    d4_a_deck_over_64_mib_is_refused \
    d4_one_line_of_ten_megabytes_is_refused_and_the_rest_read \
    d5_a_field_of_a_million_characters_is_kept \
    d7_duplicate_ids_name_both_places_and_the_first_is_used \
    d7_conflict_marks_are_named_with_their_line \
    d8_a_deck_that_disappears_keeps_its_reviews \
    d8_a_deck_that_goes_while_it_is_studied_can_still_be_answered \
    planted_mistakes_are_named_by_file_and_line \
    bundled_decks_are_sound_even_strictly \
    the_bundled_decks_are_as_large_as_they_should_be \
    cards_do_not_tell_by_length cards_do_not_tell_by_yes_or_no \
    every_field_that_is_asked_states_its_value_and_says_how_to_match \
    no_sentence_ends_with_two_stops_or_an_unfilled_place \
    a_deck_of_another_field_of_study_needs_no_program \
    the_page_for_teachers_shows_decks_that_are_sound \
    names_are_right_in_either_order
