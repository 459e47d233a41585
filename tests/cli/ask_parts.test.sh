# Matches and orders in the terminal: one line answers all of it.
. tests/cli/lib.sh

hills() {
    cat <<'END'
[kind hill]
label = hill
plural = hills
title = name
[field hill.height]
type = count
complete = yes
label = Height
ask = How many metres high is {title}?
[field hill.climbed]
type = date
complete = yes
label = First climbed
ask = When was {title} first climbed?
[deck]
title = Hills
[hill a]
name = Ansel
height = 640
climbed = 1790-03-01
source = Atlas
[hill b]
name = Borda
height = 911
climbed = 1834-05-02
source = Atlas
[hill c]
name = Cima
height = 1230
climbed = 1871-07-03
source = Atlas
[hill d]
name = Dorn
height = 1777
climbed = 1922-08-04
source = Atlas
END
}

session() { # INPUT FORM, options
    input=$1
    form=$2
    shift 2
    rm -rf "$work/data"
    hills >"$work/hills.ini"
    [ "$form" = match ] || hills | grep -v '^height\|metres' >"$work/hills.ini"
    printf "$input" | "$pacta" ask --data "$work/data" --now "$now" --seed 1 \
        --form "$form" "$@" "$work/hills.ini" >"$work/out" 2>"$work/err"
}

# The line that is right for the first question on record.
right_line() {
    jq -r -s 'map(select(.step == "feedback"))[0] |
        if .form == "match" then
            [.values | to_entries[] | "\(.value.part + 1)\("ABCDE"[.key:.key + 1])"]
        else [.order[] | .part + 1 | tostring] end | join(" ")' "$work/out"
}

grades() {
    log "$work/data" 'select group_concat(grade, " ") from event'
}

a_match_that_is_right_is_four_answers() {
    session '0\nq\n' match --json
    line=$(right_line)
    session "$line\nq\n" match --json
    [ "$(grades)" = '2 2 2 2' ]
    jq -e -s '.[1] | .right and (.laid | all(.right)) and (.laid | length) == 4' "$work/out" >"$work/is"
    [ "$(log "$work/data" 'select distinct chance from event')" = 0.25 ]
}

an_order_that_is_right_is_a_chance_among_all_orders() {
    session '0\nq\n' order --json
    line=$(right_line)
    session "$line\nq\n" order --json
    [ "$(grades)" = '2 2 2 2' ]
    [ "$(log "$work/data" 'select distinct round(24 * chance, 9) from event')" = 1.0 ]
}

what_is_in_its_place_counts_the_others_do_not() {
    session '0\nq\n' order --json
    line=$(right_line | awk '{ print $1, $2, $4, $3 }')
    session "$line\nq\n" order
    says 'Not all of it is right'
    [ "$(log "$work/data" 'select group_concat(grade, " ") from (select grade from event order by grade)')" = '0 0 2 2' ]
    [ "$(log "$work/data" 'select distinct chance from event')" = 0.25 ]
}

a_line_that_does_not_say_all_is_no_answer() {
    for line in 1A '1A 2A 3B 4C' '1A 2B 3C 4E' '5A 2B 3C 4D' xyz '1 2 3 4'; do
        session "$line\nq\n" match
        says 'Write which belong together: 1B 2C 3D 4A, or 0'
        reviews_are "$work/data" 0
    done
    for line in 12 '1 2 3 3' '1 2 3 4 1' '1 2 3 5'; do
        session "$line\nq\n" order
        says 'Write the order: 4 3 2 1, or 0'
        reviews_are "$work/data" 0
    done
}

undo_takes_all_of_it_back() {
    session '1A 2B 3C 4D\nu\nq\n' match
    says 'Grade taken back'
    [ "$(log "$work/data" 'select count(*) from event where kind = 2')" = 4 ]
    reviews_are "$work/data" 0
}

an_open_match_does_not_tell_what_belongs_together() {
    session 'q\n' match --json
    jq -c 'select(.step == "question")' "$work/out" >"$work/open"
    never grep -q '"value"\|"part"\|"order"\|"answer"\|"right"' "$work/open"
    session 'q\n' order --json
    jq -c 'select(.step == "question")' "$work/out" >"$work/open"
    never grep -q '"value"\|"part"\|"order":\[{\|"answer"\|"right"' "$work/open"
}

run_tests a_match_that_is_right_is_four_answers \
    an_order_that_is_right_is_a_chance_among_all_orders \
    what_is_in_its_place_counts_the_others_do_not \
    a_line_that_does_not_say_all_is_no_answer undo_takes_all_of_it_back \
    an_open_match_does_not_tell_what_belongs_together
