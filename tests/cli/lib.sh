# lib.sh -- what the command line tests share. Each test is a function named
# as a sentence; `run_tests NAME...` runs them and writes a line for each in
# the form the runner counts.
pacta=$OUT/pacta
export LC_ALL=C.UTF-8
# libraries loaded before it (faketime) and tracers (strace) are no faults
export ASAN_OPTIONS=verify_asan_link_order=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
now=2026-11-23T10:00:00+09:00

say() { # why a test failed
    echo "    $*" >&2
}

# Runs a command; its status in $status, what it wrote in out and err.
try() {
    status=0
    "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
}

never() { # COMMAND that must fail; `! command` would not end a test
    if "$@"; then
        say "this should not be: $*"
        return 1
    fi
}

status_is() {
    [ "$status" -eq "$1" ] && return
    say "exit status $status, not $1"
    cat "$work/out" "$work/err" | head -20 >&2
    return 1
}

says() { # PATTERN somewhere in what was written
    grep -q -- "$1" "$work/out" "$work/err" && return
    say "nothing says: $1"
    cat "$work/out" "$work/err" | head -20 >&2
    return 1
}

same_sum() { # FILE SUM
    [ "$(sha256sum <"$1")" = "$2" ] && return
    say "$1 was changed"
    return 1
}

# Answers the first question with line 1 and stops.
answer_one() { # DATA [options]
    data=$1
    shift
    status=0
    printf '1\nq\n' |
        "$pacta" ask --data "$data" --form choice --now "$now" "$@" \
            >"$work/out" 2>"$work/err" || status=$?
}

reviews_in() { # DATA
    "$pacta" stats --json --data "$1" --now "$now" 2>/dev/null | jq .reviews
}

reviews_are() { # DATA N
    is=$(reviews_in "$1")
    [ "$is" = "$2" ] && return
    say "$is reviews, not $2"
    return 1
}

# What the log holds, read past the program.
log() { # DATA SQL
    python3 -c 'import sqlite3, sys
log = sqlite3.connect("file:%s/progress.db?mode=ro" % sys.argv[1], uri=True)
for row in log.execute(sys.argv[2]):
    print(*row)' "$1" "$2"
}

# A sitting that waits for its lines: say_line speaks, close_session hangs up.
open_session() { # [NAME=VALUE...] then options of ask
    rm -f "$work/line"
    mkfifo "$work/line"
    : >"$work/out"
    env "$@" <"$work/line" >"$work/out" 2>"$work/err" &
    process=$!
    exec 9>"$work/line"
}

say_line() { # LINE
    printf '%s\n' "$1" >&9
}

# Waits up to five seconds until PATTERN was written COUNT times.
hears() { # PATTERN [COUNT]
    for i in $(seq 100); do
        times=$(cat "$work/out" "$work/err" | grep -c -- "$1" || true)
        [ "$times" -ge "${2:-1}" ] && return
        sleep .05
    done
    say "heard $times times: $1"
    return 1
}

close_session() {
    exec 9>&-
    status=0
    wait "$process" || status=$?
}

run_tests() {
    worst=0
    for test in "$@"; do
        rm -rf "$work"/*
        # not as a condition: there `set -e` would not count
        (
            set -e
            "$test"
        )
        if [ $? -eq 0 ]; then
            echo "[       OK ] $test"
        else
            echo "[  FAILED  ] $test"
            worst=1
        fi
    done
    return $worst
}
