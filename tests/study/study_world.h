/*
 * study_world.h -- rivers to study, answers to them, and what counts as the
 * same, for tests of the study room.
 */
#ifndef STUDY_WORLD_H
#define STUDY_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "knowledge/deck_text.h"
#include "memory/same.h"
#include "study/progress.h"

enum { MINUTE = 60000, HOUR = 60 * MINUTE, DAY = 24 * HOUR, TOKYO = 540 };

/* 2026-11-23 10:00 in Tokyo, and its study day. */
#define TEN_OCLOCK INT64_C(1795395600000)
enum { MONDAY = 20780 };

static const char RIVER_KIND[] =
    "[kind river]\nlabel = river\nplural = rivers\ntitle = name\n"
    "[field river.length]\ntype = count\ncomplete = yes\n"
    "ask = How many kilometres long is {title}?\n"
    "back = Which river is {value} kilometres long?\n"
    "[field river.mouth]\ntype = place\ncomplete = yes\n"
    "ask = Where does {title} end?\n"
    "[field river.tale]\ntype = text\ncomplete = yes\n"
    "ask = What is told of {title}?\n";

/* An instant in Tokyo, `ms` after ten o'clock of that Monday. */
static inline struct moment tokyo(int64_t ms)
{
    return (struct moment){TEN_OCLOCK + ms, TOKYO};
}

/* An answer of one learner to an item. */
static inline struct event answer(const char *item, int64_t ms,
                                  enum grade grade)
{
    struct moment now = tokyo(ms);
    return (struct event){.kind = EVENT_REVIEW,
                          .item = item,
                          .at_ms = now.at_ms,
                          .tz_min = now.tz_min,
                          .study_day = moment_study_day(now),
                          .grade = grade,
                          .share = 1,
                          .dur_ms = 5000,
                          .body = "{}"};
}

/* What is known from those texts, a kinds file first; NULL ends the list. */
static inline struct knowledge *knowledge_of(struct arena *arena,
                                             const char *const *texts)
{
    struct problems problems;
    size_t count = 0;
    while (texts[count])
        count++;
    struct source *sources = arena_array(arena, count, sizeof *sources);
    for (size_t i = 0; i < count; i++)
        sources[i] = deck_text(arena, "rivers.ini", texts[i]);
    problems_init(&problems, arena);
    struct knowledge *knowledge =
        knowledge_build(arena, sources, count, &problems);
    for (size_t i = 0; i < problems.count; i++)
        print_message("line %d: %s\n", problems.list[i].line,
                      problems.list[i].message);
    assert_int_equal(problems.errors, 0);
    return knowledge;
}

static inline bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static inline bool same_due(const struct due *a, const struct due *b)
{
    return a->ms == b->ms && a->day == b->day && same_bits(a->days, b->days);
}

static inline bool same_time(struct review_time a, struct review_time b)
{
    return a.at_ms == b.at_ms && a.study_day == b.study_day;
}

static inline bool same_state(const struct item_state *a,
                              const struct item_state *b)
{
    return same_memory(&a->memory, &b->memory) &&
           same_time(a->first, b->first) && same_time(a->last, b->last) &&
           same_due(&a->due, &b->due) && a->reviews == b->reviews &&
           a->right == b->right && a->lapses == b->lapses &&
           a->tz_min == b->tz_min;
}

static inline bool same_day(const struct day_count *a,
                            const struct day_count *b)
{
    return a->day == b->day && a->reviews == b->reviews &&
           a->right == b->right && a->fresh == b->fresh &&
           a->dur_ms == b->dur_ms;
}

/* To the bit, in the same order. */
static inline bool same_progress(const struct progress *a,
                                 const struct progress *b)
{
    bool same = a->count == b->count && a->day_count == b->day_count &&
                a->reviews == b->reviews && a->right == b->right &&
                a->sums.reviews == b->sums.reviews &&
                same_bits(a->sums.expected, b->sums.expected) &&
                same_bits(a->sums.recalled, b->sums.recalled);
    for (size_t i = 0; same && i < a->count; i++)
        same = strcmp(a->entries[i].id, b->entries[i].id) == 0 &&
               same_state(&a->entries[i].state, &b->entries[i].state);
    for (size_t i = 0; same && i < a->day_count; i++)
        same = same_day(&a->days[i], &b->days[i]);
    same = same && a->aside_count == b->aside_count;
    for (size_t i = 0; same && i < a->aside_count; i++)
        same = a->asides[i].day == b->asides[i].day &&
               strcmp(a->asides[i].id, b->asides[i].id) == 0;
    return same;
}

#endif
