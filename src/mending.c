#include "mending.h"

#include <stdio.h>
#include <string.h>

#include "io/deck_mend.h"
#include "io/excerpt.h"
#include "knowledge/mend.h"

enum { TEXTS_MAX = 64 << 20 };

void mending_open(struct mending *mending)
{
    arena_init(&mending->texts, TEXTS_MAX);
}

void mending_close(struct mending *mending)
{
    arena_release(&mending->texts);
}

static bool is_as_shown(const struct problem *problem, const char *excerpt)
{
    char now[EXCERPT_MAX];
    return excerpt_read(problem->file, problem->line, now, sizeof now, NULL) &&
           strcmp(now, excerpt) == 0;
}

bool mending_do(struct mending *mending, const struct problem *problem,
                const char *excerpt, struct error *err)
{
    arena_reset(&mending->texts);
    if (!is_as_shown(problem, excerpt))
        return error_set(err,
                         "%s has changed since it was read; read the decks "
                         "again with F5",
                         problem->file);
    snprintf(mending->path, sizeof mending->path, "%s", problem->file);
    mending->line = problem->line;
    mending->from =
        deck_line_read(problem->file, problem->line, &mending->texts);
    mending->to = mending->from
                      ? mend_whole(&mending->texts, problem, mending->from,
                                   strlen(mending->from))
                      : NULL;
    if (!mending->to)
        return error_set(err, "Line %d cannot be mended here; open it with E",
                         problem->line);
    if (!deck_line_write(mending->path, mending->line, mending->from,
                         mending->to, true, err))
        return false;
    mending->seen = deck_file_seen(mending->path);
    return true;
}

bool mending_undo(struct mending *mending, struct error *err)
{
    if (deck_file_seen(mending->path) != mending->seen)
        return error_set(err,
                         "%s has changed since it was mended; what it was "
                         "before stands beside it with ~ behind its name",
                         mending->path);
    return deck_line_write(mending->path, mending->line, mending->to,
                           mending->from, false, err);
}
