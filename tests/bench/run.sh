#!/bin/sh
# Runs every benchmark; each line says what was measured beside what, and
# whether the goal was met. Nothing here decides whether the tests pass.
set -u
"$OUT"/tests/bench/bots assets/kinds/*.ini decks/*.ini
for program in "$OUT"/tests/bench/bench_*; do
    case "$program" in
    *.o | *.d) continue ;;
    */bench_memory) sh tests/bench/memory.sh "$program" ;;
    */bench_fit) sh tests/bench/fit.sh "$OUT/tests/bench" ;;
    */bench_evidence) "$program" 2000 ;;
    *) "$program" ;;
    esac
done
if command -v dbus-run-session >/dev/null; then
    dbus-run-session -- sh tests/bench/window.sh
else
    sh tests/bench/window.sh
fi
