/*
 * settings_rows.h -- the rows of the page of settings, between the files of the
 * app only.
 */
#ifndef APP_SETTINGS_ROWS_H
#define APP_SETTINGS_ROWS_H

#include "app/parts.h"

/* Where the next row goes. */
struct settings_column {
    int x;
    int y;
    int w;
    int label_w;   /* that words may take */
    int control_x; /* where the row's control begins, */
    int control_w;
    bool stacked; /* below the words, for want of room beside them */
    int part_y[PART_COUNT];
};

/* What the parts are called. */
extern const char *const settings_parts[PART_COUNT];

/* An empty column in an area. */
struct settings_column settings_column_in(const struct pen *pen,
                                          struct rect area);

/* Draws all rows from where the column stands; `y` is below them then. */
void settings_rows(struct pen *pen, struct settings_column *column);

#endif
