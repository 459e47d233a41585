#!/bin/sh
# Fits to learners of other seeds and other weights than fit.sh has: is the loss
# of the true weights reached, and that of the optimum? Usage:
# tests/bench/holdout.sh FOLDER_OF_PROGRAMS, with bench_holdout and synthetic.
# PACTA_REVIEWS is how many each has, PACTA_SEEDS which.
set -eu

programs=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo '| learner | true weights | fit | optimum | fit less it | s |'
echo '|---|---:|---:|---:|---:|---:|'
for model in fsrs6 fsrs7; do
    for seed in ${PACTA_SEEDS:-41 42 43 44 45}; do
        "$programs/synthetic" "${PACTA_REVIEWS:-100000}" 20 "$seed" "$model" .3 \
            >"$work/log.csv" 2>"$work/weights"
        printf '| %s, %s |' "$model" "$seed"
        "$programs/bench_holdout" "$work/log.csv" "$model" \
            "$(cat "$work/weights")"
    done
done
