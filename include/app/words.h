/*
 * words.h -- numbers and times as the program says them.
 *
 * Short and plain; the same words in the window and in the terminal. Texts
 * live in the arena that is passed in. Pure.
 */
#ifndef APP_WORDS_H
#define APP_WORDS_H

#include <stdint.h>

#include "app/app.h"

/* "in 10 min", "in 3 h", "tomorrow", "in 52 days", "in 3 months", "in 2
 * years", from an interval in days. */
const char *words_interval(struct arena *arena, double days);

/* The same for where there is little room: "in 52 d", "in 3 mo", "in 2 y". */
const char *words_interval_short(struct arena *arena, double days);

/* "1 card", "39 cards". */
const char *words_count(struct arena *arena, int64_t n, const char *one,
                        const char *many);

/* "One" to "Twelve", then digits: as a sentence begins; or "one". */
const char *words_number(struct arena *arena, int64_t n, bool capital);

/* The text with its first letter as a sentence begins; NULL stays NULL. */
const char *words_capital(struct arena *arena, const char *text);

/* "8 min 40 s", "13 s". */
const char *words_duration(struct arena *arena, int64_t ms);

/* "Wednesday, 14 October 2026" and "fourteenth day of October 2026". */
const char *words_day(struct arena *arena, int32_t study_day);
const char *words_testimonium(struct arena *arena, int32_t study_day);

/* "Kept", "Held", "Learning", "New". */
const char *words_stage(enum stage stage);

/* The result of a sitting: "35 of 39 recalled". */
const char *words_result(struct arena *arena, const struct session *session);

/* When the question's item returns, as the feedback says it. */
const char *words_return(struct arena *arena, const struct app *app);

/* What the chosen wrong option belongs to, as a sentence; "" without. */
const char *words_belongs(struct arena *arena, const struct question *question,
                          int chosen);

#endif
