/* How often an option is right where it is shown: counted over the questions of
 * a field, told where it is no chance. */
#include "knowledge/check_shown.h"
#include "question_world.h"

/* Seventy questions that show "Tokyo" beside three others; it is right in so
 * many of ten. */
static void show(struct world *world, struct table *shown, int right)
{
    static const char *const items[] = {
        "us-1960/place", "us-acsa/place", "au-acsa/place", "uk-acsa/place",
        "in-acsa/place", "fr-acsa/place", "it-info/place"};
    static const char *const others[] = {"Rome", "Paris", "London"};
    for (int i = 0; i < 70; i++) {
        struct question question = {.option_count = 4, .chance = .25};
        question.request.item = knowledge_item(world->knowledge, items[i % 7]);
        int at = i % 10 < right ? 0 : 1 + i % 3;
        for (int k = 0; k < 4; k++)
            question.options[k] = (struct option){
                .text = k ? others[k - 1] : "Tokyo", .right = k == at};
        shown_add(shown, &question);
    }
}

static size_t problems_where(int right)
{
    struct world *world = small_world();
    struct problems problems;
    struct table shown;
    problems_init(&problems, &world->arena);
    shown_init(&shown, &world->arena);
    show(world, &shown, right);
    shown_report(&shown, &problems);
    for (size_t i = 0; i < problems.count; i++)
        assert_string_equal(problems.list[i].rule, "tell");
    return problems.count;
}

static void what_is_right_as_often_as_chance_is_not_told(void **state)
{
    (void)state;
    assert_int_equal(problems_where(2), 0);
    assert_int_equal(problems_where(3), 0);
}

static void what_is_nearly_always_right_is_told(void **state)
{
    (void)state;
    assert_true(problems_where(9) >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_right_as_often_as_chance_is_not_told),
        cmocka_unit_test(what_is_nearly_always_right_is_told),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
