/* What a shell offers after `pacta`, from the tables of the command line. */
#include <stdio.h>
#include <string.h>

#include "cli/option.h"
#include "cli/shot.h"

/* Where the values of an option come from. */
enum values {
    VALUES_NONE,
    VALUES_ANY,
    VALUES_FILE,
    VALUES_FOLDER,
    VALUES_WORDS
};

static enum values values_of(const struct option_row *row)
{
    if (!row->value)
        return VALUES_NONE;
    if (strcmp(row->value, "DIR") == 0)
        return VALUES_FOLDER;
    if (strcmp(row->value, "FILE") == 0)
        return VALUES_FILE;
    return row->kind == OPTION_WORD ? VALUES_WORDS : VALUES_ANY;
}

/* What stands after a command. */
static bool takes_decks(const struct command_row *row)
{
    return strstr(row->words, "DECK") || strstr(row->words, "FILE");
}

static void write_words(const struct option_row *row, const char *between)
{
    const char *left = row->says;
    const char *word;
    const char *before = "";
    size_t length;
    while ((length = option_next_word(&left, &word)) > 0) {
        printf("%s%.*s", before, (int)length, word);
        before = between;
    }
}

/* Text between single quotes. */
static void write_quoted(const char *text, const char *quote)
{
    for (; *text; text++)
        if (*text == '\'')
            fputs(quote, stdout);
        else
            putchar(*text);
}

static void write_commands(const char *between)
{
    size_t count;
    const struct command_row *rows = commands_table(&count);
    for (size_t i = 0; i < count; i++)
        printf("%s%s", i ? between : "", rows[i].name);
}

/* Words that stand right after a command, or none. */
static void write_first_words(const struct command_row *row,
                              const char *between)
{
    size_t count = 0;
    const struct shot_row *screens = shot_table(&count);
    if (strcmp(row->name, "complete") == 0) {
        printf("bash%szsh%sfish", between, between);
        return;
    }
    for (size_t i = 0; i < count; i++)
        printf("%s%s", screens[i].name, between);
    fputs("icon", stdout);
}

static bool has_first_words(const struct command_row *row)
{
    return strcmp(row->name, "complete") == 0 || strcmp(row->name, "shot") == 0;
}

static void bash_values(void)
{
    size_t count;
    const struct option_row *rows = options_table(&count);
    puts("    case $before in");
    for (size_t i = 0; i < count; i++) {
        enum values values = values_of(&rows[i]);
        if (values == VALUES_NONE)
            continue;
        printf("    %s) ", rows[i].name);
        if (values == VALUES_FILE)
            fputs("compopt -o default; ", stdout);
        if (values == VALUES_FOLDER)
            fputs("mapfile -t COMPREPLY < <(compgen -d -- \"$word\"); ",
                  stdout);
        if (values == VALUES_WORDS) {
            fputs("mapfile -t COMPREPLY < <(compgen -W '", stdout);
            write_words(&rows[i], " ");
            fputs("' -- \"$word\"); ", stdout);
        }
        puts("return ;;");
    }
    puts("    esac");
}

static void bash_options(const char *command)
{
    size_t count;
    const struct option_row *rows = options_table(&count);
    printf("    %s) options='", command ? command : "*");
    for (size_t i = 0; i < count; i++)
        if (option_belongs(&rows[i], command))
            printf("%s%s", i ? " " : "", rows[i].name);
    puts("' ;;");
}

static void bash_first_words(const struct command_row *row)
{
    printf("    [[ $command != %s || $before != %s ]] ||\n"
           "        mapfile -t COMPREPLY < <(compgen -W '",
           row->name, row->name);
    write_first_words(row, " ");
    puts("' -- \"$word\")");
}

static void write_bash(void)
{
    size_t count;
    const struct command_row *rows = commands_table(&count);
    fputs("_pacta() {\n"
          "    local word=${COMP_WORDS[COMP_CWORD]}\n"
          "    local before=${COMP_WORDS[COMP_CWORD - 1]}\n"
          "    local command= options= i\n"
          "    COMPREPLY=()\n"
          "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        case ${COMP_WORDS[i]} in ",
          stdout);
    write_commands("|");
    puts(") command=${COMP_WORDS[i]}; break ;; esac\n"
         "    done");
    bash_values();
    puts("    case $command in");
    for (size_t i = 0; i < count; i++)
        bash_options(rows[i].name);
    bash_options(NULL);
    fputs("    esac\n"
          "    case $word in\n"
          "    -*) mapfile -t COMPREPLY < <(compgen -W \"$options\" -- "
          "\"$word\"); return ;;\n"
          "    esac\n"
          "    [ \"$command\" ] || mapfile -t COMPREPLY < <(compgen -W '",
          stdout);
    write_commands(" ");
    puts("' -- \"$word\")");
    for (size_t i = 0; i < count; i++)
        if (has_first_words(&rows[i]))
            bash_first_words(&rows[i]);
    puts("    [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default\n"
         "}\n"
         "complete -F _pacta pacta");
}

