#!/bin/sh
# What the options of a fit are worth out of sample: the log loss of five folds
# in time, for each model, recency and prior, as a table for README.md. Usage:
# tests/bench/folds.sh PACTA FOLDER_OF_PROGRAMS, with synthetic.
set -eu

pacta=$1
programs=$2
real=tests/memory/data/real-log.csv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

loss() { # FILE MODEL RECENCY PRIOR
    "$pacta" evaluate --csv "$1" --model "$2" --recency "$3" --prior "$4" \
        --folds 5 --json --utc-offset "$offset" --rollover 4 |
        sed 's/.*"log_loss'"$5"'":\([0-9.]*\).*/\1/'
}

row() { # NAME FILE
    {
        printf '| %s |' "$1"
        for model in fsrs6 fsrs7; do
            all=$([ $model = fsrs6 ] || echo _all)
            for prior in default none; do
                for recency in none mild strong; do
                    printf ' %.4f |' "$(loss "$2" $model $recency $prior "$all")"
                done
            done
        done
        echo
    } | tee -a "$work/$kind"
}

# The mean over all rows of files.
mean() { # NAME FILE...
    name=$1
    shift
    awk -F'|' -v kind="$name" '{ for (i = 3; i < NF; i++) sum[i] += $i }
        END {
            printf "| mean, %s |", kind
            for (i = 3; i < NF; i++)
                printf " %.4f |", sum[i] / NR
            print ""
        }' "$@"
}

# The first lines of a log in order of time.
first() { # COUNT
    head -1 $real
    tail -n +2 $real | sort -t, -k2,2n | head -"$1"
}

echo '| log | 6: prior | mild | strong | 6: no prior | mild | strong | 7: prior | mild | strong | 7: no prior | mild | strong |'
echo '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|'
offset=-7
kind=real
for count in 600 2000 5000 12580; do
    first $count >"$work/log.csv"
    row "real, $count" "$work/log.csv"
done
offset=0
kind=synthetic
for learner in fsrs6 fsrs7; do
    for count in 600 2000 10000 30000; do
        for seed in 31 32; do
            "$programs/synthetic" $count 10 $seed $learner .3 >"$work/log.csv" \
                2>"$work/weights"
            row "$learner, $count" "$work/log.csv"
        done
    done
done
mean real "$work/real"
mean synthetic "$work/synthetic"
mean all "$work/real" "$work/synthetic"
