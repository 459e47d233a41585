/*
 * end.h -- what the end of a sitting tells: the result and what was missed, as
 * blocks of a flow. Between the files of the app only.
 */
#ifndef APP_END_H
#define APP_END_H

#include "app/flow.h"

enum { END_LOW_HEIGHT = 700 };

/* Items missed in the sitting. */
int end_missed(const struct session *session);

/* True where margins and type are small for want of height. */
bool end_is_low(const struct pen *pen);

/* The result, four figures, the Oxford rule. */
void end_add_head(struct pen *pen, struct flow *flow);

/* "Four to look at again" and a row for each. */
void end_add_missed(struct pen *pen, struct flow *flow);

#endif
