#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "deck_text.h"
#include "knowledge/check.h"

static const char kinds[] = "[kind party]\n"
                            "entity = yes\n"
                            "[party japan]\n"
                            "name = Japan\n"
                            "[party united-states]\n"
                            "name = United States\n"
                            "also = America\n"
                            "[party india]\n"
                            "name = India\n"
                            "[kind treaty]\n"
                            "label = agreement\n"
                            "[field treaty.party]\n"
                            "type = party\n"
                            "many = yes\n"
                            "complete = yes\n"
                            "label = Parties\n"
                            "ask = Which countries are parties to {title}?\n"
                            "[field treaty.signed]\n"
                            "type = date\n"
                            "complete = yes\n"
                            "label = Signed\n"
                            "ask = When was {title} signed?\n"
                            "[field treaty.in force]\n"
                            "type = date\n"
                            "complete = yes\n"
                            "after = signed\n"
                            "ask = When did {title} enter into force?\n"
                            "[field treaty.place]\n"
                            "type = place\n"
                            "complete = yes\n"
                            "label = Place\n"
                            "ask = Where was {title} signed?\n"
                            "[field treaty.articles]\n"
                            "type = count\n"
                            "ask = How many articles has {title}?\n"
                            "[field treaty.article]\n"
                            "type = text\n"
                            "indexed = yes\n"
                            "limit = articles\n";

static struct arena arena;
static struct problems problems;
static struct knowledge *built;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64 * 1024 * 1024);
    problems_init(&problems, &arena);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* Reads the kinds and a deck of these sections, then checks on 24 November
 * 2026. The deck's first section stands in line 4. */
static void check(const char *sections)
{
    char *deck =
        arena_printf(&arena, "[deck]\ntitle = D\nhome = Japan\n%s", sections);
    struct source sources[] = {deck_text(&arena, "kinds.ini", kinds),
                               deck_text(&arena, "deck.ini", deck)};
    struct knowledge *knowledge =
        knowledge_build(&arena, sources, 2, &problems);
    struct date today = {2026, 11, 24, false};
    check_knowledge(knowledge, date_to_days(today), &problems);
    built = knowledge;
}

static void check_again(void)
{
    check_questions(built, 20781, (struct check_watch){NULL, NULL}, &problems);
}

static void assert_only(const char *rule, int line, const char *message)
{
    if (problems.count != 1)
        fail_msg("%zu problems, the last: %s", problems.count,
                 problems.count ? problems.list[problems.count - 1].message
                                : "none");
    const struct problem *problem = &problems.list[0];
    assert_string_equal(problem->rule, rule);
    assert_string_equal(problem->file, "deck.ini");
    assert_int_equal(problem->line, line);
    assert_true(problem->remedy[0]);
    if (!strstr(problem->message, message))
        fail_msg("\"%s\" is not in \"%s\"", message, problem->message);
}

static void a_sound_deck_has_nothing_to_report(void **state)
{
    (void)state;
    check("[treaty t]\nname = T\nparty = Japan\nparty = America\n"
          "signed = 1960-01-19\nin force = 1960-06-23\nplace = Tokyo\n"
          "articles = 10\narticle 10 = Either may end it\nsource = S\n"
          "[card c]\nof = t\nask = When did it take effect?\n"
          "answer = 23 June 1960\nwrong = 19 January 1960\n"
          "wrong = 28 April 1952\nsource = S\n");

    assert_int_equal(problems.count, 0);
}

static void an_undeclared_party_is_told_with_the_nearest(void **state)
{
    (void)state;
    check("[treaty t]\nname = T\nparty = Japan\nparty = Indai\n"
          "source = S\n");

    assert_only("party", 7, "\"Indai\"");
    assert_non_null(strstr(problems.list[0].remedy, "\"India\""));
}

