/*
 * themes.h -- the themes of assets/themes, for tests outside the pure rooms.
 */
#ifndef TESTS_THEMES_H
#define TESTS_THEMES_H

#include <string.h>

#include "cli/look.h"

/* The theme of that stem; NULL where there is none. Read once. */
static inline const struct theme *theme_from_file(const char *stem)
{
    static struct look look;
    if (look.theme_count == 0) {
        arena_init(&look.arena, (size_t)16 << 20);
        look_add_themes(&look, "assets/themes");
        theme_sort(look.themes, look.theme_count);
    }
    return theme_named(look.themes, look.theme_count, stem);
}

#endif
