#include "deck_reader.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "io/deck_file.h"

enum { EXCERPT_MAX = 48 };

/* The beginning of a line, to be shown in a problem. */
struct excerpt {
    char text[EXCERPT_MAX + 4];
};

static struct excerpt excerpt(const char *text, size_t length)
{
    struct excerpt shown = {""};
    size_t cut = length;
    if (length > EXCERPT_MAX)
        for (cut = EXCERPT_MAX; ((unsigned char)text[cut] & 0xc0) == 0x80;)
            cut--;
    memcpy(shown.text, text, cut);
    if (cut < length)
        memcpy(shown.text + cut, "...", 3);
    return shown;
}

static void problem(struct deck_reader *reader, const char *rule,
                    const char *remedy, const char *message)
{
    problems_add(reader->problems, PROBLEM_ERROR, reader->source->file,
                 reader->line.number, rule, remedy, "%s", message);
}

/* Bytes of the blank that begins the text: a reader cannot tell the wide space
 * (U+3000) and the one that does not break (U+00A0) from others. */
static size_t blank_at(const char *text, size_t length)
{
    if (length >= 1 && (text[0] == ' ' || text[0] == '\t'))
        return 1;
    if (length >= 2 && memcmp(text, "\xc2\xa0", 2) == 0)
        return 2;
    return length >= 3 && memcmp(text, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

static size_t blank_before(const char *text, size_t length)
{
    bool plain =
        length == 0 || (text[length - 1] > ' ' && text[length - 1] < 0x7f);
    for (size_t n = 1; !plain && n <= 3 && n <= length; n++)
        if (blank_at(text + length - n, n) == n)
            return n;
    return 0;
}

static void trim(const char **text, size_t *length)
{
    for (size_t n; (n = blank_at(*text, *length)) > 0; *length -= n)
        *text += n;
    for (size_t n; (n = blank_before(*text, *length)) > 0;)
        *length -= n;
}

/* `from` as inih may see it, in at most `room` bytes of `out`; returns how many
 * bytes of `from` there was room for. */
static size_t escape(const char *from, size_t length, char *out, size_t room,
                     size_t *used)
{
    size_t taken = 0;
    while (taken < length && *used + 2 <= room) {
        if (from[taken] == ';')
            out[(*used)++] = DECK_GUARD;
        out[(*used)++] = from[taken++];
        size_t run =
            length - taken < room - *used ? length - taken : room - *used;
        const char *stop = memchr(from + taken, ';', run);
        if (stop)
            run = (size_t)(stop - (from + taken));
        memcpy(out + *used, from + taken, run);
        *used += run;
        taken += run;
    }
    return taken;
}

static void refuse(struct deck_reader *reader, const char *rule,
                   const char *remedy, const char *message)
{
    problem(reader, rule, remedy, message);
    reader->open = OPEN_REFUSED;
}

/* More than anybody writes: the rest would fill the memory. */
static void stop(struct deck_reader *reader, const char *message)
{
    refuse(reader, "size", "split it into several decks", message);
    reader->lines.at = reader->lines.end;
}

static const char *sort_of(struct deck_reader *reader, const char *sort,
                           size_t length)
{
    char name[DECK_HEAD_MAX];
    if (length >= sizeof name)
        return arena_copy(reader->arena, sort, length);
    memcpy(name, sort, length);
    name[length] = '\0';
    return deck_name_kept(reader, name);
}

static void add_section(struct deck_reader *reader, const char *sort,
                        size_t sort_length, const char *id, size_t id_length)
{
    struct source *source = reader->source;
    source->sections = arena_grow(reader->arena, source->sections,
                                  source->count, source->count + 1,
                                  &source->capacity, sizeof *source->sections);
    int used =
        snprintf(reader->head, sizeof reader->head, "[%zu]", source->count);
    source->sections[source->count++] = (struct section){
        .sort = sort_of(reader, sort, sort_length),
        .id = arena_copy(reader->arena, id, id_length),
        .line = reader->line.number,
    };
    reader->head_length = (size_t)used;
    reader->place = PLACE_SECTION;
    reader->is_section = true;
    reader->has_piece = true;
}

/* [sort id]; a bracket that is missing is put there, because the keys below
 * must not fall to the section above. */
static void take_section(struct deck_reader *reader, const char *text,
                         size_t length)
{
    const char *sort = text + 1;
    const char *close = memchr(text, ']', length);
    if (!close)
        problem(reader, "section", "close it, as in [treaty us-1960]",
                "the section has no closing bracket");
    else if (close + 1 < text + length)
        problem(reader, "section", "put it into a line of its own",
                "what follows the closing bracket is not read");
    length = close ? (size_t)(close - sort) : length - 1;
    trim(&sort, &length);
    size_t cut = 0;
    while (cut < length && blank_at(sort + cut, length - cut) == 0)
        cut++;
    const char *id = sort + cut;
    size_t id_length = length - cut;
    trim(&id, &id_length);
    reader->open = OPEN_NOTHING;
    reader->place = PLACE_REFUSED;
    if (cut == 0)
        problem(reader, "section", "write its sort, as in [treaty us-1960]",
                "the section has no name; its keys are left out");
    else if (cut > SOURCE_ID_MAX || id_length > SOURCE_ID_MAX)
        problem(reader, "section", "give it an id of at most 49 bytes",
                "the section's name is too long; its keys are left out");
    else if (reader->source->count == DECK_SECTIONS_MAX)
        stop(reader, "the file has more than 2000000 sections; from here on "
                     "nothing is read");
    else
        add_section(reader, sort, cut, id, id_length);
}

/* What it was to say is found out when all kinds are known. */
static void note_bare(struct deck_reader *reader, const char *text,
                      size_t length)
{
    struct problems *problems = reader->problems;
    bool is_kept = problems->errors + problems->warnings == problems->count;
    if (!is_kept || length > EXCERPT_MAX * 8 || reader->place != PLACE_SECTION)
        return;
    struct problem *last = &problems->list[problems->count - 1];
    last->bare = arena_copy(problems->arena, text, length);
    last->sort = reader->source->sections[reader->source->count - 1].sort;
}

static void no_equals(struct deck_reader *reader, const char *text,
                      size_t length)
{
    const char *remedy = "write key = value";
    if (memchr(text, ':', length))
        remedy = "write = instead of the colon";
    else if (reader->open == OPEN_VALUE)
        remedy = "begin the line with spaces if it goes on with the value "
                 "above, or write key = value";
    problems_add(reader->problems, PROBLEM_ERROR, reader->source->file,
                 reader->line.number, "line", remedy,
                 "\"%s\" has no equals sign", excerpt(text, length).text);
    note_bare(reader, text, length);
    reader->open = OPEN_REFUSED;
}

static void start_value(struct deck_reader *reader, const char *key,
                        size_t key_length, const char *value, size_t length)
{
    size_t used = 0;
    escape(key, key_length, reader->head, sizeof reader->head, &used);
    for (size_t i = 0; i < used; i++)
        if (reader->head[i] == ':')
            reader->head[i] = DECK_COLON;
    reader->head[used++] = '=';
    reader->head_length = used;
    reader->rest = value;
    reader->rest_length = length;
    reader->join = JOIN_NEW;
    reader->open = OPEN_VALUE;
    reader->has_piece = true;
}

static void take_key(struct deck_reader *reader, const char *text,
                     size_t length)
{
    const char *equals = memchr(text, '=', length);
    if (!equals) {
        no_equals(reader, text, length);
        return;
    }
    size_t key_length = (size_t)(equals - text);
    const char *value = equals + 1;
    length -= key_length + 1;
    trim(&text, &key_length);
    trim(&value, &length);
    if (key_length == 0)
        refuse(reader, "key", "write key = value",
               "there is no key before the equals sign");
    else if (key_length > DECK_KEY_MAX)
        refuse(reader, "key", "use a key of at most 49 bytes",
               "the key is too long");
    else if (reader->place == PLACE_BEFORE)
        refuse(reader, "section", "write [deck] in a line above it",
               "the key stands before the first section");
    else if (reader->place == PLACE_REFUSED)
        reader->open = OPEN_REFUSED;
    else if (reader->key_count++ == DECK_ENTRIES_MAX)
        stop(reader, "the file has more than 5000000 keys; from here on "
                     "nothing is read");
    else
        start_value(reader, text, key_length, value, length);
}

static void go_on(struct deck_reader *reader, const char *text, size_t length)
{
    if (reader->open == OPEN_REFUSED)
        return;
    reader->head[0] = ' ';
    reader->head_length = 1;
    reader->rest = text;
    reader->rest_length = length;
    reader->join = reader->blank ? JOIN_PARAGRAPH : JOIN_SPACE;
    reader->has_piece = true;
    reader->blank = false;
}

/* The marks that a merge left: seven of a sort, alone or before a space. */
static bool is_conflict(const char *text, size_t length)
{
    if (length < 7 || !strchr("<=>|", text[0]) ||
        (length > 7 && text[7] != ' '))
        return false;
    for (size_t i = 1; i < 7; i++)
        if (text[i] != text[0])
            return false;
    return true;
}

static void too_long(struct deck_reader *reader, bool indented)
{
    if (indented && reader->open == OPEN_REFUSED)
        return;
    if (indented && reader->open == OPEN_VALUE)
        reader->value_too_long = true;
    else
        refuse(reader, "value", "split it into several",
               "the line is longer than 1 MiB and is left out");
}

/* A line that goes on with nothing: marks, a section, or a key. */
static void begin(struct deck_reader *reader, const char *text, size_t length,
                  bool indented)
{
    reader->blank = false;
    if (is_conflict(text, length)) {
        problem(reader, "conflict",
                "keep the side that is right and delete the lines of marks",
                "the file was merged and both sides still stand in it");
        return;
    }
    if (*text == '[') {
        take_section(reader, text, length);
        return;
    }
    if (indented)
        problem(reader, "line", "begin keys at the start of their lines",
                "the key is indented, so indented lines below it are read as "
                "its value");
    take_key(reader, text, length);
}

static void take_line(struct deck_reader *reader)
{
    const char *text = reader->line.text;
    size_t length = reader->line.length;
    bool indented = blank_at(text, length) > 0;
    bool goes_on = indented && reader->open != OPEN_NOTHING;
    trim(&text, &length);
    if (length == 0)
        reader->blank = true;
    else if (!goes_on && (*text == ';' || *text == '#'))
        return;
    else if (reader->line.too_long)
        too_long(reader, indented);
    else if (goes_on)
        go_on(reader, text, length);
    else
        begin(reader, text, length, indented);
}

/* The head, then as much of the rest as fits between two guards. */
static void put_piece(struct deck_reader *reader, char *out, size_t size)
{
    size_t used = reader->head_length;
    memcpy(out, reader->head, used);
    if (!reader->is_section) {
        out[used++] = DECK_GUARD;
        size_t taken =
            escape(reader->rest, reader->rest_length, out, size - 3, &used);
        reader->rest += taken;
        reader->rest_length -= taken;
        out[used++] = DECK_GUARD;
        reader->head[0] = ' ';
        reader->head_length = 1;
    }
    out[used++] = '\n';
    out[used] = '\0';
    reader->has_piece = reader->rest_length > 0;
    reader->is_section = false;
}

char *deck_feed(char *out, int size, void *user)
{
    struct deck_reader *reader = user;
    assert(size >= DECK_HEAD_MAX + 8);
    while (!reader->has_piece) {
        if (!deck_lines_next(&reader->lines, &reader->line))
            return NULL;
        take_line(reader);
    }
    put_piece(reader, out, (size_t)size);
    return out;
}
