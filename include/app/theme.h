/*
 * theme.h -- the colours by their names, and nothing else about looks.
 *
 * The tokens are those of the design; a theme gives each an opaque or
 * translucent colour 0xRRGGBBAA. Themes are files (assets/themes); one is
 * compiled in besides.
 */
#ifndef APP_THEME_H
#define APP_THEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/ini.h"

enum token {
    TOKEN_NONE, /* draws nothing */
    TOKEN_DESK,
    TOKEN_PAPER,
    TOKEN_WASH,
    TOKEN_WASH2,
    TOKEN_TRACK,
    TOKEN_INK,
    TOKEN_INK2,
    TOKEN_INK3,
    TOKEN_RULE,
    TOKEN_EDGE,
    TOKEN_SPINE,
    TOKEN_SPINE_INK,
    TOKEN_SPINE_INK2,
    TOKEN_STITCH,
    TOKEN_SPINE_KEY, /* keycap border on the spine */
    TOKEN_SEAL,
    TOKEN_SEAL_FILL,
    TOKEN_SEAL_HI,
    TOKEN_SEAL_LO,
    TOKEN_ON_SEAL,
    TOKEN_RIGHT,
    TOKEN_RIGHT_WASH,
    TOKEN_WRONG,
    TOKEN_WRONG_WASH,
    TOKEN_HARD,
    TOKEN_HARD_WASH,
    TOKEN_EASY,
    TOKEN_EASY_WASH,
    TOKEN_FOCUS,
    TOKEN_FRAME1,
    TOKEN_FRAME2,
    TOKEN_UNDER,
    TOKEN_HEAT0,
    TOKEN_HEAT1,
    TOKEN_HEAT2,
    TOKEN_HEAT3,
    TOKEN_HEAT4,
    TOKEN_SCRIM,
    TOKEN_SHADOW,
    TOKEN_COUNT
};

/* Of all the folders of themes together; in the bytes of a name. */
enum { THEMES_MAX = 32, THEME_NAME_MAX = 24 };

struct theme {
    const char *name; /* "Light" */
    const char *stem; /* of its file, and for --theme: "light" */
    uint32_t rgba[TOKEN_COUNT];
};

/* The light theme as it is compiled in: what stands in for a token that a
 * theme file lacks, and for all themes where no file is found. */
const struct theme *theme_builtin(void);

/* The theme of that stem among `count`, or NULL. */
const struct theme *theme_named(const struct theme *themes, int count,
                                const char *stem);

/* Reads [theme] and [colors] over the built-in theme. A line that is not
 * understood leaves the built-in colour and adds a sentence; so does a token
 * that is missing. `stem` lives as long as the theme. */
struct theme theme_read(const struct ini_line *lines, size_t count,
                        const char *stem, struct ini_problems *problems);

/* Sorts: light, dark, projector, then the others by name. */
void theme_sort(struct theme *themes, int count);

/* The token's name as theme files write it: "right-wash". */
const char *token_name(enum token token);

/* WCAG 2 contrast of two opaque colours, 1 to 21. */
double theme_contrast(uint32_t a, uint32_t b);

#endif
