/* What was taken for what: read from answers, kept in order, taken back. */
#include "study/confusions.h"

#include "study/ladder.h"
#include "study_world.h"

static const char BODY[] =
    "{\"form\":\"choice\",\"seed\":\"7\",\"target\":0.9,\"options\":["
    "{\"of\":\"elbe/mouth\",\"text\":\"Cuxhaven\"},"
    "{\"of\":\"rhine/mouth\",\"text\":\"say {\\\"of\\\":\\\"x\\\"}\"},"
    "{\"of\":\"seine/mouth\",\"text\":\"Le Havre\"}],\"chosen\":2}";

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct confusion_book empty_book(void)
{
    struct confusion_book book;
    confusions_init(&book, &arena);
    return book;
}

static struct event wrong_answer(const char *item, const char *body)
{
    struct event event = answer(item, 0, GRADE_AGAIN);
    event.body = body;
    return event;
}

static void a_wrong_answer_says_what_was_chosen(void **state)
{
    (void)state;
    struct event event = wrong_answer("rhine/mouth", BODY);

    assert_string_equal(confusions_chosen(&event, &arena), "seine/mouth");
}

static void of_a_card_the_text_that_was_chosen_is_kept(void **state)
{
    (void)state;
    struct confusion_book book = empty_book();
    struct event event = wrong_answer(
        "rhine.source",
        "{\"form\":\"choice\",\"seed\":\"7\",\"target\":0.9,\"options\":["
        "{\"of\":\"rhine.source\",\"text\":\"In the Alps\"},"
        "{\"of\":\"rhine.source\",\"text\":\"In the Vosges\"}],"
        "\"chosen\":1}");

    assert_true(confusions_add(&book, "rhine.source", &event));
    assert_string_equal(confusions_of(&book, "rhine.source")->facts[0],
                        "In the Vosges");
}

static void what_is_true_or_not_is_taken_for_nothing(void **state)
{
    (void)state;
    struct confusion_book book = empty_book();
    struct event event = wrong_answer(
        "rhine/mouth",
        "{\"form\":\"truth\",\"seed\":\"7\",\"target\":0.9,\"options\":["
        "{\"of\":\"rhine/mouth\",\"text\":\"True\"},"
        "{\"of\":\"rhine/mouth\",\"text\":\"False\"}],\"chosen\":1}");

    assert_false(confusions_add(&book, "rhine/mouth", &event));
    assert_null(confusions_of(&book, "rhine/mouth"));
}

static void a_right_answer_or_none_says_nothing(void **state)
{
    (void)state;
    struct event right = wrong_answer("rhine/mouth", BODY);
    right.grade = GRADE_GOOD;
    struct event none = wrong_answer("rhine/mouth", "{\"options\":[]}");
    struct event empty = wrong_answer("rhine/mouth", NULL);

    assert_null(confusions_chosen(&right, &arena));
    assert_null(confusions_chosen(&none, &arena));
    assert_null(confusions_chosen(&empty, &arena));
}

static void a_body_in_another_form_says_nothing(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "",
        "{",
        "chosen",
        ",\"chosen\":1",
        "{\"options\":[],\"chosen\":0}",
        ",\"options\":[{\"of\":\"a\"}],\"chosen\":9}",
        ",\"options\":[{\"of\":\"a\\\"b\"}],\"chosen\":0}",
        ",\"chosen\":0,\"options\":[{\"of\":\"unclosed",
        ",\"options\":[{\"of\":\"a\"}],\"chosen\":99999999999999999999}",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct event event = wrong_answer("rhine/mouth", bodies[i]);
        assert_null(confusions_chosen(&event, &arena));
    }
}

