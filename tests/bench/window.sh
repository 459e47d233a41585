#!/bin/sh
# The window beside a bare one and beside its peers, in one run: from start to
# the first frame, memory at rest, how often it wakes; then the frames of each
# screen. Writes two tables; tests/bench/README.md says what they mean.
set -eu
export LC_ALL=C.UTF-8
rounds=${ROUNDS:-9}
now=2026-11-23T10:00:00+09:00
work=$(mktemp -d)
large=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work" "$large" "$OUT/frame"' EXIT

command -v Xvfb >/dev/null || {
    echo "window: Xvfb is missing; sh tests/deps.sh bench" >&2
    exit 0
}
# A display that stays when the last program has left it.
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -noreset \
    3>"$work/display" >/dev/null 2>&1 &
server=$!
while [ ! -s "$work/display" ]; do sleep .05; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
unset WAYLAND_DISPLAY
pacta=build/pacta
[ "$OUT" = build/release ] || pacta=$OUT/pacta

# NAME COMMAND...: one start, as "NAME map_ms frame_ms pss_kib wakes".
watch() {
    name=$1
    shift
    line=$("$OUT/tests/bench/start" "$@" 2>/dev/null) || return 0
    echo "$name $line" >>"$work/figures"
}

make_data() {
    mkdir -p "$work/home"
    yes 1 | head -60 | "$pacta" ask --data "$work/small" --form choice \
        --now "$now" >/dev/null 2>&1 || true
    "$OUT/tests/bench/make_large" "$large/data" 100000 1000000
    # the first start of a day makes the backup and what is derived
    "$pacta" due --data "$large/data" --now "$now" >/dev/null 2>&1 || true
}

measure_starts() {
    : >"$work/figures"
    for i in $(seq "$rounds"); do
        watch bare "$OUT/tests/bench/bare_sdl"
        watch pacta "$pacta" --data "$work/small" --now "$now"
        watch large "$pacta" --data "$large/data" --now "$now"
    done
}

# Once each before, for what they make at their first start. The browser that
# is in Mnemosyne refuses to be sandboxed by root.
measure_peers() {
    export QTWEBENGINE_DISABLE_SANDBOX=1
    for peer in kwordquiz parley mnemosyne; do
        command -v "$peer" >/dev/null || continue
        "$OUT/tests/bench/start" "$peer" >/dev/null 2>&1 || true
        for i in $(seq $((rounds / 2 + 1))); do
            # killed, Mnemosyne would ask whether it still runs
            find "$work/home" -depth -path '*mnemosyne*' -delete
            watch "$peer" "$peer"
            watch pacta "$pacta" --data "$work/small" --now "$now"
        done
    done
}

tell_starts() {
    sort -k1,1 -s "$work/figures" | awk '
    function median(name, field,    i, j, n, t, v) {
        n = count[name]
        for (i = 1; i <= n; i++) v[i] = figure[name, i, field]
        for (i = 2; i <= n; i++) {
            t = v[i]
            for (j = i - 1; j > 0 && v[j] > t; j--) v[j + 1] = v[j]
            v[j + 1] = t
        }
        return v[int((n + 1) / 2)]
    }
    function row(name, says) {
        if (!count[name]) return
        printf "| %s | %.0f | %.0f | %.1f | %.0f |\n", says, median(name, 1),
            median(name, 2), median(name, 3) / 1024, median(name, 4)
    }
    function judge(says, is, goal) {
        printf "window: %s: %.2f x (goal %.2f x: %s)\n", says, is, goal,
            is <= goal ? "met" : "missed"
    }
    function beside(name) {
        if (!count[name]) return
        judge("first window beside " name, median("pacta", 1) / median(name, 1), 1 / 3)
        judge("memory beside " name, median("pacta", 3) / median(name, 3), 1 / 2)
    }
    NF == 5 {
        count[$1]++
        for (i = 2; i <= 5; i++) figure[$1, count[$1], i - 1] = $i
    }
    END {
        print "| program | first window, ms | first frame, ms | memory (PSS), MiB | wakes a second |"
        print "|---|---:|---:|---:|---:|"
        row("bare", "a bare SDL window with the same faces")
        row("pacta", "Pacta, bundled decks")
        row("large", "Pacta, 100,000 items and 1,000,000 answers")
        row("kwordquiz", "KWordQuiz"); row("parley", "Parley"); row("mnemosyne", "Mnemosyne")
        print ""
        judge("first frame, bundled decks, beside a bare window",
              median("pacta", 2) / median("bare", 2), 1.5)
        judge("first frame, 100,000 items, beside a bare window",
              median("large", 2) / median("bare", 2), 1.7)
        judge("memory, bundled decks, beside a bare window",
              median("pacta", 3) / median("bare", 3), 2)
        beside("kwordquiz"); beside("parley"); beside("mnemosyne")
    }'
}

# build/KIND/frame: from there it finds the decks.
measure_frames() {
    cp "$OUT/tests/bench/frame" "$OUT/frame"
    echo "| screen | first frame, ms | slowest that moves, ms | at rest, ms |"
    echo "|---|---:|---:|---:|"
    "$pacta" shot --help | sed -n '/^Screens/,/^$/s/^  //p' |
        while read -r screen; do
            figures=$("$OUT/frame" "$screen" 2>/dev/null) || continue
            echo "$screen $figures"
        done | tee "$work/frames" |
        awk '{ printf "| %s | %.1f | %s | %.1f |\n", $1, $2, $4 ? sprintf("%.1f", $3) : "", $5 }'
    awk '
    $3 > slowest { slowest = $3; where = $1 }
    $5 > rest { rest = $5; at = $1 }
    END {
        printf "\nwindow: slowest frame that moves: %.1f ms, of %s (goal 16 ms: %s)\n",
            slowest, where, slowest <= 16 ? "met" : "missed"
        printf "window: slowest screen at rest: %.1f ms, %s (goal 4 ms: %s)\n",
            rest, at, rest <= 4 ? "met" : "missed"
    }' "$work/frames"
}

HOME=$work/home
export HOME
make_data
measure_starts
measure_peers
tell_starts
echo
measure_frames
