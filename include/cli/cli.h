/*
 * cli.h -- the commands, one file each, and the options they share.
 *
 * One table holds every option; parsing, --help and the man page come from it.
 * Exit status: 0 done, 1 something is wrong with the input or the data, 2 wrong
 * usage, 3 in use by another Pacta. Results go to standard output, messages to
 * standard error; machine output (--json, --csv) is never mixed with messages.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

#define PACTA_VERSION "0.1.0"

enum { CLI_DECKS_MAX = 256 };

enum {
    EXIT_DONE = 0,
    EXIT_INPUT = 1,
    EXIT_USAGE = 2,
    EXIT_IN_USE = 3,
};

struct options {
    const char *command;              /* NULL: none was named */
    const char *words[CLI_DECKS_MAX]; /* what stands without a dash */
    int word_count;
    const char *data;    /* --data DIR */
    const char *decks;   /* --decks DIR */
    const char *learner; /* --learner NAME */
    bool has_now;        /* --now TIME: the clock stands still */
    struct moment now;
    uint64_t seed; /* --seed N; 0 */
    bool json;
    bool csv;
    bool strict;            /* check: a warning is an error */
    bool watch;             /* check: again whenever a deck is saved */
    const char *format;     /* questions: plain, markdown or gift */
    bool sample;            /* shot: an invented learner */
    const char *form;       /* --form F */
    int count;              /* --count N; 0: no limit */
    const char *model;      /* --model fsrs6|fsrs7 */
    const char *weights;    /* --weights "w0,w1,..." */
    const char *csv_file;   /* --csv FILE; NULL: the learner's log */
    const char *recency;    /* --recency none|mild|strong */
    const char *prior;      /* --prior none|default */
    const char *utc_offset; /* --utc-offset HOURS */
    const char *rollover;   /* --rollover HOUR */
    int folds;              /* --folds N; 0: none */
    const char *exam;       /* forecast: --exam 2026-12-14 */
    int minutes;            /* forecast: --minutes N; -1: those of the log */
    const char *deck;       /* forecast: --deck NAME */
    bool targets;           /* forecast: --targets */
    bool undo;              /* fit: take the last one back */
    int width;              /* --size 1280x800 */
    int height;
    const char *theme; /* --theme light; NULL: that of settings.ini */
    int scale;         /* --scale 100; -1: that of settings.ini */
    int at;            /* --at MS: how far a motion is; -1: at its end */
    bool help;
    bool version;
};

/* Reads a command line; false (ERROR_USAGE) with what to write instead. */
bool options_parse(int argc, char **argv, struct options *options,
                   struct error *err);

/* Prints the help of one command, or of all (NULL), to standard output. */
void options_help(const char *command);

/* Says an error on standard error and returns its exit status. */
int cli_fail(const struct error *err);

/* The clock: --now, or the system's with its zone; and one that never goes
 * back, in ms. */
struct moment clock_now(const struct options *options);
int64_t clock_mono_ms(void);

/* The commands. Each returns its exit status. */
int cli_window(const struct options *options); /* no command, or `study` */
int cli_ask(const struct options *options);
int cli_check(const struct options *options);
int cli_questions(const struct options *options);
int cli_new_deck(const struct options *options);
int cli_coverage(const struct options *options);
int cli_due(const struct options *options);
int cli_stats(const struct options *options);
int cli_replay(const struct options *options);
int cli_fit(const struct options *options);
int cli_evaluate(const struct options *options);
int cli_forecast(const struct options *options);
int cli_shot(const struct options *options);
int cli_icon(const struct options *options); /* `shot icon FILE` */
int cli_man(const struct options *options);
int cli_complete(const struct options *options);

#endif