static void the_last_three_are_kept_the_latest_first(void **state)
{
    (void)state;
    struct confusion_book book = empty_book();
    static const char *const chosen[] = {"a/x", "b/x", "c/x", "b/x", "d/x"};
    for (size_t i = 0; i < 5; i++)
        confusions_note(&book, "k/x", chosen[i]);

    const struct confusions *of = confusions_of(&book, "k/x");

    assert_int_equal(of->count, 3);
    assert_string_equal(of->facts[0], "d/x");
    assert_string_equal(of->facts[1], "b/x");
    assert_string_equal(of->facts[2], "c/x");
    assert_null(confusions_of(&book, "a/x"));
}

static void many_items_are_found_again(void **state)
{
    (void)state;
    struct confusion_book book = empty_book();
    for (int i = 0; i < 1000; i++)
        confusions_note(&book, arena_printf(&arena, "item-%d/x", i),
                        arena_printf(&arena, "other-%d/x", i));
    for (int i = 0; i < 1000; i++) {
        const struct confusions *of =
            confusions_of(&book, arena_printf(&arena, "item-%d/x", i));
        assert_string_equal(of->facts[0],
                            arena_printf(&arena, "other-%d/x", i));
    }
}

static void what_is_taken_back_was_never_chosen(void **state)
{
    (void)state;
    struct progress progress;
    progress_init(&progress, &arena, NULL, study_settings_default());
    for (int i = 0; i < 3; i++)
        confusions_note(&progress.confused, "rhine/mouth",
                        arena_printf(&arena, "r%d/mouth", i));
    struct confusions before =
        *confusions_of(&progress.confused, "rhine/mouth");
    struct event event = wrong_answer("rhine/mouth", BODY);

    struct progress_step step = progress_apply(&progress, &event);
    const struct confusions *of =
        confusions_of(&progress.confused, "rhine/mouth");
    assert_string_equal(of->facts[0], "seine/mouth");
    progress_take_back(&progress, &step);

    of = confusions_of(&progress.confused, "rhine/mouth");
    assert_int_equal(of->count, before.count);
    for (int i = 0; i < before.count; i++)
        assert_string_equal(of->facts[i], before.facts[i]);
}

static void the_next_question_shows_what_was_chosen(void **state)
{
    (void)state;
    struct arena texts;
    arena_init(&texts, 64u << 20);
    struct knowledge *knowledge = knowledge_of(
        &texts,
        (const char *const[]){RIVER_KIND,
                              "[deck]\ntitle = Rivers\nlang = en\n"
                              "[river rhine]\nname = Rhine\nmouth = Rotterdam\n"
                              "[river elbe]\nname = Elbe\nmouth = Cuxhaven\n"
                              "[river seine]\nname = Seine\nmouth = Le Havre\n"
                              "[river po]\nname = Po\nmouth = Adria\n"
                              "[river tagus]\nname = Tagus\nmouth = Lisbon\n",
                              NULL});
    struct progress progress;
    progress_init(&progress, &arena, knowledge, study_settings_default());
    struct event event = wrong_answer("rhine/mouth", BODY);
    progress_apply(&progress, &event);

    for (uint64_t seed = 0; seed < 50; seed++) {
        struct question question;
        bool shown = false;
        ladder_question(knowledge, &progress,
                        knowledge_item(knowledge, "rhine/mouth"), FORM_CHOICE,
                        seed, MONDAY, &texts, &question);
        for (int i = 0; i < question.option_count; i++)
            shown = shown || !strcmp(question.options[i].text, "Le Havre");
        assert_true(shown);
    }
    arena_release(&texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_answer_says_what_was_chosen),
        cmocka_unit_test(of_a_card_the_text_that_was_chosen_is_kept),
        cmocka_unit_test(what_is_true_or_not_is_taken_for_nothing),
        cmocka_unit_test(a_right_answer_or_none_says_nothing),
        cmocka_unit_test(a_body_in_another_form_says_nothing),
        cmocka_unit_test(the_last_three_are_kept_the_latest_first),
        cmocka_unit_test(many_items_are_found_again),
        cmocka_unit_test(what_is_taken_back_was_never_chosen),
        cmocka_unit_test(the_next_question_shows_what_was_chosen),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
