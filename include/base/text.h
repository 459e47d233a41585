/*
 * text.h -- text as readers see it: fold, compare, break, make visible.
 *
 * Everything is UTF-8. The rules of Unicode come from libunistring; nothing
 * outside base includes its headers. Results live in the arena that is passed
 * in. Pure.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The folded words of a text, in order. */
struct text_words {
    const char **words;
    size_t count;
};

/* True if the bytes are well-formed UTF-8. */
bool text_is_utf8(const char *bytes, size_t length);

/*
 * The text with every ill-formed byte run replaced by U+FFFD and every NUL
 * byte by its picture; `*bad` (may be NULL) receives the number of runs.
 */
char *text_mended(struct arena *arena, const char *bytes, size_t length,
                  size_t *bad);

/* UTF-16 bytes (little endian or big) as UTF-8; lone surrogates and half a unit
 * at the end become U+FFFD. `*length` receives its bytes. */
char *text_from_utf16(struct arena *arena, const char *bytes, size_t size,
                      bool little, size_t *length);

/*
 * The text with characters that cannot be seen (C0 and C1 controls, bidi
 * controls, U+FEFF) replaced by a visible mark such as "␀" or "U+202E"; line
 * feeds stay. The text itself when there are none.
 */
const char *text_visible(struct arena *arena, const char *text);

/*
 * What is compared when two texts are asked to be the same: NFKC, case, full
 * width, accents (on Latin, Greek and Cyrillic letters), katakana and
 * hiragana, kinds of dashes, quotes and
 * spaces folded away; punctuation becomes a space; spaces are single and not
 * at the ends. ("Zürich" and "ZURICH" fold alike; "１９６０年" and "1960年".)
 * Japanese voiced marks stay.
 */
char *text_fold(struct arena *arena, const char *text);

/* The words of text_fold(text); a run of Han or kana is cut at the word
 * boundaries of Unicode. */
struct text_words text_words(struct arena *arena, const char *text);

/* True if the folded words of `part` stand in `whole` in a row. */
bool text_has_words(const struct text_words *whole,
                    const struct text_words *part);

/*
 * Edits (insert, delete, replace, swap neighbours) between two folded texts in
 * user-perceived characters, or limit + 1 as soon as there are more. Texts of
 * over 200 characters are either equal or count as that.
 */
size_t text_edits(const char *a, const char *b, size_t limit);

/* Number of user-perceived characters. */
size_t text_length(const char *text);

/* Bytes of the first user-perceived character of `text`; 0 at the end. */
size_t text_next(const char *text);

enum text_break { TEXT_NO_BREAK, TEXT_MAY_BREAK, TEXT_MUST_BREAK };

/*
 * Where lines may break (UAX #14): breaks[i] says whether a line may or must
 * end before byte i. `breaks` has `length` elements.
 */
void text_line_breaks(const char *text, size_t length, unsigned char *breaks);

/* Appends `text` as a JSON string literal, with its quotes, to `out` of
 * `size` bytes at `*used`; false when there is no room (nothing is written
 * past the end). */
bool text_json(const char *text, char *out, size_t size, size_t *used);

#endif
