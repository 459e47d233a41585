# A real window under Xvfb, used by keys and by mouse; then the log is read.
. tests/window/lib.sh

ten_cards_are_answered_by_keys() {
    open_window --form flip
    for i in 1 2 3 4 5 6 7 8; do
        key space
        key "$((i % 4 + 1))"
    done
    # the new ones that were graded Again are still there
    for i in 1 2; do
        key space
        key space
    done
    close_window
    reviews_are "$work/data" 10
}

ten_cards_are_answered_by_mouse() {
    open_window --form flip
    for i in 1 2 3 4 5 6 7 8; do
        click 640 672
        if [ "$i" -le 2 ]; then click 330 676; else click 745 676; fi
    done
    for i in 1 2; do
        click 640 672
        click 745 676
    done
    close_window
    reviews_are "$work/data" 10
    right=$("$pacta" stats --json --data "$work/data" --now "$now" | jq .right)
    [ "$right" = 8 ]
}

choices_are_answered_by_rows_and_arrows() {
    open_window --form choice
    click 640 330
    key space
    key Down
    key Down
    key Return
    close_window
    reviews_are "$work/data" 2
}

a_picture_has_the_pixels_of_the_window() {
    open_window --form choice
    import -window "$window" "$work/window.png"
    close_window
    rm -rf "$work/data"
    "$pacta" shot choice-open "$work/shot.png" --data "$work/data" --now "$now" \
        --size 1280x800
    differ=$(compare -metric AE "$work/window.png" "$work/shot.png" null: 2>&1 || true)
    [ "$differ" = 0 ] || { say "$differ pixels differ"; return 1; }
}

it_can_be_resized_and_closed_with_nothing_lost() {
    open_window --form choice
    key 1
    for size in '640 480' '1366 768' '900 600'; do
        xdotool windowsize "$window" $size
        sleep .2
    done
    key space
    kill -0 "$process"
    close_window
    reviews_are "$work/data" 1
}

a_second_window_says_that_the_first_is_open() {
    open_window
    status=0
    timeout 10 "$pacta" study --data "$work/data" >"$work/out" 2>"$work/err" || status=$?
    close_window
    status_is 3
    says 'already open'
}

signals_close_the_window_within_a_second() {
    for signal in TERM HUP INT; do
        rm -rf "$work/data"
        env --default-signal=INT "$pacta" study --data "$work/data" --now "$now" --form flip >"$work/log" 2>&1 &
        process=$!
        window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$process" | head -1)
        xdotool windowfocus --sync "$window" 2>/dev/null || true
        sleep .3
        key space
        key 3
        kill -"$signal" "$process"
        for i in $(seq 20); do
            kill -0 "$process" 2>/dev/null || break
            sleep .05
        done
        never kill -0 "$process" 2>/dev/null
        wait "$process" || true
        reviews_are "$work/data" 1
    done
}

nothing_is_painted_and_nobody_wakes_at_rest() {
    open_window
    sleep 1
    before=$(awk '/ctxt_switches/ { n += $2 } END { print n }' "/proc/$process/status")
    ticks=$(awk '{ print $14 + $15 }' "/proc/$process/stat")
    sleep 2
    after=$(awk '/ctxt_switches/ { n += $2 } END { print n }' "/proc/$process/status")
    later=$(awk '{ print $14 + $15 }' "/proc/$process/stat")
    close_window
    [ $((after - before)) -le 4 ] || { say "$((after - before)) wake-ups in 2 s"; return 1; }
    [ $((later - ticks)) -le 1 ]
}

run_tests ten_cards_are_answered_by_keys ten_cards_are_answered_by_mouse \
    choices_are_answered_by_rows_and_arrows \
    a_picture_has_the_pixels_of_the_window \
    it_can_be_resized_and_closed_with_nothing_lost \
    a_second_window_says_that_the_first_is_open \
    signals_close_the_window_within_a_second \
    nothing_is_painted_and_nobody_wakes_at_rest
