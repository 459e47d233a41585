# pacta fit and pacta evaluate: on tables, and on the learner's own log.
. tests/cli/lib.sh

# 12,580 reviews of one learner, from the tests of py-fsrs (MIT licence)
real=tests/memory/data/real-log.csv
table="--csv $real --utc-offset -7 --rollover 4"
plain='--recency none --prior none'

# Whether a filter of jq holds for what was written.
holds() { # FILTER
    jq -e "$1" "$work/out" >"$work/is" && return
    say "not so: $1"
    cat "$work/out" >&2
    return 1
}

the_defaults_on_a_real_log_have_the_published_figures() {
    try "$pacta" evaluate --model fsrs6 --json $table
    status_is 0
    holds '.targets == 6372 and .reviews == 12580 and .folds == 0
        and (.log_loss - .465213 | fabs) < 1e-6
        and (.rmse_bins - .0838 | fabs) < 1e-4
        and (.right - .7803 | fabs) < 1e-4 and (has("log_loss_all") | not)'
    try "$pacta" evaluate --json $table
    status_is 0
    holds '.targets == 6372 and .targets_all == 11375
        and (.log_loss - .4726 | fabs) < 1e-4
        and (.log_loss_all - .4989 | fabs) < 1e-4'
}

a_fit_to_a_real_log_is_as_close_as_can_be() {
    try "$pacta" fit --model fsrs6 --json $plain $table
    status_is 0
    holds '.log_loss <= .4470 and .log_loss > .44 and .targets == 6372
        and (.weights | length) == 21 and .rmse_bins < .045 and .auc > .73
        and .iterations > 3 and .seconds >= 0 and .too_few == false'
    try "$pacta" fit --json $plain $table
    holds '.log_loss < .4725 and (.weights | length) == 34'
}

folds_foretell_what_came_after() {
    try "$pacta" evaluate --model fsrs6 --folds 5 --json $plain $table
    status_is 0
    holds '.log_loss < .443448 and .log_loss > .42 and .targets == 5310
        and .recency == "none"'
    # and the defaults of both models do so better than no fit at all
    for model in fsrs6 fsrs7; do
        try "$pacta" evaluate --model $model --folds 5 --json $table
        holds '.log_loss < .4390 and .recency == "mild" and .prior == "default"'
    done
}

what_was_fitted_can_be_evaluated() {
    try "$pacta" fit --model fsrs6 --json $table
    weights=$(jq -r '.weights | join(",")' "$work/out")
    loss=$(jq .log_loss "$work/out")
    try "$pacta" evaluate --model fsrs6 --weights "$weights" --json $table
    status_is 0
    holds "(.log_loss - $loss | fabs) < 1e-8"
}

the_same_table_gives_the_same_fit_whatever_its_order() {
    head -1 $real | tee "$work/sorted.csv" "$work/back.csv" >"$work/mixed.csv"
    tail -n +2 $real | sort -t, -k2,2n >>"$work/sorted.csv"
    tail -n +2 $real | sort -t, -k1,1n -k2,2nr >>"$work/back.csv"
    tail -n +2 $real | shuf --random-source=$real >>"$work/mixed.csv"
    for model in fsrs6 fsrs7; do
        try "$pacta" fit --model $model --json $table
        jq -c 'del(.seconds)' "$work/out" >"$work/one"
        for name in sorted back mixed; do
            try "$pacta" fit --model $model --json --csv "$work/$name.csv" \
                --utc-offset -7
            status_is 0
            jq -c 'del(.seconds)' "$work/out" | cmp - "$work/one"
        done
    done
}

a_few_reviews_are_too_few() {
    head -30 $real >"$work/few.csv"
    try "$pacta" fit --csv "$work/few.csv"
    status_is 0
    says 'Too few to fit to: it takes 64; the default weights stay'
    try "$pacta" fit --json --csv "$work/few.csv"
    holds '.too_few and .weights[1] == 2.2395'
    head -1 $real >"$work/none.csv"
    try "$pacta" fit --json --csv "$work/none.csv"
    status_is 0
    try "$pacta" evaluate --json --folds 5 --csv "$work/none.csv"
    status_is 0
    holds '.targets == 0'
}

