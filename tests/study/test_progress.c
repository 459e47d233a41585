#include "study/progress.h"

#include <math.h>

#include "memory/evidence.h"
#include "study_world.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 512u << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct progress nothing_yet(void)
{
    struct progress progress;
    progress_init(&progress, &arena, NULL, study_settings_default());
    return progress;
}

static struct event setting(const char *name, double value)
{
    return (struct event){
        .kind = EVENT_SETTING, .name = name, .value = value, .body = "{}"};
}

static struct event void_of(uint64_t seq)
{
    return (struct event){
        .kind = EVENT_VOID, .target = {.seq = seq}, .body = "{}"};
}

/* Numbers a log as one device would have written it. */
static void number(struct event *events, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        events[i].id.seq = i + 1;
        events[i].hlc = TEN_OCLOCK + (int64_t)i;
    }
}

static void a_learner_begins_with_eight_a_day_at_ninety_per_cent(void **state)
{
    struct study_settings settings = study_settings_default();
    assert_int_equal(settings.model.kind, MODEL_FSRS7);
    assert_true(same_bits(settings.target, .9));
    assert_int_equal(settings.new_per_day, 8);
    (void)state;
}

static void what_was_never_reviewed_has_no_state(void **state)
{
    struct progress progress = nothing_yet();
    assert_null(progress_of(&progress, "nile/length"));
    assert_int_equal(progress_stage(&progress, NULL), STAGE_NEW);
    assert_true(same_bits(progress_strength(&progress, NULL), 0));
    (void)state;
}

static void reviews_right_answers_and_lapses_are_counted(void **state)
{
    struct progress progress = nothing_yet();
    static const enum grade grades[] = {GRADE_AGAIN, GRADE_GOOD, GRADE_AGAIN,
                                        GRADE_HARD};
    for (int i = 0; i < 4; i++) {
        struct event review = answer("nile/length", i * DAY, grades[i]);
        progress_apply(&progress, &review);
    }

    const struct item_state *nile = progress_of(&progress, "nile/length");
    assert_int_equal(nile->reviews, 4);
    assert_int_equal(nile->right, 2);
    assert_int_equal(nile->lapses, 1);
    assert_int_equal(nile->first.study_day, MONDAY);
    assert_int_equal(nile->last.study_day, MONDAY + 3);
    assert_int_equal(progress.reviews, 4);
    assert_int_equal(progress.right, 2);
    (void)state;
}

static void a_guess_among_options_is_weaker_evidence(void **state)
{
    struct progress progress = nothing_yet();
    struct event flip = answer("nile/length", 0, GRADE_GOOD);
    struct event choice = answer("nile/mouth", 0, GRADE_GOOD);
    choice.chance = 1. / 3;

    progress_apply(&progress, &flip);
    progress_apply(&progress, &choice);

    struct memory none = {0};
    struct evidence seen = {GRADE_GOOD, 1. / 3, 1};
    struct memory memory =
        evidence_after(&progress.settings.model, &none, 0, seen);
    const struct item_state *length = progress_of(&progress, "nile/length");
    const struct item_state *mouth = progress_of(&progress, "nile/mouth");
    assert_true(same_memory(&mouth->memory, &memory));
    assert_true(progress_strength(&progress, mouth) <
                progress_strength(&progress, length));
    (void)state;
}

static void the_buttons_show_what_an_answer_then_does(void **state)
{
    struct progress progress = nothing_yet();
    struct event first = answer("nile/length", 0, GRADE_GOOD);
    progress_apply(&progress, &first);
    struct event second = answer("nile/length", 6 * DAY, GRADE_EASY);

    struct item_state shown =
        progress_after(&progress.settings, "nile/length",
                       progress_of(&progress, "nile/length"), &second);
    assert_int_equal(progress_of(&progress, "nile/length")->reviews, 1);
    progress_apply(&progress, &second);

    assert_true(same_state(&shown, progress_of(&progress, "nile/length")));
    (void)state;
}

