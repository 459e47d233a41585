/*
 * home.h -- what the home screen counts, and where its parts lie.
 *
 * The counts are made when the screen is gone to and when a day begins, not
 * while it is painted: a walk over all items costs more than a frame. Texts
 * and views between the files of the app only.
 */
#ifndef APP_HOME_H
#define APP_HOME_H

#include "study/plan.h"

enum {
    HOME_COMING_DAYS = 7,
    HOME_KINDS = 2,  /* kinds of subjects that a deck's line names */
    HOME_MORE = 8,   /* new ones that "Learn more new cards" asks */
    HOME_MINUTES = 5 /* of "Only five minutes" */
};

/* One deck of the register. */
struct home_deck {
    struct progress_summary sum;
    const struct kind *kinds[HOME_KINDS]; /* of its subjects, as first met */
    int32_t of_kind[HOME_KINDS];
    bool has_others; /* subjects of a further kind */
    int32_t due;     /* of today's plan */
    int32_t fresh;
};

struct home {
    struct home_deck *decks; /* as in knowledge; in the sitting's arena */
    struct progress_summary all;
    int32_t day;   /* study day that was counted */
    int32_t today; /* cards; a sitting takes no more than PLAN_MAX */
    int32_t coming[HOME_COMING_DAYS]; /* cards of the days, today first */
    int32_t cost_of_new; /* reviews that a new one adds in 30 days */
    bool seen;           /* the bars have grown once */
};

struct app;
struct arena;

/* Plans and counts for now; what has the focus keeps it. */
void home_count(struct app *app);

/* It is on show: its bars grow, once. */
void home_show(struct app *app);

/* Counts anew when another day has begun; milliseconds until it does. */
void home_pass(struct app *app);
int64_t home_wait_ms(const struct app *app);

/* How many answers fit so many minutes, at least 1; minutes that so many
 * answers take, at least 1. */
int home_answers(const struct app *app, int minutes);
int home_minutes(const struct app *app, int answers);

/* "13 agreements, 1 exercise, 124 facts", or "14 subjects, 124 facts" where
 * `brief` or where there are more kinds. */
const char *home_contents(struct arena *arena, const struct app *app,
                          size_t deck, bool brief);

/* "Twelve days in a row"; "One day" begins again; "" for none. */
const char *home_streak(struct arena *arena, int32_t days);

#endif
