# The home screen in a real window: no decks yet, decks that come, one deck
# studied alone.
. tests/window/lib.sh

# Opens on the home screen. A person who has reviews is not welcomed.
open_home() { # options
    "$pacta" --data "$work/data" --now "$now" "$@" >"$work/log" 2>&1 &
    process=$!
    window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$process" | head -1)
    xdotool windowfocus --sync "$window" 2>/dev/null || true
    sleep .3
}

reviews_in_decks_are() { # N
    is=$("$pacta" stats --json --data "$work/data" --decks "$work/decks" \
        --now "$now" | jq .reviews)
    [ "$is" = "$1" ] || { say "$is reviews, not $1"; return 1; }
}

without_decks_the_window_opens_and_reads_those_that_come() {
    rm -rf "$work/data" "$work/decks"
    mkdir "$work/decks"
    open_home --decks "$work/decks"
    kill -0 "$process"
    key Escape # the first page, where there is one
    cp decks/japan-india.ini "$work/decks"
    key F5
    sleep .3
    key Return
    key 0
    key Return
    close_window
    reviews_in_decks_are 1
}

commands_that_ask_still_refuse_an_empty_folder() {
    rm -rf "$work/data" "$work/decks"
    mkdir "$work/decks"
    try "$pacta" ask --data "$work/data" --decks "$work/decks" --now "$now"
    status_is 1
    says 'put decks into it'
}

a_folder_that_is_not_there_opens_no_window() {
    rm -rf "$work/data"
    try timeout 10 "$pacta" --data "$work/data" --decks "$work/none" --now "$now"
    status_is 1
    says "$work/none"
}

the_second_deck_is_chosen_and_studied_alone() {
    rm -rf "$work/data" "$work/decks"
    mkdir "$work/decks"
    cp decks/japan-india.ini decks/japan-australia.ini "$work/decks"
    answer_one "$work/data" --decks "$work/decks"
    open_home --decks "$work/decks" --form flip
    key Down
    for i in 1 2 3 4; do # the deck, its answer, Good, the next answer
        key space
    done
    key space
    close_window
    reviews_in_decks_are 3
    elsewhere=$(log "$work/data" \
        "select count(*) from event where item not like 'in-%'")
    [ "$elsewhere" = 1 ] || { say "$elsewhere answers elsewhere"; return 1; }
}

run_tests without_decks_the_window_opens_and_reads_those_that_come \
    commands_that_ask_still_refuse_an_empty_folder \
    a_folder_that_is_not_there_opens_no_window \
    the_second_deck_is_chosen_and_studied_alone
