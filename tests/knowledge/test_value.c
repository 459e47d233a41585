#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "knowledge/value.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64 * 1024 * 1024);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static const char *words[] = {"treaty", "exchange of notes"};

static struct field field_of(enum value_type type)
{
    return (struct field){
        .name = "field", .type = type, .words = words, .word_count = 2};
}

static struct value value_of(enum value_type type, const char *written)
{
    struct field field = field_of(type);
    struct value value;
    struct error err;
    assert_true(value_read(&arena, &field, written, 7, &value, &err));
    return value;
}

static bool differ(enum value_type type, const char *a, const char *b)
{
    struct value left = value_of(type, a), right = value_of(type, b);
    bool differs = value_differs(type, &left, &right);
    assert_int_equal(differs, value_differs(type, &right, &left));
    return differs;
}

/* Reads what cannot be read; the sentence says so and names the remedy. */
static void assert_refused(enum value_type type, const char *written,
                           const char *said)
{
    struct field field = field_of(type);
    struct value value;
    struct error err;
    assert_false(value_read(&arena, &field, written, 7, &value, &err));
    assert_non_null(strstr(err.text, said));
    assert_string_equal(value.text, written);
    assert_non_null(value.shown);
    assert_non_null(value.folded);
}

static void a_type_is_found_by_the_name_that_kinds_files_write(void **state)
{
    (void)state;
    for (int i = 0; i < TYPE_COUNT_OF; i++)
        assert_int_equal(value_type_of(value_type_name((enum value_type)i)), i);
    assert_int_equal(value_type_of("colour"), -1);
}

static void a_date_is_shown_as_people_write_it(void **state)
{
    (void)state;
    struct value value = value_of(TYPE_DATE, "1960-01-19");
    assert_string_equal(value.text, "1960-01-19");
    assert_string_equal(value.shown, "19 January 1960");
    assert_string_equal(value.folded, "19 january 1960");
    assert_int_equal(value.words.count, 3);
    assert_string_equal(value.words.words[1], "january");
    assert_int_equal(value.line, 7);
}

static void what_is_no_value_of_its_type_is_refused_with_a_remedy(void **state)
{
    (void)state;
    assert_refused(TYPE_DATE, "19 January", "; ");
    assert_refused(TYPE_NUMBER, "many", "write digits");
    assert_refused(TYPE_COUNT, "-1", "write digits");
    assert_refused(TYPE_COUNT, "2.5", "write digits");
    assert_refused(TYPE_COUNT, "ten", "write digits");
    assert_refused(TYPE_ARTICLE, "V", "its number alone");
    assert_refused(TYPE_ARTICLE, "0", "its number alone");
    assert_refused(TYPE_CHOICE, "treety", "write \"treaty\"");
    assert_refused(TYPE_NUMBER, "12345678901234567890", "write digits");
}

static void numbers_are_read_with_group_marks_parts_and_units(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        double number;
    } rows[] = {
        {"1230", 1230}, {"1,230 km", 1230},
        {"-3.5", -3.5}, {"1,230.25", 1230.25},
        {"45 %", 45},   {"45%", 45},
        {"0", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct value value = value_of(TYPE_NUMBER, rows[i].written);
        assert_true(value.number >= rows[i].number - 1e-12 &&
                    value.number <= rows[i].number + 1e-12);
    }
    assert_refused(TYPE_COUNT, "1,23", "write digits");
}

static void dates_differ_only_at_the_precision_both_have(void **state)
{
    (void)state;
    assert_true(differ(TYPE_DATE, "1960-01-19", "1960-06-23"));
    assert_false(differ(TYPE_DATE, "1960-01-19", "1960-01-19"));
    assert_false(differ(TYPE_DATE, "1960-01-19", "1960"));
    assert_false(differ(TYPE_DATE, "2014-09", "2014"));
    assert_true(differ(TYPE_DATE, "2014-09", "2014-10-01"));
    assert_false(differ(TYPE_DATE, "2014-08~", "2014-09-01"));
}

static void
places_that_contain_one_another_are_not_proved_different(void **state)
{
    (void)state;
    assert_false(differ(TYPE_PLACE, "Washington", "Washington, D.C."));
    assert_false(differ(TYPE_PLACE, "ZURICH", "Zurich"));
    assert_true(differ(TYPE_PLACE, "Tokyo", "Canberra"));
    assert_true(differ(TYPE_NAME, "York", "Yorkshire"));
}

static void numbers_differ_by_number_and_only_in_one_unit(void **state)
{
    (void)state;
    assert_true(differ(TYPE_COUNT, "1", "10"));
    assert_false(differ(TYPE_COUNT, "1000", "1,000"));
    assert_true(differ(TYPE_NUMBER, "5 km", "8 km"));
    assert_false(differ(TYPE_NUMBER, "5 miles", "8 km"));
    assert_false(differ(TYPE_NUMBER, "5", "8 km"));
    assert_false(differ(TYPE_ARTICLE, "5", "Article 5"));
    assert_true(differ(TYPE_ARTICLE, "5", "6"));
}

