/* Decks with mistakes: each is named with its place, and the rest serves. */
#include "knowledge_world.h"

static void
a_card_that_cannot_be_asked_is_a_problem_and_the_rest_works(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[card a]\nanswer = Yes\n"
               "[card b]\nask = Why?\n"
               "[card c]\ncloze = No braces\n"
               "[card d]\ncloze = {Two} of {them}\n"
               "[card e]\nask = Who?\nanswer = I\n");

    assert_int_equal(given.problems.errors, 4);
    assert_int_equal(given.knowledge->card_count, 1);
    assert_true(has_item("e"));
    assert_problem("card", 3, "\"a\" asks nothing", "ask = ");
}

static void
the_same_id_twice_names_both_places_and_the_first_stands(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("a.ini", "[deck]\ntitle = A\n"
                 "[treaty us-1960]\nname = First\nplace = Tokyo\n");
    add("b.ini", "[deck]\ntitle = B\n\n"
                 "[treaty us-1960]\nname = Second\nplace = Rome\n"
                 "[card us-1960]\nask = Who?\nanswer = I\n"
                 "[treaty kept]\nname = Kept\nplace = Oslo\n");
    build();

    assert_int_equal(given.problems.errors, 2);
    assert_problem("duplicate-id", 4, "a.ini:3", "another id");
    assert_string_equal(problem_at("duplicate-id", 4)->file, "b.ini");
    assert_string_equal(knowledge_subject(given.knowledge, "us-1960")->name,
                        "First");
    assert_true(has_item("kept/place"));
}

static void a_kind_or_field_declared_twice_names_both_places(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("more.ini", "[kind treaty]\nlabel = pact\n"
                    "[field treaty.in-force]\ntype = text\n");
    build();

    assert_problem("duplicate-kind", 1, "kinds.ini:14", "another name");
    assert_problem("duplicate-field", 3, "kinds.ini:35", "another name");
    assert_string_equal(knowledge_kind(given.knowledge, "treaty")->label,
                        "agreement");
}

static void an_id_in_use_cannot_be_what_another_was(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[card a]\nwas = b\nask = A?\nanswer = 1\n"
               "[card b]\nwas = a\nask = B?\nanswer = 2\n"
               "[card c]\nwas = c\nask = C?\nanswer = 3\n"
               "[card d]\nwas = old\nask = D?\nanswer = 4\n"
               "[card e]\nwas = old\nask = E?\nanswer = 5\n");

    assert_int_equal(given.problems.errors, 4);
    assert_problem("was", 4, "deck.ini:7", "no longer used");
    const struct problem *last = &given.problems.list[given.problems.count - 1];
    assert_int_equal(last->line, 20);
    assert_non_null(strstr(last->message, "\"d\" in deck.ini:15"));
    assert_string_equal(knowledge_item(given.knowledge, "a")->id, "a");
    assert_string_equal(knowledge_item(given.knowledge, "old")->id, "d");
}

static void a_key_that_is_not_known_is_told_with_the_nearest_one(void **state)
{
    (void)state;
    build_deck("[deck]\ntitel = D\ntitle = D\n"
               "[treaty t]\nname = T\nplace = Rome\nsignd = 1960\n"
               "plce.why = Because\narticel 5 = Text\n");

    assert_int_equal(given.problems.errors, 0);
    assert_int_equal(given.problems.warnings, 4);
    assert_problem("unknown-key", 2, "\"titel\"", "write \"title\"");
    assert_string_equal(given.problems.list[1].remedy, "write \"signed\"");
    assert_string_equal(given.problems.list[2].remedy, "write \"place.why\"");
    assert_true(has_item("t/place"));
}

static void
a_section_of_an_unknown_sort_is_told_with_the_nearest_one(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treety t]\nname = T\n"
               "[card c]\nask = Who?\nanswer = I\n");

    assert_problem("unknown-sort", 3, "\"treety\"", "write \"treaty\"");
    assert_true(has_item("c"));
}

