/* The log: what is put in comes back, in order, for the right learner. */
#include "io/store_world.h"

#include <sqlite3.h>

static void answer_is_whole(const struct event *was, const struct event *is)
{
    assert_memory_equal(was->id.device, is->id.device, EVENT_DEVICE_BYTES);
    assert_int_equal(was->id.seq, is->id.seq);
    assert_int_equal(was->hlc, is->hlc);
    assert_int_equal(was->kind, is->kind);
    assert_string_equal(was->item, is->item);
    assert_int_equal(was->at_ms, is->at_ms);
    assert_int_equal(was->tz_min, is->tz_min);
    assert_int_equal(was->study_day, is->study_day);
    assert_int_equal(was->grade, is->grade);
    assert_memory_equal(&was->chance, &is->chance, sizeof is->chance);
    assert_memory_equal(&was->share, &is->share, sizeof is->share);
    assert_int_equal(was->dur_ms, is->dur_ms);
    assert_int_equal(was->mode, is->mode);
    assert_string_equal(was->body, is->body);
}

static struct event *all_events(struct store *store, struct arena *arena,
                                size_t *count)
{
    struct event *events = NULL;
    arena_init(arena, (size_t)1 << 30);
    assert_true(store_read(store, arena, &events, count, NULL));
    return events;
}

static void append(struct store *store, struct event *event)
{
    struct error err = {.text = ""};
    if (!store_append(store, event, &err))
        fail_msg("%s", err.text);
}

static void another_learner_has_a_log_of_their_own(void **state)
{
    struct store *store = store_opened(*state);
    struct event first = store_review("a/signed", STORE_NOON);
    append(store, &first);

    assert_true(store_change_learner(store, "Aiko", NULL));
    struct event second = store_review("b/signed", STORE_NOON + 1000);
    append(store, &second);

    struct arena arena;
    size_t count;
    struct event *events = all_events(store, &arena, &count);
    assert_int_equal(count, 1);
    assert_string_equal(events[0].item, "b/signed");
    arena_release(&arena);

    assert_true(store_change_learner(store, NULL, NULL));
    events = all_events(store, &arena, &count);
    assert_int_equal(count, 1);
    assert_string_equal(events[0].item, "a/signed");
    arena_release(&arena);
    store_close(store);
}

static void an_answer_comes_back_as_it_was_given(void **state)
{
    struct store *store = store_opened(*state);
    struct event given = store_review("日米/署名", STORE_NOON);
    given.grade = GRADE_EASY;
    given.share = .1;
    given.mode = MODE_QUIZ;
    append(store, &given);
    store_close(store);

    struct arena arena;
    size_t count;
    store = store_opened(*state);
    struct event *events = all_events(store, &arena, &count);

    assert_int_equal(count, 1);
    assert_int_equal(events[0].id.seq, 1);
    assert_int_equal(events[0].hlc, STORE_NOON);
    answer_is_whole(&given, &events[0]);
    arena_release(&arena);
    store_close(store);
}

static void a_void_and_a_setting_say_what_they_are_about(void **state)
{
    struct store *store = store_opened(*state);
    struct event answer = store_review("a/b", STORE_NOON);
    append(store, &answer);
    struct event taken_back = {.kind = EVENT_VOID, .target = answer.id};
    struct event setting = {
        .kind = EVENT_SETTING, .name = "target", .value = .1 + .7};
    append(store, &taken_back);
    append(store, &setting);

    struct arena arena;
    size_t count;
    struct event *events = all_events(store, &arena, &count);

    assert_int_equal(count, 3);
    assert_int_equal(events[1].kind, EVENT_VOID);
    assert_memory_equal(events[1].target.device, answer.id.device,
                        EVENT_DEVICE_BYTES);
    assert_int_equal(events[1].target.seq, answer.id.seq);
    assert_string_equal(events[2].name, "target");
    assert_true(events[2].value == setting.value);
    arena_release(&arena);
    store_close(store);
}

