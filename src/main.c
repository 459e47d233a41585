/* main.c -- chooses a command. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static const struct {
    const char *name;
    int (*run)(const struct options *);
} commands[] = {
    {"study", cli_window},      {"ask", cli_ask},
    {"check", cli_check},       {"questions", cli_questions},
    {"new-deck", cli_new_deck}, {"due", cli_due},
    {"stats", cli_stats},       {"replay", cli_replay},
    {"shot", cli_shot},         {"man", cli_man},
    {"complete", cli_complete}, {"coverage", cli_coverage},
    {"fit", cli_fit},           {"evaluate", cli_evaluate},
    {"forecast", cli_forecast},
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

static int run(const struct options *options)
{
    if (options->help) {
        options_help(options->command);
        return EXIT_DONE;
    }
    if (options->version) {
        puts("pacta " PACTA_VERSION);
        return EXIT_DONE;
    }
    for (size_t i = 0; options->command && i < COMMANDS; i++)
        if (strcmp(options->command, commands[i].name) == 0)
            return commands[i].run(options);
    return cli_window(options);
}

/* What did not arrive must not pass for done; a reader who left knows it. */
static int flush_output(int status)
{
    errno = 0;
    if ((fflush(stdout) == 0 && !ferror(stdout)) || errno == EPIPE)
        return status;
    fputs("pacta: The output could not be written whole; see whether its disk "
          "is full\n",
          stderr);
    return status == EXIT_DONE ? EXIT_INPUT : status;
}

int main(int argc, char **argv)
{
    struct options options;
    struct error err;
    setlocale(LC_CTYPE, "");
    if (!options_parse(argc, argv, &options, &err))
        return cli_fail(&err);
    return flush_output(run(&options));
}
