# Displays of any size, none, and one that goes away; no sound card.
. tests/window/lib.sh

size_is() { # WIDTH HEIGHT of the window
    for i in $(seq 60); do
        is=$(xdotool getwindowgeometry --shell "$window" |
            sed -n 's/^WIDTH=//p; s/^HEIGHT=//p' | tr '\n' ' ')
        [ "$is" = "$1 $2 " ] && return
        sleep .05
    done
    say "the window is $is, not $1 $2"
    return 1
}

open_display() { # BITS a pixel; another one, for this test
    Xvfb -displayfd 3 -screen 0 "1400x900x$1" -nolisten tcp -noreset \
        3>"$work/own" >/dev/null 2>&1 &
    own=$!
    for i in $(seq 100); do
        [ -s "$work/own" ] && break
        sleep .05
    done
    DISPLAY=:$(cat "$work/own")
}

resize() { # WIDTH HEIGHT
    xdotool windowsize "$window" "$1" "$2"
    size_is "$1" "$2"
}

any_size_and_back_keeps_the_question_and_its_answer() {
    without_motion
    open_window --form choice
    size_is 1280 800
    import -window "$window" "$work/before.png"
    seen resize 1 1
    seen resize 640 480
    seen resize 1400 900
    seen resize 1280 800
    import -window "$window" "$work/after.png"
    [ "$(compare -metric AE "$work/before.png" "$work/after.png" null: 2>&1)" = 0 ]
    seen key 2
    seen resize 1 1
    seen resize 1280 800
    seen key space
    close_window
    reviews_are "$work/data" 1
}

the_desktop_knows_the_window_by_class_name_and_icon() {
    without_motion
    open_window
    xprop -id "$window" WM_CLASS WM_NAME >"$work/out"
    says '"pacta", "pacta"'
    says '"Pacta"'
    icon=
    for i in $(seq 60); do
        icon=$(xprop -id "$window" -len 64 32c _NET_WM_ICON)
        case $icon in *64*64*) break ;; esac
        sleep .05
    done
    case $icon in *64*64*) ;; *) say "icon: $icon"; return 1 ;; esac
    close_window
}

the_wheel_scrolls_what_does_not_fit() {
    without_motion
    open_program --form choice --size 640x480
    seen key Escape
    seen key F1
    import -window "$window" "$work/top.png"
    seen xdotool mousemove --window "$window" 320 240 click 5
    import -window "$window" "$work/down.png"
    never [ "$(compare -metric AE "$work/top.png" "$work/down.png" null: 2>&1)" = 0 ]
    seen xdotool click 4
    import -window "$window" "$work/back.png"
    [ "$(compare -metric AE "$work/top.png" "$work/back.png" null: 2>&1)" = 0 ]
    close_window
}

a_display_that_goes_away_costs_no_answer() {
    without_motion
    open_display 24
    open_window --form flip
    seen key space
    seen key 3
    seen key space
    seen key 1
    answered 2
    seen key space
    kill -KILL "$own"
    until_ended
    wait "$own" 2>/dev/null || true
    [ "$status" -ne 0 ]
    cp "$work/log" "$work/out"
    : >"$work/err"
    says 'The display is gone; every answer is saved'
    never grep -qi 'fatal\|xio' "$work/log"
    reviews_are "$work/data" 2
}

few_colours_are_enough_and_too_few_are_said() {
    without_motion
    open_display 16
    open_window --form choice
    seen key 1
    answered 1
    close_window
    kill "$own"
    wait "$own" 2>/dev/null || true
    open_display 8
    try timeout 20 "$pacta" study --data "$work/data" --now "$now"
    kill "$own"
    wait "$own" 2>/dev/null || true
    status_is 1
    says 'The window cannot be opened'
    says 'pacta ask'
    reviews_are "$work/data" 1
}

without_a_display_the_sitting_is_in_the_terminal() {
    status=0
    printf '1\nq\n' | env -u DISPLAY -u WAYLAND_DISPLAY timeout 20 "$pacta" \
        study --data "$work/data" --now "$now" >"$work/out" 2>"$work/err" ||
        status=$?
    status_is 0
    says 'There is no display'
    env DISPLAY=:4321 timeout 20 "$pacta" study --data "$work/data" \
        --now "$now" >"$work/out" 2>"$work/err" && return 1
    says 'There is no display to open a window on; write pacta ask'
}

a_machine_without_sound_is_silent_and_says_nothing() {
    mkdir -p -m 700 "$work/data"
    printf '[look]\nmotion = off\nsound = on\n' >"$work/data/settings.ini"
    # no server of sounds, and no card
    export PULSE_SERVER=/nowhere XDG_RUNTIME_DIR="$work/nowhere"
    open_window --form choice
    seen key 1
    seen key space
    seen key 2
    answered 2
    close_window
    [ ! -s "$work/log" ] || { cat "$work/log" >&2; return 1; }
}

# What SDL's driver of a file was given to play.
is_heard() {
    for i in $(seq 60); do
        [ "$(tr -d '\0' <"$work/heard" 2>/dev/null | head -c 8 | wc -c)" -gt 0 ] &&
            return
        sleep .05
    done
    say 'nothing is heard'
    return 1
}

an_answer_is_heard_while_sound_is_on_and_no_longer() {
    mkdir -p -m 700 "$work/data"
    printf '[look]\nmotion = off\nsound = on\n' >"$work/data/settings.ini"
    export SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/heard"
    open_window --form choice
    seen key 1
    is_heard
    close_window
    rm "$work/heard"
    printf '[look]\nmotion = off\nsound = off\n' >"$work/data/settings.ini"
    open_window --form choice
    seen key 1
    answered 2
    seen key space
    [ ! -e "$work/heard" ]
    close_window
}

run_tests any_size_and_back_keeps_the_question_and_its_answer \
    the_desktop_knows_the_window_by_class_name_and_icon \
    the_wheel_scrolls_what_does_not_fit \
    a_display_that_goes_away_costs_no_answer \
    few_colours_are_enough_and_too_few_are_said \
    without_a_display_the_sitting_is_in_the_terminal \
    a_machine_without_sound_is_silent_and_says_nothing \
    an_answer_is_heard_while_sound_is_on_and_no_longer
