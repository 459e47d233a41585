#include <stddef.h>
#include <string.h>

#include "knowledge/build.h"
#include "knowledge/setting.h"
#include "knowledge/suggest.h"

enum { SEAL_LETTERS_MAX = 4 };

/* What a deck's section states; a version is for people. */
static const struct setting deck_settings[] = {
    {"title", SETTING_TEXT, offsetof(struct deck, title), 0},
    {"lang", SETTING_TEXT, offsetof(struct deck, lang), 0},
    {"home", SETTING_TEXT, offsetof(struct deck, home), 0},
    {"seal", SETTING_TEXT, offsetof(struct deck, seal), 0},
    {"about", SETTING_TEXT, offsetof(struct deck, about), 0},
    {"outline", SETTING_LIST, offsetof(struct deck, outline),
     offsetof(struct deck, outline_count)},
    {"version", SETTING_SKIP, 0, 0},
};

enum { DECK_SETTINGS = sizeof deck_settings / sizeof deck_settings[0] };

/* "decks/japan-india.ini" without folders and ending. */
static const char *name_of_file(struct arena *arena, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    const char *dot = strrchr(name, '.');
    return dot && dot > name ? arena_copy(arena, name, (size_t)(dot - name))
                             : name;
}

/* What is longer does not fit its place on the screen. */
static void check_seal(struct builder *builder, const struct deck *deck)
{
    const char *letters = deck->seal_letters;
    if (!letters || text_length(letters) <= SEAL_LETTERS_MAX)
        return;
    problems_add(builder->problems, PROBLEM_WARNING, deck->file,
                 section_line(deck->section, "seal", 0), "seal",
                 "write one character and two letters: 米 US",
                 "the seal \"%s\" is too long to be drawn",
                 suggest_quoted(builder->arena, letters));
}

/* "米 US": one character, then letters; either may be missing. */
static void split_seal(struct arena *arena, struct deck *deck)
{
    const char *seal = deck->seal;
    if (!seal)
        return;
    size_t first = text_next(seal);
    if (seal[first] && seal[first] != ' ') {
        deck->seal = NULL;
        deck->seal_letters = seal;
        return;
    }
    const char *letters = seal + first + strspn(seal + first, " ");
    deck->seal = arena_copy(arena, seal, first);
    deck->seal_letters = *letters ? letters : NULL;
}

/* True if something in the file is asked, so that it needs a deck. */
static bool asks(const struct builder *builder, const struct source *source)
{
    for (size_t i = 0; i < source->count; i++) {
        const char *sort = source->sections[i].sort;
        const struct kind *kind =
            table_find(&builder->knowledge->index->kinds, table_text(sort));
        if (strcmp(sort, "card") == 0 || (kind && !kind->entity))
            return true;
    }
    return false;
}

/* The file's [deck]; another one is a problem. */
static const struct section *deck_section(struct builder *builder,
                                          const struct source *source)
{
    const struct section *first = NULL;
    for (size_t i = 0; i < source->count; i++) {
        const struct section *section = &source->sections[i];
        if (strcmp(section->sort, "deck") != 0)
            continue;
        if (first)
            problems_add(builder->problems, PROBLEM_ERROR, source->file,
                         section->line, "deck",
                         "put the second deck into a file of its own",
                         "the file has a [deck] in line %d already; "
                         "that one is used",
                         first->line);
        else
            first = section;
    }
    return first;
}

static struct deck *read_deck(struct builder *builder,
                              const struct source *source,
                              const struct section *section)
{
    struct deck *deck = arena_alloc(builder->arena, sizeof *deck);
    deck->file = source->file;
    deck->line = section ? section->line : 1;
    deck->section = section;
    if (section)
        setting_rows_read(builder, source->file, section, deck_settings,
                          DECK_SETTINGS, deck);
    if (!section || !deck->title)
        problems_add(builder->problems, PROBLEM_WARNING, source->file,
                     section ? section->line : 1, "deck",
                     section ? "add a line such as `title = Rivers`"
                             : "begin the file with [deck] and a title",
                     "the deck has no title; it is called by its file");
    if (!deck->title)
        deck->title = name_of_file(builder->arena, source->file);
    if (!deck->lang)
        deck->lang = "en";
    split_seal(builder->arena, deck);
    check_seal(builder, deck);
    return deck;
}

void build_decks(struct builder *builder)
{
    struct knowledge *knowledge = builder->knowledge;
    size_t count = builder->source_count;
    builder->deck_of =
        arena_array(builder->arena, count, sizeof *builder->deck_of);
    knowledge->decks =
        arena_array(builder->arena, count, sizeof *knowledge->decks);
    for (size_t i = 0; i < count; i++) {
        const struct source *source = &builder->sources[i];
        const struct section *section = deck_section(builder, source);
        if (!section && !asks(builder, source))
            continue;
        builder->deck_of[i] = read_deck(builder, source, section);
        knowledge->decks[knowledge->deck_count++] = builder->deck_of[i];
    }
}

/* Homes that no one declared are still the same home when they fold alike: the
 * first spelling stands for all. */
void build_homes(struct builder *builder)
{
    struct knowledge *knowledge = builder->knowledge;
    struct table homes;
    table_init(&homes, builder->arena, knowledge->deck_count);
    for (size_t i = 0; i < knowledge->deck_count; i++) {
        struct deck *deck = knowledge->decks[i];
        if (!deck->home)
            continue;
        deck->home_party = knowledge_party(knowledge, deck->home);
        const char *folded = text_fold(builder->arena, deck->home);
        void **place = table_place(&homes, table_text(folded));
        if (!*place)
            *place = deck;
        deck->home = ((const struct deck *)*place)->home;
    }
}
