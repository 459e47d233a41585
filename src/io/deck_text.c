/*
 * The reader in front of inih. It hands inih short lines that no limit or
 * comment rule of any release can hurt: long values in pieces, `;` and `#` as
 * control characters (which a deck cannot hold: they were made visible before),
 * sections by number. The handler puts them together again.
 */
#include <ini.h>
#include <stdlib.h>
#include <string.h>

#include "io/deck_bytes.h"
#include "io/deck_file.h"

enum { PIECE_MAX = 150, KEY_MAX = 49 };

/* What stands in the lines handed to inih for what it must not see. */
enum {
    JOIN_PARAGRAPH = 1,
    JOIN_NOTHING = 2,
    JOIN_SPACE = 3,
    STANDS_SEMICOLON = 4,
    STANDS_HASH = 5,
    STANDS_SPACE = 6,
    STANDS_COLON = 7,
};

struct reader {
    const char *at;
    const char *end;
    int line;         /* the physical line being read */
    int entry_line;   /* of the key that is open */
    bool key_open;    /* a continuation line belongs to the key above */
    bool skipping;    /* the key above was refused, its rest with it */
    bool blank;       /* an empty line stands before this one */
    const char *rest; /* of a value that did not fit one piece */
    size_t rest_length;
    char join; /* how the next piece joins what was read */
    bool starts_value; /* the next piece is handed with its key */
    bool begins;       /* the next piece taken begins an entry */
    const char *key; /* of the line being handed on */
    size_t key_length;
    char *value; /* of the entry being put together */
    size_t length;
    size_t capacity;
    bool too_long;
    struct source *source;
    struct arena *arena;
    struct problems *problems;
};

static void problem(struct reader *r, const char *rule, const char *remedy,
                    const char *message)
{
    problems_add(r->problems, PROBLEM_ERROR, r->source->file, r->line, rule,
                 remedy, "%s", message);
}

/* The next physical line: LF, CR LF and CR end it. */
static bool next_line(struct reader *r, const char **start, size_t *length)
{
    if (r->at >= r->end)
        return false;
    *start = r->at;
    const char *p = r->at;
    while (p < r->end && *p != '\n' && *p != '\r')
        p++;
    *length = (size_t)(p - *start);
    if (p < r->end && *p == '\r' && p + 1 < r->end && p[1] == '\n')
        p++;
    r->at = p < r->end ? p + 1 : p;
    r->line++;
    return true;
}