static void a_value_that_is_not_understood_is_not_asked(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treaty t]\nname = T\nplace = Rome\n"
               "signed = soon\nsigned.why = Because\nin force = 1960-02-30\n"
               "articles = ten\nform = treatie\nreplaces = us-1950\n"
               "[treaty us-1951]\nname = U\nplace = Oslo\n");

    assert_int_equal(given.problems.errors, 5);
    assert_int_equal(given.problems.warnings, 0);
    assert_problem("choice", 10, "\"treatie\"", "write \"treaty\"");
    assert_problem("subject", 11, "\"us-1950\"", "write \"us-1951\"");
    assert_null(fact_of("t", "signed"));
    assert_false(has_item("t/signed"));
    assert_true(has_item("t/place"));
}

static void a_field_of_one_value_keeps_the_first(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treaty t]\nname = T\nplace = Rome\nplace = Oslo\n"
               "party = US\nparty = United States\npartner = US\n"
               "articles =\narticle 5.why = Of nothing\n");

    assert_problem("repeated-key", 6, "\"place\"", "keep one");
    assert_problem("repeated-value", 8, "\"party\"", "keep one");
    assert_problem("derived", 9, "\"partner\"", "leave the line out");
    assert_problem("value", 10, "\"articles\" has no value", "write its");
    assert_problem("remark", 11, "\"article 5.why\"", "state the value");
    assert_int_equal(fact_of("t", "place")->value_count, 1);
    assert_string_equal(fact_of("t", "place")->values[0].text, "Rome");
}

static void an_id_that_cannot_be_kept_is_refused(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treaty us 1960]\nname = T\n"
               "[treaty]\nname = T\n"
               "[treaty a/b]\nname = T\n"
               "[treaty ok]\nplace = Rome\n");

    assert_int_equal(given.problems.errors, 4);
    assert_problem("id", 3, "us 1960", "letters, digits");
    assert_problem("name", 9, "\"ok\" has no name", "name = ");
}

static void a_kinds_file_with_mistakes_says_so_and_still_serves(void **state)
{
    (void)state;
    add("kinds.ini", "[kind star]\ntitle = label\n"
                     "[kind deck]\n"
                     "[field star.mass]\ntype = numbr\nmany = perhaps\n"
                     "[field star.class]\ntype = choice\n"
                     "[field sun.mass]\ntype = number\n"
                     "[field star.age]\ntype = text\nlimit = mass\n"
                     "derived = none\nof = nothing\nafter = mass\n"
                     "[field mass]\n");
    add("deck.ini", "[deck]\ntitle = D\n[star a]\nname = A\nmass = 3\n");
    build();

    assert_problem("kind", 1, "\"label\"", "title = short");
    assert_problem("type", 5, "\"numbr\"", "write \"number\"");
    assert_problem("value", 6, "\"perhaps\"", "yes or no");
    assert_problem("field", 9, "no kind \"sun\"", "star");
    assert_int_equal(given.problems.errors, 11);
    assert_non_null(fact_of("a", "mass"));
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        SENTENCE(a_card_that_cannot_be_asked_is_a_problem_and_the_rest_works),
        SENTENCE(the_same_id_twice_names_both_places_and_the_first_stands),
        SENTENCE(a_kind_or_field_declared_twice_names_both_places),
        SENTENCE(an_id_in_use_cannot_be_what_another_was),
        SENTENCE(a_key_that_is_not_known_is_told_with_the_nearest_one),
        SENTENCE(a_section_of_an_unknown_sort_is_told_with_the_nearest_one),
        SENTENCE(a_value_that_is_not_understood_is_not_asked),
        SENTENCE(a_field_of_one_value_keeps_the_first),
        SENTENCE(an_id_that_cannot_be_kept_is_refused),
        SENTENCE(a_kinds_file_with_mistakes_says_so_and_still_serves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