static void zsh_option(const struct option_row *row)
{
    enum values values = values_of(row);
    printf(" \\\n        '%s[", row->name);
    write_quoted(row->says, "'\\''");
    putchar(']');
    if (values != VALUES_NONE)
        printf(":%s:", row->value);
    if (values == VALUES_FILE)
        fputs("_files", stdout);
    if (values == VALUES_FOLDER)
        fputs("_files -/", stdout);
    if (values == VALUES_WORDS) {
        putchar('(');
        write_words(row, " ");
        putchar(')');
    }
    putchar('\'');
}

static void zsh_command(const struct command_row *command)
{
    size_t count;
    const struct option_row *rows = options_table(&count);
    printf("    %s) _arguments", command->name);
    for (size_t i = 0; i < count; i++)
        if (option_belongs(&rows[i], command->name))
            zsh_option(&rows[i]);
    if (takes_decks(command))
        fputs(" \\\n        '*:deck:_files'", stdout);
    if (has_first_words(command)) {
        fputs(" \\\n        '1:word:(", stdout);
        write_first_words(command, " ");
        fputs(")'", stdout);
    }
    puts(" ;;");
}

static void write_zsh(void)
{
    size_t count;
    const struct command_row *rows = commands_table(&count);
    puts("#compdef pacta\n"
         "local -a commands\n"
         "commands=(");
    for (size_t i = 0; i < count; i++) {
        printf("    '%s:", rows[i].name);
        for (const char *p = rows[i].says; *p; p++)
            printf(*p == ':' ? "\\:" : "%c", *p);
        puts("'");
    }
    puts(")\n"
         "if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n"
         "    _describe command commands\n"
         "    return\n"
         "fi\n"
         "local command=study\n"
         "if ((${commands[(I)$words[2]:*]})); then\n"
         "    command=$words[2]\n"
         "    shift words\n"
         "    ((CURRENT--))\n"
         "fi\n"
         "case $command in");
    for (size_t i = 0; i < count; i++)
        zsh_command(&rows[i]);
    puts("esac");
}

static void fish_option(const struct option_row *row)
{
    enum values values = values_of(row);
    printf("complete -c pacta -l %s", row->name + 2);
    if (row->commands[0])
        printf(" -n '__fish_seen_subcommand_from%.*s'",
               (int)strlen(row->commands) - 1, row->commands);
    fputs(" -d '", stdout);
    write_quoted(row->says, "\\'");
    putchar('\'');
    if (values == VALUES_FILE)
        fputs(" -r", stdout);
    if (values == VALUES_FOLDER)
        fputs(" -x -a '(__fish_complete_directories)'", stdout);
    if (values == VALUES_ANY)
        fputs(" -x", stdout);
    if (values == VALUES_WORDS) {
        fputs(" -x -a '", stdout);
        write_words(row, " ");
        putchar('\'');
    }
    putchar('\n');
}

static void fish_first_words(const struct command_row *row)
{
    printf("complete -c pacta -n '__fish_seen_subcommand_from %s' -a '",
           row->name);
    write_first_words(row, " ");
    puts("'");
}

static void write_fish(void)
{
    size_t count;
    const struct command_row *commands = commands_table(&count);
    for (size_t i = 0; i < count; i++) {
        printf("complete -c pacta -n __fish_use_subcommand -a %s -d '",
               commands[i].name);
        write_quoted(commands[i].says, "\\'");
        puts("'");
    }
    for (size_t i = 0; i < count; i++)
        if (has_first_words(&commands[i]))
            fish_first_words(&commands[i]);
    const struct option_row *rows = options_table(&count);
    for (size_t i = 0; i < count; i++)
        fish_option(&rows[i]);
}

int cli_complete(const struct options *options)
{
    static const struct {
        const char *name;
        void (*write)(void);
    } shells[] = {
        {"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
    struct error err;
    const char *shell = options->word_count ? options->words[0] : "";
    for (size_t i = 0; i < sizeof shells / sizeof shells[0]; i++)
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].write();
            return EXIT_DONE;
        }
    error_set_cause(&err, ERROR_USAGE,
                    "Name a shell: pacta complete bash, zsh or fish");
    return cli_fail(&err);
}
