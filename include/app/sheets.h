/*
 * sheets.h -- the sheets of components and of motions: pictures for the eye.
 *
 * They show the parts that screens are made of, in every state, so that a
 * change of a part is seen in one place. Nothing on them can be used. Between
 * the files of the app only.
 */
#ifndef APP_SHEETS_H
#define APP_SHEETS_H

#include "app/parts.h"

/* The paper, a title with a word about it at its right, the Oxford rule. */
void sheet_head(struct pen *pen, const char *title, const char *about);

/* A row of the sheet of components: where its parts go. */
struct sheet_row {
    struct pen *pen;
    int x;      /* of the next part */
    int top;    /* of the parts, below their captions */
    int middle; /* of the parts' height */
};

/* The name of a state above the next part. */
void sheet_caption(const struct sheet_row *row, const char *text);

/* The parts of each row. */
void sheet_main_buttons(struct sheet_row *row);
void sheet_buttons(struct sheet_row *row);
void sheet_choices(struct sheet_row *row);
void sheet_answered(struct sheet_row *row);
void sheet_grades(struct sheet_row *row);
void sheet_fields(struct sheet_row *row);
void sheet_settings(struct sheet_row *row);
void sheet_seals(struct sheet_row *row);
void sheet_measures(struct sheet_row *row);
void sheet_messages(struct sheet_row *row);
void sheet_kinds(struct sheet_row *row);
void sheet_icons(struct sheet_row *row);

#endif
