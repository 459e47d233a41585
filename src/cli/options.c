#include "cli/cli.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum value_kind {
    VALUE_NONE,
    VALUE_TEXT,
    VALUE_NUMBER,
    VALUE_TIME,
    VALUE_SIZE
};

struct option_row {
    const char *name;
    const char *value; /* "DIR"; NULL: takes none */
    enum value_kind kind;
    size_t offset;
    const char *commands; /* "" every one */
    const char *says;
};

#define AT(field) offsetof(struct options, field)

/* The one table: parsing and help both read it. */
static const struct option_row rows[] = {
    {"--data", "DIR", VALUE_TEXT, AT(data), "", "keep answers in DIR"},
    {"--decks", "DIR", VALUE_TEXT, AT(decks), "", "read the decks of DIR"},
    {"--learner", "NAME", VALUE_TEXT, AT(learner), "", "who answers"},
    {"--now", "TIME", VALUE_TIME, AT(now), "",
     "set the clock: 2026-11-23T10:00:00+09:00"},
    {"--seed", "N", VALUE_NUMBER, AT(seed), "", "another drawing of options"},
    {"--json", NULL, VALUE_NONE, AT(json), " ask check questions due stats ",
     "write one JSON object a line"},
    {"--csv", NULL, VALUE_NONE, AT(csv), " stats ", "write CSV with a header"},
    {"--strict", NULL, VALUE_NONE, AT(strict), " check ",
     "take warnings for errors"},
    {"--form", "FORM", VALUE_TEXT, AT(form), " study ask questions shot ",
     "flip, choice or typed"},
    {"--count", "N", VALUE_NUMBER, AT(count), " study ask questions ",
     "at most N of them"},
    {"--model", "MODEL", VALUE_TEXT, AT(model), " replay ",
     "fsrs7 (default) or fsrs6"},
    {"--weights", "LIST", VALUE_TEXT, AT(weights), " replay ",
     "own weights: \"w0,w1,...\""},
    {"--size", "WxH", VALUE_SIZE, AT(width), " study shot ",
     "size in pixels: 1280x800"},
    {"--theme", "THEME", VALUE_TEXT, AT(theme), " study shot ", "light"},
    {"--scale", "N", VALUE_NUMBER, AT(scale), " study shot ",
     "size of text in per cent: 100"},
    {"--sample", NULL, VALUE_NONE, AT(sample), " shot ",
     "show an invented learner"},
    {"--help", NULL, VALUE_NONE, AT(help), "", "say what can be said"},
    {"--version", NULL, VALUE_NONE, AT(version), "", "say which Pacta this is"},
};

static const struct {
    const char *name;
    const char *words;
    const char *says;
} commands[] = {
    {"study", "[DECK...]", "open the window and begin studying"},
    {"ask", "[DECK...]", "the same session in the terminal, line by line"},
    {"check", "[DECK...]", "prove decks sound: file:line: rule: message"},
    {"questions", "[DECK...]", "list every question that can be asked"},
    {"due", "[DECK...]", "what is due, and what is new today"},
    {"stats", "[DECK...]", "how much is remembered"},
    {"replay", "< CSV", "reviews on standard input to memory states"},
    {"shot", "SCREEN FILE.png", "draw a screen without a display"},
};

enum { ROWS = sizeof rows / sizeof rows[0] };
enum { COMMANDS = sizeof commands / sizeof commands[0] };

static bool belongs(const struct option_row *row, const char *command)
{
    char name[64];
    if (!row->commands[0])
        return true;
    snprintf(name, sizeof name, " %s ", command ? command : "study");
    return strstr(row->commands, name) != NULL;
}

static bool unknown(const char *word, const char *kind, const char *nearest,
                    struct error *err)
{
    return error_set_cause(err, ERROR_USAGE,
                           "%s is no %s; did you mean %s? pacta --help lists "
                           "all",
                           word, kind, nearest);
}

static const char *nearest_option(const char *word)
{
    const char *best = "--help";
    size_t least = 4;
    for (int i = 0; i < ROWS; i++) {
        size_t edits = text_edits(word, rows[i].name, 4);
        if (edits < least) {
            least = edits;
            best = rows[i].name;
        }
    }
    return best;
}

static const char *nearest_command(const char *word)
{
    const char *best = "study";
    size_t least = 4;
    for (int i = 0; i < COMMANDS; i++) {
        size_t edits = text_edits(word, commands[i].name, 4);
        if (edits < least) {
            least = edits;
            best = commands[i].name;
        }
    }
    return best;
}

static bool read_number(const char *name, const char *text, uint64_t most,
                        uint64_t *number, struct error *err)
{
    char *end;
    errno = 0;
    *number = strtoull(text, &end, 10);
    if (errno || end == text || *end || text[0] == '-' || *number > most)
        return error_set_cause(err, ERROR_USAGE,
                               "%s takes a whole number from 0 to %llu, not "
                               "\"%s\"",
                               name, (unsigned long long)most, text);
    return true;
}

