# `pacta check` on decks that people write: planted defects through the real
# reader, watching, a deck to begin with.
. tests/cli/lib.sh
planted=tests/knowledge/planted

# "LINE rule" of each "; expect: rule", which stands in the line before.
expected() { # DECK
    awk '/^; expect: / { print NR + 1, $3 }' "$1"
}

found() { # DECK
    awk -F: -v deck="$1" '$1 == deck { sub(/^ /, "", $3); print $2, $3 }' \
        "$work/out"
}

beside() { # DECK: what is read before it
    case $1 in
    */duplicate-id.ini) echo "$planted/duplicate-id-other.ini" ;;
    esac
}

planted_defects_are_told_in_their_lines() {
    for deck in "$planted"/*.ini; do
        try "$pacta" check --now "$now" $(beside "$deck") "$deck"
        [ "$(expected "$deck")" = "$(found "$deck")" ] && continue
        say "$deck:" $(found "$deck") "not" $(expected "$deck")
        return 1
    done
}

sound_twins_pass_strictly() {
    for deck in "$planted"/sound/*.ini; do
        try "$pacta" check --strict --now "$now" \
            $(beside "$planted/${deck##*/}") "$deck"
        status_is 0
    done
}

the_decks_that_come_along_are_sound() {
    try "$pacta" check --strict --now "$now" --data "$work/data"
    status_is 0
    says ': 0 errors, 0 warnings$'
}

a_new_deck_passes_strictly_and_is_never_written_over() {
    deck="$work/Übung 1 of 2.ini"
    try "$pacta" new-deck "$deck"
    status_is 0
    before=$(sha256sum <"$deck")
    try "$pacta" check --strict "$deck"
    status_is 0
    says '^1 deck, '
    try "$pacta" new-deck "$deck"
    status_is 1
    says 'is there already'
    same_sum "$deck" "$before"
    try "$pacta" ask --data "$work/data" "$deck"
    status_is 0
}

a_new_deck_needs_a_name_and_a_place() {
    try "$pacta" new-deck
    status_is 2
    try "$pacta" new-deck "$work/deck.txt"
    status_is 2
    says 'ends in .ini'
    never [ -e "$work/deck.txt" ]
    try "$pacta" new-deck "$work/nowhere/deck.ini"
    status_is 1
    says 'cannot be written'
}

a_new_deck_that_does_not_fit_leaves_nothing() {
    # nothing may be written but what goes through the pipe
    (ulimit -f 0 && trap '' XFSZ && "$pacta" new-deck "$work/full.ini" 2>&1) |
        cat >"$work/out"
    says 'cannot be written'
    never [ -e "$work/full.ini" ]
}

write_watched() { # PLACE
    printf '[deck]\ntitle = W\nhome = Japan\n[treaty w]\nname = W pact\nplace = %s\nsource = S\n%s' \
        "$1" "$2" >"$work/next"
    mv "$work/next" "$work/watched.ini"
}

watching_says_what_changes_and_ends_cleanly() {
    write_watched Kyoto 'sgned = 1960-01-19
'
    "$pacta" check --watch "$work/watched.ini" >"$work/out" 2>"$work/err" &
    process=$!
    hears 'watched.ini:8: unknown-key: ' 1
    hears '1 warning$' 1
    write_watched Kyoto 'signed = 1960-01-32
'
    hears '^mended: .*unknown-key: ' 1
    hears 'watched.ini:8: date: ' 1
    write_watched Kyoto 'signed = 1960-01-19
'
    hears '^mended: .*: date: ' 1
    hears '0 errors, 0 warnings$' 1
    kill -INT "$process"
    status=0
    wait "$process" || status=$?
    [ "$status" -eq 0 ]
    [ "$(grep -c unknown-key "$work/out")" -eq 2 ]
    never [ -s "$work/err" ]
}

watching_hears_of_a_new_deck_in_the_folder() {
    mkdir "$work/folder"
    "$pacta" new-deck "$work/folder/one.ini" >/dev/null
    "$pacta" check --watch --decks "$work/folder" >"$work/out" 2>"$work/err" &
    process=$!
    hears '^1 deck, ' 1
    printf '[card x]\nask = Who?\n' >"$work/folder/two.ini"
    hears 'two.ini:1: card: ' 1
    rm "$work/folder/two.ini"
    hears '^mended: .*two.ini:1: card: ' 1
    kill -TERM "$process"
    status=0
    wait "$process" || status=$?
    [ "$status" -eq 0 ]
}

no_progress_is_shown_where_no_terminal_is() {
    try "$pacta" check --data "$work/data"
    never grep -q Proving "$work/err"
}

json_names_the_whole_line_where_one_reading_only_is_possible() {
    mkdir -p "$work/mend"
    printf '[deck]\ntitle = M\nlang = en\n\n[card a]\nask = A?\nanswr = B\n' \
        >"$work/mend/a.ini"
    try "$pacta" check --json "$work/mend/a.ini"
    says '"mended": *"answer = B"'
}

run_tests json_names_the_whole_line_where_one_reading_only_is_possible \
    planted_defects_are_told_in_their_lines \
    sound_twins_pass_strictly \
    the_decks_that_come_along_are_sound \
    a_new_deck_passes_strictly_and_is_never_written_over \
    a_new_deck_needs_a_name_and_a_place \
    a_new_deck_that_does_not_fit_leaves_nothing \
    watching_says_what_changes_and_ends_cleanly \
    watching_hears_of_a_new_deck_in_the_folder \
    no_progress_is_shown_where_no_terminal_is
