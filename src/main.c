/* main.c -- chooses a command. */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static const struct {
    const char *name;
    int (*run)(const struct options *);
} commands[] = {
    {"study", cli_window},        {"ask", cli_ask},   {"check", cli_check},
    {"questions", cli_questions}, {"due", cli_due},   {"stats", cli_stats},
    {"replay", cli_replay},       {"shot", cli_shot},
};

int main(int argc, char **argv)
{
    struct options options;
    struct error err;
    setlocale(LC_CTYPE, "");
    if (!options_parse(argc, argv, &options, &err))
        return cli_fail(&err);
    if (options.help) {
        options_help(options.command);
        return EXIT_DONE;
    }
    if (options.version) {
        puts("pacta 0.1.0");
        return EXIT_DONE;
    }
    for (size_t i = 0;
         options.command && i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(options.command, commands[i].name) == 0)
            return commands[i].run(&options);
    return cli_window(&options);
}