static void a_fact_and_a_card_without_a_source_are_told(void **state)
{
    (void)state;
    check("[treaty t]\nname = T\nplace = Tokyo\n"
          "[card c]\nask = Who?\nanswer = I\n");

    assert_int_equal(problems.errors, 0);
    assert_int_equal(problems.warnings, 2);
    assert_string_equal(problems.list[0].rule, "no-source");
    assert_non_null(strstr(problems.list[0].message, "\"t/place\""));
    assert_non_null(strstr(problems.list[1].message, "\"c\""));
}

static void a_date_that_has_not_come_is_an_error(void **state)
{
    (void)state;
    check("[treaty t]\nname = T\nsource = S\nsigned = 2026-11\n"
          "in force = 2026-11-25\n");

    assert_only("future-date", 8, "25 November 2026");
}

static void a_date_before_the_one_it_follows_is_an_error(void **state)
{
    (void)state;
    check("[treaty a]\nname = A\nsource = S\nsigned = 1960-06-23\n"
          "in force = 1960-01-19\n"
          "[treaty b]\nname = B\nsource = S\nsigned = 1960-06-23\n"
          "in force = 1960\n");

    assert_only("date-order", 8, "\"a/in-force\"");
}

static void an_article_past_the_last_is_an_error(void **state)
{
    (void)state;
    check("[treaty t]\nname = T\nsource = S\narticles = 10\n"
          "article 10 = Either may end it\narticle 11 = Nothing\n");

    assert_only("article-range", 9, "\"article 11\"");
}

static void the_same_title_twice_is_told(void **state)
{
    (void)state;
    check("[treaty a]\nname = The Pact\nplace = Rome\nsource = S\n"
          "[treaty b]\nname = the pact\nplace = Oslo\nsource = S\n");

    assert_only("same-title", 8, "deck.ini:4");
}

