# The log on bad days: rows B1, B2, S1, S3, P1, P3, P4 of the catalogue.
. tests/cli/lib.sh

refuses() { # PATTERN: status 1, a sentence, the file as it was
    before=$(sha256sum <"$work/data/progress.db")
    try "$pacta" stats --data "$work/data" --now "$now"
    status_is 1
    says "$1"
    same_sum "$work/data/progress.db" "$before"
    ls "$work/data" >"$work/list"
    never grep -q -- '-wal$\|-shm$\|-journal$' "$work/list"
    try "$pacta" ask --data "$work/data" --now "$now"
    status_is 1
    same_sum "$work/data/progress.db" "$before"
    # put aside, it makes room for a new log
    mv "$work/data/progress.db" "$work/data/aside"
    answer_one "$work/data"
    reviews_are "$work/data" 1
    same_sum "$work/data/aside" "$before"
}

b1_an_empty_file_is_not_taken_for_a_new_log() {
    mkdir "$work/data"
    : >"$work/data/progress.db"
    refuses 'is empty'
}

b1_a_text_file_is_refused() {
    mkdir "$work/data"
    echo 'my notes, many lines of them' >"$work/data/progress.db"
    refuses 'damaged or is no database'
}

b1_the_database_of_another_program_is_refused() {
    mkdir "$work/data"
    printf 'create table notes(a); insert into notes values (1);' |
        python3 -c 'import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); d.executescript(sys.stdin.read())' "$work/data/progress.db"
    refuses 'not a log of Pacta'
}

b1_a_damaged_log_is_refused_and_left_alone() {
    answer_one "$work/data"
    for i in 1 2 3; do answer_one "$work/data"; done
    rm -f "$work"/data/progress.db-*
    size=$(stat -c %s "$work/data/progress.db")
    dd if=/dev/urandom of="$work/data/progress.db" bs=1 seek=$((size / 2)) count=$((size / 3)) conv=notrunc 2>/dev/null
    refuses 'damaged'
}

b1_a_truncated_log_is_refused_or_read_whole() {
    answer_one "$work/data"
    rm -f "$work"/data/progress.db-*
    truncate -s -4096 "$work/data/progress.db"
    refuses 'damaged'
}

b2_a_log_of_a_newer_pacta_is_refused() {
    answer_one "$work/data"
    python3 -c 'import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); d.execute("pragma journal_mode=delete"); d.execute("pragma user_version=99"); d.commit()' "$work/data/progress.db"
    refuses 'newer Pacta'
}

fill() { # FOLDER: its disk, to the last byte
    cat /dev/zero >>"$1/filler" 2>"$work/full" || true
}

s1_a_full_disk_keeps_what_was_answered_and_says_so() {
    mkdir "$work/disk"
    mount -t tmpfs -o size=1500k tmpfs "$work/disk"
    trap 'umount "$work/disk"' EXIT
    answer_one "$work/disk/data"
    status_is 0
    reviews_are "$work/disk/data" 1
    rm -f "$work/disk/data/progress.db.spare"
    head -c 3000000 /dev/zero >"$work/disk/filler" 2>/dev/null || true
    answer_one "$work/disk/data"
    says 'disk is full\|cannot be made\|did not take'
    rm "$work/disk/filler"
    reviews=$(reviews_in "$work/disk/data")
    [ "$reviews" -ge 1 ]
    answer_one "$work/disk/data"
    status_is 0
    reviews_are "$work/disk/data" $((reviews + 1))
}

s1_an_answer_that_finds_no_room_is_held_until_there_is_some() {
    mkdir "$work/disk"
    mount -t tmpfs -o size=3m tmpfs "$work/disk"
    trap 'umount "$work/disk"' EXIT
    open_session "$pacta" ask --form choice --data "$work/disk/data" --now "$now"
    hears '^1 of'
    # the room that is kept for this day is used up as well
    rm "$work/disk/data/progress.db.spare"
    fill "$work/disk"
    answers=0
    while [ ! -s "$work/err" ]; do
        answers=$((answers + 1))
        [ "$answers" -lt 50 ]
        say_line 1
        hears '^Right\|^Wrong\|disk' "$answers"
        say_line ''
        sleep .1
    done
    hears 'The disk is full.*an empty line tries again'
    never grep -q 'damaged' "$work/err"
    shown=$(grep -c '^Right\|^Wrong' "$work/out" || true)
    [ "$shown" = $((answers - 1)) ]
    rm "$work/disk/filler"
    say_line ''
    hears '^Right\|^Wrong' "$answers"
    close_session
    status_is 0
    reviews_are "$work/disk/data" "$answers"
}

