#include "cli/option.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/shot.h"

#define AT(field) offsetof(struct options, field)

/* The one table: parsing and help both read it. */
static const struct option_row rows[] = {
    {"--data", "DIR", OPTION_TEXT, AT(data), "", "keep answers in DIR"},
    {"--decks", "DIR", OPTION_TEXT, AT(decks), "", "read the decks of DIR"},
    {"--learner", "NAME", OPTION_TEXT, AT(learner), "", "who answers"},
    {"--now", "TIME", OPTION_TIME, AT(now), "",
     "set the clock: 2026-11-23T10:00:00+09:00"},
    {"--seed", "N", OPTION_NUMBER, AT(seed), "", "another drawing of options"},
    {"--json", NULL, OPTION_NONE, AT(json),
     " ask check questions coverage due stats fit evaluate forecast ",
     "write one JSON object a line"},
    {"--csv", NULL, OPTION_NONE, AT(csv), " stats ", "write CSV with a header"},
    {"--csv", "FILE", OPTION_TEXT, AT(csv_file), " fit evaluate ",
     "reviews of a table, not the log: card_id,review_time,review_rating"},
    {"--utc-offset", "HOURS", OPTION_TEXT, AT(utc_offset), " fit evaluate ",
     "the zone of the table: -7, 5.5 or +09:00; 0"},
    {"--rollover", "HOUR", OPTION_TEXT, AT(rollover), " fit evaluate ",
     "the hour at which its study day begins: 4"},
    {"--recency", "HOW", OPTION_WORD, AT(recency), " fit evaluate ",
     "none, mild or strong"},
    {"--prior", "HOW", OPTION_WORD, AT(prior), " fit evaluate ",
     "none or default"},
    {"--folds", "N", OPTION_COUNT, AT(folds), " evaluate ",
     "fit to what came before each of N shares of the time: 5"},
    {"--exam", "DATE", OPTION_TEXT, AT(exam), " forecast ",
     "the day on which it is to be recalled: 2026-12-14"},
    {"--minutes", "N", OPTION_COUNT, AT(minutes), " forecast ",
     "to study a day: 20"},
    {"--deck", "NAME", OPTION_TEXT, AT(deck), " forecast ",
     "of this deck alone"},
    {"--targets", NULL, OPTION_NONE, AT(targets), " forecast ",
     "what each wanted recall costs over a year"},
    {"--undo", NULL, OPTION_NONE, AT(undo), " fit ", "take the last fit back"},
    {"--strict", NULL, OPTION_NONE, AT(strict), " check ",
     "take warnings for errors"},
    {"--watch", NULL, OPTION_NONE, AT(watch), " check ",
     "check again whenever a deck is saved, until Ctrl+C"},
    {"--format", "FORMAT", OPTION_WORD, AT(format), " questions ",
     "plain, markdown or gift"},
    {"--form", "FORM", OPTION_WORD, AT(form), " study ask questions ",
     "flip, choice, typed, truth, cloze, match or order"},
    {"--count", "N", OPTION_COUNT, AT(count), " study ask questions ",
     "at most N of them"},
    {"--model", "MODEL", OPTION_WORD, AT(model), " replay fit evaluate ",
     "fsrs7 or fsrs6"},
    {"--weights", "LIST", OPTION_TEXT, AT(weights), " replay evaluate ",
     "own weights: \"w0,w1,...\""},
    {"--size", "WxH", OPTION_SIZE, AT(width), " study shot ",
     "size in pixels: 1280x800"},
    {"--theme", "THEME", OPTION_TEXT, AT(theme), " study shot ",
     "light, dark, projector or the stem of an own one"},
    {"--scale", "N", OPTION_COUNT, AT(scale), " study shot ",
     "size of text in per cent: 100"},
    {"--sample", NULL, OPTION_NONE, AT(sample), " shot ",
     "show an invented learner"},
    {"--at", "MS", OPTION_COUNT, AT(at), " shot ",
     "so many milliseconds into what moves"},
    {"--help", NULL, OPTION_NONE, AT(help), "", "say what can be said"},
    {"--version", NULL, OPTION_NONE, AT(version), "",
     "say which Pacta this is"},
};

static const struct command_row commands[] = {
    {"study", "[DECK...]", CLI_DECKS_MAX, "open the window and begin studying"},
    {"ask", "[DECK...]", CLI_DECKS_MAX,
     "the same session in the terminal, line by line"},
    {"check", "[DECK...]", CLI_DECKS_MAX,
     "prove decks sound: file:line: rule: message"},
    {"questions", "[DECK...]", CLI_DECKS_MAX,
     "list every question that can be asked"},
    {"new-deck", "FILE.ini", 1, "write a small deck to begin with"},
    {"coverage", "[DECK...]", CLI_DECKS_MAX,
     "which items teach each section of an outline"},
    {"due", "[DECK...]", CLI_DECKS_MAX, "what is due, and what is new today"},
    {"stats", "[DECK...]", CLI_DECKS_MAX, "how much is remembered"},
    {"fit", "", 0, "fit the model of memory to the learner's answers"},
    {"evaluate", "", 0, "how well a model foretells the learner's answers"},
    {"forecast", "[DECK...]", CLI_DECKS_MAX,
     "how much will be recalled on the day of an exam"},
    {"replay", "< CSV", 0, "reviews on standard input to memory states"},
    {"shot", "SCREEN FILE.png", CLI_DECKS_MAX,
     "draw a screen without a display"},
    {"man", "", 0, "write the page of the manual"},
    {"complete", "SHELL", 1, "write the completions of bash, zsh or fish"},
};