static size_t space_at(const char *text, size_t length)
{
    if (length && (*text == ' ' || *text == '\t'))
        return 1;
    /* U+3000, the wide space: a person cannot tell it from others */
    return length >= 3 && memcmp(text, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

static void trim(const char **text, size_t *length)
{
    for (size_t n; (n = space_at(*text, *length)) > 0;) {
        *text += n;
        *length -= n;
    }
    while (*length) {
        const char *last = *text + *length - 1;
        if (*last == ' ' || *last == '\t')
            --*length;
        else if (*length >= 3 && space_at(last - 2, 3) == 3)
            *length -= 3;
        else
            break;
    }
}

static char stand_in(char c)
{
    switch (c) {
    case ';':
        return STANDS_SEMICOLON;
    case '#':
        return STANDS_HASH;
    case ' ':
    case '\t':
        return STANDS_SPACE;
    case ':':
        return STANDS_COLON;
    default:
        return c;
    }
}

static char stood_for(char c)
{
    static const char stands[] = {[STANDS_SEMICOLON] = ';',
                                  [STANDS_HASH] = '#',
                                  [STANDS_SPACE] = ' ',
                                  [STANDS_COLON] = ':'};
    return c >= STANDS_SEMICOLON && c <= STANDS_COLON ? stands[(int)c] : c;
}

static size_t put(char *out, size_t used, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        out[used++] = stand_in(text[i]);
    return used;
}

/* As much of the rest as one piece holds, never half a character. */
static size_t piece_length(const char *text, size_t length)
{
    if (length <= PIECE_MAX)
        return length;
    size_t cut = PIECE_MAX;
    while (cut > PIECE_MAX - 4 && ((unsigned char)text[cut] & 0xc0) == 0x80)
        cut--;
    return cut;
}

/* "key=JOIN piece" for a new entry, " key-less" for what goes on. */
static char *hand_piece(struct reader *r, char *out)
{
    size_t used = 0;
    if (r->starts_value) {
        used = put(out, used, r->key, r->key_length);
        out[used++] = '=';
    } else {
        out[used++] = ' ';
    }
    out[used++] = r->join;
    size_t length = piece_length(r->rest, r->rest_length);
    used = put(out, used, r->rest, length);
    r->rest += length;
    r->rest_length -= length;
    r->join = JOIN_NOTHING;
    r->starts_value = false;
    out[used++] = '\n';
    out[used] = '\0';
    return out;
}

static bool is_conflict(const char *text, size_t length)
{
    static const char *const marks[] = {"<<<<<<<", "=======", ">>>>>>>"};
    for (int i = 0; i < 3; i++)
        if (length >= 7 && memcmp(text, marks[i], 7) == 0)
            return true;
    return false;
}

/* [sort id]: kept here, handed on by number, so that its length does not
 * matter and two alike in a row are told apart. */
static char *hand_section(struct reader *r, const char *text, size_t length,
                          char *out)
{
    r->key_open = false;
    r->skipping = true;
    const char *close = memchr(text, ']', length);
    if (!close) {
        problem(r, "section", "write [sort id], as in [treaty us-1960]",
                "a section is not closed");
        return NULL;
    }
    const char *sort = text + 1;
    size_t sort_length = (size_t)(close - sort);
    trim(&sort, &sort_length);
    size_t cut = 0;
    while (cut < sort_length && space_at(sort + cut, sort_length - cut) == 0)
        cut++;
    const char *id = sort + cut;
    size_t id_length = sort_length - cut;
    trim(&id, &id_length);
    if (id_length > SOURCE_ID_MAX || cut > SOURCE_ID_MAX) {
        problem(r, "section", "give it an id of at most 49 bytes",
                "the id of a section is too long");
        return NULL;
    }
    struct source *source = r->source;
    source->sections =
        arena_grow(r->arena, source->sections, source->count,
                   source->count + 1, &source->capacity,
                   sizeof *source->sections);
    source->sections[source->count++] =
        (struct section){arena_copy(r->arena, sort, cut),
                         arena_copy(r->arena, id, id_length),
                         r->line,
                         NULL,
                         0,
                         0};
    r->skipping = false;
    size_t used = 0;
    out[used++] = '[';
    for (size_t n = source->count; n; n /= 10)
        out[used++] = (char)('0' + n % 10);
    memcpy(out + used, "]\n", 3);
    return out;
}

static const char *key_fault(struct reader *r, size_t key_length,
                             const char **remedy)
{
    if (r->source->count == 0) {
        *remedy = "write a section such as [deck] above it";
        return "a key stands outside a section";
    }
    if (key_length == 0) {
        *remedy = "write key = value";
        return "there is no key before the equals sign";
    }
    *remedy = "use a key of at most 49 bytes";
    return key_length > KEY_MAX ? "the key is too long" : NULL;
}

static char *hand_key(struct reader *r, const char *text, size_t length,
                      char *out)
{
    const char *equals = memchr(text, '=', length);
    const char *remedy = "write key = value; more of the value above begins "
                         "with spaces";
    const char *fault = "this line has no equals sign";
    r->key_open = false;
    r->skipping = true;
    if (equals) {
        const char *key = text;
        size_t key_length = (size_t)(equals - text);
        trim(&key, &key_length);
        fault = key_fault(r, key_length, &remedy);
        r->key = key;
        r->key_length = key_length;
    }
    if (fault) {
        problem(r, "line", remedy, fault);
        return NULL;
    }
    r->rest = equals + 1;
    r->rest_length = length - (size_t)(r->rest - text);
    trim(&r->rest, &r->rest_length);
    r->join = JOIN_NOTHING;
    r->starts_value = true;
    r->begins = true;
    r->key_open = true;
    r->skipping = false;
    r->entry_line = r->line;
    return hand_piece(r, out);
}

static char *hand_more(struct reader *r, const char *text, size_t length,
                       char *out)
{
    if (!r->key_open) {
        if (!r->skipping)
            problem(r, "line", "take the spaces away, or write a key above it",
                    "this line begins with spaces but continues nothing");
        return NULL;
    }
    trim(&text, &length);
    r->rest = text;
    r->rest_length = length;
    r->join = r->blank ? JOIN_PARAGRAPH : JOIN_SPACE;
    r->blank = false;
    return hand_piece(r, out);
}

static char *hand_line(struct reader *r, const char *text, size_t length,
                       char *out)
{
    size_t indent = space_at(text, length);
    const char *inner = text;
    size_t inner_length = length;
    trim(&inner, &inner_length);
    if (inner_length == 0) {
        r->blank = true;
        return NULL;
    }
    if (indent)
        return hand_more(r, text, length, out);
    r->blank = false;
    if (*text == ';' || *text == '#')
        return NULL;
    if (is_conflict(text, length)) {
        problem(r, "conflict", "keep one side and delete the three mark lines",
                "a merge conflict stands here unresolved");
        return NULL;
    }
    return *text == '[' ? hand_section(r, text, length, out)
                        : hand_key(r, text, length, out);
}

/* inih asks for the next line. */
static char *read_piece(char *out, int size, void *stream)
{
    struct reader *r = stream;
    (void)size; /* pieces are shorter than any release's buffer */
    if (r->rest_length)
        return hand_piece(r, out);
    const char *text;
    size_t length;
    while (next_line(r, &text, &length)) {
        char *handed = hand_line(r, text, length, out);
        if (handed)
            return handed;
    }
    return NULL;
}

static void append(struct reader *r, const char *text, size_t length)
{
    if (r->length + length > SOURCE_VALUE_MAX) {
        r->too_long = true;
        return;
    }
    r->value = arena_grow(r->arena, r->value, r->length,
                          r->length + length + 1, &r->capacity, 1);
    for (size_t i = 0; i < length; i++)
        r->value[r->length++] = stood_for(text[i]);
    r->value[r->length] = '\0';
}

static void begin_entry(struct reader *r, const char *name)
{
    struct section *section = &r->source->sections[r->source->count - 1];
    section->entries =
        arena_grow(r->arena, section->entries, section->count,
                   section->count + 1, &section->capacity,
                   sizeof *section->entries);
    char *key = arena_text(r->arena, name);
    for (char *p = key; *p; p++)
        *p = stood_for(*p);
    section->entries[section->count++] =
        (struct entry){key, "", r->entry_line};
    r->value = NULL;
    r->length = 0;
    r->capacity = 0;
    r->too_long = false;
}

/* inih found a key and a piece of its value. */
static int take_piece(void *user, const char *number, const char *name,
                      const char *piece)
{
    struct reader *r = user;
    (void)number;
    char join = piece[0];
    if (r->begins)
        begin_entry(r, name);
    r->begins = false;
    if (join == JOIN_SPACE && r->length)
        append(r, " ", 1);
    if (join == JOIN_PARAGRAPH && r->length)
        append(r, "\n\n", 2);
    append(r, piece + 1, strlen(piece + 1));
    struct section *section = &r->source->sections[r->source->count - 1];
    struct entry *entry = &section->entries[section->count - 1];
    entry->value = r->value ? r->value : "";
    if (r->too_long) {
        problems_add(r->problems, PROBLEM_ERROR, r->source->file, r->line,
                     "value", "shorten it, or split it into several facts",
                     "the value of \"%s\" is longer than 1 MiB and was left "
                     "out",
                     entry->key);
        section->count--;
        r->key_open = false;
        r->skipping = true;
        r->rest_length = 0;
    }
    return 1;
}

static void read_lines(const char *text, size_t length, struct arena *arena,
                       struct source *source, struct problems *problems)
{
    struct reader reader = {.at = text,
                            .end = text + length,
                            .source = source,
                            .arena = arena,
                            .problems = problems};
    ini_parse_stream(read_piece, &reader, take_piece, &reader);
}

bool deck_text_read(const char *bytes, size_t length, const char *shown,
                    struct arena *arena, struct source *source,
                    struct problems *problems)
{
    memset(source, 0, sizeof *source);
    source->file = arena_text(arena, shown);
    const char *text =
        deck_bytes_clean(bytes, &length, shown, arena, problems);
    read_lines(text, length, arena, source, problems);
    if (source->count == 0)
        problems_add(problems, PROBLEM_WARNING, shown, 0, "empty",
                     "begin with [deck], then [treaty ...] or [card ...]",
                     "the file holds no deck: 0 cards were read");
    return true;
}