static void a_clock_that_goes_back_counts_as_no_time(void **state)
{
    struct progress progress = nothing_yet();
    struct event first = answer("nile/length", 0, GRADE_GOOD);
    struct event before = answer("nile/length", -3 * DAY, GRADE_GOOD);
    struct event at_once = answer("nile/length", 0, GRADE_GOOD);
    progress_apply(&progress, &first);
    struct item_state state_then = *progress_of(&progress, "nile/length");

    struct item_state back =
        progress_after(&progress.settings, "nile/length", &state_then, &before);
    struct item_state same = progress_after(&progress.settings, "nile/length",
                                            &state_then, &at_once);

    assert_true(same_memory(&back.memory, &same.memory));
    assert_int_equal(back.last.study_day, MONDAY - 3);
    (void)state;
}

static void calibration_is_of_what_was_met_before_without_luck(void **state)
{
    struct progress progress = nothing_yet();
    struct event first = answer("nile/length", 0, GRADE_GOOD);
    struct event again = answer("nile/length", 5 * DAY, GRADE_GOOD);
    struct event wrong = answer("nile/length", 9 * DAY, GRADE_AGAIN);
    again.chance = .25;
    wrong.chance = .25;

    progress_apply(&progress, &first);
    assert_int_equal(progress.sums.reviews, 0);
    double recall = progress_recall(
        &progress, progress_of(&progress, "nile/length"), tokyo(5 * DAY));
    progress_apply(&progress, &again);
    assert_true(same_bits(progress.sums.expected, recall));
    assert_true(same_bits(progress.sums.recalled, 1));

    progress_apply(&progress, &wrong);
    assert_int_equal(progress.sums.reviews, 2);
    assert_true(near(progress.sums.recalled, 1 - 1. / 3, 1e-15));
    (void)state;
}

static void a_day_is_the_one_the_learner_saw(void **state)
{
    struct progress progress = nothing_yet();
    struct event late = answer("nile/length", 17 * HOUR, GRADE_GOOD);
    struct event early = answer("nile/mouth", 19 * HOUR, GRADE_AGAIN);
    struct event moved = answer("rhine/length", 0, GRADE_GOOD);
    moved.study_day = MONDAY + 9;

    progress_apply(&progress, &moved);
    progress_apply(&progress, &early);
    progress_apply(&progress, &late);

    struct day_count monday = progress_day(&progress, MONDAY);
    assert_int_equal(monday.reviews, 1);
    assert_int_equal(monday.right, 1);
    assert_int_equal(monday.fresh, 1);
    assert_int_equal(monday.dur_ms, 5000);
    assert_int_equal(progress_day(&progress, MONDAY + 1).reviews, 1);
    assert_int_equal(progress_day(&progress, MONDAY + 1).right, 0);
    assert_int_equal(progress_day(&progress, MONDAY + 2).reviews, 0);
    assert_int_equal(progress_day(&progress, MONDAY + 9).reviews, 1);
    (void)state;
}

static void a_streak_ends_today_or_yesterday(void **state)
{
    struct progress progress = nothing_yet();
    static const int days[] = {-9, -8, -7, -6, -2, -1};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        struct event review = answer("nile/length", days[i] * DAY, GRADE_GOOD);
        progress_apply(&progress, &review);
    }
    int32_t longest;

    assert_int_equal(progress_streak(&progress, MONDAY, &longest), 2);
    assert_int_equal(longest, 4);
    assert_int_equal(progress_streak(&progress, MONDAY + 1, NULL), 0);

    struct event today = answer("nile/length", 0, GRADE_AGAIN);
    progress_apply(&progress, &today);
    assert_int_equal(progress_streak(&progress, MONDAY, NULL), 3);
    (void)state;
}

/* The stage of an item that FSRS-6 recalls with 90 % after so many days. */
static enum stage stage_after(double days)
{
    struct progress progress = nothing_yet();
    progress.settings.model = memory_model_default(MODEL_FSRS6);
    struct item_state kept = {
        .memory = {.count = 1, .weight = {1}, .branch = {{days, 0, 5}}}};
    return progress_stage(&progress, &kept);
}

static void stages_go_by_days_of_strength(void **state)
{
    assert_int_equal(stage_after(.2), STAGE_LEARNING);
    assert_int_equal(stage_after(20.9), STAGE_LEARNING);
    assert_int_equal(stage_after(21.1), STAGE_HELD);
    assert_int_equal(stage_after(89.9), STAGE_HELD);
    assert_int_equal(stage_after(90.1), STAGE_KEPT);
    (void)state;
}