what_cannot_be_read_is_named_and_ends_it() {
    printf 'card_id,review_time,review_rating\n1,5,3\n1,x,3\n' >"$work/bad.csv"
    for command in fit evaluate; do
        try "$pacta" $command --csv "$work/bad.csv"
        status_is 1
        says 'bad.csv:3: review_time is "x"'
        [ ! -s "$work/out" ]
        try "$pacta" $command --csv "$work/nowhere.csv"
        status_is 1
        for words in '--recency much' '--prior 1' '--utc-offset east' \
            '--utc-offset 15' '--rollover 24' 'deck'; do
            try "$pacta" $command --csv "$work/bad.csv" $words
            status_is 2
            [ "$(wc -l <"$work/err")" = 1 ]
        done
    done
    try "$pacta" fit --csv "$work/bad.csv" --undo
    status_is 2
    try "$pacta" evaluate --csv "$work/bad.csv" --folds 5 --weights 1,2
    status_is 2
    try "$pacta" evaluate --csv $real --weights 1,2
    status_is 1
}

# Answers of 40 days to the learner's log.
study_a_while() { # DATA
    for day in $(seq -w 1 28); do
        seq 80 | sed "s/.*/$((1 + ${day#0} % 3))/" |
            "$pacta" ask --data "$1" --form choice --json \
                --now "2026-11-${day}T10:00:00+09:00" >>"$work/sitting" 2>&1
    done
}

a_fit_to_the_log_is_kept_obeyed_and_taken_back() {
    study_a_while "$work/data"
    reviews=$(reviews_in "$work/data")
    [ "$reviews" -gt 100 ]
    later=2026-12-01T10:00:00+09:00
    "$pacta" due --json --data "$work/data" --now $later >"$work/before"
    try "$pacta" fit --json --data "$work/data" --now $later
    status_is 0
    holds ".reviews == $reviews and .too_few == false and .model == \"fsrs7\"
        and .log_loss <= .log_loss_before"
    jq -c .weights "$work/out" >"$work/weights"
    # one event, whose body says all of it
    [ "$(log "$work/data" "select count(*) from event where kind = 6 and
        json_extract(body, '\$.name') = 'weights' and
        json_array_length(json_extract(body, '\$.weights')) = 34")" = 1 ]
    "$pacta" due --json --data "$work/data" --now $later >"$work/after"
    never cmp -s "$work/before" "$work/after"
    # the log alone gives the same, without what is cached
    python3 -c 'import sqlite3, sys
log = sqlite3.connect(sys.argv[1] + "/progress.db")
log.execute("drop table derived"); log.commit()' "$work/data"
    "$pacta" due --json --data "$work/data" --now $later | cmp - "$work/after"
    try "$pacta" evaluate --json --data "$work/data" --now $later
    status_is 0
    try "$pacta" fit --undo --data "$work/data" --now $later
    status_is 0
    says 'The last fit is taken back'
    "$pacta" due --json --data "$work/data" --now $later | cmp - "$work/before"
    try "$pacta" fit --undo --data "$work/data" --now $later
    status_is 1
    says 'no fit to take back'
    reviews_are "$work/data" "$reviews"
}

sigint_stops_it_and_changes_nothing() {
    # long enough to be caught: many learners, whose answers may all be luck
    awk -F, -v OFS=, 'NR == 1 { print $0 ",chance" }
        NR > 1 { card = $1
            for (i = 0; i < 40; i++) { $1 = card "-" i; print $0 ",.25" } }' \
        $real >"$work/luck.csv"
    python3 - "$pacta" "$work/luck.csv" >"$work/out" 2>"$work/err" <<'PY'
import os, pty, signal, sys, time
process, terminal = pty.fork()
if process == 0:
    os.execv(sys.argv[1], [sys.argv[1], "fit", "--csv", sys.argv[2]])
said = b""
while b"s left" not in said:
    said += os.read(terminal, 4096)
os.kill(process, signal.SIGINT)
while True:
    try:
        more = os.read(terminal, 4096)
    except OSError:
        break
    if not more:
        break
    said += more
status = os.waitpid(process, 0)[1]
print("signal", os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0)
print(said.decode().replace("\r", "\n"))
PY
    says '^signal 2$'
    says 'Fitting \[[#.]*\] *[0-9]* %, [0-9]* s left'
    says 'Stopped; nothing was changed'
}

run_tests the_defaults_on_a_real_log_have_the_published_figures \
    a_fit_to_a_real_log_is_as_close_as_can_be folds_foretell_what_came_after \
    what_was_fitted_can_be_evaluated \
    the_same_table_gives_the_same_fit_whatever_its_order \
    a_few_reviews_are_too_few what_cannot_be_read_is_named_and_ends_it \
    a_fit_to_the_log_is_kept_obeyed_and_taken_back \
    sigint_stops_it_and_changes_nothing