s1_what_is_not_saved_at_the_end_is_said() {
    mkdir "$work/disk"
    mount -t tmpfs -o size=3m tmpfs "$work/disk"
    trap 'umount "$work/disk"' EXIT
    answer_one "$work/disk/data"
    fill "$work/disk"
    rm "$work/disk/data/progress.db.spare"
    fill "$work/disk"
    for i in $(seq 30); do
        answer_one "$work/disk/data"
        [ "$status" -eq 0 ] || break
    done
    status_is 1
    says 'disk'
    rm "$work/disk/filler"
    answer_one "$work/disk/data"
    status_is 0
    says '^Right\|^Wrong'
}

s3_a_read_only_place_studies_without_saving_after_saying_so() {
    mkdir "$work/disk"
    mount -t tmpfs -o size=4m tmpfs "$work/disk"
    mount -o remount,ro "$work/disk"
    trap 'umount "$work/disk"' EXIT
    answer_one "$work/disk/data"
    status_is 0
    says 'without saving'
    says 'Right'
    [ -z "$(ls -A "$work/disk")" ]
}

s3_a_read_only_log_is_not_counted_as_empty() {
    mkdir "$work/disk"
    mount -t tmpfs -o size=4m tmpfs "$work/disk"
    trap 'umount "$work/disk"' EXIT
    answer_one "$work/disk/data"
    before=$(sha256sum <"$work/disk/data/progress.db")
    mount -o remount,ro "$work/disk"
    for command in stats due; do
        try "$pacta" $command --data "$work/disk/data" --now "$now"
        status_is 1
        says 'copy its folder'
        [ ! -s "$work/out" ]
    done
    answer_one "$work/disk/data"
    status_is 0
    says 'without saving'
    same_sum "$work/disk/data/progress.db" "$before"
    mount -o remount,rw "$work/disk"
    answer_one "$work/disk/data"
    reviews_are "$work/disk/data" 2
}

s3_without_a_home_it_says_how_to_name_a_folder() {
    printf '1\nq\n' | env HOME= XDG_DATA_HOME= "$pacta" ask >"$work/out" 2>"$work/err"
    says 'name a folder with --data'
    says 'without saving'
    printf '1\nq\n' | env HOME=relative XDG_DATA_HOME=also "$pacta" ask >"$work/out" 2>"$work/err"
    says 'name a folder with --data'
    long=$(head -c 4096 /dev/zero | tr '\0' 'd')
    try "$pacta" stats --data "/$long"
    says 'too long'
}

p1_a_second_pacta_says_so_and_leaves_with_3() {
    open_session "$pacta" ask --data "$work/data" --now "$now"
    hears '^1 of'
    for command in ask due stats; do
        try "$pacta" $command --data "$work/data"
        status_is 3
        says 'already open'
        [ ! -s "$work/out" ]
        : >"$work/out"
    done
    try "$pacta" questions --count 1 --data "$work/data"
    status_is 0
    kill -9 "$process"
    close_session
    try "$pacta" stats --data "$work/data"
    status_is 0
}

p3_a_kill_in_the_middle_loses_no_answer_that_was_taken() {
    for round in 1 2 3 4 5 6 7 8; do
        open_session "$pacta" ask --json --form choice --data "$work/data" --now "$now"
        # what cannot be asked as a choice is a card to show and grade
        say_line 1
        say_line 3
        hears '"step":"feedback"\|"step":"graded"'
        kill -9 "$process"
        close_session
        reviews_are "$work/data" "$round"
    done
}

