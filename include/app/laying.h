/*
 * laying.h -- match and order on the sheet: what the two share.
 *
 * The question, a line that says how far it is, rows that keep their place and
 * height when the answer comes, the feedback below them; and the controls below
 * the sheet. Rows never move: the look is chosen for both sides at once.
 * Between the files of the app only.
 */
#ifndef APP_LAYING_H
#define APP_LAYING_H

#include "app/card.h"

/* How large and how far apart question and rows are. */
struct laying_look {
    int question; /* type */
    int line;
    int above;   /* px from the hairline to the question */
    int between; /* from there to the line below it */
    int below;   /* from that to the rows */
    int pad;     /* logical px around a row's text */
    int gap;     /* px between rows */
};

/* Adds the rows; `number` tells them which look it is. */
typedef void laying_rows(struct pen *pen, struct flow *flow, int look);

extern const struct laying_look laying_looks[];

/* True for those that do without what is not needed. */
bool laying_is_tight(int look);

/* The body of the sheet, drawn; `says` stands below the question. Returns true
 * while more lies below. */
bool laying_body(struct pen *pen, const struct card_place *place,
                 const char *says, laying_rows *rows);

/* The look that laying_body() takes; it depends on the rows' heights alone. */
int laying_look(struct pen *pen, const struct card_place *place,
                laying_rows *rows);

/* Below the sheet while it is asked: keys, why it cannot be checked yet (NULL:
 * it can be), the button. */
void laying_asking(struct pen *pen, const struct card_place *place,
                   const struct card_hint *hints, int count,
                   const char *why_not, const char *label, bool more);

/* And once it is answered. */
void laying_answered(struct pen *pen, const struct card_place *place,
                     bool more);

/* Where a part belongs: the row on the right, or the place. */
int laying_place_of(const struct app *app, int part);

/* True when that part is where it belongs; how many of them are. */
bool laying_is_right(const struct app *app, int part);
int laying_right_count(const struct app *app);

/* What its row turned out to be. */
enum answered laying_answered_as(const struct app *app, int part);

/* "Two of four are right", "All four are right"; `right` is the word. */
const char *laying_result(struct pen *pen, const char *right);

/* A letter or number that was meant, struck out, and the right one beside it,
 * from `x`, in a line `rect` high; NULL: there is none. Returns the width. */
int laying_amended(struct pen *pen, struct rect rect, const char *meant,
                   const char *right, bool draw);

#endif
