/* How facts are found, whatever the order and the other decks. */
#include "knowledge_world.h"

static void facts_share_a_pool_by_kind_field_and_home(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("us.ini", us_deck);
    add("au.ini", "[deck]\ntitle = AU\nhome = JAPAN\n"
                  "[treaty au]\nname = AU\nplace = Sydney\n");
    add("x.ini", "[deck]\ntitle = X\nhome = Australia\n"
                 "[treaty x]\nname = X\nplace = Paris\n");
    build();

    size_t count;
    const struct fact *const *pool =
        knowledge_pool(given.knowledge, fact_of("au", "place"), &count);
    assert_int_equal(count, 3);
    assert_string_equal(pool[2]->id, "au/place");
    /* Dates of all date fields stand together. */
    knowledge_pool(given.knowledge, fact_of("us-1951", "signed"), &count);
    assert_int_equal(count, 3);
    knowledge_pool(given.knowledge, fact_of("x", "place"), &count);
    assert_int_equal(count, 1);
}

static void facts_and_subjects_are_found_by_value_and_kind(void **state)
{
    (void)state;
    build_deck(us_deck);

    const struct kind *treaty = knowledge_kind(given.knowledge, "treaty");
    size_t count;
    const struct fact *const *facts =
        knowledge_having(given.knowledge, kind_field(treaty, "partner"), NULL,
                         "united states", &count);
    assert_int_equal(count, 2);
    assert_string_equal(facts[0]->id, "us-1951/partner");
    assert_null(knowledge_having(given.knowledge, kind_field(treaty, "place"),
                                 NULL, "united states", &count));
    assert_int_equal(count, 0);
    const struct subject *const *subjects =
        knowledge_of_kind(given.knowledge, treaty, &count);
    assert_int_equal(count, 2);
    assert_string_equal(subjects[1]->id, "us-1960");
}

static void a_deck_of_another_kind_changes_nothing(void **state)
{
    (void)state;
    build_deck(us_deck);
    struct knowledge *alone = given.knowledge;
    add("rivers.ini", "[deck]\ntitle = Rivers\n[kind river]\n"
                      "[field river.mouth]\ntype = place\nask = Where?\n"
                      "[river rhine]\nname = Rhine\nmouth = San Francisco\n");
    build();

    const struct knowledge *both = given.knowledge;
    assert_int_equal(both->item_count, alone->item_count + 1);
    for (size_t i = 0; i < alone->item_count; i++)
        assert_string_equal(both->items[i].id, alone->items[i].id);
    size_t count_alone, count_both;
    knowledge_pool(alone, alone->items[2].fact, &count_alone);
    knowledge_pool(both, both->items[2].fact, &count_both);
    assert_int_equal(count_both, count_alone);
}

enum { RANDOM_SUBJECTS = 1000 };

/* A deck of random subjects, its sections in the order of `order`. */
static const char *random_deck(const size_t *order)
{
    size_t size = RANDOM_SUBJECTS * 120 + 100, used;
    char *text = arena_alloc(&given.arena, size);
    used = (size_t)snprintf(text, size, "[deck]\ntitle = R\nhome = Japan\n");
    for (size_t i = 0; i < RANDOM_SUBJECTS; i++) {
        struct random random = random_seeded(order[i]);
        used += (size_t)snprintf(
            text + used, size - used,
            "[treaty t%zu]\nname = T %zu\nsigned = %d-%02d-%02d\n"
            "place = P%d\nparty = Japan\nparty = %s\n",
            order[i], order[i], 1900 + (int)random_below(&random, 100),
            1 + (int)random_below(&random, 12),
            1 + (int)random_below(&random, 28),
            (int)random_below(&random, 2000),
            random_below(&random, 2) ? "US" : "Australia");
    }
    return text;
}

static void subjects_in_any_order_give_the_same_items(void **state)
{
    (void)state;
    size_t order[RANDOM_SUBJECTS];
    for (size_t i = 0; i < RANDOM_SUBJECTS; i++)
        order[i] = i;
    build_deck(random_deck(order));
    struct knowledge *sorted = given.knowledge;
    struct random random = random_seeded(7);
    for (size_t i = RANDOM_SUBJECTS - 1; i > 0; i--) {
        size_t k = (size_t)random_below(&random, i + 1);
        size_t swapped = order[i];
        order[i] = order[k];
        order[k] = swapped;
    }
    given.source_count = 1;
    add("deck.ini", random_deck(order));
    build();

    assert_int_equal(given.problems.count, 0);
    assert_int_equal(given.knowledge->item_count, sorted->item_count);
    assert_true(sorted->item_count > 3 * RANDOM_SUBJECTS);
    for (size_t i = 0; i < sorted->item_count; i++)
        assert_true(has_item(sorted->items[i].id));
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        SENTENCE(facts_share_a_pool_by_kind_field_and_home),
        SENTENCE(facts_and_subjects_are_found_by_value_and_kind),
        SENTENCE(a_deck_of_another_kind_changes_nothing),
        SENTENCE(subjects_in_any_order_give_the_same_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
