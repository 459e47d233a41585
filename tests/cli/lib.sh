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