static bool read_size(const char *text, struct options *options,
                      struct error *err)
{
    int used = 0;
    if (sscanf(text, "%dx%d%n", &options->width, &options->height, &used) ==
            2 &&
        text[used] == '\0' && options->width >= 320 && options->height >= 240 &&
        options->width <= 8192 && options->height <= 8192)
        return true;
    return error_set_cause(err, ERROR_USAGE,
                           "--size takes a width and a height such as "
                           "1280x800, from 320x240 to 8192x8192, not \"%s\"",
                           text);
}

static bool set_value(const struct option_row *row, const char *text,
                      struct options *options, struct error *err)
{
    void *field = (char *)options + row->offset;
    uint64_t number = 0;
    switch (row->kind) {
    case VALUE_TEXT:
        *(const char **)field = text;
        return true;
    case VALUE_TIME:
        options->has_now = true;
        return moment_parse(text, &options->now, err);
    case VALUE_SIZE:
        return read_size(text, options, err);
    case VALUE_NUMBER:
        if (row->offset == AT(seed))
            return read_number(row->name, text, UINT64_MAX, &options->seed,
                               err);
        if (!read_number(row->name, text, 1000000, &number, err))
            return false;
        *(int *)field = (int)number;
        return true;
    case VALUE_NONE:
        break;
    }
    return true;
}

static const struct option_row *find_row(const char *word, size_t length)
{
    for (int i = 0; i < ROWS; i++)
        if (strlen(rows[i].name) == length &&
            strncmp(rows[i].name, word, length) == 0)
            return &rows[i];
    return NULL;
}

/* One option, with its value in the same word or the next; how many words it
 * took, 0 on failure. */
static int read_option(char **words, int left, struct options *options,
                       struct error *err)
{
    const char *word = words[0];
    const char *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    const struct option_row *row = find_row(word, length);
    if (!row) {
        unknown(word, "option", nearest_option(word), err);
        return 0;
    }
    if (!belongs(row, options->command)) {
        error_set_cause(err, ERROR_USAGE,
                        "%s is no option of %s; pacta %s "
                        "--help lists them",
                        row->name,
                        options->command ? options->command : "pacta",
                        options->command ? options->command : "");
        return 0;
    }
    if (!row->value) {
        *(bool *)(void *)((char *)options + row->offset) = true;
        return 1;
    }
    const char *text = equals ? equals + 1 : left > 1 ? words[1] : NULL;
    if (!text) {
        error_set_cause(err, ERROR_USAGE, "%s needs a value: %s %s", row->name,
                        row->name, row->value);
        return 0;
    }
    if (!set_value(row, text, options, err))
        return 0;
    return equals ? 1 : 2;
}

static bool is_command(const char *word)
{
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, word) == 0)
            return true;
    return false;
}

/* The first word that is neither an option nor an option's value. */
static bool find_command(int argc, char **argv, struct options *options,
                         struct error *err)
{
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        if (word[0] != '-') {
            options->command = word;
            return is_command(word) ||
                   unknown(word, "command", nearest_command(word), err);
        }
        const struct option_row *row = find_row(word, strlen(word));
        i += row && row->value;
    }
    return true;
}

bool options_parse(int argc, char **argv, struct options *options,
                   struct error *err)
{
    memset(options, 0, sizeof *options);
    options->width = 1280;
    options->height = 800;
    options->scale = 100;
    options->theme = "light";
    if (!find_command(argc, argv, options, err))
        return false;
    bool passed = false;
    for (int i = 1; i < argc;) {
        if (argv[i][0] == '-' && argv[i][1]) {
            int took = read_option(argv + i, argc - i, options, err);
            if (!took)
                return false;
            i += took;
            continue;
        }
        if (!passed && options->command &&
            strcmp(argv[i], options->command) == 0)
            passed = true;
        else if (options->word_count < CLI_DECKS_MAX)
            options->words[options->word_count++] = argv[i];
        i++;
    }
    if (options->scale < 50 || options->scale > 300)
        return error_set_cause(err, ERROR_USAGE,
                               "--scale takes per cent from 50 to 300");
    return true;
}

void options_help(const char *command)
{
    puts("Pacta keeps agreements in memory: it asks what treaty decks state,\n"
         "and asks again just before it would be forgotten.\n");
    if (!command)
        puts("  pacta                      open the window");
    for (int i = 0; i < COMMANDS; i++)
        if (!command || strcmp(command, commands[i].name) == 0)
            printf("  pacta %-9s %-16s %s\n", commands[i].name,
                   commands[i].words, commands[i].says);
    puts("");
    for (int i = 0; i < ROWS; i++) {
        if (command && !belongs(&rows[i], command))
            continue;
        char name[64];
        snprintf(name, sizeof name, "%s %s", rows[i].name,
                 rows[i].value ? rows[i].value : "");
        printf("  %-20s %s\n", name, rows[i].says);
    }
    puts("\nExit status: 0 done, 1 something is wrong with the input or the "
         "data,\n2 wrong usage, 3 in use by another Pacta.");
}
