# lib.sh -- a real window on a display of the test's own.
. tests/cli/lib.sh

Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$work.display" \
    >/dev/null 2>&1 &
server=$!
for i in $(seq 100); do
    [ -s "$work.display" ] && break
    sleep .05
done
DISPLAY=:$(cat "$work.display")
export DISPLAY
unset WAYLAND_DISPLAY
trap 'kill "$server" 2>/dev/null; rm -rf "$work" "$work.display"' EXIT

# Starts the window; $process is its id, $window the window's.
open_window() { # options
    "$pacta" study --data "$work/data" --now "$now" "$@" >"$work/log" 2>&1 &
    process=$!
    window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$process" | head -1)
    xdotool windowfocus --sync "$window" 2>/dev/null || true
    sleep .3
}

key() {
    xdotool key --window 0 "$@"
    sleep .12
}

click() { # X Y
    xdotool mousemove --window "$window" "$1" "$2" click 1
    sleep .15
}

close_window() {
    kill -TERM "$process"
    for i in $(seq 40); do
        kill -0 "$process" 2>/dev/null || break
        sleep .05
    done
    never kill -0 "$process" 2>/dev/null
    wait "$process" || true
}
