/*
 * look.h -- themes and settings as the files have them, for the window and for
 * pictures.
 *
 * Themes lie in assets/themes and in CONFIG/themes, settings in
 * CONFIG/settings.ini; CONFIG is $XDG_CONFIG_HOME/pacta, or the folder of
 * --data. What is not understood is said on standard error with its line, and
 * keeps settings.ini from being written.
 */
#ifndef CLI_LOOK_H
#define CLI_LOOK_H

#include "app/app.h"
#include "cli/cli.h"

struct look {
    struct arena arena; /* of all below */
    struct arena texts; /* of one reading */
    struct theme themes[THEMES_MAX];
    int theme_count;
    const char *path;     /* of settings.ini; NULL: there is no place */
    struct settings kept; /* what the program had when it last kept them */
    bool says[SETTING_COUNT + 1]; /* settings.ini says it */
    const char *trouble; /* why settings.ini is not written; NULL: it is */
};

/* Reads the themes, and settings.ini where `settings` is set. */
void look_open(struct look *look, const struct options *options, bool settings);

/* Adds the themes of a folder; one of a stem that is there takes its place. */
void look_add_themes(struct look *look, const char *folder);

/* Puts themes and settings into the program; those named as options hold for
 * this run only. False (ERROR_USAGE) when --theme names none. */
bool look_dress(struct look *look, const struct options *options,
                struct app *app, struct error *err);

/* Writes the settings that were changed since they were read or kept last;
 * false with a sentence when they hold for this run only. */
bool look_keep(struct look *look, const struct app *app, struct error *err);

/* Who learns: --learner, else the one that settings.ini names, else NULL. */
const char *look_learner(const struct options *options, struct arena *arena);

/* Fine on what was never opened. */
void look_close(struct look *look);

#endif
