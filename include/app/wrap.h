/*
 * wrap.h -- text cut into lines that fit a width.
 *
 * Breaks where Unicode allows it; a word longer than the line is cut between
 * user-perceived characters. Nothing is ever lost or replaced by dots. Pure.
 */
#ifndef APP_WRAP_H
#define APP_WRAP_H

#include "app/draw.h"

struct text_line {
    const char *text; /* in the arena, without the space at its end */
    int width;        /* px */
};

struct text_lines {
    struct text_line *lines;
    int count;
};

/* Style of a run of text. */
struct text_style {
    enum face face;
    int size;
    const char *lang;
};

/* Greedy lines no wider than `width`. "" gives no line. */
struct text_lines wrap_text(const struct text_metrics *metrics,
                            struct text_style style, const char *text,
                            int width, struct arena *arena);

/* The same number of lines as wrap_text(), but as even as they can be: for
 * questions and titles. */
struct text_lines wrap_balanced(const struct text_metrics *metrics,
                                struct text_style style, const char *text,
                                int width, struct arena *arena);

#endif
