/*
 * welcome.h -- the two halves of the first page: the steps and the seals.
 *
 * Each adds blocks to the page's flow: side by side where there is room, one
 * below the other where there is not. Between the files of the app only.
 */
#ifndef APP_WELCOME_H
#define APP_WELCOME_H

#include "app/flow.h"

/* Read, turn, grade: a picture, a heading, a sentence and the key of each. */
void welcome_steps(struct pen *pen, struct flow *flow);

/* The four stages of a fact with what they mean. */
void welcome_seals(struct pen *pen, struct flow *flow);

#endif
