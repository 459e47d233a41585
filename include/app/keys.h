/*
 * keys.h -- what each key means on each screen: the one table.
 *
 * The program obeys it, the hint lines name it, help and manual print it.
 * Digits on the number pad and on layouts that shift them arrive as digits.
 * Rows of one group that say the same are shown together, with all their keys;
 * the first row that matches is obeyed. While a text field is open, keys that
 * write belong to it.
 */
#ifndef APP_KEYS_H
#define APP_KEYS_H

#include <stddef.h>

#include "app/app.h"

enum {
    KEYS_ANY = -1,
    KEYS_OVER =
        100, /* and an overlay: the row is for what lies over a screen */
};

struct key_row {
    int screen; /* enum screen, KEYS_ANY on every one, KEYS_OVER + overlay */
    int phase;  /* enum phase, KEYS_ANY */
    int form;   /* enum form, KEYS_ANY */
    int key;
    int mods;
    enum msg_kind msg;
    int number;
    const char *says; /* "Show the answer"; NULL: not listed */
};

/* Under what heading a row is listed. */
enum key_group {
    KEYS_EVERYWHERE,
    KEYS_GO,
    KEYS_TODAY,
    KEYS_STUDY,
    KEYS_CHOICE,
    KEYS_TYPED,
    KEYS_MATCH,
    KEYS_ORDER,
    KEYS_END,
    KEYS_SETTINGS,
    KEYS_MISTAKES,
    KEYS_OTHER, /* the first page, and what lies over a screen */
    KEYS_GROUPS
};

/* The whole table. */
const struct key_row *keys_table(size_t *count);

/* The group of a row, and its heading: "Everywhere". */
enum key_group keys_group(const struct key_row *row);
const char *keys_group_name(enum key_group group);

/* The row that a key matches now, or NULL. */
const struct key_row *keys_find(const struct app *app, int key, int mods);

/* The same as if nothing lay over the screen. */
const struct key_row *keys_find_below(const struct app *app, int key, int mods);

/* The first listed row of the screen on show that sends this, or NULL. */
const struct key_row *keys_of(const struct app *app, enum msg_kind msg,
                              int number);

/* The key's name as a keycap shows it: "Space", "Ctrl+Z", "1". */
const char *keys_name(struct arena *arena, int key, int mods);

#endif
