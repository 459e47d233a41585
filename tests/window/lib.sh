# lib.sh -- a real window on a display of the test's own.
. tests/cli/lib.sh

Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -noreset 3>"$work.display" \
    >/dev/null 2>&1 &
server=$!
for i in $(seq 100); do
    [ -s "$work.display" ] && break
    sleep .05
done
DISPLAY=:$(cat "$work.display")
export DISPLAY
unset WAYLAND_DISPLAY
# nothing of the desktop that the tests run on; without a bus SDL leaks, too
export DBUS_SESSION_BUS_ADDRESS=disabled:
trap 'kill "$server" 2>/dev/null; rm -rf "$work" "$work.display"' EXIT

# Starts the window; $process is its id, $window the window's.
open_window() { # options
    open_program study "$@"
}

open_program() { # [study] options
    xdotool mousemove 1399 899 # over nothing
    "$pacta" "$@" --data "$work/data" --now "$now" >"$work/log" 2>&1 &
    process=$!
    window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$process" | head -1)
    [ -n "$window" ] || {
        say 'no window opens'
        cat "$work/log" >&2
        return 1
    }
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

# Nothing moves and no caret blinks, so that a picture that stands still is
# what a step led to.
without_motion() {
    mkdir -p -m 700 "$work/data"
    printf '[look]\nmotion = off\n' >"$work/data/settings.ini"
}

look() { # what is on the display now, as one number
    import -window root -depth 8 rgb:- | sha1sum
}

# Does something, and waits until it is seen and the picture stands still.
seen() { # COMMAND...
    first=$(look)
    last=$first
    "$@"
    for i in $(seq 60); do
        picture=$(look)
        [ "$picture" != "$first" ] && [ "$picture" = "$last" ] && return
        last=$picture
        sleep .05
    done
    say "nothing is seen of: $*"
    return 1
}

# The log while the window has it open: a copy of what is durable.
log_now() { # SQL
    mkdir -p "$work/copy"
    cp "$work"/data/progress.db* "$work/copy" 2>/dev/null || true
    log "$work/copy" "$1" 2>/dev/null || true
}

until_log() { # SQL ANSWER
    for i in $(seq 60); do
        answer=$(log_now "$1")
        [ "$answer" = "$2" ] && return
        sleep .05
    done
    say "the log says $answer, not $2, to: $1"
    return 1
}

answered() { # COUNT reviews
    until_log 'select count(*) from event where kind = 1' "$1"
}

until_ended() { # within five seconds; its status in $status
    for i in $(seq 100); do
        kill -0 "$process" 2>/dev/null || break
        sleep .05
    done
    never kill -0 "$process" 2>/dev/null
    status=0
    wait "$process" || status=$?
}
