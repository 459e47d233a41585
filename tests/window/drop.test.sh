# A deck file that is let go over the window, as a file manager does it.
. tests/window/lib.sh

${CC:-cc} -std=c11 -D_GNU_SOURCE tests/window/drop.c -lX11 -o "$work.drop" ||
    say 'drop.c does not compile'
trap 'kill "$server" 2>/dev/null; rm -rf "$work" "$work.display" "$work.drop"' EXIT

a_deck_that_is_dropped_is_among_the_decks_of_the_learner() {
    without_motion
    cat >"$work/Ein Deck é.ini" <<'D'
[deck]
title = Dropped
[card t.japan]
ask = Which country has Tokyo?
answer = Japan
source = Atlas
D
    open_program
    seen key Escape # the welcome
    seen "$work.drop" "$window" "$work/Ein%20Deck%20%C3%A9.ini"
    cmp "$work/Ein Deck é.ini" "$work/data/decks/Ein Deck é.ini"
    close_window
    "$pacta" questions --json "$work/data/decks/Ein Deck é.ini" >"$work/out"
    says 't.japan'
}

what_is_dropped_in_a_sitting_disturbs_nothing() {
    without_motion
    printf 'no deck\n' >"$work/letter.txt"
    open_window --form choice
    "$work.drop" "$window" "$work/letter.txt"
    seen key 1
    answered 1
    close_window
    reviews_are "$work/data" 1
}

run_tests a_deck_that_is_dropped_is_among_the_decks_of_the_learner \
    what_is_dropped_in_a_sitting_disturbs_nothing
