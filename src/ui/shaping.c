#include "ui/shaping.h"

#include <fribidi/fribidi.h>
#include <hb.h>
#include <stdbool.h>

static size_t decode(const char *text, size_t left, uint32_t *character)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t length = p[0] < 0x80 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    uint32_t c = length == 1   ? p[0]
                 : length == 2 ? p[0] & 0x1fu
                 : length == 3 ? p[0] & 0x0fu
                               : p[0] & 0x07u;
    if (length > left)
        length = left;
    for (size_t i = 1; i < length; i++)
        c = c << 6 | (p[i] & 0x3fu);
    *character = c;
    return length;
}

/* Blocks of scripts that run from right to left. */
static bool is_right_to_left(uint32_t c)
{
    return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
           (c >= 0xfe70 && c <= 0xfefe) || (c >= 0x10800 && c <= 0x10fff) ||
           (c >= 0x1e800 && c <= 0x1efff);
}

/* Japanese changes between three scripts within a word, and fonts treat them
 * alike: one stretch. */
static uint32_t script_of(uint32_t c, uint32_t before)
{
    if (c < 0x80 || (c >= 0x2000 && c < 0x2e80))
        return (c | 32) - 'a' < 26 ? HB_SCRIPT_LATIN : before;
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    switch (script) {
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_INHERITED:
    case HB_SCRIPT_UNKNOWN:
        return before;
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
        return HB_SCRIPT_HAN;
    default:
        return script;
    }
}

static void set_levels(struct arena *arena, struct shaped *shaped, int count)
{
    size_t n = (size_t)count;
    FriBidiChar *characters = arena_array(arena, n, sizeof *characters);
    FriBidiCharType *types = arena_array(arena, n, sizeof *types);
    FriBidiBracketType *brackets = arena_array(arena, n, sizeof *brackets);
    FriBidiLevel *levels = arena_array(arena, n, sizeof *levels);
    FriBidiParType base = FRIBIDI_PAR_ON;
    for (int i = 0; i < count; i++)
        characters[i] = shaped[i].character;
    fribidi_get_bidi_types(characters, count, types);
    fribidi_get_bracket_types(characters, count, types, brackets);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &base,
                                             levels))
        return;
    for (int i = 0; i < count; i++)
        shaped[i].level = (unsigned char)levels[i];
}

struct shaped *shaping_read(struct arena *arena, const char *text,
                            size_t length, int *count)
{
    struct shaped *shaped = arena_array(arena, length, sizeof *shaped);
    uint32_t script = HB_SCRIPT_LATIN;
    bool turns = false;
    *count = 0;
    for (size_t at = 0; at < length;) {
        struct shaped *next = &shaped[(*count)++];
        next->at = at;
        at += decode(text + at, length - at, &next->character);
        script = script_of(next->character, script);
        next->script = script;
        turns = turns || is_right_to_left(next->character);
    }
    if (turns)
        set_levels(arena, shaped, *count);
    return shaped;
}