p3_kills_at_any_moment_lose_no_answer_that_was_shown() {
    shown=0
    for moment in .002 .004 .006 .008 .01 .012 .015 .02 .03 .05; do
        yes 1 | timeout -s KILL $moment "$pacta" ask --json --form choice \
            --data "$work/data" --now "$now" >"$work/out" 2>/dev/null || true
        shown=$((shown + $(grep -c '"step":"feedback"' "$work/out" || true)))
        saved=$(reviews_in "$work/data")
        [ "$saved" -ge "$shown" ]
        shown=$saved
    done
    [ "$shown" -gt 0 ]
}

p4_signals_end_it_within_a_second_with_the_answer_saved() {
    total=0
    for signal in TERM HUP INT; do
        # in the background INT is ignored, in a terminal it is not
        open_session --default-signal=INT "$pacta" ask --form choice \
            --data "$work/data" --now "$now"
        say_line 1
        hears '^Right\|^Wrong'
        total=$((total + 1))
        began=$(date +%s%N)
        kill -"$signal" "$process"
        status=0
        wait "$process" || status=$?
        [ $(($(date +%s%N) - began)) -lt 1000000000 ]
        status_is 0
        hears 'answers right'
        close_session
        reviews_are "$work/data" "$total"
    done
}

p4_a_signal_just_before_the_wait_is_not_slept_over() {
    for i in $(seq 20); do
        open_session "$pacta" ask --data "$work/data" --now "$now"
        hears '^1 of'
        kill -TERM "$process"
        wait "$process"
        exec 9>&-
    done
}

a_backup_a_day_holds_every_answer() {
    answer_one "$work/data"
    answer_one "$work/data"
    [ -f "$work/data/backups/progress-2026-11-23.db" ]
    mkdir "$work/other"
    cp "$work/data/backups/progress-2026-11-23.db" "$work/other/progress.db"
    reviews_are "$work/other" 1
}

the_cache_and_a_rebuild_tell_the_same() {
    for i in 1 2 3 4; do answer_one "$work/data"; done
    "$pacta" due --json --data "$work/data" --now 2027-01-01T10:00:00+09:00 >"$work/cached"
    python3 -c 'import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); d.execute("delete from derived"); d.commit()' "$work/data/progress.db"
    "$pacta" due --json --data "$work/data" --now 2027-01-01T10:00:00+09:00 >"$work/rebuilt"
    cmp "$work/cached" "$work/rebuilt"
    grep -q '"new":false' "$work/cached"
}

no_word_goes_over_the_network() {
    export ASAN_OPTIONS=detect_leaks=0
    printf '1\n\nq\n' | strace -f -e trace=network -o "$work/trace" "$pacta" ask --data "$work/data" >/dev/null 2>&1
    never grep -q 'AF_INET' "$work/trace"
}

run_tests b1_an_empty_file_is_not_taken_for_a_new_log \
    b1_a_text_file_is_refused b1_the_database_of_another_program_is_refused \
    b1_a_damaged_log_is_refused_and_left_alone \
    b1_a_truncated_log_is_refused_or_read_whole \
    b2_a_log_of_a_newer_pacta_is_refused \
    s1_a_full_disk_keeps_what_was_answered_and_says_so \
    s1_an_answer_that_finds_no_room_is_held_until_there_is_some \
    s1_what_is_not_saved_at_the_end_is_said \
    s3_a_read_only_place_studies_without_saving_after_saying_so \
    s3_a_read_only_log_is_not_counted_as_empty \
    s3_without_a_home_it_says_how_to_name_a_folder \
    p1_a_second_pacta_says_so_and_leaves_with_3 \
    p3_a_kill_in_the_middle_loses_no_answer_that_was_taken \
    p3_kills_at_any_moment_lose_no_answer_that_was_shown \
    p4_signals_end_it_within_a_second_with_the_answer_saved \
    p4_a_signal_just_before_the_wait_is_not_slept_over \
    a_backup_a_day_holds_every_answer the_cache_and_a_rebuild_tell_the_same \
    no_word_goes_over_the_network
