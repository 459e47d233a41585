/*
 * foretell.h -- what the two halves of `pacta forecast` share: the day of an
 * exam, and what each target costs. Between the files of the command only.
 */
#ifndef CLI_FORETELL_H
#define CLI_FORETELL_H

#include "cli/desk.h"

/* What is foretold from. */
struct foretelling {
    const struct options *options;
    struct desk *desk;
    struct arena *arena;
    struct moment now;
    double seconds;    /* an answer takes, */
    bool seconds_seen; /* as the log says */
};

/* `--targets`: a table, a chart, one sentence; or JSON Lines. */
void foretell_targets(const struct foretelling *telling);

#endif
