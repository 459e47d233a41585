#include "study/weights.h"

#include "memory/fsrs6.h"
#include "study_world.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    return 0;
}

static int release_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct progress empty(void)
{
    struct progress progress;
    progress_init(&progress, &arena, NULL, study_settings_default());
    return progress;
}

static struct memory_model fitted(enum model_kind kind)
{
    struct memory_model model = memory_model_default(kind);
    for (int i = 0; i < 4; i++)
        model.weights[i] *= 1.1 + i / 3.0;
    model.weights[5] *= 1.0 / 0.97;
    return model;
}

static struct event numbered(struct event event, uint64_t seq)
{
    event.id.seq = seq;
    event.hlc = (int64_t)seq;
    return event;
}

static struct event fit_event(enum model_kind kind, uint64_t seq)
{
    struct memory_model model = fitted(kind);
    return numbered(weights_event(&model, (struct moment){0, 0}, &arena), seq);
}

static void a_fit_comes_back_from_the_log_to_the_bit(void **state)
{
    (void)state;
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        struct memory_model model = fitted((enum model_kind)kind);
        struct event event = fit_event((enum model_kind)kind, 1);
        struct study_settings settings = study_settings_default();
        assert_true(strlen(event.body) < EVENT_BODY_MAX - 1);
        assert_true(weights_obey(&settings, &event));
        assert_int_equal(settings.model.kind, kind);
        assert_memory_equal(
            settings.model.weights, model.weights,
            (kind == MODEL_FSRS6 ? FSRS6_WEIGHTS : FSRS7_WEIGHTS) *
                sizeof model.weights[0]);
    }
}

static void what_is_no_fit_is_not_obeyed(void **state)
{
    static const char *const bodies[] = {
        NULL,
        "{}",
        "{\"name\":\"weights\",\"value\":6,\"weights\":[]}",
        "{\"name\":\"weights\",\"value\":6,\"weights\":[1,2,3]}",
        "\"weights\":[nan,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]",
        "\"weights\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]",
        "\"weights\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1",
    };
    (void)state;
    struct study_settings settings = study_settings_default();
    struct study_settings before = settings;
    struct event event = fit_event(MODEL_FSRS6, 1);
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        event.body = bodies[i];
        assert_false(weights_obey(&settings, &event));
    }
    event = fit_event(MODEL_FSRS6, 1);
    event.value = 5;
    assert_false(weights_obey(&settings, &event));
    event = fit_event(MODEL_FSRS6, 1);
    event.name = "target";
    assert_false(weights_obey(&settings, &event));
    assert_memory_equal(&settings, &before, sizeof settings);
    assert_false(
        progress_set(&(struct progress){.settings = settings}, "weights", 6));
}

/* Two items, a fit, a void of it: what is derived at each point. */
static void
all_is_derived_by_the_fit_and_by_the_defaults_after_its_void(void **state)
{
    (void)state;
    struct event events[6];
    for (uint64_t i = 0; i < 4; i++) {
        events[i] =
            numbered(answer(i % 2 ? "a/b" : "c/d", (int64_t)i * 9 * HOUR,
                            i == 2 ? GRADE_AGAIN : GRADE_GOOD),
                     i + 1);
    }
    events[4] = fit_event(MODEL_FSRS6, 5);
    events[5] = numbered((struct event){.kind = EVENT_VOID}, 6);
    events[5].target = events[4].id;

    struct progress progress = empty();
    progress_rebuild(&progress, events, 5);
    struct progress by_hand = empty();
    by_hand.settings.model = fitted(MODEL_FSRS6);
    for (int i = 0; i < 4; i++)
        progress_apply(&by_hand, &events[i]);
    for (size_t i = 0; i < 2; i++)
        assert_memory_equal(&progress.entries[i].state.memory.branch[0],
                            &by_hand.entries[i].state.memory.branch[0],
                            sizeof(struct memory_state));
    assert_ptr_equal(weights_last(events, 5, &arena), &events[4]);

    struct progress after = empty();
    struct progress plain = empty();
    progress_rebuild(&after, events, 6);
    progress_rebuild(&plain, events, 4);
    assert_int_equal(after.settings.model.kind, MODEL_FSRS7);
    for (size_t i = 0; i < 2; i++)
        assert_memory_equal(&after.entries[i].state.memory.branch[0],
                            &plain.entries[i].state.memory.branch[0],
                            sizeof(struct memory_state));
    assert_null(weights_last(events, 6, &arena));
}

static void a_log_becomes_reviews_to_fit_to(void **state)
{
    (void)state;
    struct reviews reviews;
    struct event events[5];
    for (uint64_t i = 0; i < 4; i++)
        events[i] =
            numbered(answer(i == 1 ? "x/y" : "a/b", (int64_t)i * 30 * HOUR,
                            i == 3 ? GRADE_AGAIN : GRADE_GOOD),
                     i + 1);
    events[1].mode = MODE_CLASS;
    events[2].chance = .25;
    events[4] = numbered((struct event){.kind = EVENT_VOID}, 5);
    events[4].target = events[3].id;
    weights_reviews(events, 4, NULL, &arena, &reviews);
    assert_int_equal(reviews.count, 3);
    assert_int_equal(reviews.cards, 1);
    assert_true(reviews.list[1].chance == .25f);
    assert_int_equal(reviews.list[2].grade, GRADE_AGAIN);
    weights_reviews(events, 5, NULL, &arena, &reviews);
    assert_int_equal(reviews.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fit_comes_back_from_the_log_to_the_bit),
        cmocka_unit_test(what_is_no_fit_is_not_obeyed),
        cmocka_unit_test(
            all_is_derived_by_the_fit_and_by_the_defaults_after_its_void),
        cmocka_unit_test(a_log_becomes_reviews_to_fit_to),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, release_arena);
}
