/*
 * weights.h -- a model fitted to the learner, as the log keeps it.
 *
 * One setting event called "weights", whose value is 6 or 7 and whose body has
 * the numbers with all their digits: so that reading gives the same bits, and
 * one void takes the whole fit back. What a log without such an event studies
 * by is the default. Pure.
 */
#ifndef STUDY_WEIGHTS_H
#define STUDY_WEIGHTS_H

#include "base/arena.h"
#include "memory/reviews.h"
#include "study/progress.h"

/* The event that makes `model` the learner's from `now` on; its texts live in
 * `arena`. */
struct event weights_event(const struct memory_model *model, struct moment now,
                           struct arena *arena);

/* Obeys such an event; false for any other, and for one with other than
 * finite numbers, as many as the model has. */
bool weights_obey(struct study_settings *settings, const struct event *event);

/* The last event of that kind that was not taken back, or NULL: what a void
 * has to name. */
const struct event *weights_last(const struct event *events, size_t count,
                                 struct arena *arena);

/* The learner's reviews for memory/fit and memory/metrics; those of a class
 * say nothing of one memory, and are left out. */
void weights_reviews(const struct event *events, size_t count,
                     const struct knowledge *knowledge, struct arena *arena,
                     struct reviews *reviews);

#endif
