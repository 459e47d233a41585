# The commands one by one, their options and how they end.
. tests/cli/lib.sh

each_command_says_what_it_takes() {
    try "$pacta" --version
    status_is 0
    [ "$(cat "$work/out")" = 'pacta 0.1.0' ]
    try "$pacta" --help
    status_is 0
    cp "$work/out" "$work/help"
    for command in study ask check questions coverage due stats replay shot; do
        grep -q "^  pacta $command" "$work/help"
        try "$pacta" $command --help
        status_is 0
        says "pacta $command"
        says '--now TIME'
    done
    try "$pacta" stats --help
    says '--csv'
    never grep -q -- '--model' "$work/out"
}

each_option_that_help_names_is_understood() {
    for command in study ask check questions coverage due stats replay shot; do
        for option in $("$pacta" $command --help | sed -n 's/^  \(--[a-z]*\) .*/\1/p'); do
            try "$pacta" $command --help $option
            never grep -q 'is no option' "$work/err"
        done
    done
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


more_wrong_usage_ends_with_2() {
    for words in '--json=1 check' 'check --strict=' 'due --data' \
        'ask --count -1' 'ask --count 1x' 'ask --form guess' \
        'replay --model fsrs5' 'replay reviews.csv' 'due --csv' '--strict' \
        'questions --seed 18446744073709551616' 'shot --size 10x10'; do
        try "$pacta" $words
        status_is 2
        [ ! -s "$work/out" ]
        [ "$(wc -l <"$work/err")" = 1 ]
    done
}

the_value_of_an_option_is_no_command() {
    try "$pacta" --data check --decks stats check decks/context.ini
    status_is 0
    says '0 errors'
    try "$pacta" --data="$work/data" --now="$now" stats --json
    status_is 0
}

a_deck_that_is_not_there_ends_it_with_1() {
    for command in ask due stats questions check; do
        try "$pacta" $command nowhere --data "$work/data"
        status_is 1
        says 'nowhere.*there is no such file'
    done
    try "$pacta" questions --decks "$work/nowhere"
    status_is 1
}

decks_are_named_by_path_folder_or_name() {
    mkdir -p "$work/data/decks" "$work/folder"
    cp decks/japan-india.ini "$work/data/decks/mine.ini"
    cp decks/japan-india.ini "$work/folder/other.ini"
    for deck in japan-india japan-india.ini decks/japan-india.ini mine "$work/folder"; do
        try "$pacta" check "$deck" --data "$work/data"
        status_is 0
        says '^1 deck, '
    done
    try "$pacta" check other --decks "$work/folder"
    says '^1 deck, '
    try "$pacta" check --data "$work/data"
    says '^9 decks, '
}

check_tells_where_what_and_how_to_mend_it() {
    printf '[deck]\ntitle = T\n[card t.a]\nask = Who?\nanswer = Me\n' >"$work/t.ini"
    try "$pacta" check "$work/t.ini"
    status_is 0
    grep -q "^$work/t.ini:3: no-source: .*; .*" "$work/out"
    [ "$(tail -1 "$work/out")" = '1 deck, 0 subjects, 0 facts, 1 card, 1 item: 0 errors, 1 warning' ]
    try "$pacta" check --strict "$work/t.ini"
    status_is 1
    try "$pacta" check --json "$work/t.ini"
    status_is 0
    jq -e -s 'length == 1 and .[0].line == 3 and .[0].severity == "warning"
        and .[0].rule == "no-source" and (.[0] | has("file") and has("message")
        and has("remedy"))' "$work/out" >"$work/is"
}

other_commands_say_that_decks_have_errors_and_go_on() {
    printf '[deck]\ntitle = T\n[card t.a]\nask = Who?\nanswer = Me\nsource = x\n[nonsense x]\na = b\n' >"$work/t.ini"
    try "$pacta" questions --json "$work/t.ini"
    status_is 0
    grep -q '1 error in the decks; pacta check names it' "$work/err"
    jq -e . "$work/out" >"$work/is"
    try "$pacta" check "$work/t.ini"
    status_is 1
}

due_lists_what_is_due_and_what_is_new() {
    answer_one "$work/data"
    "$pacta" due --json --data "$work/data" --now 2027-11-23T10:00:00+09:00 >"$work/due"
    jq -e -s 'all(.[]; keys == (["item","due_ms","due_day","recall",
        "strength_days","new"] | sort)) and (map(.new) | index(true) == 1)
        and .[0].recall > 0 and .[0].recall < 0.9 and .[0].due_day >= 20780
        and .[1].recall == null' "$work/due" >"$work/is"
    try "$pacta" due --data "$work/data" --now 2027-11-23T10:00:00+09:00
    status_is 0
    says '^1 to review, 8 new$'
}

