/* What is to be taught, and what says that it teaches it. */
#include <string.h>

#include "knowledge/check_fact.h"
#include "knowledge/suggest.h"
#include "knowledge/table.h"

/* The number of a section, up to the first space. */
static const char *number_of(struct arena *arena, const char *line)
{
    return arena_copy(arena, line, strcspn(line, " "));
}

static void read_outline(const struct deck *deck, struct table *lines,
                         struct problems *problems)
{
    for (size_t i = 0; i < deck->outline_count; i++) {
        const char *number = number_of(lines->arena, deck->outline[i]);
        void **place = table_place(lines, table_text(number));
        if (!*place) {
            *place = (void *)deck;
            continue;
        }
        problems_add(problems, PROBLEM_WARNING, deck->file,
                     section_line(deck->section, "outline", i), "outline",
                     "give each section a number of its own",
                     "the section \"%s\" is listed twice",
                     suggest_quoted(problems->arena, number));
    }
}

/* "1.2" counts for section 1 where 1.2 is no section. */
static bool is_listed(const struct table *lines, const char *covers)
{
    char *number = arena_text(lines->arena, covers);
    for (;;) {
        if (table_find(lines, table_text(number)))
            return true;
        char *dot = strrchr(number, '.');
        if (!dot)
            return false;
        *dot = '\0';
    }
}

static void check_covers(const struct table *lines, const char *file,
                         const struct section *section, const char **covers,
                         size_t count, struct problems *problems)
{
    for (size_t i = 0; i < count; i++) {
        if (is_listed(lines, covers[i]))
            continue;
        problems_add(problems, PROBLEM_WARNING, file,
                     section_line(section, "covers", i), "outline",
                     "correct it, or list it as `outline` in the [deck]",
                     "no outline has the section \"%s\"",
                     suggest_quoted(problems->arena, covers[i]));
    }
}

void check_outline(const struct knowledge *knowledge, struct problems *problems)
{
    struct table lines;
    table_init(&lines, knowledge->arena, 0);
    for (size_t i = 0; i < knowledge->deck_count; i++)
        read_outline(knowledge->decks[i], &lines, problems);
    if (lines.count == 0)
        return;
    for (size_t i = 0; i < knowledge->subject_count; i++) {
        const struct subject *subject = knowledge->subjects[i];
        check_covers(&lines, subject->file, subject->section, subject->covers,
                     subject->cover_count, problems);
    }
    for (size_t i = 0; i < knowledge->card_count; i++) {
        const struct card *card = knowledge->cards[i];
        check_covers(&lines, card->file, card->section, card->covers,
                     card->cover_count, problems);
    }
}