static void what_a_newer_pacta_wrote_is_kept_as_it_is(void **state)
{
    struct store *store = store_opened(*state);
    struct event unknown = store_review("a/b", STORE_NOON);
    unknown.kind = 77;
    unknown.body = "no { JSON";
    append(store, &unknown);
    struct event broken_void = store_review("a/b", STORE_NOON);
    append(store, &broken_void);
    store_close(store);
    sqlite3 *db = NULL;
    sqlite3_open(store_path(*state, "progress.db"), &db);
    sqlite3_exec(db, "update event set kind = 2, body = '{' where seq = 2",
                 NULL, NULL, NULL);
    sqlite3_close(db);

    struct arena arena;
    size_t count;
    store = store_opened(*state);
    struct event *events = all_events(store, &arena, &count);

    assert_int_equal(count, 2);
    assert_int_equal(events[0].kind, 77);
    assert_string_equal(events[0].body, "no { JSON");
    assert_int_equal(events[1].target.seq, 0);
    arena_release(&arena);
    store_close(store);
}

/* T1: clocks are set back; the order of the answers stays. */
static void t1_a_clock_set_back_does_not_change_the_order(void **state)
{
    static const int64_t at[] = {
        STORE_NOON, STORE_NOON - 3600000, STORE_NOON - INT64_C(315360000000),
        STORE_NOON + INT64_C(315360000000), STORE_NOON + 1};
    struct store *store = store_opened(*state);
    for (size_t i = 0; i < 5; i++) {
        if (i == 3) {
            store_close(store);
            store = store_opened(*state);
        }
        store_append_one(store, "a/b", at[i]);
    }

    struct arena arena;
    size_t count;
    struct event *events = all_events(store, &arena, &count);

    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(events[i].id.seq, i + 1);
        assert_int_equal(events[i].at_ms, at[i]);
        assert_true(i == 0 || events[i].hlc > events[i - 1].hlc);
    }
    arena_release(&arena);
    store_close(store);
}

/* T3: 1969, 1970, 2038-01-19, 2106-02-07, 9999-12-31, a leap second. */
static void t3_instants_of_any_year_are_kept(void **state)
{
    static const int64_t at[] = {
        -INT64_C(86400000),       0,
        INT64_C(2147483648000),   INT64_C(4294967296000),
        INT64_C(253402300799999), INT64_C(1483228800000)};
    struct store *store = store_opened(*state);
    for (size_t i = 0; i < 6; i++)
        store_append_one(store, "a/b", at[i]);
    store_close(store);

    struct arena arena;
    size_t count;
    store = store_opened(*state);
    struct event *events = all_events(store, &arena, &count);

    assert_int_equal(count, 6);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(events[i].at_ms, at[i]);
    arena_release(&arena);
    store_close(store);
}

static void two_learners_keep_their_own_answers(void **state)
{
    struct arena arena;
    size_t count;
    struct store *store = store_open(*state, "Aiko", NULL);
    store_append_one(store, "a/b", STORE_NOON);
    store_close(store);
    store = store_open(*state, "O'Neil \"二\"", NULL);
    store_append_one(store, "a/c", STORE_NOON);
    store_append_one(store, "a/d", STORE_NOON);
    store_close(store);

    store = store_open(*state, "Aiko", NULL);
    struct event *events = all_events(store, &arena, &count);

    assert_int_equal(store_count(store), 3);
    assert_int_equal(count, 1);
    assert_string_equal(events[0].item, "a/b");
    arena_release(&arena);
    store_close(store);
}

static void a_log_in_memory_takes_answers_and_leaves_nothing(void **state)
{
    struct arena arena;
    size_t count;
    struct store *store = store_open_memory(NULL);
    assert_non_null(store);
    store_append_one(store, "a/b", STORE_NOON);

    all_events(store, &arena, &count);

    assert_int_equal(count, 1);
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    assert_string_equal(store_names(*state), "");
    arena_release(&arena);
    store_close(store);
}

static uint64_t first_seq_after(const char *dir, uint8_t *device)
{
    struct store *store = store_opened(dir);
    struct event event = store_review("a/b", STORE_NOON);
    append(store, &event);
    store_close(store);
    memcpy(device, event.id.device, EVENT_DEVICE_BYTES);
    return event.id.seq;
}

