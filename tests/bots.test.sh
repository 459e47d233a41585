#!/bin/sh
# Players who know nothing are right by chance, and one that is right more often
# is found.
set -u
bots=${OUT:-build/release}/tests/bench/bots
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

report() { # STATUS NAME: what is in $scratch/out is shown when it failed
    if [ "$1" -eq 0 ]; then
        echo "[       OK ] $2"
    else
        grep -h 'missed' "$scratch/out"
        echo "[  FAILED  ] $2"
        failed=1
    fi
}

"$bots" --seeds 20 assets/kinds/*.ini decks/*.ini >"$scratch/out"
report $? bots_that_know_nothing_are_right_by_chance

# Forty cards on which the right answer is the longest.
{
    printf '[deck]\ntitle = Tells\nlang = en\n'
    i=0
    while [ $i -lt 40 ]; do
        i=$((i + 1))
        printf '[card c%d]\nask = What is thing %d?\n' $i $i
        printf 'answer = the longest of them\n'
        printf 'wrong = small\nwrong = little\nwrong = tiny\n'
    done
} >"$scratch/tells.ini"
"$bots" --seeds 5 "$scratch/tells.ini" >"$scratch/out"
status=$?
grep -q 'longest is right in 100.0 %: missed' "$scratch/out" && [ $status -eq 1 ]
report $? a_deck_whose_longest_option_is_right_is_found

grep -q 'c7: longest' "$scratch/out"
report $? a_card_whose_answer_stands_out_is_named

exit $failed
