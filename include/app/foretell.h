/*
 * foretell.h -- what the screens say of the day of an exam.
 *
 * Some hundred futures are lived in small steps, one with each message while a
 * screen that tells of them is on show, so that nothing waits for them. They
 * begin anew when an answer or a setting makes another question of it. Pure;
 * between the files of the app only.
 */
#ifndef APP_FORETELL_H
#define APP_FORETELL_H

#include "base/arena.h"
#include "study/forecast.h"

enum {
    FORETELL_FUTURES = 100,
    FORETELL_STEP = 2500, /* answers at once: a few ms */
};

/* What a forecast is made from: the same, and it need not be made again. */
struct foretold_from {
    int32_t today;
    int32_t exam_day;
    int32_t minutes;
    int32_t new_per_day;
    size_t items;
    int64_t reviews;
    double target;
    double expected; /* another one when the model was fitted */
};

struct foretold {
    struct arena arena;
    struct foretold_from from;
    struct forecast *run; /* NULL: nothing is under way */
    bool is_known;
    struct forecast_result result; /* where it is known */
};

struct app;

void foretell_init(struct app *app);
void foretell_close(struct app *app);

/* Something may have changed: begins, where an exam is set and what was
 * foretold is not of this any more. */
void foretell(struct app *app);

/* Lives on for a step, if a screen that tells of it is on show. */
void foretell_pass(struct app *app);

/* True while a step is wanted. */
bool foretell_runs(const struct app *app);

/* Days until the exam; 0: none is set, or it is over. */
int32_t foretell_days(const struct app *app);

/* "14 December", with the year where it is another one. */
const char *foretell_day(struct arena *arena, const struct app *app);

/* "About 86 % on 14 December, between 81 and 91 %", or what is to be done. */
const char *foretell_words(struct arena *arena, const struct app *app);

/* "41 cards would not be met before the exam",
 * or what the minutes are for. */
const char *foretell_minutes(struct arena *arena, const struct app *app);

/* "Exam on 14 December, in 20 days: about 86 % at 20 minutes a day"; NULL
 * where none is set. */
const char *foretell_line(struct arena *arena, const struct app *app);

#endif
