/*
 * home_page.h -- where the parts of the home screen lie.
 *
 * Three measures of the same page: as drawn for a large window, closer for a
 * smaller one, closest for a narrow or low one. Device px but for sizes of
 * type. Between the files of the app only.
 */
#ifndef APP_HOME_PAGE_H
#define APP_HOME_PAGE_H

#include "app/parts.h"

enum home_measure { HOME_LARGE, HOME_MIDDLE, HOME_SMALL };

struct home_page {
    enum home_measure measure;
    struct rect page; /* within the margins */
    bool has_side;    /* the column with counts, days and forecast */
    int grown;        /* per mille that bars have grown */
    int rule;         /* y of the Oxford rule */
};

/* Logical px of this measure. */
int home_px(const struct pen *pen, const struct home_page *home, int large,
            int middle, int small);

/* Date, notes and the one sentence of the screen; returns y below. */
int home_title(struct pen *pen, const struct home_page *home,
               const char *title);

/* The register of decks, its hint line below. */
void home_register(struct pen *pen, struct rect area,
                   const struct home_page *home);

/* The column at the right. */
void home_side(struct pen *pen, struct rect area, const struct home_page *home);

/* The page when there is no deck, and when nothing is due. */
void home_empty(struct pen *pen, const struct home_page *home);
void home_done(struct pen *pen, const struct home_page *home);

#endif
