#!/bin/sh
# The speed of the memory models, and beside it that of their peers in the
# same run. Usage: tests/bench/memory.sh PROGRAM, the built bench_memory.
# The peers are installed into build/bench/node, where npm is there to do it;
# without them the batch alone is judged.
set -eu

program=$1
here=$(dirname "$0")
folder=build/bench/node
figures=build/bench/memory.txt

mkdir -p "$folder"
"$program" > "$figures"
if [ ! -d "$folder/node_modules/ts-fsrs" ] && command -v npm > /dev/null; then
    npm install --prefix "$folder" --no-save --no-audit --no-fund --silent \
        @open-spaced-repetition/binding@0.5.0 ts-fsrs@5.4.2 > /dev/null || true
fi
if [ -d "$folder/node_modules/ts-fsrs" ] && command -v node > /dev/null; then
    node "$here/peer_memory.mjs" "$folder" >> "$figures" || true
fi

awk -F '\t' '
function text(rate) {
    if (rate >= 1e6)
        return sprintf("%.1f M a second", rate / 1e6)
    return sprintf("%.0f k a second", rate / 1e3)
}
function judge(what, is, goal, against) {
    printf "memory: %s: %s, %.2f x %s: %s\n", what, text(is), is / goal,
           against, (is >= goal) ? "met" : "missed"
}
{ rate[$1] = $2 }
END {
    judge("FSRS-6, four outcomes in a batch", rate["fsrs6-batch"], 15e6,
          "the goal of 15 M")
    judge("FSRS-7, four outcomes in a batch", rate["fsrs7-batch"], 1e6,
          "the goal of 1 M")
    single = "FSRS-6, four outcomes by single calls"
    if (rate["peer-binding"] > 0)
        judge(single, rate["fsrs6-single"], rate["peer-binding"],
              "the native binding of fsrs-rs")
    if (rate["peer-ts-fsrs"] > 0)
        judge(single, rate["fsrs6-single"], rate["peer-ts-fsrs"], "ts-fsrs")
    else
        printf "memory: %s: %s; no peer to compare with, it needs npm and " \
               "node\n", single, text(rate["fsrs6-single"])
    printf "memory: FSRS-7, four outcomes by single calls: %s; neither peer " \
           "has it\n", text(rate["fsrs7-single"])
}' "$figures"
