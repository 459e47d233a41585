# Decks that are edited while one studies, in a real window.
. tests/window/lib.sh

river() { # ID NAME LENGTH
    printf '[river %s]\nname = %s\nlength = %s\nsource = Atlas\n' "$1" "$2" "$3"
}

# Three rivers, in the order in which they are asked; without the last one
# where there is a second argument.
write_deck() { # LENGTH-OF-THE-NILE [SHORT]
    mkdir -p "$work/data/decks"
    {
        printf '[kind river]\nlabel = river\nplural = rivers\ntitle = name\n'
        printf '[field river.length]\ntype = count\nlabel = Length\n'
        printf 'ask = How long is {title}?\n[deck]\ntitle = Rivers\nlang = en\n'
        river nile Nile "$1"
        river rhine Rhine 1230
        [ $# -gt 1 ] || river danube Danube 2850
    } >"$work/data/decks/.rivers.new"
    mv "$work/data/decks/.rivers.new" "$work/data/decks/rivers.ini"
}

open_rivers() {
    without_motion
    write_deck 6650
    open_program study --decks "$work/data/decks" --form flip
}

a_deck_saved_in_a_sitting_is_read_again_by_itself() {
    open_rivers
    key space space
    answered 1
    seen write_deck 6651 # the toast
    key space space
    answered 2
    key ctrl+z
    until_log 'select count(*) from event where kind = 2' 1
    close_window
}

a_deck_that_goes_in_a_sitting_leaves_its_answers() {
    open_rivers
    key space space
    answered 1
    seen mv "$work/data/decks/rivers.ini" "$work/rivers.ini"
    key space space # the card on show is still answered
    answered 2
    key Return
    sleep .3
    seen mv "$work/rivers.ini" "$work/data/decks/rivers.ini"
    close_window
    reviews=$(log "$work/data" 'select count(*) from event where kind = 1')
    [ "$reviews" = 2 ]
}

a_mistake_made_in_a_sitting_is_told_and_one_comes_back_from_it() {
    open_rivers
    seen write_deck long
    seen key w
    seen key Escape
    key space space
    answered 1
    close_window
}

what_is_not_changed_is_not_told() {
    open_rivers
    picture=$(look)
    printf 'x\n' >"$work/data/decks/notes.txt"
    sleep 1
    [ "$(look)" = "$picture" ]
    close_window
}

run_tests a_deck_saved_in_a_sitting_is_read_again_by_itself \
    a_deck_that_goes_in_a_sitting_leaves_its_answers \
    a_mistake_made_in_a_sitting_is_told_and_one_comes_back_from_it \
    what_is_not_changed_is_not_told