static void many_items_are_found_again(void **state)
{
    enum { MANY = 20000 };
    struct progress progress = nothing_yet();
    char id[32];
    for (int i = 0; i < MANY; i++) {
        snprintf(id, sizeof id, "river-%d/length", i);
        struct event review = answer(id, (int64_t)i * MINUTE, GRADE_GOOD);
        progress_apply(&progress, &review);
    }

    assert_int_equal(progress.count, MANY);
    for (int i = 0; i < MANY; i++) {
        snprintf(id, sizeof id, "river-%d/length", i);
        const struct item_state *found = progress_of(&progress, id);
        assert_non_null(found);
        assert_int_equal(found->first.at_ms, tokyo(i * MINUTE).at_ms);
    }
    assert_null(progress_of(&progress, "river-20000/length"));
    (void)state;
}

static void a_renamed_subject_keeps_its_progress(void **state)
{
    struct arena decks;
    arena_init(&decks, 64u << 20);
    const char *deck = "[deck]\ntitle = Rivers\n"
                       "[river rhein]\nname = Rhein\nwas = rhine\n"
                       "length = 1230\nmouth = North Sea\n";
    struct knowledge *knowledge =
        knowledge_of(&decks, (const char *const[]){RIVER_KIND, deck, NULL});
    struct progress progress;
    progress_init(&progress, &arena, knowledge, study_settings_default());
    struct event then = answer("rhine/length", 0, GRADE_GOOD);
    struct event now = answer("rhein/length", 4 * DAY, GRADE_GOOD);

    progress_apply(&progress, &then);
    progress_apply(&progress, &now);

    assert_int_equal(progress.count, 1);
    assert_int_equal(progress_of(&progress, "rhein/length")->reviews, 2);
    arena_release(&decks);
    (void)state;
}

static void a_log_without_its_decks_is_kept(void **state)
{
    struct event log[] = {answer("gone/length", 0, GRADE_GOOD)};
    struct progress progress = nothing_yet();
    number(log, 1);
    progress_rebuild(&progress, log, 1);
    assert_int_equal(progress_of(&progress, "gone/length")->reviews, 1);
    (void)state;
}

static void a_voided_review_never_was(void **state)
{
    struct event log[] = {answer("nile/length", 0, GRADE_GOOD),
                          answer("nile/mouth", MINUTE, GRADE_GOOD), void_of(2)};
    struct progress progress = nothing_yet();
    number(log, 3);

    progress_rebuild(&progress, log, 3);

    assert_int_equal(progress.reviews, 1);
    assert_null(progress_of(&progress, "nile/mouth"));
    (void)state;
}

static void a_void_of_a_void_and_of_what_is_unknown_do_nothing(void **state)
{
    struct event log[] = {answer("nile/length", 0, GRADE_GOOD), void_of(1),
                          void_of(2), void_of(99), void_of(1)};
    struct progress progress = nothing_yet();
    number(log, 5);

    progress_rebuild(&progress, log, 5);

    assert_int_equal(progress.reviews, 0);
    assert_int_equal(progress.count, 0);
    (void)state;
}

static void a_void_names_a_device_too(void **state)
{
    struct event log[] = {answer("nile/length", 0, GRADE_GOOD), void_of(1)};
    struct progress progress = nothing_yet();
    number(log, 2);
    log[1].target.device[15] = 7;
    progress_rebuild(&progress, log, 2);
    assert_int_equal(progress.reviews, 1);
    (void)state;
}

static void events_of_a_kind_to_come_are_passed_over(void **state)
{
    struct event log[] = {answer("nile/length", 0, GRADE_GOOD),
                          answer("nile/length", DAY, GRADE_GOOD)};
    struct progress progress = nothing_yet();
    number(log, 2);
    log[1].kind = 77;
    progress_rebuild(&progress, log, 2);
    assert_int_equal(progress.reviews, 1);
    (void)state;
}

static void the_logs_of_two_devices_merge_by_their_clocks(void **state)
{
    struct event log[] = {answer("nile/length", 0, GRADE_GOOD),
                          answer("nile/length", 9 * DAY, GRADE_GOOD),
                          answer("nile/length", 4 * DAY, GRADE_AGAIN)};
    struct progress merged = nothing_yet();
    struct progress in_order = nothing_yet();
    number(log, 3);
    log[2].id = (struct event_id){.device = {1}, .seq = 1};
    log[2].hlc = log[0].hlc;

    progress_rebuild(&merged, log, 3);
    progress_apply(&in_order, &log[0]);
    progress_apply(&in_order, &log[2]);
    progress_apply(&in_order, &log[1]);

    assert_true(same_progress(&merged, &in_order));
    (void)state;
}