static void twins_among_the_options_are_an_error(void **state)
{
    (void)state;
    static const char *const pairs[][3] = {
        {"Washington", "Washington, D.C.", "Canberra"},
        {"United States", "America", "France"},
        {"19 January 1960", "1960-01-19", "8 September 1951"},
        {"The Far East", "The far east", "The near west"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        problems_init(&problems, &arena);
        check(arena_printf(&arena,
                           "[card c]\nask = Which?\nanswer = %s\n"
                           "wrong = %s\nwrong = %s\nsource = S\n",
                           pairs[i][0], pairs[i][2], pairs[i][1]));
        assert_only("twin", 8, pairs[i][1]);
    }
    problems_init(&problems, &arena);
    check("[card c]\nask = Which?\nanswer = 1\n"
          "wrong = 10\nwrong = 11\nsource = S\n");
    assert_int_equal(problems.count, 0);
}

static void a_wrong_option_that_is_another_answer_is_a_twin(void **state)
{
    (void)state;
    check("[card c]\nask = Which?\nanswer = Tokyo\nalso = Edo\n"
          "wrong = Edo\nwrong = Kyoto\nsource = S\n");

    assert_only("twin", 8, "\"Edo\"");
}

static void a_wrong_option_that_is_right_is_an_error(void **state)
{
    (void)state;
    check("[treaty t]\nname = T\nparty = Japan\nparty = India\n"
          "place = Tokyo\nsource = S\n"
          "[card c]\nof = t\nask = Which country is party to the treaty?\n"
          "answer = Japan\nwrong = India\nwrong = France\nsource = S\n");

    assert_only("wrong-is-right", 14, "\"India\"");
}

static void a_card_that_contradicts_its_fact_is_an_error(void **state)
{
    (void)state;
    check("[treaty t]\nname = T\nplace = Tokyo\nsource = S\n"
          "[card c]\nof = t\nask = Where was the treaty signed?\n"
          "answer = Kyoto\nwrong = Tokyo\nwrong = Osaka\nsource = S\n");

    assert_only("wrong-is-right", 12, "\"t/place\"");
}

static void another_question_may_have_a_true_value_as_wrong_option(void **state)
{
    (void)state;
    check("[treaty t]\nname = T\nplace = Tokyo\nsigned = 1960-01-19\n"
          "in force = 1960-06-23\nsource = S\n"
          "[card c]\nof = t\n"
          "ask = Where was the first draft of the text refused in 1957?\n"
          "answer = Kyoto\nwrong = Tokyo\nwrong = Osaka\nsource = S\n"
          "[card d]\nof = t\nask = When was the treaty signed?\n"
          "answer = 19 January 1960\nwrong = 23 June 1960\n"
          "wrong = 28 April 1952\nsource = S\n");

    assert_int_equal(problems.count, 0);
}

static void a_single_wrong_option_is_too_few(void **state)
{
    (void)state;
    check("[card c]\nask = Which?\nanswer = Tokyo\nwrong = Osaka\n"
          "source = S\n");

    assert_only("few-wrong", 7, "\"c\"");
}

static void a_question_that_tells_its_answer_is_told(void **state)
{
    (void)state;
    check("[card a]\nask = Which treaty did the Anpo protests oppose?\n"
          "answer = The Anpo treaty\nwrong = The Taiwan treaty\n"
          "wrong = The ground treaty\nsource = S\n"
          "[card b]\ncloze = In {Tokyo harbour} the harbour was quiet.\n"
          "wrong = Osaka bay\nwrong = Kobe bay\nsource = S\n");

    assert_int_equal(problems.count, 2);
    assert_string_equal(problems.list[0].rule, "leak");
    assert_non_null(strstr(problems.list[0].message, "\"anpo\""));
    assert_non_null(strstr(problems.list[1].message, "\"harbour\""));
}

static void the_same_question_twice_names_both_cards(void **state)
{
    (void)state;
    check("[card a]\nask = Who signed?\nanswer = Kishi\nsource = S\n"
          "[card b]\nask = who signed\nanswer = Herter\nsource = S\n");

    assert_only("duplicate-front", 9, "\"a\" in deck.ini:4");
}

static void a_relation_that_is_asked_must_say_that_it_is_complete(void **state)
{
    (void)state;
    check("[field treaty.ally]\ntype = party\n"
          "ask = Who is the ally in {title}?\n"
          "[treaty t]\nname = T\nplace = Tokyo\nsource = S\n");

    assert_only("not-complete", 4, "\"ally\"");
}

static void a_place_that_nothing_can_fill_is_an_error(void **state)
{
    (void)state;
    check("[field treaty.seat]\ntype = place\ncomplete = yes\n"
          "ask = Where does {titel} sit?\n"
          "true = {title} of {signed.year} has {count|seat|seats}.\n"
          "[treaty t]\nname = T\nplace = Tokyo\nsource = S\n");

    assert_only("template", 7, "{titel}");
    assert_string_equal(problems.list[0].remedy, "write \"title\"");
}

/* A test with an arena of its own. */
#define SENTENCE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

static void
a_party_of_the_home_that_is_declared_nowhere_has_a_line(void **state)
{
    (void)state;
    struct source sources[] = {
        deck_text(&arena, "kinds.ini", kinds),
        deck_text(&arena, "deck.ini",
                  "; a deck\n[deck]\ntitle = D\nhome = Jappan\n"
                  "[treaty t]\nname = T\nplace = Tokyo\nsource = S\n")};
    struct knowledge *knowledge =
        knowledge_build(&arena, sources, 2, &problems);
    check_knowledge(knowledge, 20781, &problems);

    assert_only("party", 4, "\"Jappan\"");
}

static void a_day_that_is_planned_may_be_asked_for(void **state)
{
    (void)state;
    check("[card c]\nask = For which year is the first flight planned?\n"
          "answer = 2035\nwrong = 2030\nwrong = 2040\nsource = S\n");

    assert_int_equal(problems.count, 0);
}

static void a_word_of_a_wrong_option_balances_one_of_the_answer(void **state)
{
    (void)state;
    check("[card c]\nask = Who tries American soldiers off duty in Japan?\n"
          "answer = The Japanese courts\nwrong = The American courts\n"
          "wrong = A joint commission\nsource = S\n");

    assert_int_equal(problems.count, 0);
}

static void initials_of_every_option_tell_of_none(void **state)
{
    (void)state;
    check("[card c]\nask = What do the letters GSIA stand for?\n"
          "answer = General Security of Information Agreement\n"
          "wrong = Global Sharing of Intelligence Agreement\n"
          "wrong = General Status of Installations Agreement\n"
          "source = S\n");

    assert_int_equal(problems.count, 0);
}

/* What check_questions hears of how far it is. */
static void hear(void *listener, size_t done, size_t all)
{
    size_t *heard = listener;
    assert_true(done <= all && done >= heard[0]);
    heard[0] = done;
    heard[1] = all;
}

static void cards_whose_longest_option_is_right_are_a_tell(void **state)
{
    (void)state;
    const char *deck = "[deck]\ntitle = D\nsource = S\n";
    for (int i = 0; i < 12; i++)
        deck = arena_printf(&arena,
                            "%s[card c%d]\nask = Which is number %d?\n"
                            "answer = Longer port %c\nwrong = Short way %c\n"
                            "wrong = Round hut %c\nwrong = Plain top %c\n",
                            deck, i, i, 'a' + i, 'a' + i, 'a' + i, 'a' + i);
    struct source sources[] = {deck_text(&arena, "kinds.ini", kinds),
                               deck_text(&arena, "deck.ini", deck)};
    struct knowledge *knowledge =
        knowledge_build(&arena, sources, 2, &problems);
    problems_init(&problems, &arena);
    size_t heard[2] = {0, 0};
    check_questions(knowledge, 20781, (struct check_watch){hear, heard},
                    &problems);

    assert_only("tell", 1, "the longest option is right 100 times in 100");
    assert_true(heard[0] > 12 && heard[1] == 24);
}

static void questions_of_the_same_words_name_both(void **state)
{
    (void)state;
    check("[treaty a]\nname = A\nplace = Oslo\n"
          "place.ask = Where did both sides sign?\nsource = S\n"
          "[treaty b]\nname = B\nplace = Rome\n"
          "place.ask = Where did both sides sign?\nsource = S\n");
    check_again();

    assert_only("same-question", 11, "\"a/place\" in deck.ini:6");
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        SENTENCE(a_sound_deck_has_nothing_to_report),
        SENTENCE(an_undeclared_party_is_told_with_the_nearest),
        SENTENCE(a_fact_and_a_card_without_a_source_are_told),
        SENTENCE(a_date_that_has_not_come_is_an_error),
        SENTENCE(a_date_before_the_one_it_follows_is_an_error),
        SENTENCE(an_article_past_the_last_is_an_error),
        SENTENCE(the_same_title_twice_is_told),
        SENTENCE(twins_among_the_options_are_an_error),
        SENTENCE(a_wrong_option_that_is_another_answer_is_a_twin),
        SENTENCE(a_wrong_option_that_is_right_is_an_error),
        SENTENCE(a_card_that_contradicts_its_fact_is_an_error),
        SENTENCE(another_question_may_have_a_true_value_as_wrong_option),
        SENTENCE(a_single_wrong_option_is_too_few),
        SENTENCE(a_question_that_tells_its_answer_is_told),
        SENTENCE(the_same_question_twice_names_both_cards),
        SENTENCE(a_relation_that_is_asked_must_say_that_it_is_complete),
        SENTENCE(a_place_that_nothing_can_fill_is_an_error),
        SENTENCE(a_party_of_the_home_that_is_declared_nowhere_has_a_line),
        SENTENCE(a_day_that_is_planned_may_be_asked_for),
        SENTENCE(a_word_of_a_wrong_option_balances_one_of_the_answer),
        SENTENCE(initials_of_every_option_tell_of_none),
        SENTENCE(cards_whose_longest_option_is_right_are_a_tell),
        SENTENCE(questions_of_the_same_words_name_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
