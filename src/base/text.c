#include "base/text.h"

#include <stdio.h>
#include <string.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <unistr.h>

enum { NUL_PICTURE = 0x2400, REPLACEMENT = 0xfffd };

static const uint8_t *bytes_of(const char *text)
{
    return (const uint8_t *)text;
}

bool text_is_utf8(const char *bytes, size_t length)
{
    return u8_check(bytes_of(bytes), length) == NULL;
}

static size_t put(char *out, size_t used, ucs4_t c)
{
    int step = u8_uctomb((uint8_t *)out + used, c, 4);
    return step > 0 ? used + (size_t)step : used;
}

char *text_mended(struct arena *arena, const char *bytes, size_t length,
                  size_t *bad)
{
    char *out = arena_alloc(arena, length * 3 + 1);
    size_t used = 0;
    size_t runs = 0;
    bool in_run = false;
    for (size_t i = 0; i < length;) {
        ucs4_t c;
        int step = u8_mbtoucr(&c, bytes_of(bytes) + i, length - i);
        bool ill_formed = step <= 0;
        if (!ill_formed)
            used = put(out, used, c == 0 ? NUL_PICTURE : c);
        else if (!in_run)
            used = put(out, used, REPLACEMENT);
        runs += ill_formed && !in_run;
        in_run = ill_formed;
        i += ill_formed ? 1 : (size_t)step;
    }
    if (bad)
        *bad = runs;
    return out;
}

static ucs4_t unit16(const char *bytes, bool little)
{
    unsigned a = (unsigned char)bytes[0];
    unsigned b = (unsigned char)bytes[1];
    return little ? b << 8 | a : a << 8 | b;
}

char *text_from_utf16(struct arena *arena, const char *bytes, size_t size,
                      bool little, size_t *length)
{
    uint8_t *out = arena_alloc(arena, size * 3 / 2 + 4);
    size_t used = 0;
    for (size_t i = 0; i + 1 < size; i += 2) {
        ucs4_t c = unit16(bytes + i, little);
        if (c >= 0xd800 && c < 0xdc00 && i + 3 < size) {
            ucs4_t low = unit16(bytes + i + 2, little);
            if (low >= 0xdc00 && low < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
                i += 2;
            }
        }
        int step = u8_uctomb(out + used, c, 6);
        if (step < 0)
            step = u8_uctomb(out + used, REPLACEMENT, 6);
        used += (size_t)step;
    }
    if (size % 2)
        used = put((char *)out, used, REPLACEMENT);
    *length = used;
    return (char *)out;
}

/* Characters that steer text without being seen. */
static bool is_unseen(ucs4_t c)
{
    return (c < 0x20 && c != '\n') || (c >= 0x7f && c <= 0x9f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200e || c == 0x200f || c == 0x061c || c == 0xfeff ||
           c == 0x2028 || c == 0x2029 || (c & 0xfffe) == 0xfffe;
}

static size_t write_mark(ucs4_t c, char out[16])
{
    if (c == '\t')
        return (size_t)snprintf(out, 16, " ");
    if (c < 0x20)
        return (size_t)snprintf(out, 16, "\xe2\x90%c", (int)(0x80 + c));
    if (c == 0x7f)
        return (size_t)snprintf(out, 16, "\xe2\x90\xa1");
    return (size_t)snprintf(out, 16, "[U+%04X]", (unsigned)c);
}

static bool has_unseen(const char *text)
{
    ucs4_t c;
    const uint8_t *p = bytes_of(text);
    while ((p = u8_next(&c, p)) != NULL)
        if (is_unseen(c))
            return true;
    return false;
}

const char *text_visible(struct arena *arena, const char *text)
{
    if (!has_unseen(text))
        return text;
    char *out = arena_alloc(arena, strlen(text) * 9 + 1);
    size_t used = 0;
    ucs4_t c;
    const uint8_t *p = bytes_of(text);
    for (const uint8_t *next; (next = u8_next(&c, p)) != NULL; p = next) {
        char mark[16];
        size_t length = (size_t)(next - p);
        const char *piece = (const char *)p;
        if (is_unseen(c)) {
            length = write_mark(c, mark);
            piece = mark;
        }
        memcpy(out + used, piece, length);
        used += length;
    }
    return out;
}

/* Most characters end within the first window. No character of any script
 * needs the second; without it, every step through a long text would look at
 * all that is left. */
enum { WINDOW_BYTES = 32, CHARACTER_BYTES_MAX = 256 };

/* Where the first character ends, or 0 if the window may have cut it. */
static size_t end_within(const char *text, size_t window)
{
    char breaks[CHARACTER_BYTES_MAX];
    size_t length = strnlen(text, window);
    size_t certain = length < window ? length : length - 4;
    u8_grapheme_breaks(bytes_of(text), length, breaks);
    for (size_t i = 1; i < certain; i++)
        if (breaks[i])
            return i;
    return length < window ? length : 0;
}

size_t text_next(const char *text)
{
    if (!text[0])
        return 0;
    /* Two plain ASCII characters never join but CR LF; the common case. */
    if ((unsigned char)text[0] < 0x80 && (unsigned char)text[1] < 0x80 &&
        text[0] != '\r')
        return 1;
    size_t end = end_within(text, WINDOW_BYTES);
    if (!end)
        end = end_within(text, CHARACTER_BYTES_MAX);
    if (end)
        return end;
    end = CHARACTER_BYTES_MAX - 4;
    while (((unsigned char)text[end] & 0xc0) == 0x80)
        end--;
    return end;
}

size_t text_length(const char *text)
{
    size_t count = 0;
    for (size_t step; (step = text_next(text)) > 0; text += step)
        count++;
    return count;
}

void text_line_breaks(const char *text, size_t length, unsigned char *breaks)
{
    if (length == 0)
        return;
    u8_possible_linebreaks(bytes_of(text), length, "UTF-8", (char *)breaks);
    for (size_t i = 0; i < length; i++)
        breaks[i] = breaks[i] == UC_BREAK_MANDATORY  ? TEXT_MUST_BREAK
                    : breaks[i] == UC_BREAK_POSSIBLE ? TEXT_MAY_BREAK
                                                     : TEXT_NO_BREAK;
    /* "Japan–Australia" is one word to its readers */
    for (size_t i = 3; i < length; i++)
        if (breaks[i] == TEXT_MAY_BREAK &&
            memcmp(text + i - 3, "\xe2\x80\x93", 3) == 0)
            breaks[i] = TEXT_NO_BREAK;
}

static size_t write_escape(unsigned char c, char out[8])
{
    if (c == '"' || c == '\\')
        return (size_t)snprintf(out, 8, "\\%c", c);
    if (c == '\n')
        return (size_t)snprintf(out, 8, "\\n");
    if (c < 0x20)
        return (size_t)snprintf(out, 8, "\\u%04x", c);
    out[0] = (char)c;
    return 1;
}

bool text_json(const char *text, char *out, size_t size, size_t *used)
{
    size_t at = *used;
    if (at + 3 > size)
        return false;
    out[at++] = '"';
    for (const char *p = text; *p; p++) {
        char piece[8];
        size_t length = write_escape((unsigned char)*p, piece);
        if (at + length + 2 > size) {
            out[*used] = '\0';
            return false;
        }
        memcpy(out + at, piece, length);
        at += length;
    }
    out[at++] = '"';
    out[at] = '\0';
    *used = at;
    return true;
}
