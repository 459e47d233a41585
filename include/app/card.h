/*
 * card.h -- the sheet of the study screen: where its parts lie.
 *
 * Rows and sheet keep their place and height when an answer appears, so all
 * of it is laid out for both sides at once. Between the files of the app only.
 */
#ifndef APP_CARD_H
#define APP_CARD_H

#include "app/parts.h"

struct card_place {
    struct rect sheet;
    struct rect inner; /* what lies within the margins */
    int body_top;      /* below the head's hairline */
    int body_bottom;   /* above the foot */
    int controls;      /* y of the buttons below the sheet */
    int hints;         /* y of the hint line, 0: there is no room for it */
};

/* Where things lie in this window. */
struct card_place card_place(struct pen *pen);

/* Head: seal, title, kind of fact, hairline. */
void card_head(struct pen *pen, const struct card_place *place);

/* What is inside the sheet for each form. */
void view_flip(struct pen *pen, const struct card_place *place);
void view_choice(struct pen *pen, const struct card_place *place);
void view_typed(struct pen *pen, const struct card_place *place);

/* A source with its icon. Returns the y below. */
int card_source(struct pen *pen, int x, int y, int w, bool draw);

#endif
