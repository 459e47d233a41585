# A deck with a mistake, in a real window: seen, mended outside, read again.
. tests/window/lib.sh

# A deck of the learner's own that has a date which does not exist.
write_deck() { # DATE
    mkdir -p "$work/data/decks"
    cat >"$work/data/decks/korea.ini" <<END
[deck]
title = Japan and Korea
home = Japan
lang = en

[treaty gsomia]
name = GSOMIA
party = Japan
party = Republic of Korea
place = Seoul
signed = $1
aim = Protect shared military secrets
source = GSOMIA, Article 21
END
}

differs() { # PICTURE PICTURE: in how many pixels
    compare -metric AE "$1" "$2" null: 2>&1 || true
}

the_lines_around_a_mistake_are_read_and_shown() {
    without_motion
    write_deck 2016-23-11
    open_program study --decks "$work/data/decks"
    key Escape
    seen key w
    import -window "$window" "$work/window.png"
    close_window
    "$pacta" shot mistakes "$work/shot.png" --data "$work/data" \
        --decks "$work/data/decks" --now "$now" --size 1280x800
    pixels=$(differs "$work/window.png" "$work/shot.png")
    [ "$pixels" = 0 ] || { say "$pixels pixels differ"; return 1; }
}

a_mistake_mended_outside_is_gone_when_decks_are_read_again() {
    without_motion
    write_deck 2016-23-11
    open_program study --decks "$work/data/decks" --form flip
    key Escape
    seen key w
    write_deck 2016-11-23
    seen key F5
    seen key Return # on the page of today it begins a sitting
    key space space
    answered 1
    close_window
}

signed_on() { # DATE in the deck now
    grep -qx "signed = $1" "$work/data/decks/korea.ini"
}

a_mistake_is_mended_and_taken_back_by_key() {
    without_motion
    write_deck 2016-23-11
    open_program study --decks "$work/data/decks"
    key Escape
    seen key w
    seen key m
    signed_on 2016-11-23
    grep -qx 'signed = 2016-23-11' "$work/data/decks/korea.ini~"
    seen key ctrl+z
    signed_on 2016-23-11
    close_window
}

a_file_that_changed_under_a_mistake_is_not_mended() {
    without_motion
    write_deck 2016-23-11
    open_program study --decks "$work/data/decks"
    key Escape
    seen key w
    sed -i 's/^place.*/place = Busan/' "$work/data/decks/korea.ini"
    key m
    sleep 1
    signed_on 2016-23-11
    close_window
}

run_tests a_mistake_is_mended_and_taken_back_by_key \
    a_file_that_changed_under_a_mistake_is_not_mended \
    the_lines_around_a_mistake_are_read_and_shown \
    a_mistake_mended_outside_is_gone_when_decks_are_read_again
