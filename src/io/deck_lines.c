#include "deck_lines.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

enum { SCRATCH_MAX = 256 * 1024 * 1024 };

void deck_lines_init(struct deck_lines *lines, const char *bytes, size_t length,
                     const char *file, struct problems *problems)
{
    memset(lines, 0, sizeof *lines);
    lines->at = bytes;
    lines->end = bytes + length;
    lines->next_lf = bytes;
    lines->next_cr = bytes;
    lines->file = file;
    lines->problems = problems;
    arena_init(&lines->scratch, SCRATCH_MAX);
}

static void say_rest(struct deck_lines *lines, enum severity severity,
                     const char *rule, size_t count, const char *remedy)
{
    if (count > DECK_LINES_NAMED)
        problems_add(lines->problems, severity, lines->file, 0, rule, remedy,
                     "%zu more lines have the same fault",
                     count - DECK_LINES_NAMED);
}

static const char save_as_utf8[] = "save the file as UTF-8";
static const char type_again[] =
    "delete it, or type the words again instead of pasting them";
static const char type_lost[] = "type the character that stood there";

void deck_lines_release(struct deck_lines *lines)
{
    say_rest(lines, PROBLEM_ERROR, "encoding", lines->ill_formed, save_as_utf8);
    say_rest(lines, PROBLEM_WARNING, "control", lines->unseen, type_again);
    say_rest(lines, PROBLEM_WARNING, "lost", lines->lost, type_lost);
    arena_release(&lines->scratch);
}

static void note_ill_formed(struct deck_lines *lines)
{
    if (++lines->ill_formed <= DECK_LINES_NAMED)
        problems_add(lines->problems, PROBLEM_ERROR, lines->file, lines->number,
                     "encoding", save_as_utf8,
                     "the line has bytes that are not UTF-8; each run of them "
                     "is shown as \xef\xbf\xbd");
}

static void note_unseen(struct deck_lines *lines)
{
    if (++lines->unseen <= DECK_LINES_NAMED)
        problems_add(lines->problems, PROBLEM_WARNING, lines->file,
                     lines->number, "control", type_again,
                     "the line has a character that cannot be seen; it is "
                     "shown as a mark");
}

static void note_lost(struct deck_lines *lines)
{
    if (++lines->lost <= DECK_LINES_NAMED)
        problems_add(lines->problems, PROBLEM_WARNING, lines->file,
                     lines->number, "lost", type_lost,
                     "the line has \xef\xbf\xbd in place of a character that "
                     "was lost");
}

/* True if no byte is a control or above ASCII: the common case. A word of eight
 * bytes has a high bit set wherever one of them is, is below a space (the
 * subtraction borrows) or is DEL (the addition carries). */
static bool is_plain(const char *text, size_t length)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t odd = 0;
    uint64_t word;
    for (; length >= sizeof word; text += sizeof word) {
        memcpy(&word, text, sizeof word);
        odd |= word | (word - ones * ' ') | (word + ones);
        length -= sizeof word;
    }
    word = ones * ' ';
    memcpy(&word, text, length);
    odd |= word | (word - ones * ' ') | (word + ones);
    return !(odd & ones * 0x80);
}

static void untab(char *text)
{
    for (; *text; text++)
        if (*text == '\t')
            *text = ' ';
}

static void clean(struct deck_lines *lines, struct deck_line *line)
{
    struct arena *arena = &lines->scratch;
    bool ill_formed = !text_is_utf8(line->text, line->length);
    bool has_nul = memchr(line->text, '\0', line->length) != NULL;
    bool lost = memmem(line->text, line->length, "\xef\xbf\xbd", 3) != NULL;
    char *whole = ill_formed || has_nul
                      ? text_mended(arena, line->text, line->length, NULL)
                      : arena_copy(arena, line->text, line->length);
    untab(whole);
    const char *visible = text_visible(arena, whole);
    if (ill_formed)
        note_ill_formed(lines);
    if (has_nul || visible != whole)
        note_unseen(lines);
    if (lost)
        note_lost(lines);
    line->text = visible;
    line->length = strlen(visible);
}

/* Where the line ends. The places of the next LF and CR are kept, so that a
 * file with one sort only is not searched for the other again and again. */
static const char *end_of_line(struct deck_lines *lines)
{
    size_t left = (size_t)(lines->end - lines->at);
    if (lines->next_lf <= lines->at && lines->next_lf < lines->end) {
        const char *lf = memchr(lines->at, '\n', left);
        lines->next_lf = lf ? lf : lines->end;
    }
    if (lines->next_cr <= lines->at && lines->next_cr < lines->end) {
        const char *cr = memchr(lines->at, '\r', left);
        lines->next_cr = cr ? cr : lines->end;
    }
    return lines->next_lf < lines->next_cr ? lines->next_lf : lines->next_cr;
}

bool deck_lines_next(struct deck_lines *lines, struct deck_line *line)
{
    if (lines->at == lines->end)
        return false;
    const char *start = lines->at;
    const char *end = end_of_line(lines);
    lines->at = end;
    if (end < lines->end)
        lines->at +=
            end[0] == '\r' && end + 1 < lines->end && end[1] == '\n' ? 2 : 1;
    lines->number++;
    *line =
        (struct deck_line){start, (size_t)(end - start), lines->number, false};
    line->too_long = line->length > DECK_LINE_MAX;
    if (line->too_long || is_plain(line->text, line->length))
        return true;
    arena_reset(&lines->scratch);
    clean(lines, line);
    return true;
}

static bool begins_with(const char *bytes, size_t length, const char *mark)
{
    size_t size = strlen(mark);
    return length >= size && memcmp(bytes, mark, size) == 0;
}

const char *deck_decoded(struct arena *arena, const char *bytes, size_t *length)
{
    bool little = begins_with(bytes, *length, "\xff\xfe");
    if (little || begins_with(bytes, *length, "\xfe\xff"))
        return text_from_utf16(arena, bytes + 2, *length - 2, little, length);
    if (!begins_with(bytes, *length, "\xef\xbb\xbf"))
        return bytes;
    *length -= 3;
    return bytes + 3;
}
