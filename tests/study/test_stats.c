#include "study/plan.h"

#include "study_world.h"

static const char deck_a[] =
    "[deck]\ntitle = A\n"
    "[river nile]\nname = Nile\nlength = 6650\nmouth = Mediterranean Sea\n"
    "[river rhine]\nname = Rhine\nlength = 1230\nmouth = North Sea\n"
    "[river danube]\nname = Danube\nlength = 2850\nmouth = Black Sea\n"
    "[river volga]\nname = Volga\nlength = 3530\nmouth = Caspian Sea\n";
static const char deck_b[] =
    "[deck]\ntitle = B\n"
    "[river po]\nname = Po\nlength = 652\nmouth = Adriatic Sea\n"
    "[river ebro]\nname = Ebro\nlength = 930\nmouth = Balearic Sea\n";

static struct arena arena;
static struct knowledge *knowledge;
static struct progress progress;
static struct plan plan;

static int open_world(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    knowledge = knowledge_of(
        &arena, (const char *const[]){RIVER_KIND, deck_a, deck_b, NULL});
    progress_init(&progress, &arena, knowledge, study_settings_default());
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void review(const char *item, int64_t ms)
{
    struct event event = answer(item, ms, GRADE_GOOD);
    progress_apply(&progress, &event);
}

/* Answers all that a plan holds. */
static void answer_plan(int64_t ms)
{
    for (int i = 0; i < plan.count; i++)
        review(plan.entries[i].item->id, ms + i * MINUTE);
}

static void all_decks_at_once_count_as_one_by_one(void **state)
{
    (void)state;
    struct progress_summary sums[2];
    review("nile/length", -40 * (int64_t)DAY);
    review("po/mouth", -2 * (int64_t)DAY);
    review("ebro/length", 0);

    progress_summarise_decks(&progress, knowledge, tokyo(HOUR), sums);

    for (int i = 0; i < 2; i++) {
        struct progress_summary one = progress_summarise(
            &progress, knowledge, knowledge->decks[i], tokyo(HOUR));
        assert_memory_equal(&sums[i], &one, sizeof one);
    }
    assert_true(sums[0].items > sums[1].items);
    assert_int_equal(sums[0].due, 1);
}

static void more_new_ones_come_after_the_days_number_is_reached(void **state)
{
    (void)state;
    progress.settings.new_per_day = 3;
    plan_make(&plan, knowledge, &progress, NULL, tokyo(0));
    answer_plan(0);
    plan_make(&plan, knowledge, &progress, NULL, tokyo(HOUR));
    assert_int_equal(plan.count, 0);

    plan_more_new(&plan, knowledge, &progress, NULL, tokyo(HOUR), 2);

    assert_int_equal(plan.count, 2);
    assert_int_equal(plan.fresh, 2);
    for (int i = 0; i < plan.count; i++) {
        assert_true(plan.entries[i].is_new);
        assert_null(progress_of(&progress, plan.entries[i].item->id));
    }
}

static void more_new_ones_end_where_all_are_met(void **state)
{
    (void)state;
    for (int i = 0; i < 40; i++) {
        plan_more_new(&plan, knowledge, &progress, NULL,
                      tokyo(i * (int64_t)DAY), PLAN_MAX);
        answer_plan(i * (int64_t)DAY);
    }
    plan_more_new(&plan, knowledge, &progress, NULL, tokyo(50 * (int64_t)DAY),
                  8);
    assert_int_equal(plan.count, 0);
}

static void what_is_due_is_not_among_more_new_ones(void **state)
{
    (void)state;
    review("nile/mouth", -60 * (int64_t)DAY);
    plan_more_new(&plan, knowledge, &progress, NULL, tokyo(0), PLAN_MAX);
    for (int i = 0; i < plan.count; i++)
        assert_string_not_equal(plan.entries[i].item->id, "nile/mouth");
    assert_int_equal(plan.due, 0);
}

static void a_new_item_costs_its_reviews_within_the_days(void **state)
{
    (void)state;
    struct study_settings settings = study_settings_default();
    int month = plan_cost_of_new(&settings, tokyo(0), 30);
    int year = plan_cost_of_new(&settings, tokyo(0), 365);
    assert_true(month >= 1);
    assert_true(year > month);
    assert_int_equal(plan_cost_of_new(&settings, tokyo(0), 0), 0);

    settings.target = .97; /* sooner, so more often */
    assert_true(plan_cost_of_new(&settings, tokyo(0), 365) > year);
}

int main(void)
{
#define IN_A_WORLD(test)                                                       \
    cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        IN_A_WORLD(all_decks_at_once_count_as_one_by_one),
        IN_A_WORLD(more_new_ones_come_after_the_days_number_is_reached),
        IN_A_WORLD(more_new_ones_end_where_all_are_met),
        IN_A_WORLD(what_is_due_is_not_among_more_new_ones),
        IN_A_WORLD(a_new_item_costs_its_reviews_within_the_days),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
