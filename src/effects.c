#include "effects.h"

#include <stdio.h>
#include <string.h>

#include "io/deck_add.h"
#include "io/excerpt.h"
#include "io/open_with.h"

/* What went wrong, as the answer's text; NULL when nothing did. */
static void answer_with(struct workbench *bench, struct msg *answer,
                        enum msg_kind kind, bool good, const struct error *err)
{
    answer->kind = kind;
    answer->text = good ? NULL : arena_text(&bench->texts, err->text);
}

static bool save(struct workbench *bench, struct msg *answer)
{
    struct error err;
    struct pending *pending = &bench->app->pending;
    bool good = store_append_all(bench->desk->store, pending->events,
                                 (size_t)pending->count, &err);
    answer_with(bench, answer, good ? MSG_SAVED : MSG_SAVE_FAILED, good, &err);
    return true;
}

static bool read_decks(struct workbench *bench, struct msg *answer)
{
    struct desk *desk = bench->desk;
    struct error err;
    fitting_settle(bench->fitting);
    reading_drop(bench->reading);
    bool good = desk_read_again(desk, bench->options, &err);
    bench->app->knowledge = desk->knowledge;
    answer_with(bench, answer, MSG_DECKS_READ, good, &err);
    return true;
}

/* Those that were read beside: nothing is said where no file is another. */
static bool take_decks(struct workbench *bench, struct msg *answer)
{
    struct error err;
    struct app *app = bench->app;
    fitting_settle(bench->fitting);
    enum reading_result result =
        reading_take(bench->reading, app->wants_decks, &err);
    app->knowledge = bench->desk->knowledge;
    if (result == READING_NOTHING) {
        app->reads_beside = false;
        return false;
    }
    answer_with(bench, answer, MSG_DECKS_READ, result == READING_TAKEN, &err);
    return true;
}

static bool mend(struct workbench *bench, struct msg *answer, bool takes_back)
{
    struct error err;
    struct mending *mending = &bench->mending;
    const struct problem *problem = app_problem(bench->app);
    if (!takes_back && !problem)
        return false;
    bool good = takes_back
                    ? mending_undo(mending, &err)
                    : mending_do(mending, problem, bench->app->excerpt, &err);
    answer_with(bench, answer, MSG_MENDED, good, &err);
    return true;
}

/* A deck that was let go over the window is one of the learner's from now on.
 */
static bool add_deck(struct workbench *bench, struct msg *answer)
{
    struct desk *desk = bench->desk;
    struct error err;
    const char *folder = desk_decks_folder(desk, bench->options, &bench->texts);
    bool good = folder ? deck_add(bench->app->dropped, folder, &err)
                       : error_set(&err, "There is no folder for decks");
    if (good)
        return read_decks(bench, answer);
    answer_with(bench, answer, MSG_DECKS_READ, false, &err);
    return true;
}

static bool change_learner(struct workbench *bench, struct msg *answer)
{
    struct error err;
    const char *name = bench->app->settings.learner;
    fitting_end(bench->fitting); /* of another log */
    bool good = desk_change_learner(bench->desk, name[0] ? name : NULL, &err);
    answer_with(bench, answer, MSG_LEARNER_CHANGED, good, &err);
    return true;
}

static bool keep_settings(struct workbench *bench, struct msg *answer)
{
    struct error err;
    bool good = look_keep(bench->look, bench->app, &err);
    answer_with(bench, answer, MSG_SETTINGS_SAVED, good, &err);
    return true;
}

/* What cannot be started is said where the person looks: in the window. */
static bool report(struct workbench *bench, struct msg *answer, bool good,
                   const struct error *err)
{
    if (good)
        return false;
    answer_with(bench, answer, MSG_NOT_DONE, false, err);
    return true;
}

static bool edit(struct workbench *bench, struct msg *answer)
{
    struct error err;
    const struct app *app = bench->app;
    bool good = app->edit_path &&
                open_with_editor(app->edit_path, app->edit_line, &err);
    return app->edit_path && report(bench, answer, good, &err);
}

static bool read_excerpt(struct workbench *bench, struct msg *answer)
{
    struct error err;
    const struct problem *problem = app_problem(bench->app);
    char *text = arena_alloc(&bench->texts, EXCERPT_MAX);
    if (!problem)
        return false;
    if (!excerpt_read(problem->file, problem->line, text, EXCERPT_MAX, &err))
        return report(bench, answer, false, &err);
    answer->kind = MSG_EXCERPT;
    answer->text = text;
    return true;
}

static bool open_folder(struct workbench *bench, struct msg *answer)
{
    struct error err;
    const char *path =
        desk_decks_folder(bench->desk, bench->options, &bench->texts);
    if (!path)
        return false;
    return report(bench, answer, open_with_files(path, &err), &err);
}

/* What another program put there may be of any bytes. */
static bool paste(struct workbench *bench, struct msg *answer)
{
    const char *text = window_clipboard(bench->window);
    answer->kind = MSG_TEXT;
    answer->text =
        text_mended(&bench->texts, text, strnlen(text, INPUT_TEXT_MAX), NULL);
    return answer->text[0] != '\0';
}

static bool copy(struct workbench *bench, struct msg *answer)
{
    struct error err;
    bool good = window_copy(bench->app->clip) ||
                error_set(&err, "The clipboard did not take it");
    return report(bench, answer, good, &err);
}

/* It reports by itself; what hinders it is told at once. */
static bool fit(struct workbench *bench, struct msg *answer)
{
    struct error err;
    bool good =
        fitting_begin(bench->fitting, bench->desk, clock_mono_ms(), &err);
    answer_with(bench, answer, MSG_FITTED, good, &err);
    return !good;
}

static bool derive(struct workbench *bench, struct msg *answer)
{
    struct error err;
    bool good = desk_derive_again(bench->desk, &err);
    answer_with(bench, answer, MSG_DERIVED, good, &err);
    return true;
}

bool effects_do(struct workbench *bench, enum effect_kind kind,
                struct msg *answer)
{
    arena_reset(&bench->texts);
    *answer = (struct msg){.kind = MSG_NONE};
    switch (kind) {
    case EFFECT_SAVE:
        return save(bench, answer);
    case EFFECT_READ_DECKS:
        return read_decks(bench, answer);
    case EFFECT_READ_BESIDE:
        reading_begin(bench->reading);
        return false;
    case EFFECT_TAKE_DECKS:
        return take_decks(bench, answer);
    case EFFECT_MEND:
    case EFFECT_UNMEND:
        return mend(bench, answer, kind == EFFECT_UNMEND);
    case EFFECT_ADD_DECK:
        return add_deck(bench, answer);
    case EFFECT_LEARNER:
        return change_learner(bench, answer);
    case EFFECT_SETTINGS:
        return keep_settings(bench, answer);
    case EFFECT_EDIT:
        return edit(bench, answer);
    case EFFECT_EXCERPT:
        return read_excerpt(bench, answer);
    case EFFECT_OPEN_FOLDER:
        return open_folder(bench, answer);
    case EFFECT_COPY:
        return copy(bench, answer);
    case EFFECT_PASTE:
        return paste(bench, answer);
    case EFFECT_FIT:
        return fit(bench, answer);
    case EFFECT_FIT_STOP:
        fitting_stop(bench->fitting);
        return false;
    case EFFECT_DERIVE:
        return derive(bench, answer);
    case EFFECT_FULL_SCREEN:
        window_full_screen(bench->window);
        return false;
    default:
        return false;
    }
}
