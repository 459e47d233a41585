/*
 * fsrs6.h -- the model FSRS-6: one stability, whole days.
 *
 * The formulas of fsrs-rs 6.6.1 (src/model.rs, src/inference.rs), computed in
 * 64 bits. Stability is the number of days until recall is 90 %. A review on
 * the day of the last one (0 days) has a rule of its own. States are brought
 * within 0.001 to 36500 days and difficulty 1 to 10, going in and coming out.
 *
 * Called through memory/model.h. Weights are the 21 of the model, in order.
 */
#ifndef MEMORY_FSRS6_H
#define MEMORY_FSRS6_H

#include "memory/curve.h"
#include "memory/model.h"

/* The published default weights, FSRS6_WEIGHTS of them. */
extern const double fsrs6_defaults[FSRS6_WEIGHTS];

/* The published bounds of each weight. */
void fsrs6_bounds(double *low, double *high);

/* Brings the weights within their published bounds. */
void fsrs6_bound(double *weights);

/* The state after the first review ever. */
struct memory_state fsrs6_first(const double *weights, enum grade grade);

/* How the state is forgotten. */
struct curve fsrs6_curve(const double *weights,
                         const struct memory_state *state);

/* The state after a review `days` after the last one. */
struct memory_state fsrs6_after(const double *weights,
                                const struct memory_state *state, double days,
                                enum grade grade);

/* The states after each of the four grades, to the bit as fsrs6_after(). */
void fsrs6_outcomes(const double *weights, const struct memory_state *state,
                    double days, struct memory_state after[GRADE_COUNT]);

#endif
