# Pairs that are joined and strips that are put in order, in a real window.
. tests/window/lib.sh

rivers() { # TYPE and three values
    cat >"$work/rivers.ini" <<D
[kind river]
label = river
plural = rivers
title = name
[field river.fact]
type = $1
complete = yes
label = Fact
ask = What is said of {title}?
[deck]
title = Rivers
[river nile]
name = Nile
fact = $2
source = Atlas
[river rhine]
name = Rhine
fact = $3
source = Atlas
[river danube]
name = Danube
fact = $4
source = Atlas
D
}

mouths() {
    rivers place 'Mediterranean Sea' 'North Sea' 'Black Sea'
}

dates() {
    rivers date 1901-01-02 1911-01-02 1921-01-02
}

forms_are() { # FORM of all that was kept
    until_log "select group_concat(distinct json_extract(body, '\$.form'))
        from event where kind = 1" "$1"
}

some_are_kept() { # within three seconds
    for i in $(seq 60); do
        answer=$(log_now 'select count(*) from event where kind = 1')
        [ "${answer:-0}" -gt 0 ] && return
        sleep .05
    done
    say 'nothing was kept'
    return 1
}

numbers_and_letters_join_and_enter_checks() {
    mouths
    without_motion
    open_window --form match "$work/rivers.ini"
    seen key 1 a
    seen key BackSpace
    seen key 1 b
    seen key c 2 # the letter first
    seen key 3 a
    seen key Return
    some_are_kept
    forms_are match
    seen key space
    close_window
}

the_pointer_joins_rows_and_checks() {
    mouths
    without_motion
    open_window --form match "$work/rivers.ini"
    seen click 440 310
    seen click 840 380
    seen click 840 310 # the right one first
    seen click 440 380
    seen click 440 455
    seen click 840 455
    seen click 940 740
    some_are_kept
    close_window
}

arrows_lift_and_move_and_enter_checks() {
    dates
    without_motion
    open_window --form order "$work/rivers.ini"
    seen key Down
    seen key space
    seen key Down
    seen key 3
    seen key space
    seen key Return
    some_are_kept
    forms_are order
    close_window
}

a_strip_is_dragged_to_another_place() {
    dates
    without_motion
    open_window --form order "$work/rivers.ini"
    first=$(look)
    xdotool mousemove --window "$window" 600 300 mousedown 1
    for y in 310 330 360 400 440; do
        xdotool mousemove --window "$window" 600 "$y"
        sleep .05
    done
    seen xdotool mouseup 1
    xdotool mousemove 1399 899
    sleep .3
    [ "$(look)" != "$first" ] || { say 'nothing moved'; return 1; }
    seen key Return
    some_are_kept
    close_window
}

run_tests numbers_and_letters_join_and_enter_checks \
    the_pointer_joins_rows_and_checks \
    arrows_lift_and_move_and_enter_checks \
    a_strip_is_dragged_to_another_place
