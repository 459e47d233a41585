/*
 * stage_log.h -- the play stage with a log that is written when the disk has
 * room: what was saved can be replayed, and compared.
 */
#ifndef TESTS_APP_STAGE_LOG_H
#define TESTS_APP_STAGE_LOG_H

#include "app/held.h"
#include "app/stage.h"
#include "study/study_world.h"

enum { LOG_MAX = 20000 };

static struct play stage;
static struct arena texts;
static struct event saved_log[LOG_MAX];
static size_t saved_count;

static inline int open_stage(void **state)
{
    (void)state;
    stage_open(&stage);
    arena_init(&texts, 256u << 20);
    saved_count = 0;
    return 0;
}

static inline int close_stage(void **state)
{
    (void)state;
    arena_release(&texts);
    stage_close(&stage);
    return 0;
}

/* What a store would keep of it. */
static inline void keep(const struct event *event)
{
    assert_true(saved_count < LOG_MAX);
    struct event *kept = &saved_log[saved_count++];
    *kept = *event;
    kept->item = event->item ? arena_text(&texts, event->item) : NULL;
    kept->body = arena_text(&texts, event->body);
}

/* As stage_send(), with a log that is written when the disk has room. */
static inline struct effect send(struct msg msg)
{
    stage.mono_ms += 1000;
    msg.at = stage_now(&stage);
    msg.mono_ms = stage.mono_ms;
    struct effect effect = update(&stage.app, &msg);
    while (stage_answers(&stage, effect)) {
        bool saves = effect.kind == EFFECT_SAVE && !stage.disk_full;
        struct msg answer = stage_answer(&stage, effect);
        if (saves)
            for (int i = 0; i < stage.app.pending.count; i++)
                keep(&stage.app.pending.events[i]);
        answer.at = msg.at;
        answer.mono_ms = msg.mono_ms;
        effect = update(&stage.app, &answer);
    }
    return effect;
}

static inline struct effect act(enum msg_kind kind, int number)
{
    return send((struct msg){.kind = kind, .number = number});
}

static inline struct effect press(int key, int mods)
{
    struct input input = {.kind = INPUT_KEY, .key = key, .mods = mods};
    return send(app_message(&stage.app, stage_view(&stage), &input));
}

static inline void answer_right(void)
{
    act(MSG_CHOOSE, stage.app.question.right);
}

/* The progress that the log and what is held would give. */
static inline void expect_the_same_as_a_rebuild(void)
{
    static struct event all[LOG_MAX + APP_HELD_MAX];
    struct arena arena;
    struct progress rebuilt;
    size_t count = saved_count;
    memcpy(all, saved_log, saved_count * sizeof all[0]);
    for (int i = 0; i < stage.app.held_count; i++) {
        all[count] = stage.app.held[i]->event;
        all[count].hlc = (int64_t)count + 1;
        count++;
    }
    arena_init(&arena, 64u << 20);
    progress_init(&rebuilt, &arena, stage.knowledge, study_settings_default());
    progress_rebuild(&rebuilt, all, count);
    assert_true(same_progress(&rebuilt, &stage.progress));
    arena_release(&arena);
}

#endif