static void a_copy_of_the_folder_is_another_device(void **state)
{
    uint8_t here[EVENT_DEVICE_BYTES];
    uint8_t there[EVENT_DEVICE_BYTES];
    char copy[STORE_NAME_MAX];
    size_t size;
    store_filled(*state, 3);
    snprintf(copy, sizeof copy, "%s/copy", (char *)*state);
    mkdir(copy, 0700);
    char *bytes = store_bytes(store_path(*state, "progress.db"), &size);
    store_write_file(store_path(copy, "progress.db"), bytes, size);
    free(bytes);

    assert_int_equal(first_seq_after(*state, here), 4);
    assert_int_equal(first_seq_after(copy, there), 1);
    assert_memory_not_equal(here, there, EVENT_DEVICE_BYTES);
    assert_int_equal(first_seq_after(copy, there), 2);
}

static void only_the_learner_may_read_the_files(void **state)
{
    static const char *const files[] = {"progress.db", "progress.db-wal",
                                        "progress.db.spare",
                                        "backups/progress-2026-11-23.db"};
    struct stat about;
    char dir[STORE_NAME_MAX];
    snprintf(dir, sizeof dir, "%s/share/pacta", (char *)*state);
    mode_t mask = umask(0);
    struct store *store = store_opened(dir);
    store_append_one(store, "a/b", STORE_NOON);
    assert_true(store_backup(store, dir, STORE_TODAY, NULL));
    umask(mask);

    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        assert_int_equal(stat(store_path(dir, files[i]), &about), 0);
        assert_int_equal(about.st_mode & 07777, 0600);
    }
    assert_int_equal(stat(store_path(dir, "backups"), &about), 0);
    assert_int_equal(about.st_mode & 07777, 0700);
    assert_int_equal(stat(dir, &about), 0);
    assert_int_equal(about.st_mode & 07777, 0700);
    store_close(store);
}

static void a_closed_log_is_one_file_and_its_spare_room(void **state)
{
    store_filled(*state, 3);
    assert_string_equal(store_names(*state), "progress.db progress.db.spare ");
}

static void a_path_with_odd_characters_is_a_path(void **state)
{
    char dir[STORE_NAME_MAX];
    snprintf(dir, sizeof dir, "%s/a?b#c%%20 \xff 日本", (char *)*state);
    store_filled(dir, 2);
    assert_int_equal(store_counted(dir), 2);
}

static void a_path_that_is_too_long_is_refused_in_words(void **state)
{
    char dir[1200];
    size_t used = (size_t)snprintf(dir, sizeof dir, "%s", (char *)*state);
    while (used < 520)
        used += (size_t)snprintf(dir + used, sizeof dir - used, "/%060d", 0);

    struct error err = store_refusal(dir);

    assert_non_null(strstr(err.text, "too long"));
    assert_non_null(strstr(err.text, "--data"));
}

static void the_longest_path_that_is_accepted_works(void **state)
{
    char dir[1200];
    size_t used = (size_t)snprintf(dir, sizeof dir, "%s/", (char *)*state);
    memset(dir + used, 'x', 200);
    dir[used + 200] = '/';
    memset(dir + used + 201, 'y', 440 - used - 201);
    dir[440] = '\0';

    store_filled(dir, 1);
    struct store *store = store_opened(dir);

    assert_int_equal(store_count(store), 1);
    assert_true(store_backup(store, dir, STORE_TODAY, NULL));
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        store_test(another_learner_has_a_log_of_their_own),
        store_test(an_answer_comes_back_as_it_was_given),
        store_test(a_void_and_a_setting_say_what_they_are_about),
        store_test(what_a_newer_pacta_wrote_is_kept_as_it_is),
        store_test(t1_a_clock_set_back_does_not_change_the_order),
        store_test(t3_instants_of_any_year_are_kept),
        store_test(two_learners_keep_their_own_answers),
        store_test(a_log_in_memory_takes_answers_and_leaves_nothing),
        store_test(a_copy_of_the_folder_is_another_device),
        store_test(only_the_learner_may_read_the_files),
        store_test(a_closed_log_is_one_file_and_its_spare_room),
        store_test(a_path_with_odd_characters_is_a_path),
        store_test(a_path_that_is_too_long_is_refused_in_words),
        store_test(the_longest_path_that_is_accepted_works),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