static void
texts_of_nearly_the_same_words_are_not_proved_different(void **state)
{
    (void)state;
    assert_false(differ(TYPE_TEXT, "the two sides act together at once",
                        "at once the two sides act together"));
    assert_false(differ(TYPE_TEXT, "each side keeps up its defence",
                        "keeps up its defence"));
    assert_true(differ(TYPE_TEXT, "each side keeps up its defence",
                       "disputes are settled by peaceful means"));
    assert_false(differ(TYPE_TEXT, "...", "anything"));
}

static void words_of_a_vocabulary_differ_unless_they_are_one(void **state)
{
    (void)state;
    assert_true(differ(TYPE_CHOICE, "treaty", "exchange of notes"));
    assert_false(differ(TYPE_CHOICE, "Treaty", "treaty"));
    assert_string_equal(value_of(TYPE_CHOICE, "TREATY").shown, "treaty");
}

static void declared_parties_differ_by_who_they_are(void **state)
{
    (void)state;
    struct text_words names[] = {text_words(&arena, "United States"),
                                 text_words(&arena, "America")};
    struct subject states = {.id = "us", .names = names, .name_count = 2};
    struct subject guinea = {.id = "gn"}, papua = {.id = "pg"};
    struct value a = value_of(TYPE_PARTY, "Guinea");
    struct value b = value_of(TYPE_PARTY, "Papua New Guinea");
    assert_false(value_differs(TYPE_PARTY, &a, &b));
    a.refers = &guinea;
    b.refers = &papua;
    assert_true(value_differs(TYPE_PARTY, &a, &b));
    b.refers = &guinea;
    assert_false(value_differs(TYPE_PARTY, &a, &b));

    /* An alias of one that is declared, inside one that is not. */
    struct value us = value_of(TYPE_PARTY, "United States");
    us.refers = &states;
    struct value north = value_of(TYPE_PARTY, "North America");
    struct value chile = value_of(TYPE_PARTY, "Chile");
    assert_false(value_differs(TYPE_PARTY, &us, &north));
    assert_false(value_differs(TYPE_PARTY, &north, &us));
    assert_true(value_differs(TYPE_PARTY, &chile, &us));
}

static void a_value_is_false_of_a_fact_only_against_all_its_values(void **state)
{
    (void)state;
    struct field field = field_of(TYPE_PLACE);
    struct value values[] = {value_of(TYPE_PLACE, "Tokyo"),
                             value_of(TYPE_PLACE, "Washington, D.C.")};
    struct fact fact = {.field = &field, .values = values, .value_count = 2};
    struct value rome = value_of(TYPE_PLACE, "Rome");
    struct value washington = value_of(TYPE_PLACE, "Washington");
    assert_true(value_is_false_of(&rome, &fact));
    assert_false(value_is_false_of(&washington, &fact));
    fact.value_count = 0;
    assert_false(value_is_false_of(&rome, &fact));
}

static void dates_and_numbers_stand_in_order_and_names_do_not(void **state)
{
    (void)state;
    struct value early = value_of(TYPE_DATE, "1951");
    struct value late = value_of(TYPE_DATE, "1960-01-19");
    assert_true(value_compare(TYPE_DATE, &early, &late) < 0);
    struct value two = value_of(TYPE_COUNT, "2");
    struct value ten = value_of(TYPE_COUNT, "10");
    assert_true(value_compare(TYPE_COUNT, &ten, &two) > 0);
    struct value a = value_of(TYPE_PLACE, "Rome");
    struct value b = value_of(TYPE_PLACE, "Tokyo");
    assert_int_equal(value_compare(TYPE_PLACE, &a, &b), 0);
    assert_true(value_is_ordered(TYPE_DATE));
    assert_false(value_is_ordered(TYPE_TEXT));
}

static void a_text_of_a_megabyte_is_compared_in_no_time(void **state)
{
    (void)state;
    char *pages = arena_alloc(&arena, 1024 * 1024 + 1);
    for (size_t i = 0; i < 1024 * 1024; i++)
        pages[i] = i % 4 == 3 ? ' ' : (char)('a' + i * i / 7 % 26);
    struct value a = value_of(TYPE_TEXT, pages);
    pages = arena_text(&arena, pages);
    pages[0] = '7';
    pages[1024 * 1024 - 2] = '7';
    struct value b = value_of(TYPE_TEXT, pages);
    assert_false(value_differs(TYPE_TEXT, &a, &b));
}

/* A test with an arena of its own. */
#define SENTENCE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        SENTENCE(a_type_is_found_by_the_name_that_kinds_files_write),
        SENTENCE(a_date_is_shown_as_people_write_it),
        SENTENCE(what_is_no_value_of_its_type_is_refused_with_a_remedy),
        SENTENCE(numbers_are_read_with_group_marks_parts_and_units),
        SENTENCE(dates_differ_only_at_the_precision_both_have),
        SENTENCE(places_that_contain_one_another_are_not_proved_different),
        SENTENCE(numbers_differ_by_number_and_only_in_one_unit),
        SENTENCE(texts_of_nearly_the_same_words_are_not_proved_different),
        SENTENCE(words_of_a_vocabulary_differ_unless_they_are_one),
        SENTENCE(declared_parties_differ_by_who_they_are),
        SENTENCE(a_value_is_false_of_a_fact_only_against_all_its_values),
        SENTENCE(dates_and_numbers_stand_in_order_and_names_do_not),
        SENTENCE(a_text_of_a_megabyte_is_compared_in_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
