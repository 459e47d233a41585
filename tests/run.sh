#!/bin/sh
# Runs every test program named, then the scripts of tests/, and closes with
# one line: N passed, N failed. A program that ends without a count, or is
# killed, is one failure.
set -u
export LC_ALL=C.UTF-8
passed=0
failed=0
report=$(mktemp -d)
trap 'rm -rf "$report"' EXIT

count() { # NAME: adds what cmocka or a script wrote to $report/out
    ok=$(grep -c '^\[       OK \]' "$report/out")
    bad=$(grep -c '^\[  FAILED  \] [a-z_0-9]*$' "$report/out")
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1
    fi
    if [ "$ok" -eq 0 ] && [ "$bad" -eq 0 ]; then
        echo "$1: ran no test" >>"$report/out"
        bad=1
    fi
    passed=$((passed + ok))
    failed=$((failed + bad))
    if [ "$bad" -gt 0 ]; then
        echo "== $1: $bad failed"
        grep -v '^\[ RUN\|^\[       OK \]' "$report/out"
    else
        echo "ok $1 ($ok)"
    fi
}

for program in "$@"; do
    "$program" >"$report/out" 2>&1
    status=$?
    # cmocka names a failed test twice; the summary line is enough.
    awk '!(/^\[  FAILED  \]/ && seen[$0]++)' "$report/out" >"$report/once"
    mv "$report/once" "$report/out"
    count "$program"
done

for script in tests/*.test.sh tests/cli/*.test.sh tests/window/*.test.sh; do
    [ -e "$script" ] || continue
    sh "$script" >"$report/out" 2>&1
    status=$?
    count "$script"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