stats_are_sentences_an_object_or_a_table() {
    try "$pacta" stats --json --data "$work/data" --now "$now"
    status_is 0
    jq -e 'keys_unsorted == ["reviews","right","items","new","learning","held",
        "kept","due_today","streak_days","recall_expected","recall_true"]
        and .recall_true == null and .new == .items' "$work/out" >"$work/is"
    answer_one "$work/data"
    try "$pacta" stats --csv --data "$work/data" --now "$now"
    [ "$(sed -n 1p "$work/out" | tr ',' '\n' | wc -l)" = 11 ]
    [ "$(sed -n 2p "$work/out" | cut -d, -f1,9)" = 1,1 ]
    [ "$(wc -l <"$work/out")" = 2 ]
    try "$pacta" stats --data "$work/data" --now "$now"
    says "^1 review, "
}

learners_have_a_log_of_their_own() {
    answer_one "$work/data" --learner Aiko
    reviews=$("$pacta" stats --json --data "$work/data" --learner Ben --now "$now" | jq .reviews)
    [ "$reviews" = 0 ]
    reviews=$("$pacta" stats --json --data "$work/data" --learner Aiko --now "$now" | jq .reviews)
    [ "$reviews" = 1 ]
}

output_that_does_not_arrive_is_no_success() {
    for command in stats due check questions --help; do
        status=0
        "$pacta" $command --data "$work/data" >/dev/full 2>"$work/err" || status=$?
        status_is 1
        grep -q 'could not be written' "$work/err"
    done
}

# Replays the vectors of one set of weights and compares all states.
replay_vectors() { # MODEL NAME DIGITS FIELDS
    weights=$(grep "^$2," "tests/memory/data/$1-weights.csv" | cut -d, -f2- | tr -d "\r")
    vectors=tests/memory/data/$1-vectors.csv
    awk -F, -v n="$2" 'BEGIN { print "sequence,elapsed_days,rating" }
        $1 == n { print $2 "," $4 "," $5 }' "$vectors" >"$work/in.csv"
    "$pacta" replay --model "$1" --weights "$weights" <"$work/in.csv" >"$work/replayed"
    head -1 "$work/replayed" >"$work/header"
    python3 tests/cli/same_digits.py "$vectors" "$2" "$work/replayed" "$3"
}

replay_equals_the_reference_vectors_in_every_digit_given() {
    for name in $(tail -n +1 tests/memory/data/fsrs7-weights.csv | cut -d, -f1); do
        replay_vectors fsrs7 "$name" 12 6-9
    done
    for name in $(tail -n +1 tests/memory/data/fsrs6-weights.csv | cut -d, -f1); do
        replay_vectors fsrs6 "$name" 9 6-8
    done
}

replay_names_the_line_that_it_cannot_use() {
    status=0
    printf 'sequence,elapsed_days,rating\n1,0,3\n1,2,9\n' | "$pacta" replay >"$work/out" 2>"$work/err" || status=$?
    status_is 1
    says 'line 3\|Line 3'
}


replay_writes_seventeen_digits_under_its_header() {
    printf 'sequence,elapsed_days,rating\n1,0,3\n1,4,3\n' >"$work/in"
    "$pacta" replay --model fsrs6 <"$work/in" >"$work/is"
    [ "$(head -1 "$work/is")" = sequence,elapsed_days,rating,recall_before,stability,difficulty ]
    "$pacta" replay <"$work/in" >"$work/is"
    [ "$(head -1 "$work/is")" = sequence,elapsed_days,rating,recall_before,stability_slow,stability_fast,difficulty ]
    [ "$(sed -n 2p "$work/is" | cut -d, -f1-4)" = 1,0,3,1 ]
    sed -n 3p "$work/is" | cut -d, -f5 | grep -qE '^[0-9]\.[0-9]{15,16}$|^[0-9]{2}\.[0-9]{14,15}$'
}

with_neither_display_nor_terminal_it_prints_what_is_due() {
    status=0
    env -u DISPLAY -u WAYLAND_DISPLAY "$pacta" --data "$work/data" </dev/null >"$work/out" 2>"$work/err" || status=$?
    status_is 0
    says 'no display'
    says '8 new'
    says '?'
}

run_tests each_command_says_what_it_takes \
    each_option_that_help_names_is_understood \
    wrong_usage_ends_with_2_and_the_nearest_word more_wrong_usage_ends_with_2 \
    the_value_of_an_option_is_no_command \
    a_deck_that_is_not_there_ends_it_with_1 \
    decks_are_named_by_path_folder_or_name \
    check_tells_where_what_and_how_to_mend_it \
    other_commands_say_that_decks_have_errors_and_go_on \
    due_lists_what_is_due_and_what_is_new \
    stats_are_sentences_an_object_or_a_table learners_have_a_log_of_their_own \
    output_that_does_not_arrive_is_no_success \
    replay_equals_the_reference_vectors_in_every_digit_given \
    replay_names_the_line_that_it_cannot_use \
    replay_writes_seventeen_digits_under_its_header \
    with_neither_display_nor_terminal_it_prints_what_is_due