static void the_last_settings_hold_for_the_whole_log(void **state)
{
    struct event log[] = {setting("target", .7),
                          answer("nile/length", 0, GRADE_GOOD),
                          answer("nile/length", 6 * DAY, GRADE_GOOD),
                          setting("model", 6),
                          setting("target", .8),
                          setting("new_per_day", 20)};
    struct progress obeyed = nothing_yet();
    struct progress given = nothing_yet();
    number(log, 6);
    given.settings =
        (struct study_settings){.model = memory_model_default(MODEL_FSRS6),
                                .target = .8,
                                .new_per_day = 20,
                                .minutes = given.settings.minutes};

    progress_rebuild(&obeyed, log, 6);
    progress_rebuild(&given, log + 1, 2);

    assert_int_equal(obeyed.settings.model.kind, MODEL_FSRS6);
    assert_int_equal(obeyed.settings.new_per_day, 20);
    assert_true(same_progress(&obeyed, &given));
    (void)state;
}

static void a_voided_setting_is_not_obeyed(void **state)
{
    struct event log[] = {setting("target", .8), setting("target", .95),
                          void_of(2)};
    struct progress progress = nothing_yet();
    number(log, 3);
    progress_rebuild(&progress, log, 3);
    assert_true(same_bits(progress.settings.target, .8));
    (void)state;
}

static void settings_without_sense_are_passed_over(void **state)
{
    struct event log[] = {setting("target", 0),
                          setting("target", 1),
                          setting("target", NAN),
                          setting("new_per_day", -1),
                          setting("new_per_day", 1e99),
                          setting("model", 8),
                          setting("model", INFINITY),
                          setting("colour", 3),
                          setting(NULL, 1),
                          setting("model", 5)};
    struct progress progress = nothing_yet();
    number(log, 10);
    progress.settings.model = memory_model_default(MODEL_FSRS6);

    progress_rebuild(&progress, log, 10);

    assert_true(same_bits(progress.settings.target, .9));
    assert_int_equal(progress.settings.new_per_day, 8);
    assert_int_equal(progress.settings.model.kind, MODEL_FSRS6);
    (void)state;
}

/* A history at random, applied as it is written. */
struct history {
    struct random *random;
    struct event events[64];
    size_t count;
    struct progress_step steps[64]; /* of the reviews not taken back */
    size_t reviews[64];             /* their places in events */
    size_t open;
    int64_t ms;
};

static void write_review(struct history *history, struct progress *progress)
{
    static const char *const ids[] = {"a/x", "a/y", "b/x", "b/x/back", "c.d"};
    struct random *random = history->random;
    uint64_t far = random_below(random, 4) ? 2 * HOUR : 40 * (uint64_t)DAY;
    history->ms += (int64_t)random_below(random, far);
    if (random_below(random, 10) == 0)
        history->ms -= 3 * (int64_t)DAY;
    struct event *event = &history->events[history->count];
    *event = answer(ids[random_below(random, 5)], history->ms,
                    (enum grade)random_below(random, GRADE_COUNT));
    event->chance = random_below(random, 2) ? 1. / 3 : 0;
    event->share = random_below(random, 8) ? 1 : random_unit(random);
    event->tz_min = (int32_t)random_below(random, 3) * 60;
    history->reviews[history->open] = history->count;
    history->steps[history->open++] = progress_apply(progress, event);
}

static void write_void(struct history *history, struct progress *progress)
{
    size_t at = history->reviews[--history->open];
    history->events[history->count] = void_of(at + 1);
    progress_take_back(progress, &history->steps[history->open]);
}

/* Something that changes nothing: a void of a void or of what is unknown, a
 * kind to come. */
static void write_noise(struct history *history)
{
    struct event *event = &history->events[history->count];
    *event = void_of(1000 + random_below(history->random, 9));
    for (size_t i = 0; i < history->count; i++)
        if (history->events[i].kind == EVENT_VOID)
            event->target.seq = i + 1;
    if (random_below(history->random, 2))
        event->kind = 50;
}

