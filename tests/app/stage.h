/*
 * stage.h -- a small program to play with in tests: one deck, fixed widths,
 * a clock that stands where the test puts it.
 */
#ifndef TESTS_APP_STAGE_H
#define TESTS_APP_STAGE_H

#include <string.h>

#include "app/app.h"
#include "base/random.h"
#include "knowledge/deck_text.h"

static const char stage_deck[] =
    "[kind river]\nlabel = river\nplural = rivers\ntitle = name\n"
    "[field river.length]\ntype = count\ncomplete = yes\nlabel = Length\n"
    "ask = How many kilometres long is {title}?\n"
    "[field river.mouth]\ntype = place\ncomplete = yes\nlabel = Mouth\n"
    "ask = Where does {title} end?\n"
    "[deck]\ntitle = Rivers\nhome = Earth\nseal = \xe5\xb7\x9d RI\n"
    "[river nile]\nname = Nile\nlength = 6650\nmouth = Mediterranean Sea\n"
    "source = Atlas\n"
    "[river rhine]\nname = Rhine\nlength = 1230\nmouth = North Sea\n"
    "source = Atlas\n"
    "[river danube]\nname = Danube\nlength = 2850\nmouth = Black Sea\n"
    "source = Atlas\n"
    "[river volga]\nname = Volga\nlength = 3530\nmouth = Caspian Sea\n"
    "source = Atlas\n"
    "[river po]\nname = Po\nlength = 652\nmouth = Adriatic Sea\n"
    "source = Atlas\n";

struct play {
    struct arena arena;
    struct arena sitting;
    struct arena frame;
    struct problems problems;
    struct knowledge *knowledge;
    struct progress progress;
    struct app app;
    struct draw_list list;
    int64_t mono_ms;
    uint64_t saved; /* events so far */
    bool disk_full; /* saves fail while this is set */
};

static int stage_width(void *self, enum face face, int size, const char *lang,
                       const char *text, size_t length)
{
    (void)self, (void)face, (void)lang, (void)text;
    return (int)length * size / 2;
}

static int stage_ascent(void *self, enum face face, int size)
{
    (void)self, (void)face;
    return size;
}

static const struct text_metrics stage_metrics = {NULL, stage_width,
                                                  stage_ascent};

static inline struct moment stage_now(const struct play *stage)
{
    /* 2026-11-23 10:00 +09:00 and what has passed since */
    return (struct moment){1795395600000 + stage->mono_ms, 540};
}

static inline void stage_open_deck(struct play *stage, const char *deck)
{
    memset(stage, 0, sizeof *stage);
    arena_init(&stage->arena, 64u << 20);
    arena_init(&stage->sitting, 16u << 20);
    arena_init(&stage->frame, 16u << 20);
    problems_init(&stage->problems, &stage->arena);
    struct source source = deck_text(&stage->arena, "rivers.ini", deck);
    stage->knowledge =
        knowledge_build(&stage->arena, &source, 1, &stage->problems);
    progress_init(&stage->progress, &stage->arena, stage->knowledge,
                  study_settings_default());
    app_init(&stage->app, stage->knowledge, &stage->problems, &stage->progress,
             &stage->sitting, stage_now(stage));
}

static inline void stage_open(struct play *stage)
{
    stage_open_deck(stage, stage_deck);
}

static inline void stage_close(struct play *stage)
{
    app_close(&stage->app);
    arena_release(&stage->frame);
    arena_release(&stage->sitting);
    arena_release(&stage->arena);
}

/* Effects that report back. */
static inline bool stage_answers(struct play *stage, struct effect effect)
{
    (void)stage;
    return effect.kind == EFFECT_SAVE || effect.kind == EFFECT_SETTINGS ||
           effect.kind == EFFECT_LEARNER || effect.kind == EFFECT_READ_DECKS ||
           effect.kind == EFFECT_EXCERPT;
}

static inline struct msg stage_answer(struct play *stage, struct effect effect)
{
    static const enum msg_kind kinds[] = {
        [EFFECT_SAVE] = MSG_SAVED,
        [EFFECT_SETTINGS] = MSG_SETTINGS_SAVED,
        [EFFECT_LEARNER] = MSG_LEARNER_CHANGED,
        [EFFECT_READ_DECKS] = MSG_DECKS_READ,
        [EFFECT_EXCERPT] = MSG_EXCERPT,
    };
    struct msg answer = {.kind = kinds[effect.kind]};
    if (effect.kind == EFFECT_EXCERPT)
        answer.text = "1 [deck]\n2 title = Rivers\n";
    if (effect.kind != EFFECT_SAVE)
        return answer;
    if (stage->disk_full) {
        answer.kind = MSG_SAVE_FAILED;
        answer.text = "The disk is full";
    } else {
        struct pending *pending = &stage->app.pending;
        for (int i = 0; i < pending->count; i++) {
            pending->events[i].id.seq = ++stage->saved;
            pending->events[i].hlc = (int64_t)stage->saved;
        }
    }
    return answer;
}

/* Sends a message and plays the store: saves are given the next number. */
static inline struct effect stage_send(struct play *stage, struct msg msg)
{
    stage->mono_ms += 1000;
    msg.at = stage_now(stage);
    msg.mono_ms = stage->mono_ms;
    struct effect effect = update(&stage->app, &msg);
    for (int i = 0; i < 100 && stage_answers(stage, effect); i++) {
        struct msg answer = stage_answer(stage, effect);
        answer.at = msg.at;
        answer.mono_ms = msg.mono_ms;
        effect = update(&stage->app, &answer);
    }
    return effect;
}

static inline struct effect stage_do(struct play *stage, enum msg_kind kind,
                                     int number)
{
    return stage_send(stage, (struct msg){.kind = kind, .number = number});
}

static inline const struct draw_list *stage_view(struct play *stage)
{
    arena_reset(&stage->frame);
    draw_init(&stage->list, &stage->frame);
    view(&stage->app, &stage_metrics, &stage->list);
    return &stage->list;
}

/* True when some text on show is that, or holds it. */
static inline bool stage_shows(struct play *stage, const char *text)
{
    const struct draw_list *list = stage_view(stage);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].text && strcmp(list->items[i].text, text) == 0)
            return true;
    return false;
}

static inline bool stage_reads(struct play *stage, const char *part)
{
    const struct draw_list *list = stage_view(stage);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].text && strstr(list->items[i].text, part))
            return true;
    return false;
}

/* Presses a key as the window would report it. */
static inline struct effect stage_press(struct play *stage, int key, int mods)
{
    struct input input = {.kind = INPUT_KEY, .key = key, .mods = mods};
    struct msg msg = app_message(&stage->app, stage_view(stage), &input);
    return stage_send(stage, msg);
}

#endif
