/*
 * check_shown.h -- is each option right as often as chance would have it, when
 * it is shown? Inside the room only.
 *
 * Who has seen an answer often learns how often it is the right one. Dates are
 * counted over all date fields of a kind, since they stand beside one another.
 * Pure.
 */
#ifndef KNOWLEDGE_CHECK_SHOWN_H
#define KNOWLEDGE_CHECK_SHOWN_H

#include "knowledge/problem.h"
#include "knowledge/question.h"
#include "knowledge/table.h"

enum { SHOWN_LEAST = 30, SHOWN_ITEMS_LEAST = 8 };

#define SHOWN_MARGIN 0.10

/* An empty count that lives in `lasting`. */
void shown_init(struct table *shown, struct arena *lasting);

/* Counts the options of a choice about facts. */
void shown_add(struct table *shown, const struct question *question);

/* Adds the values that are right too often or too seldom, by more than
 * SHOWN_MARGIN and more than luck explains. */
void shown_report(const struct table *shown, struct problems *problems);

#endif