static void write_history(struct history *history, struct progress *progress)
{
    size_t length = 1 + random_below(history->random, 40);
    while (history->count < length) {
        uint64_t what = random_below(history->random, 10);
        if (what == 0)
            write_noise(history);
        else if (what <= 3 && history->open)
            write_void(history, progress);
        else
            write_review(history, progress);
        history->count++;
    }
    number(history->events, history->count);
}

static void shuffle(struct random *random, struct event *events, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = random_below(random, i);
        struct event swap = events[i - 1];
        events[i - 1] = events[other];
        events[other] = swap;
    }
}

static void one_by_one_and_from_the_whole_log_come_the_same_bits(void **state)
{
    struct random random = random_seeded(2);
    for (int round = 0; round < 10000; round++) {
        struct history history = {.random = &random};
        arena_reset(&arena);
        struct progress written = nothing_yet();
        struct progress rebuilt = nothing_yet();
        if (round % 2)
            written.settings.model = memory_model_default(MODEL_FSRS6);
        rebuilt.settings = written.settings;

        write_history(&history, &written);
        progress_rebuild(&rebuilt, history.events, history.count);
        assert_true(same_progress(&written, &rebuilt));

        shuffle(&random, history.events, history.count);
        progress_rebuild(&rebuilt, history.events, history.count);
        assert_true(same_progress(&written, &rebuilt));
    }
    (void)state;
}

static void taking_everything_back_leaves_nothing(void **state)
{
    struct random random = random_seeded(3);
    for (int round = 0; round < 200; round++) {
        struct history history = {.random = &random};
        arena_reset(&arena);
        struct progress progress = nothing_yet();
        struct progress empty = nothing_yet();
        write_history(&history, &progress);

        while (history.open)
            write_void(&history, &progress);

        assert_true(same_progress(&progress, &empty));
        assert_null(progress_of(&progress, "a/x"));
    }
    (void)state;
}

static void a_cached_state_is_put_in_its_place(void **state)
{
    struct progress known = nothing_yet();
    struct progress loaded = nothing_yet();
    struct event first = answer("nile/length", 0, GRADE_GOOD);
    struct event next = answer("nile/length", 4 * DAY, GRADE_HARD);
    progress_apply(&known, &first);

    progress_restore(&loaded, known.entries[0].id, &known.entries[0].state);
    progress_restore_day(&loaded, &known.days[0]);
    loaded.sums = known.sums;
    loaded.reviews = known.reviews;
    loaded.right = known.right;

    assert_true(same_progress(&known, &loaded));
    progress_apply(&known, &next);
    progress_apply(&loaded, &next);
    assert_true(same_progress(&known, &loaded));
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_learner_begins_with_eight_a_day_at_ninety_per_cent),
        cmocka_unit_test(what_was_never_reviewed_has_no_state),
        cmocka_unit_test(reviews_right_answers_and_lapses_are_counted),
        cmocka_unit_test(a_guess_among_options_is_weaker_evidence),
        cmocka_unit_test(the_buttons_show_what_an_answer_then_does),
        cmocka_unit_test(a_clock_that_goes_back_counts_as_no_time),
        cmocka_unit_test(calibration_is_of_what_was_met_before_without_luck),
        cmocka_unit_test(a_day_is_the_one_the_learner_saw),
        cmocka_unit_test(a_streak_ends_today_or_yesterday),
        cmocka_unit_test(stages_go_by_days_of_strength),
        cmocka_unit_test(many_items_are_found_again),
        cmocka_unit_test(a_renamed_subject_keeps_its_progress),
        cmocka_unit_test(a_log_without_its_decks_is_kept),
        cmocka_unit_test(a_voided_review_never_was),
        cmocka_unit_test(a_void_of_a_void_and_of_what_is_unknown_do_nothing),
        cmocka_unit_test(a_void_names_a_device_too),
        cmocka_unit_test(events_of_a_kind_to_come_are_passed_over),
        cmocka_unit_test(the_logs_of_two_devices_merge_by_their_clocks),
        cmocka_unit_test(the_last_settings_hold_for_the_whole_log),
        cmocka_unit_test(a_voided_setting_is_not_obeyed),
        cmocka_unit_test(settings_without_sense_are_passed_over),
        cmocka_unit_test(one_by_one_and_from_the_whole_log_come_the_same_bits),
        cmocka_unit_test(taking_everything_back_leaves_nothing),
        cmocka_unit_test(a_cached_state_is_put_in_its_place),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
