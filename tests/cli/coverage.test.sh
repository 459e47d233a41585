# What of an outline is taught, and by which items.
. tests/cli/lib.sh

# The sections of the article that the bundled decks grew from.
sections='S0 S1 S2 S3 S4 S4a S4b S5 S5a S5b S6 S6a S6b S7 S8 S9 S10 S11'

outline() { # FILE: a deck of two sections, of which the second is not taught
    cat >"$1" <<'D'
[deck]
title = Two sections
outline = 1 Supplies
outline = 2 Secrets
[card two.first]
ask = What does an ACSA deal with?
answer = Supplies
covers = 1
source = x
D
}

every_section_of_the_article_has_an_item() {
    try "$pacta" coverage --json
    status_is 0
    for section in $sections; do
        jq -e -s --arg section "$section" \
            'any(.section == $section and (.item | type) == "string")' \
            "$work/out" >"$work/is" || {
            say "nothing teaches $section"
            return 1
        }
    done
    [ "$(jq -r .section "$work/out" | sort -u | wc -l)" = \
        "$(echo "$sections" | wc -w)" ]
}

each_item_of_the_table_can_be_asked() {
    try "$pacta" coverage --json
    jq -r '.item' "$work/out" | sort -u >"$work/taught"
    "$pacta" questions --json --form flip 2>"$work/err" | jq -r '.item' |
        sort -u >"$work/asked"
    [ -z "$(comm -23 "$work/taught" "$work/asked")" ]
}

what_the_article_has_wrong_is_set_right() {
    try "$pacta" coverage
    for item in us-1960.hawaii au-acsa.letter-a theme.how-many uk-jdsc.nature \
        theme.no-framework theme.who-decides theme.one-clause kr-gsomia.duty \
        kr-gsomia.plans kr-gsomia.rulings in.no-single dharma-guardian/service \
        theme.collective-security anglo-japanese.lesson theme.empty-marks; do
        says "^  $item\$"
    done
}

a_section_that_nothing_teaches_is_named() {
    outline "$work/two.ini"
    try "$pacta" coverage "$work/two.ini"
    status_is 1
    says '^1 Supplies: 1 item$'
    says '^  two.first$'
    says '^2 Secrets: nothing teaches it$'
    try "$pacta" coverage --json "$work/two.ini"
    status_is 1
    jq -e -s 'map(.item) == ["two.first", null] and .[1].title == "Secrets"' \
        "$work/out" >"$work/is"
}

a_part_counts_for_its_section_but_a_namesake_does_not() {
    outline "$work/two.ini"
    for number in 2.1 2; do
        outline "$work/two.ini"
        printf 'covers = %s\n' "$number" >>"$work/two.ini"
        try "$pacta" coverage "$work/two.ini"
        status_is 0
    done
    for number in 20 2a; do
        outline "$work/two.ini"
        printf 'covers = %s\n' "$number" >>"$work/two.ini"
        try "$pacta" coverage "$work/two.ini"
        status_is 1
        says "two.ini:5: covers: no outline has the section \"$number\""
    done
}

a_subject_teaches_with_all_its_facts() {
    outline "$work/two.ini"
    cat >>"$work/two.ini" <<'D'
[treaty two-acsa]
name = Text
party = Japan
party = India
signed = 2020-09-09
covers = 2
source = x
D
    try "$pacta" coverage "$work/two.ini"
    status_is 0
    says '^  two-acsa/signed$'
}

decks_without_an_outline_are_told_how_to_write_one() {
    try "$pacta" coverage japan-india
    status_is 1
    says 'outline = 1 Supplies'
    [ ! -s "$work/out" ]
}

run_tests every_section_of_the_article_has_an_item \
    each_item_of_the_table_can_be_asked \
    what_the_article_has_wrong_is_set_right \
    a_section_that_nothing_teaches_is_named \
    a_part_counts_for_its_section_but_a_namesake_does_not \
    a_subject_teaches_with_all_its_facts \
    decks_without_an_outline_are_told_how_to_write_one