enum { ROWS = sizeof rows / sizeof rows[0] };
enum { COMMANDS = sizeof commands / sizeof commands[0] };

const struct option_row *options_table(size_t *count)
{
    *count = ROWS;
    return rows;
}

const struct command_row *commands_table(size_t *count)
{
    *count = COMMANDS;
    return commands;
}

bool option_belongs(const struct option_row *row, const char *command)
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

/* The row of "--seed" or "--seed=7": the command's own where several have the
 * name. */
static const struct option_row *find_row(const char *word, const char *command)
{
    const struct option_row *found = NULL;
    size_t length = strcspn(word, "=");
    for (int i = 0; i < ROWS; i++) {
        if (strlen(rows[i].name) != length ||
            strncmp(rows[i].name, word, length) != 0)
            continue;
        if (option_belongs(&rows[i], command))
            return &rows[i];
        found = found ? found : &rows[i];
    }
    return found;
}

static bool is_option(const char *word)
{
    return word[0] == '-' && word[1];
}

/* How many words an option takes, its own among them. */
static int words_of(const char *word, const char *command)
{
    const struct option_row *row = find_row(word, command);
    return row && row->value && !strchr(word, '=') ? 2 : 1;
}

/* One option, with its value in the same word or the next. */
static bool read_option(char **words, int left, struct options *options,
                        struct error *err)
{
    const char *equals = strchr(words[0], '=');
    const char *command = options->command;
    const struct option_row *row = find_row(words[0], command);
    if (!row)
        return unknown(words[0], "option", nearest_option(words[0]), err);
    if (!option_belongs(row, command))
        return error_set_cause(err, ERROR_USAGE,
                               "%s is no option of pacta%s%s; pacta%s%s --help "
                               "lists them",
                               row->name, command ? " " : "",
                               command ? command : "", command ? " " : "",
                               command ? command : "");
    if (!row->value && equals)
        return error_set_cause(err, ERROR_USAGE,
                               "%s takes no value; leave \"%s\" away",
                               row->name, equals);
    if (row->value && !equals && left < 2)
        return error_set_cause(err, ERROR_USAGE, "%s needs a value: %s %s",
                               row->name, row->name, row->value);
    const char *text = equals ? equals + 1 : row->value ? words[1] : NULL;
    return option_set(row, text, options, err);
}

static const struct command_row *find_command(const char *word)
{
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, word) == 0)
            return &commands[i];
    return NULL;
}

static bool names_a_deck(const char *word)
{
    size_t length = strlen(word);
    return strchr(word, '/') ||
           (length > 4 && strcmp(word + length - 4, ".ini") == 0);
}

/* The first word that is no option's value: which options may follow depends
 * on it. `*place` is where it stands, 0 where there is none. */
static bool choose_command(int argc, char **argv, struct options *options,
                           int *place, struct error *err)
{
    *place = 0;
    for (int i = 1; i < argc; i += words_of(argv[i], NULL)) {
        if (is_option(argv[i]) && !find_row(argv[i], NULL))
            return true; /* it is named when its turn comes */
        if (is_option(argv[i]))
            continue;
        const struct command_row *command = find_command(argv[i]);
        if (!command && names_a_deck(argv[i]))
            return true;
        if (!command)
            return unknown(argv[i], "command", nearest_command(argv[i]), err);
        options->command = command->name;
        *place = i;
        return true;
    }
    return true;
}

static bool add_word(struct options *options, const char *word,
                     struct error *err)
{
    const struct command_row *command =
        find_command(options->command ? options->command : "study");
    if (options->word_count >= command->words_max)
        return error_set_cause(err, ERROR_USAGE,
                               "\"%s\" is one word too many: pacta %s %s", word,
                               command->name, command->words);
    options->words[options->word_count++] = word;
    return true;
}

bool options_parse(int argc, char **argv, struct options *options,
                   struct error *err)
{
    int place;
    memset(options, 0, sizeof *options);
    options->width = 1280;
    options->height = 800;
    options->scale = -1;
    options->at = -1;
    options->minutes = -1;
    if (!choose_command(argc, argv, options, &place, err))
        return false;
    for (int i = 1; i < argc; i += words_of(argv[i], options->command)) {
        if (is_option(argv[i])) {
            if (!read_option(argv + i, argc - i, options, err))
                return false;
        } else if (i != place && !add_word(options, argv[i], err)) {
            return false;
        }
    }
    if (options->scale != -1 && (options->scale < 50 || options->scale > 300))
        return error_set_cause(err, ERROR_USAGE,
                               "--scale takes per cent from 50 to 300");
    return true;
}

static void list_screens(void)
{
    size_t count;
    const struct shot_row *screens = shot_table(&count);
    puts("\nScreens:");
    for (size_t i = 0; i < count; i++)
        printf("  %s\n", screens[i].name);
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
        if (command && !option_belongs(&rows[i], command))
            continue;
        char name[64];
        snprintf(name, sizeof name, "%s %s", rows[i].name,
                 rows[i].value ? rows[i].value : "");
        printf("  %-20s %s\n", name, rows[i].says);
    }
    if (command && strcmp(command, "shot") == 0)
        list_screens();
    puts("\nExit status: 0 done, 1 something is wrong with the input or the "
         "data,\n2 wrong usage, 3 in use by another Pacta.");
}
