/*
 * plan_exam.h -- the plan of a day before an exam; between the files of the
 * plan only.
 */
#ifndef STUDY_PLAN_EXAM_H
#define STUDY_PLAN_EXAM_H

#include "study/plan.h"
#include "study/turn.h"

/* Adds what is brought forward today behind what is due, where an exam is set.
 * The plan has its new ones at the end. */
void plan_bring_forward(struct plan *plan, const struct turns *turns,
                        const struct deck *deck);

/* Cuts an ordered plan where the minutes left of today end, where an exam is
 * set; what is cut is due on another day. */
void plan_cut(struct plan *plan, const struct turns *turns);

#endif
