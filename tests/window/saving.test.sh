# Row S1 of the catalogue of bad days in a real window: the disk is full while
# a person studies. What is answered is held, said, and saved in its order.
. tests/window/lib.sh

# A small disk of its own under the data folder.
full_disk() {
    mkdir -p "$work/data"
    mount -t tmpfs -o size=3m tmpfs "$work/data"
    trap 'umount "$work/data"' EXIT
}

# Used up to the last byte, with the room that is kept for this day.
fill() {
    rm -f "$work/data/progress.db.spare"
    cat /dev/zero >>"$work/data/filler" 2>/dev/null || true
}

reviews_now() {
    log_now 'select count(*) from event where kind = 1'
}

# Answers cards until one finds no room; $answers is how many in all.
answer_until_full() {
    answers=$(reviews_now)
    for i in $(seq 60); do
        key space
        key space
        answers=$((answers + 1))
        [ "$(reviews_now)" = "$answers" ] || return 0
        fill
    done
    say "the disk is never full"
    return 1
}

what_finds_no_room_is_held_until_there_is_some() {
    full_disk
    open_window --form flip
    key space space
    answered 1
    fill
    answer_until_full
    key Escape # hides the dialog
    key space space
    answers=$((answers + 1))
    rm "$work/data/filler"
    key ctrl+s
    answered "$answers"
    close_window
    reviews_are "$work/data" "$answers"
}

closing_saves_what_is_held_once_there_is_room() {
    full_disk
    open_window --form flip
    key space space
    answered 1
    fill
    answer_until_full
    rm "$work/data/filler"
    close_window
    reviews_are "$work/data" "$answers"
}

leaving_twice_leaves_and_what_was_saved_is_whole() {
    full_disk
    open_window --form flip
    key space space
    answered 1
    fill
    answer_until_full
    key ctrl+q
    kill -0 "$process"
    key ctrl+q
    until_ended
    rm "$work/data/filler"
    reviews_are "$work/data" $((answers - 1))
}

run_tests what_finds_no_room_is_held_until_there_is_some \
    closing_saves_what_is_held_once_there_is_room \
    leaving_twice_leaves_and_what_was_saved_is_whole
