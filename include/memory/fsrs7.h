/*
 * fsrs7.h -- the model FSRS-7: a slow and a fast stability, exact time.
 *
 * The formulas of the finished model: srs-benchmark models/fsrs_v7.py,
 * fsrs-rs src/model_v7.rs and ts-fsrs fsrs-7/algorithm.ts, which agree;
 * computed in 64 bits. Neither stability is the time until recall is 90 %:
 * memory_strength_days() finds that. One rule serves every distance in time,
 * 0 included. States are brought within 0.0001 to 36500 days and difficulty
 * 1 to 10, going in and coming out.
 *
 * Called through memory/model.h. Weights are the 34 of the model, in order.
 */
#ifndef MEMORY_FSRS7_H
#define MEMORY_FSRS7_H

#include "memory/curve.h"
#include "memory/model.h"

/* The published default weights, FSRS7_WEIGHTS of them. */
extern const double fsrs7_defaults[FSRS7_WEIGHTS];

/* The published bounds of each weight, where they do not depend on others. */
void fsrs7_bounds(double *low, double *high);

/* Brings the weights within their published bounds. */
void fsrs7_bound(double *weights);

/* The state after the first review ever. */
struct memory_state fsrs7_first(const double *weights, enum grade grade);

/* How the state is forgotten. */
struct curve fsrs7_curve(const double *weights,
                         const struct memory_state *state);

/* The state after a review `days` after the last one. */
struct memory_state fsrs7_after(const double *weights,
                                const struct memory_state *state, double days,
                                enum grade grade);

/* The states after each of the four grades, to the bit as fsrs7_after(). */
void fsrs7_outcomes(const double *weights, const struct memory_state *state,
                    double days, struct memory_state after[GRADE_COUNT]);

#endif
