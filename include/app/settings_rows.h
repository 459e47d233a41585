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

/* A row whose words are drawn: where its control goes. */
struct settings_row {
    struct rect control;
    int bottom;
};

/* Begins a row with a control `h` logical px high, and ends it, the `last` one
 * without a line. */
struct settings_row settings_row_begin(struct pen *pen,
                                       const struct settings_column *column,
                                       const char *label, const char *says,
                                       int h);
void settings_row_end(struct pen *pen, struct settings_column *column,
                      struct settings_row row, bool last);

/* The row that fits the model to the learner. */
void settings_fit_row(struct pen *pen, struct settings_column *column);

/* What the parts are called. */
extern const char *const settings_parts[PART_COUNT];

/* An empty column in an area. */
struct settings_column settings_column_in(const struct pen *pen,
                                          struct rect area);

/* Draws all rows from where the column stands; `y` is below them then. */
void settings_rows(struct pen *pen, struct settings_column *column);

/* The rows about an exam: its day, and the minutes a day before it. */
void settings_exam_rows(struct pen *pen, struct settings_column *column);

/* Above each mark of the slider of the target, which goes from `least` in so
 * many steps: what a day would be there. False where nothing is known. */
bool settings_has_loads(const struct pen *pen);
void settings_loads(struct pen *pen, struct rect area, int least, int steps);

/* One of several values, by name. */
struct settings_choice {
    enum setting setting;
    const char *const *names;
    const int *values;
    int count;
    int chosen;
};

/* Its row: segments side by side, in lines about alike where there is no room
 * for all. */
void settings_choice_row(struct pen *pen, struct settings_column *column,
                         struct settings_choice choice, const char *label,
                         const char *says);

#endif
