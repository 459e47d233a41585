/*
 * progress.h -- what the log says about each item, today and so far.
 *
 * A pure function of events, model and target: applying events one by one and
 * rebuilding from all of them give the same bits. Items are known by id text;
 * the log may hold ids that no loaded deck has. The caller passes ids as they
 * are now (knowledge_current_id).
 */
#ifndef STUDY_PROGRESS_H
#define STUDY_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "knowledge/knowledge.h"
#include "study/confusions.h"
#include "study/event.h"
#include "study/schedule.h"

enum stage { STAGE_NEW, STAGE_LEARNING, STAGE_HELD, STAGE_KEPT, STAGE_COUNT };

struct study_settings {
    struct memory_model model; /* FSRS-7 by default */
    double target;             /* .9 */
    int32_t new_per_day;       /* 8 */
    int32_t exam_day;          /* a study day; 0: none */
    int32_t minutes;           /* to study a day before an exam: 20 */
    int32_t fit_day;           /* when the model was fitted last; 0: never */
};

/* What is derived for one item. All of it is cached by the store. */
struct item_state {
    struct memory memory;
    struct review_time first;
    struct review_time last;
    struct due due;
    int32_t reviews;
    int32_t right;
    int32_t lapses; /* failures after the first review */
    int32_t tz_min; /* of the last review: what is due is so in its zone */
};

/* One study day in the log. */
struct day_count {
    int32_t day;
    int32_t reviews;
    int32_t right;
    int32_t fresh; /* items met for the first time */
    int64_t dur_ms;
};

/* An item that was set aside on a study day: it is not asked on that day. */
struct aside {
    int32_t day;
    const char *id;
};

/* Sums over reviews of items met before (calibration). */
struct recall_sums {
    int64_t reviews;
    double expected; /* sum of the recall predicted just before */
    double recalled; /* sum of (right - chance) / (1 - chance) */
};

struct progress_entry {
    const char *id;
    struct item_state state;
};

struct progress {
    struct arena *arena;
    const struct knowledge *knowledge; /* resolves renamed ids; may be NULL */
    struct study_settings settings;
    struct progress_entry *entries; /* in the order first met */
    size_t count;
    size_t capacity;
    uint32_t *slots; /* hash table over entries; 0 is empty */
    size_t slot_count;
    struct day_count *days; /* ascending */
    size_t day_count;
    size_t day_capacity;
    struct aside *asides; /* ascending by day, then as they came */
    size_t aside_count;
    size_t aside_capacity;
    struct recall_sums sums;
    int64_t reviews;
    int64_t right;
    struct confusion_book confused; /* what was taken for what */
};

/* What one event changed, so that it can be taken back. */
struct progress_step {
    bool is_aside; /* then the last aside of `aside_day` is all that is new */
    int32_t aside_day;
    size_t entry;
    bool was_new;
    struct item_state before;
    struct recall_sums sums_before;
    struct day_count day_before;
    bool day_is_new;
    bool is_confused; /* then these were confused with the item before */
    struct confusions confused_before;
};

struct study_settings study_settings_default(void);

/* An empty progress in `arena`. */
void progress_init(struct progress *progress, struct arena *arena,
                   const struct knowledge *knowledge,
                   struct study_settings settings);

/* A setting as the log names it; false when it is none, or out of bounds. */
bool study_settings_obey(struct study_settings *settings, const char *name,
                         double value);

/* "target", "new_per_day", "exam_day" or "minutes" becomes `value` from here
 * on, for all that was reviewed: the same bits as rebuilding with that event.
 * False for others. */
bool progress_set(struct progress *progress, const char *name, double value);

/* The state of an item, or NULL when it was never reviewed. */
const struct item_state *progress_of(const struct progress *progress,
                                     const char *item);

/* The state an item would have after a review (nothing is changed); `state`
 * NULL is that of a new item. */
struct item_state progress_after(const struct study_settings *settings,
                                 const char *item,
                                 const struct item_state *state,
                                 const struct event *review);

/* Applies one review, or one item set aside, and says what it changed. */
struct progress_step progress_apply(struct progress *progress,
                                    const struct event *event);

/* Takes the last applied step back; steps are taken back last first. */
void progress_take_back(struct progress *progress,
                        const struct progress_step *step);

/* The events in order (hlc, device, seq), those voided left out; `*standing` of
 * them. */
const struct event **progress_standing(struct arena *arena,
                                       const struct event *events, size_t count,
                                       size_t *standing);

/* Empties and applies all events in order (hlc, device, seq): those voided
 * left out, settings in `settings.*` obeyed, unknown kinds passed over. */
void progress_rebuild(struct progress *progress, const struct event *events,
                      size_t count);

/* Puts a cached state in place (the store's cache, read at the start). */
void progress_restore(struct progress *progress, const char *item,
                      const struct item_state *state);
void progress_restore_day(struct progress *progress,
                          const struct day_count *day);
void progress_restore_aside(struct progress *progress,
                            const struct aside *aside);

/* The items set aside on a study day, `*count` of them. */
const struct aside *progress_asides(const struct progress *progress,
                                    int32_t day, size_t *count);

/* Chance of recall now, strength in days, stage by strength (21, 90 days). */
double progress_recall(const struct progress *progress,
                       const struct item_state *state, struct moment now);
double progress_strength(const struct progress *progress,
                         const struct item_state *state);
enum stage progress_stage(const struct progress *progress,
                          const struct item_state *state);

/* The count of a study day (zeros where there was none). */
struct day_count progress_day(const struct progress *progress, int32_t day);

/* Study days in a row with a review, ending today or yesterday; the longest
 * such row ever in `*longest` (may be NULL). */
int32_t progress_streak(const struct progress *progress, int32_t today,
                        int32_t *longest);

/* Counts over the items of a deck (NULL: of all loaded decks). */
struct progress_summary {
    int32_t items;
    int32_t stage[STAGE_COUNT];
    int32_t due;   /* reviewed before and due now */
    int32_t fresh; /* new ones that may come today */
};
struct progress_summary progress_summarise(const struct progress *progress,
                                           const struct knowledge *knowledge,
                                           const struct deck *deck,
                                           struct moment now);

/* The same of every deck, in the order of `knowledge`, in one walk over the
 * items; room for all of them in `decks`. */
void progress_summarise_decks(const struct progress *progress,
                              const struct knowledge *knowledge,
                              struct moment now,
                              struct progress_summary *decks);

#endif
