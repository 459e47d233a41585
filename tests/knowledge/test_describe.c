#include "question_world.h"

#include "knowledge/describe.h"
#include "knowledge/template.h"

static const char *described(struct world *world, const char *subject,
                             const char *asked, const char *key)
{
    const struct subject *found = knowledge_subject(world->knowledge, subject);
    struct leak leak;
    leak_init(&leak, &world->arena);
    if (key)
        leak_add_shown(&leak, text_words(&world->arena, key));
    return describe_subject(world->knowledge, found,
                            kind_field(found->kind, asked), &leak,
                            &world->arena);
}

static void the_first_template_that_fits_alone_is_taken(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_string_equal(described(world, "us-1960", "articles", NULL),
                        "the security treaty signed in Washington, D.C. "
                        "on 19 January 1960");
}

static void the_asked_field_is_never_told(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_string_equal(described(world, "fr-acsa", "signed", NULL),
                        "the supply agreement with France");
    assert_string_equal(described(world, "fr-acsa", "place", NULL),
                        "the supply agreement signed on 13 July 2018");
}

static void what_the_asked_field_derives_from_is_not_told(void **state)
{
    (void)state;
    struct world *world = small_world();

    const char *text = described(world, "fr-acsa", "party", "Tokyo 2018");

    assert_string_equal(text, "the supply agreement signed in Paris");
}

static void a_description_with_a_word_of_the_key_is_passed_over(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_string_equal(described(world, "fr-acsa", "articles", "Paris"),
                        "the supply agreement signed on 13 July 2018");
}

static void a_country_takes_its_article(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_string_equal(described(world, "uk-acsa", "signed", NULL),
                        "the supply agreement with the United Kingdom");
}

static void a_missing_fact_proves_nothing(void **state)
{
    (void)state;
    struct world *world = world_of(
        (const char *const[]){KINDS,
                              "[deck]\ntitle = Aims\nlang = en\nhome = Japan\n"
                              "[treaty a]\nname = A\nshort = First Text\n"
                              "family = supply agreement\nplace = Oslo\n"
                              "[treaty b]\nname = B\nshort = Second Text\n"
                              "family = supply agreement\n",
                              NULL});

    assert_null(described(world, "a", "articles", NULL));
}

static void a_date_of_less_precision_proves_nothing(void **state)
{
    (void)state;
    struct world *world = world_of(
        (const char *const[]){KINDS,
                              "[deck]\ntitle = Aims\nlang = en\nhome = Japan\n"
                              "[treaty a]\nname = A\nshort = First Text\n"
                              "family = supply agreement\nsigned = 2014-09-02\n"
                              "[treaty b]\nname = B\nshort = Second Text\n"
                              "family = supply agreement\nsigned = 2014\n"
                              "[treaty c]\nname = C\nshort = Third Text\n"
                              "family = supply agreement\nsigned = 2016\n",
                              NULL});

    assert_null(described(world, "a", "articles", NULL));
    assert_string_equal(described(world, "c", "articles", NULL),
                        "the supply agreement signed in 2016");
}

static void a_template_fills_counts_and_capitals(void **state)
{
    (void)state;
    struct world *world = small_world();
    const struct subject *subject =
        knowledge_subject(world->knowledge, "us-1960");
    const struct fact *fact = subject_fact(subject, "articles", NULL);
    struct template_values values = {
        .subject = subject, .fact = fact, .value = &fact->values[0]};
    struct arena *arena = &world->arena;

    assert_string_equal(
        template_fill(arena, "{title} has {count|article|articles}.", &values),
        "The Security Treaty has 10 articles.");
    assert_string_equal(
        template_fill(arena, "The {title}, signed in {signed}", &values),
        "The Security Treaty, signed on 19 January 1960");
    assert_string_equal(
        template_fill(arena, "a {home}–{partner} text of {signed.year}",
                      &values),
        "A Japan–United States text of 1960");
    assert_null(template_fill(arena, "{ended}", &values));
}

static bool tells(const char *stem, const char *key)
{
    struct arena arena;
    struct leak leak;
    arena_init(&arena, 1u << 20);
    leak_init(&leak, &arena);
    leak_add_shown(&leak, text_words(&arena, key));
    bool found = leak_in_text(&leak, stem);
    arena_release(&arena);
    return found;
}

static void content_words_tell_and_small_words_do_not(void **state)
{
    (void)state;

    assert_true(tells("the treaty of Rome", "Rome"));
    assert_true(tells("the Japanese side", "Japan"));
    assert_true(tells("an agreement of 2017", "14 January 2017"));
    assert_false(tells("the end of it", "The Tower of London"));
    assert_false(tells("Article 10", "1"));
    assert_false(tells("Article 1", "10"));
}

static void initials_tell_what_they_stand_for(void **state)
{
    (void)state;

    assert_true(tells("Japan–UK RAA", "Reciprocal Access Agreement"));
    assert_true(
        tells("an Acquisition and Cross-Servicing Agreement", "Japan–UK ACSA"));
    assert_true(tells("the General Security of Military Information "
                      "Agreement",
                      "GSOMIA"));
    assert_false(tells("Japan–UK ACSA", "Reciprocal Access Agreement"));
}

static void words_in_every_option_tell_nothing(void **state)
{
    (void)state;
    struct world *world = small_world();
    struct leak leak;
    leak_init(&leak, &world->arena);
    leak_add_shown(&leak, text_words(&world->arena, "supply agreement"));
    leak_add_option(&leak, text_words(&world->arena, "supply agreement"));
    leak_add_option(&leak, text_words(&world->arena, "aid agreement"));

    assert_false(leak_in_text(&leak, "Which agreement?"));
    assert_true(leak_in_text(&leak, "Which supply?"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_template_that_fits_alone_is_taken),
        cmocka_unit_test(the_asked_field_is_never_told),
        cmocka_unit_test(what_the_asked_field_derives_from_is_not_told),
        cmocka_unit_test(a_description_with_a_word_of_the_key_is_passed_over),
        cmocka_unit_test(a_country_takes_its_article),
        cmocka_unit_test(a_missing_fact_proves_nothing),
        cmocka_unit_test(a_date_of_less_precision_proves_nothing),
        cmocka_unit_test(a_template_fills_counts_and_capitals),
        cmocka_unit_test(content_words_tell_and_small_words_do_not),
        cmocka_unit_test(initials_tell_what_they_stand_for),
        cmocka_unit_test(words_in_every_option_tell_nothing),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
