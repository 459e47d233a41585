# Decks and answers that take long to read: the window is there meanwhile.
. tests/window/lib.sh

# A deck whose file is slow to open.
open_slowly() { # SECONDS, options
    slow=$1
    shift
    # leaks cannot be looked for in a program that is traced
    ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" strace -f -qq -o "$work/trace" -P "$PWD/decks/context.ini" \
        -e trace=openat -e inject=openat:delay_enter="${slow}s" \
        "$pacta" study --data "$work/data" --now "$now" "$@" >"$work/log" 2>&1 &
    process=$!
    window=$(timeout 20 xdotool search --sync --onlyvisible --class pacta | head -1)
    [ -n "$window" ] || { say 'no window opens'; return 1; }
    program=$(pgrep -P "$process") # the tracer waits for it
}

colours() { # FILE: how many are in a picture
    identify -format %k "$1"
}

the_window_says_that_decks_are_read() {
    open_slowly 4 --form choice
    sleep 1
    import -window "$window" "$work/before.png"
    [ "$(colours "$work/before.png")" -gt 20 ]
    for i in $(seq 80); do
        import -window "$window" "$work/after.png"
        compare -metric AE "$work/before.png" "$work/after.png" null: \
            >"$work/out" 2>&1 || break
        sleep .1
    done
    never [ "$(cat "$work/out")" = 0 ]
    xdotool windowfocus --sync "$window" 2>/dev/null || true
    key 1
    sleep .3
    kill -TERM "$program"
    wait "$process" || true
    reviews_are "$work/data" 1
}

what_hinders_is_said_though_the_window_is_there() {
    open_window
    first=$process
    open_slowly 2
    status=0
    wait "$process" || status=$?
    cp "$work/log" "$work/out"
    process=$first
    close_window
    status_is 3
    says 'already open'
}

run_tests the_window_says_that_decks_are_read \
    what_hinders_is_said_though_the_window_is_there
