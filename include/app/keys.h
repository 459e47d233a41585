/*
 * keys.h -- what each key means on each screen: the one table.
 *
 * The program obeys it, the hint lines name it, the help prints it. Digits on
 * the number pad and on layouts that shift them arrive as digits.
 */
#ifndef APP_KEYS_H
#define APP_KEYS_H

#include <stddef.h>

#include "app/app.h"

enum { KEYS_ANY = -1 };

struct key_row {
    int screen; /* enum screen, KEYS_ANY on every one */
    int phase;  /* enum phase, KEYS_ANY */
    int form;   /* enum form, KEYS_ANY */
    int key;
    int mods;
    enum msg_kind msg;
    int number;
    const char *says; /* "show the answer"; NULL: not listed */
};

/* The whole table. */
const struct key_row *keys_table(size_t *count);

/* The row that a key matches now, or NULL. */
const struct key_row *keys_find(const struct app *app, int key, int mods);

/* The key's name as a keycap shows it: "Space", "Ctrl+Z", "1". */
const char *keys_name(struct arena *arena, int key, int mods);

#endif
