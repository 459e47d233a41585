/*
 * mending.h -- the line that was mended for the learner, and taken back.
 *
 * Between the files of the shell only. Nothing is written when the lines around
 * the mistake are no longer those that the person sees.
 */
#ifndef MENDING_H
#define MENDING_H

#include "app/app.h"

/* The last mend. */
struct mending {
    char path[APP_PATH_MAX];
    int line;
    struct arena texts;
    char *from;
    char *to;
    uint64_t seen; /* of the file once it was written */
};

void mending_open(struct mending *mending);
void mending_close(struct mending *mending);

/* Writes the line as it should be; `excerpt` is what is on show around it.
 * False with a sentence: nothing was written. */
bool mending_do(struct mending *mending, const struct problem *problem,
                const char *excerpt, struct error *err);

/* Writes it as it was, if nobody wrote the file since. */
bool mending_undo(struct mending *mending, struct error *err);

#endif
