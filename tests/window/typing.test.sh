# Keyboards of other countries, the number pad, the clipboard.
. tests/window/lib.sh
# SDL 2.26 reads past a buffer of its own when the key of an accented letter
# is let go; nothing of that is used
export ASAN_OPTIONS="$ASAN_OPTIONS:intercept_strlen=0"

typed_deck() {
    cat >"$work/typed.ini" <<'D'
[deck]
title = Typed
[card t.japan]
ask = Which country has Tokyo?
answer = 日本
source = Atlas
D
}

# The option that was chosen last, from 0.
chosen_is() {
    until_log "select json_extract(body, '\$.chosen') from event
        where kind = 1 order by seq desc limit 1" "$1"
}

typed_is() {
    until_log "select json_extract(body, '\$.typed') from event
        where kind = 1 order by seq desc limit 1" "$1"
}

says_setting() { # LINE of settings.ini
    for i in $(seq 60); do
        grep -qx -- "$1" "$work/data/settings.ini" && return
        sleep .05
    done
    say "settings.ini does not say $1"
    return 1
}

azerty_digits_answer_without_shift() {
    without_motion
    setxkbmap fr
    open_window --form choice
    seen key 11 # é, where others have 2
    chosen_is 1
    seen key space
    seen key 10 # &
    chosen_is 0
    setxkbmap us
    close_window
}

dead_keys_and_accented_letters_are_typed() {
    typed_deck
    without_motion
    setxkbmap fr
    open_window --form typed "$work/typed.ini"
    seen key 34 26 # ^ and e
    seen key 11
    seen key 21 # =
    seen key Return
    typed_is 'êé='
    setxkbmap us
    close_window
}

azerty_signs_change_the_size_of_text() {
    without_motion
    setxkbmap fr
    open_window
    seen xdotool keydown Control_L key 21 keyup Control_L # =
    says_setting 'text-size = 110'
    seen xdotool keydown Control_L key 15 keyup Control_L # -
    says_setting 'text-size = 100'
    setxkbmap us
    close_window
}

the_number_pad_answers_goes_on_and_zooms() {
    without_motion
    open_window --form choice
    seen key 88 # 2
    chosen_is 1
    seen key 104 # Enter
    seen key 87
    chosen_is 0
    seen key ctrl+KP_Add
    says_setting 'text-size = 110'
    seen key ctrl+KP_Subtract
    says_setting 'text-size = 100'
    close_window
    reviews_are "$work/data" 2
}

a_key_that_is_held_down_answers_once() {
    without_motion
    open_window --form flip
    xdotool keydown space
    sleep 1.2 # longer than it takes to repeat
    xdotool keyup space
    seen key 3
    answered 1
    close_window
    reviews_are "$work/data" 1
}

what_other_programs_copied_can_be_pasted() {
    typed_deck
    without_motion
    printf '日本\n' | xclip -selection clipboard -i
    open_window --form typed "$work/typed.ini"
    seen key ctrl+v
    seen key Return
    typed_is 日本
    close_window
}

what_was_typed_can_be_copied_and_cut_for_others() {
    typed_deck
    without_motion
    open_window --form typed "$work/typed.ini"
    seen xdotool type --window 0 'Café 1960'
    key ctrl+c
    [ "$(timeout 5 xclip -selection clipboard -o)" = 'Café 1960' ]
    seen key ctrl+x
    [ "$(timeout 5 xclip -selection clipboard -o)" = 'Café 1960' ]
    seen key ctrl+v
    seen key Return
    typed_is 'Café 1960'
    close_window
}

letters_in_a_field_are_letters() {
    typed_deck
    without_motion
    open_window --form typed "$work/typed.ini"
    seen xdotool type --window 0 'hsbmer1'
    seen key Return
    typed_is hsbmer1
    [ "$(log_now 'select count(*) from event where kind = 3')" = 0 ]
    close_window
}

run_tests azerty_digits_answer_without_shift \
    dead_keys_and_accented_letters_are_typed \
    azerty_signs_change_the_size_of_text \
    the_number_pad_answers_goes_on_and_zooms \
    a_key_that_is_held_down_answers_once \
    what_other_programs_copied_can_be_pasted \
    what_was_typed_can_be_copied_and_cut_for_others \
    letters_in_a_field_are_letters
