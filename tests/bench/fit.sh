#!/bin/sh
# Fits beside those of fsrs-rs, in the same run: how long they take, and how
# well they foretell. Usage: tests/bench/fit.sh FOLDER_OF_PROGRAMS, with
# bench_fit and synthetic. PACTA_SEED chooses other synthetic learners,
# PACTA_REVIEWS other lengths than "10000 100000 1000000". The peer is installed
# into build/bench/node, where npm is there to do it.
set -eu

programs=$1
here=$(dirname "$0")
node=build/bench/node
folder=build/bench/fit
peer=$node/node_modules/@open-spaced-repetition/binding
seed=${PACTA_SEED:-3}

mkdir -p "$folder" "$node"
if [ ! -d "$peer" ] && command -v npm >/dev/null; then
    npm install --prefix "$node" --no-save --no-audit --no-fund --silent \
        @open-spaced-repetition/binding@0.5.0 ts-fsrs@5.4.2 >/dev/null || true
fi

# Measures one log, with the peer where it is there.
measure() { # NAME FILE.csv UTC_OFFSET ROUNDS FOLDS
    rm -f "$folder/$1.peer"
    if [ -d "$peer" ] && command -v node >/dev/null; then
        node "$here/peer_fit.mjs" "$node" "$2" "$3" "$4" "$5" \
            >"$folder/$1.peer" || rm -f "$folder/$1.peer"
    fi
    "$programs/bench_fit" "$2" "$3" "$folder/$1.peer" >"$folder/$1.txt"
}

# name value -> "name=value " of one log, for awk.
report() { # NAME TIMES
    awk -v name="$1" -v times="$2" '
    function judge(what, met) {
        printf "fit: %s: %s: %s\n", name, what, met ? "met" : "missed"
    }
    { is[$1] = $2 }
    END {
        printf "fit: %s: FSRS-6 %.3f s, loss %.6f (defaults %.6f, optimum %.6f); FSRS-7 %.3f s, loss %.6f; at most %d MiB\n",
            name, is["seconds6"], is["loss6"], is["loss-defaults"],
            is["optimum6"], is["seconds7"], is["loss7"], is["peak"]
        judge(sprintf("%.6f above the optimum, .0001 at most",
            is["loss6"] - is["optimum6"]), is["loss6"] - is["optimum6"] <= .0001)
        if (is["reviews"] >= 500000)
            judge("200 MiB at most", is["peak"] <= 200)
        if (is["peer-seconds"] > 0) {
            ratio = is["peer-seconds"] / is["seconds6"]
            text = sprintf("fsrs-rs %.3f s, %.1f x ours", is["peer-seconds"], ratio)
            if (times > 0)
                judge(text ", " times " x at least", ratio >= times)
            else
                printf "fit: %s: %s\n", name, text
            less = is["peer-loss"] - is["loss6"]
            judge(sprintf("fsrs-rs loss %.6f, ours %.6f below, .00015 at least",
                is["peer-loss"], less), less >= .00015)
        } else
            printf "fit: %s: no peer to compare with, it needs npm and node\n", name
        if (is["peer-folds"] > 0) {
            judge(sprintf("five folds, fsrs-rs %.6f, FSRS-6 %.6f, FSRS-7 %.6f",
                is["peer-folds"], is["folds6"], is["folds7"]),
                is["folds6"] < is["peer-folds"])
            judge("loss .4470 at most", is["loss6"] <= .4470)
        }
    }' "$folder/$1.txt"
}

measure real tests/memory/data/real-log.csv -7 1 5
report real 0
before=0
for reviews in ${PACTA_REVIEWS:-10000 100000 1000000}; do
    new=$(awk -v n="$reviews" 'BEGIN { print n < 50000 ? 10 : n < 500000 ? 20 : 60 }')
    times=$(awk -v n="$reviews" 'BEGIN { print n < 50000 ? 0 : n < 500000 ? 10 : 20 }')
    rounds=$(awk -v n="$reviews" 'BEGIN { print n < 500000 ? 3 : 1 }')
    "$programs/synthetic" "$reviews" "$new" "$seed" >"$folder/log.csv"
    measure "$reviews" "$folder/log.csv" 0 "$rounds" 0
    report "$reviews" "$times"
    seconds=$(awk '$1 == "seconds6" { print $2 }' "$folder/$reviews.txt")
    awk -v a="$before" -v b="$seconds" -v n="$reviews" 'BEGIN {
        if (a > 0)
            printf "fit: %s: %.1f x the time of a tenth of the reviews, 11 x at most: %s\n",
                n, b / a, b / a <= 11 ? "met" : "missed" }'
    before=$seconds
done
rm -f "$folder/log.csv"
