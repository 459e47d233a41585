/*
 * settings.h -- what a person may choose, and the text that keeps it.
 *
 * Plain values with a default and bounds each, in one table: the settings
 * screen, settings.ini and its messages all read it. Reading never fails: a
 * line that is not understood gives the default and a sentence. Writing changes
 * only what was chosen anew; comments and what another Pacta wrote stay. Pure;
 * cli/look keeps the text.
 */
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "app/ini.h"
#include "app/theme.h"
#include "study/progress.h"

enum { SETTINGS_NAME_MAX = 64 };

enum setting {
    SETTING_TARGET,  /* per cent: 80 to 95 */
    SETTING_NEW,     /* new items a day: 0 to 50 */
    SETTING_FORM,    /* how items are asked: 0 by strength, else the form + 1 */
    SETTING_EXAM,    /* the study day of the exam; 0: none */
    SETTING_MINUTES, /* to study a day before it: 5 to 240 */
    SETTING_FIT,     /* each month by itself: 0 off, 1 on */
    SETTING_THEME,   /* which of the themes, by its place */
    SETTING_SCALE,   /* per cent of text: 100 110 125 150 175 200 */
    SETTING_MOTION,  /* 0 off, 1 on */
    SETTING_SOUND,   /* 0 off, 1 on */
    SETTING_COUNT,
    SETTING_LEARNER = SETTING_COUNT, /* a name, no number */
};

struct settings {
    int values[SETTING_COUNT];
    char learner[SETTINGS_NAME_MAX];
};

/* What a file of settings says. */
struct settings_reading {
    struct settings settings;
    int lines[SETTING_COUNT + 1]; /* that says it; 0: none does */
    struct ini_problems problems;
};

/* 90 %, 8 new ones, the first theme, 100 %, motion, no sound, nobody. */
struct settings settings_default(void);

/* Target, new ones, exam and minutes as a learner's log has them. */
void settings_take_study(struct settings *settings,
                         const struct study_settings *study);

/* The nearest value that a setting may have to `value`. */
int settings_bounded(enum setting setting, int value);

/* The value `steps` steps up (or down) from `value`, within the bounds. */
int settings_stepped(enum setting setting, int value, int steps);

/* Its name and section in the file: "new-per-day" in "study". */
const char *settings_name(enum setting setting);
const char *settings_section(enum setting setting);

/* "by strength", or the name of the form; and back, -1: no such form. */
const char *settings_form_text(int value);
int settings_form_read(const char *text);

/* A day as it is typed, "2026-12-14", "14 Dec 2026", "none" or nothing, as a
 * study day; -1 where it is none of these, or past the year 9999. */
int settings_exam_read(const char *text);

/* "2026-12-14", or "none"; in `arena`. */
const char *settings_exam_text(struct arena *arena, int day);

/* True if a learner may be called that: a line of visible characters, not
 * only spaces, of fewer than SETTINGS_NAME_MAX bytes. */
bool settings_learner_may_be(const char *name);

/* Reads lines over the defaults; sentences live in `arena`. Unknown names are
 * no problem: another Pacta may know them. */
struct settings_reading settings_read(const struct ini_line *lines,
                                      size_t count, const struct theme *themes,
                                      int theme_count, struct arena *arena);

/* What a file that says `kept` is to say after `before` became `now`: its own
 * values, but for those that were changed. */
struct settings settings_changed(const struct settings *kept,
                                 const struct settings *before,
                                 const struct settings *now);

/* True if they are the same in all. */
bool settings_equal(const struct settings *a, const struct settings *b);

/*
 * The text of the file with these settings: values of `old`, which was read as
 * `read`, are replaced where they are others now; what the file does not say
 * and is not the default is added to its section, a new one at the end where it
 * has none. All else stays to the byte. In `arena`.
 */
const char *settings_write(const struct settings *settings,
                           const struct settings_reading *read, const char *old,
                           const struct theme *themes, int theme_count,
                           struct arena *arena);

#endif
