# An input method, a real one: fcitx5 with Anthy, on a bus of its own.
. tests/window/lib.sh

open_input_method() {
    mkdir -p "$work/config/fcitx5" "$work/home"
    mkdir -m 700 "$work/run"
    export HOME="$work/home" XDG_CONFIG_HOME="$work/config" \
        XDG_RUNTIME_DIR="$work/run" XDG_DATA_HOME="$work/home/share" \
        SDL_IM_MODULE=fcitx
    printf '%s\n' '[Groups/0]' 'Name=Default' 'Default Layout=us' \
        'DefaultIM=anthy' '[Groups/0/Items/0]' 'Name=keyboard-us' 'Layout=' \
        '[Groups/0/Items/1]' 'Name=anthy' 'Layout=' '[GroupOrder]' \
        '0=Default' >"$work/config/fcitx5/profile"
    dbus-daemon --session --fork --print-address=1 --print-pid=1 >"$work/bus"
    DBUS_SESSION_BUS_ADDRESS=$(sed -n 1p "$work/bus")
    bus=$(sed -n 2p "$work/bus")
    export DBUS_SESSION_BUS_ADDRESS
    fcitx5 --disable=wayland,cloudpinyin,notifications >"$work/ime" 2>&1 &
    input_method=$!
    for i in $(seq 100); do
        timeout 2 fcitx5-remote >/dev/null 2>&1 && return
        sleep .1
    done
    say 'the input method does not come up'
    return 1
}

close_input_method() {
    kill "$input_method" "$bus" 2>/dev/null || true
    wait "$input_method" 2>/dev/null || true
}

# Anthy is on for the field that has the focus.
write_japanese() {
    for i in $(seq 100); do
        timeout 2 fcitx5-remote -s anthy
        timeout 2 fcitx5-remote -o
        [ "$(timeout 2 fcitx5-remote -n)" = anthy ] &&
            [ "$(timeout 2 fcitx5-remote)" = 2 ] && return
        sleep .1
    done
    say 'the field does not reach the input method'
    cat "$work/ime" >&2
    return 1
}

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

# Each letter is seen before the next one is typed, as a person does it.
compose_nihon() {
    for letter in n i h o n n; do
        seen key "$letter"
    done
}

nihon_is_composed_converted_and_committed_before_it_is_an_answer() {
    typed_deck
    without_motion
    open_input_method
    trap close_input_method EXIT
    open_window --form typed "$work/typed.ini"
    write_japanese
    compose_nihon
    seen key space # にほん becomes 日本
    seen key Return # that commits, and answers nothing
    [ "$(log_now 'select count(*) from event')" = 0 ]
    seen key Return
    until_log "select json_extract(body, '\$.typed'), grade from event" '日本 2'
    close_window
    reviews_are "$work/data" 1
}

what_is_composed_is_no_shortcut_and_escape_gives_it_up() {
    typed_deck
    without_motion
    open_input_method
    trap close_input_method EXIT
    open_window --form typed "$work/typed.ini"
    write_japanese
    seen key h # not the way to the home screen
    seen key a
    seen key Escape # what is composed goes, the sitting does not
    compose_nihon
    seen key Return # committed as kana
    seen key Return
    until_log "select json_extract(body, '\$.typed') from event" にほん
    close_window
    reviews_are "$work/data" 1
}

run_tests nihon_is_composed_converted_and_committed_before_it_is_an_answer \
    what_is_composed_is_no_shortcut_and_escape_gives_it_up
