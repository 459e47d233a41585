/* The page of the manual, from the tables that the program itself obeys. */
#include <stdio.h>
#include <string.h>

#include "app/keys.h"
#include "base/text.h"
#include "cli/option.h"

static uint32_t code_point(const char *text, size_t length)
{
    static const unsigned char lead[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    uint32_t code = (unsigned char)text[0] & lead[length];
    for (size_t i = 1; i < length; i++)
        code = code << 6 | ((unsigned char)text[i] & 0x3f);
    return code;
}

static size_t character_bytes(const char *text)
{
    unsigned char first = (unsigned char)text[0];
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* Text as roff takes it: a dash that is a dash, nothing that is a command. */
static void put(const char *text)
{
    if (text[0] == '.' || text[0] == '\'')
        fputs("\\&", stdout);
    while (*text) {
        size_t length = character_bytes(text);
        if (length > 1)
            printf("\\[u%04X]", (unsigned)code_point(text, length));
        else if (*text == '-')
            fputs("\\-", stdout);
        else if (*text == '\\')
            fputs("\\e", stdout);
        else
            putchar(*text);
        text += length;
    }
}

static void put_line(const char *text)
{
    put(text);
    putchar('\n');
}

/* A term in bold, what follows it in italic, and what is said of both. */
static void entry(const char *term, const char *value, const char *says)
{
    fputs(".TP\n\\fB", stdout);
    put(term);
    fputs("\\fR", stdout);
    if (value && value[0]) {
        fputs(" \\fI", stdout);
        put(value);
        fputs("\\fR", stdout);
    }
    putchar('\n');
    put_line(says);
}

static void write_head(void)
{
    puts(
        ".TH PACTA 1 2026-11-24 \"pacta " PACTA_VERSION "\" \"Pacta\"\n"
        ".SH NAME\n"
        "pacta \\- quiz and flashcards about treaties\n"
        ".SH SYNOPSIS\n"
        ".B pacta\n"
        ".RI [ command ]\n"
        ".RI [ option ...]\n"
        ".RI [ deck ...]\n"
        ".SH DESCRIPTION\n"
        "Pacta keeps agreements in memory.\n"
        "It asks what treaty decks state, and asks again just before it would\n"
        "be forgotten.\n"
        "Named alone it opens its window; with no display it runs the same\n"
        "session in the terminal.\n"
        "A deck is a file, a folder of them, or the name of a deck that comes\n"
        "with Pacta or lies among the learner\\(aqs own.");
}

static void write_commands(void)
{
    size_t count;
    const struct command_row *rows = commands_table(&count);
    puts(".SH COMMANDS");
    for (size_t i = 0; i < count; i++)
        entry(rows[i].name, rows[i].words, rows[i].says);
}

/* " ask due " as words after one another. */
static void write_takers(const char *commands)
{
    bool first = true;
    fputs("For", stdout);
    while (*(commands += strspn(commands, " "))) {
        size_t length = strcspn(commands, " ");
        printf("%s \\fB%.*s\\fR", first ? "" : ",", (int)length, commands);
        commands += length;
        first = false;
    }
    puts(".");
}

static void write_options(void)
{
    size_t count;
    const struct option_row *rows = options_table(&count);
    puts(".SH OPTIONS");
    for (size_t i = 0; i < count; i++) {
        entry(rows[i].name, rows[i].value, rows[i].says);
        if (rows[i].commands[0]) {
            puts(".br");
            write_takers(rows[i].commands);
        }
    }
}

static bool is_listed(const struct key_row *row, enum key_group group)
{
    return row->says && keys_group(row) == group;
}

/* Rows that say the same are one entry with all their keys, where the first of
 * them stands. */
static bool says_it_first(const struct key_row *rows, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (is_listed(&rows[i], keys_group(&rows[at])) &&
            strcmp(rows[i].says, rows[at].says) == 0)
            return false;
    return true;
}

static void write_key(struct arena *arena, const struct key_row *rows,
                      size_t at, size_t count)
{
    const char *names = "";
    for (size_t i = at; i < count; i++) {
        if (!is_listed(&rows[i], keys_group(&rows[at])) ||
            strcmp(rows[i].says, rows[at].says) != 0)
            continue;
        const char *name = keys_name(arena, rows[i].key, rows[i].mods);
        if (strcmp(names, name) == 0)
            continue; /* Space for the answer, and Space for Good */
        names = arena_printf(arena, "%s%s%s", names, i > at ? ", " : "", name);
    }
    entry(names, NULL, rows[at].says);
}

static void write_group(struct arena *arena, const struct key_row *rows,
                        size_t count, enum key_group group)
{
    bool begun = false;
    for (size_t i = 0; i < count; i++) {
        if (!is_listed(&rows[i], group) || !says_it_first(rows, i))
            continue;
        if (!begun)
            printf(".SS %s\n", keys_group_name(group));
        begun = true;
        write_key(arena, rows, i, count);
    }
}

static void write_keys(struct arena *arena)
{
    size_t count;
    const struct key_row *rows = keys_table(&count);
    puts(".SH KEYS");
    for (int group = 0; group < KEYS_GROUPS; group++)
        write_group(arena, rows, count, (enum key_group)group);
}

static void write_places(void)
{
    puts(".SH FILES");
    entry("~/.local/share/pacta/progress.db", NULL,
          "the answers of every learner, with a backup a day beside it");
    entry("~/.local/share/pacta/decks/", NULL, "the learner's own decks");
    entry(PACTA_SHARE "/", NULL, "the decks that come with Pacta");
    puts(".SH ENVIRONMENT");
    entry("XDG_DATA_HOME", NULL,
          "stands in for ~/.local/share; --data goes before it");
    entry("DISPLAY, WAYLAND_DISPLAY", NULL,
          "where the window opens; with neither set, the session runs in the "
          "terminal");
}

static void write_foot(void)
{
    puts(".SH EXIT STATUS");
    entry("0", NULL, "done");
    entry("1", NULL, "something is wrong with the input or the data");
    entry("2", NULL, "wrong usage");
    entry("3", NULL, "in use by another Pacta");
    puts(".SH EXAMPLES\n"
         "Study two decks, at most ten cards:\n"
         ".PP\n"
         ".EX\n"
         "    pacta study japan\\-india japan\\-australia \\-\\-count 10\n"
         ".EE\n"
         ".PP\n"
         "Prove a deck of your own sound:\n"
         ".PP\n"
         ".EX\n"
         "    pacta check \\-\\-strict old.ini\n"
         ".EE");
}

int cli_man(const struct options *options)
{
    struct arena arena;
    (void)options;
    arena_init(&arena, (size_t)1 << 20);
    write_head();
    write_commands();
    write_options();
    write_keys(&arena);
    write_places();
    write_foot();
    arena_release(&arena);
    return EXIT_DONE;
}
