/* coverage.c -- what of an outline is taught, and by which items. Decks list
 * their outline as `outline = S3 Supplies with Australia`; subjects and cards
 * name a section by `covers = S3`, or a part of it by `covers = S3.4`. */
#include <stdio.h>
#include <string.h>

#include "app/words.h"
#include "cli/desk.h"
#include "cli/json.h"

/* One line of an outline: its number up to the first space, then its title. */
struct section_line {
    const char *text;
    size_t length; /* of the number */
};

struct coverage {
    const struct knowledge *knowledge;
    struct arena *arena;
    bool json;
    struct section_line *lines;
    size_t line_count;
    size_t empty;   /* sections that nothing teaches */
    size_t unknown; /* `covers` that no outline has */
};

static void gather_lines(struct coverage *coverage)
{
    const struct knowledge *knowledge = coverage->knowledge;
    size_t room = 0;
    for (size_t i = 0; i < knowledge->deck_count; i++)
        room += knowledge->decks[i]->outline_count;
    coverage->lines =
        arena_array(coverage->arena, room + 1, sizeof *coverage->lines);
    for (size_t i = 0; i < knowledge->deck_count; i++) {
        const struct deck *deck = knowledge->decks[i];
        for (size_t k = 0; k < deck->outline_count; k++)
            coverage->lines[coverage->line_count++] = (struct section_line){
                deck->outline[k], strcspn(deck->outline[k], " ")};
    }
}

/* "S3" and "S3.4" are of the section S3; "S3a" and "S30" are not. */
static bool is_of(const struct section_line *line, const char *covers)
{
    return strncmp(line->text, covers, line->length) == 0 &&
           (covers[line->length] == '\0' || covers[line->length] == '.');
}

static bool any_is_of(const struct section_line *line, const char **covers,
                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_of(line, covers[i]))
            return true;
    return false;
}

/* What a subject covers holds for its facts, and for a card that is of it and
 * names nothing itself. */
static bool teaches(const struct item *item, const struct section_line *line)
{
    const struct subject *subject = item->subject;
    if (item->card && item->card->cover_count)
        return any_is_of(line, item->card->covers, item->card->cover_count);
    return subject && any_is_of(line, subject->covers, subject->cover_count);
}

static size_t count_items(const struct coverage *coverage,
                          const struct section_line *line)
{
    size_t count = 0;
    for (size_t i = 0; i < coverage->knowledge->item_count; i++)
        count += teaches(&coverage->knowledge->items[i], line);
    return count;
}

static void write_json(const struct coverage *coverage,
                       const struct section_line *line, const char *item)
{
    const char *title = line->text + line->length;
    struct json out;
    json_open(&out);
    json_text(&out, "section",
              arena_copy(coverage->arena, line->text, line->length));
    json_text(&out, "title", title + strspn(title, " "));
    json_text(&out, "item", item);
    json_close(&out);
}

static void write_section(struct coverage *coverage,
                          const struct section_line *line)
{
    size_t count = count_items(coverage, line);
    coverage->empty += count == 0;
    if (!coverage->json)
        printf("%s: %s\n", line->text,
               count ? words_count(coverage->arena, (int64_t)count, "item",
                                   "items")
                     : "nothing teaches it");
    else if (count == 0)
        write_json(coverage, line, NULL);
    for (size_t i = 0; i < coverage->knowledge->item_count; i++) {
        const struct item *item = &coverage->knowledge->items[i];
        if (!teaches(item, line))
            continue;
        if (coverage->json)
            write_json(coverage, line, item->id);
        else
            printf("  %s\n", item->id);
    }
}

static void say_unknown(struct coverage *coverage, const char *file, int line,
                        const char **covers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool known = false;
        for (size_t k = 0; k < coverage->line_count; k++)
            known |= is_of(&coverage->lines[k], covers[i]);
        if (known)
            continue;
        coverage->unknown++;
        fprintf(stderr,
                "%s:%d: covers: no outline has the section \"%s\"; correct it, "
                "or add a line such as `outline = %s TITLE` to the [deck]\n",
                file, line, covers[i], covers[i]);
    }
}

static void check_covers(struct coverage *coverage)
{
    const struct knowledge *knowledge = coverage->knowledge;
    for (size_t i = 0; i < knowledge->subject_count; i++) {
        const struct subject *subject = knowledge->subjects[i];
        say_unknown(coverage, subject->file, subject->line, subject->covers,
                    subject->cover_count);
    }
    for (size_t i = 0; i < knowledge->card_count; i++) {
        const struct card *card = knowledge->cards[i];
        say_unknown(coverage, card->file, card->line, card->covers,
                    card->cover_count);
    }
}

static bool write_coverage(struct coverage *coverage, struct error *err)
{
    gather_lines(coverage);
    if (coverage->line_count == 0)
        return error_set(err, "These decks have no outline; add lines such as "
                              "`outline = 1 Supplies` to a [deck], and `covers "
                              "= 1` to what teaches it");
    for (size_t i = 0; i < coverage->line_count; i++)
        write_section(coverage, &coverage->lines[i]);
    check_covers(coverage);
    return true;
}

int cli_coverage(const struct options *options)
{
    struct desk desk;
    struct error err;
    if (!desk_open_decks(&desk, options, &err)) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    desk_say_problems(&desk);
    struct coverage coverage = {.knowledge = desk.knowledge,
                                .arena = &desk.sitting,
                                .json = options->json};
    bool written = write_coverage(&coverage, &err);
    desk_close(&desk);
    if (!written)
        return cli_fail(&err);
    return coverage.empty || coverage.unknown ? EXIT_INPUT : EXIT_DONE;
}
