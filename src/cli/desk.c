#include "cli/desk_read.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "cli/look.h"
#include "io/deck_file.h"
#include "io/paths.h"

enum { SOURCES_MAX = 1024 };

/* The files to read, in order. */
struct shelf {
    const char *paths[SOURCES_MAX];
    size_t count;
};

static void add_folder(struct desk *desk, struct shelf *shelf, const char *path)
{
    const char **found;
    size_t count =
        deck_files_find(path, desk->decks_arena, &found, &desk->problems);
    if (count > SOURCES_MAX - shelf->count) {
        count = SOURCES_MAX - shelf->count;
        problems_add(&desk->problems, PROBLEM_ERROR, path, 0, "file",
                     "name fewer of them", "more than %d decks at once",
                     SOURCES_MAX);
    }
    for (size_t i = 0; i < count; i++)
        shelf->paths[shelf->count++] = found[i];
}

static bool exists(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0;
}

/* The learner's own decks, or NULL where there are none. */
static const char *own_decks(struct desk *desk, const struct options *options)
{
    const char *data;
    if (!paths_data_dir(options->data, desk->decks_arena, &data, NULL))
        return NULL;
    const char *own = arena_printf(desk->decks_arena, "%s/decks", data);
    return exists(own) ? own : NULL;
}

/* A path, or the name of a deck in one of the folders where decks are. */
const char *desk_path(struct desk *desk, const struct options *options,
                      const char *word)
{
    const char *folders[] = {options->decks,
                             paths_find("decks", desk->decks_arena),
                             own_decks(desk, options),
                             paths_find("decks/samples", desk->decks_arena)};
    if (exists(word) || strchr(word, '/'))
        return word;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        if (!folders[i])
            continue;
        const char *path =
            arena_printf(desk->decks_arena, "%s/%s", folders[i], word);
        if (exists(path))
            return path;
        path = arena_printf(desk->decks_arena, "%s.ini", path);
        if (exists(path))
            return path;
    }
    return word;
}

static void choose_decks(struct desk *desk, const struct options *options,
                         struct shelf *shelf)
{
    const char *kinds = paths_find("assets/kinds", desk->decks_arena);
    if (kinds)
        add_folder(desk, shelf, kinds);
    for (int i = 0; i < options->word_count; i++)
        add_folder(desk, shelf, desk_path(desk, options, options->words[i]));
    if (options->word_count)
        return;
    if (options->decks) {
        add_folder(desk, shelf, options->decks);
        return;
    }
    const char *bundled = paths_find("decks", desk->decks_arena);
    if (bundled)
        add_folder(desk, shelf, bundled);
    const char *own = own_decks(desk, options);
    if (own)
        add_folder(desk, shelf, own);
}

/* A name of any bytes, as it may be shown. */
static const char *shown(struct desk *desk, const char *path)
{
    struct arena *arena = desk->decks_arena;
    return text_visible(arena, text_mended(arena, path, strlen(path), NULL));
}

static bool is_named(struct desk *desk, const struct options *options,
                     const char *file)
{
    for (int i = 0; i < options->word_count; i++)
        if (strcmp(shown(desk, desk_path(desk, options, options->words[i])),
                   file) == 0)
            return true;
    return false;
}

/* A deck that a person named must be there; a folder may have a bad file. */
static bool is_complete(struct desk *desk, const struct options *options,
                        struct error *err)
{
    bool is_empty = desk->knowledge->item_count == 0;
    if (is_empty && desk->may_be_empty && options->word_count == 0 &&
        (!options->decks || exists(options->decks)))
        return true;
    for (size_t i = 0; i < desk->problems.count; i++) {
        const struct problem *problem = &desk->problems.list[i];
        if (strcmp(problem->rule, "file") == 0 &&
            (is_empty || is_named(desk, options, problem->file)))
            return error_set(err, "%s: %s; %s", problem->file, problem->message,
                             problem->remedy);
    }
    return !is_empty ||
           error_set(err, "There is nothing to ask in these decks; pacta check "
                          "says what is wrong with them");
}

bool desk_read(struct desk *desk, const struct options *options,
               struct error *err)
{
    struct shelf shelf = {.count = 0};
    problems_init(&desk->problems, desk->decks_arena);
    choose_decks(desk, options, &shelf);
    desk->seen = desk_look(shelf.paths, shelf.count);
    struct source *sources =
        arena_array(desk->decks_arena, shelf.count + 1, sizeof *sources);
    size_t count = 0;
    for (size_t i = 0; i < shelf.count; i++)
        if (deck_file_read(shelf.paths[i], shown(desk, shelf.paths[i]),
                           desk->decks_arena, &sources[count], &desk->problems))
            count++;
    desk->knowledge =
        knowledge_build(desk->decks_arena, sources, count, &desk->problems);
    problems_sort(&desk->problems);
    return is_complete(desk, options, err);
}

static void init_desk(struct desk *desk)
{
    memset(desk, 0, sizeof *desk);
    for (int i = 0; i < DESK_ARENAS; i++)
        arena_init(&desk->decks_arenas[i], (size_t)4 << 30);
    arena_init(&desk->log_arena, (size_t)4 << 30);
    arena_init(&desk->log_paths, (size_t)1 << 20);
    arena_init(&desk->sitting, (size_t)256 << 20);
    desk->decks_arena = &desk->decks_arenas[0];
}

bool desk_open_decks(struct desk *desk, const struct options *options,
                     struct error *err)
{
    init_desk(desk);
    return desk_read(desk, options, err);
}

bool desk_open_decks_if_any(struct desk *desk, const struct options *options,
                            struct error *err)
{
    init_desk(desk);
    desk->may_be_empty = true;
    return desk_read(desk, options, err);
}

const char *desk_decks_folder(const struct desk *desk,
                              const struct options *options,
                              struct arena *arena)
{
    if (options->decks)
        return options->decks;
    if (!desk->data_dir)
        return NULL;
    return arena_printf(arena, "%s/decks", desk->data_dir);
}

/* Progress as the log says, for the knowledge and the learner of now. */
bool desk_derive(struct desk *desk, struct error *err)
{
    struct study_settings settings = study_settings_default();
    arena_reset(&desk->log_arena);
    progress_init(&desk->progress, &desk->log_arena, desk->knowledge, settings);
    return store_load_progress(desk->store, &desk->progress, err);
}

bool desk_derive_again(struct desk *desk, struct error *err)
{
    return desk_derive(desk, err);
}

void desk_say_problems(const struct desk *desk)
{
    size_t errors = desk->problems.errors;
    if (errors > 0)
        fprintf(stderr,
                "pacta: %zu error%s in the decks; pacta check names %s\n",
                errors, errors == 1 ? "" : "s", errors == 1 ? "it" : "them");
}

static void say_unsaved(struct desk *desk, const struct error *why)
{
    fprintf(stderr, "pacta: %s; studying without saving\n", why->text);
    desk->saves_nothing = true;
}

bool desk_open_log(struct desk *desk, const struct options *options,
                   struct error *err)
{
    struct error why;
    int32_t today = moment_study_day(clock_now(options));
    if (!paths_data_dir(options->data, &desk->log_paths, &desk->data_dir, &why))
        say_unsaved(desk, &why);
    else
        desk->store = store_open(desk->data_dir,
                                 look_learner(options, &desk->log_paths), &why);
    if (!desk->store && !desk->saves_nothing && why.cause == ERROR_READ_ONLY)
        say_unsaved(desk, &why);
    if (desk->saves_nothing)
        desk->store = store_open_memory(&why);
    if (!desk->store) {
        *err = why;
        return false;
    }
    progress_init(&desk->progress, &desk->log_arena, desk->knowledge,
                  study_settings_default());
    if (!desk->saves_nothing &&
        !store_backup(desk->store, desk->data_dir, today, &why))
        fprintf(stderr, "pacta: %s\n", why.text);
    return store_load_progress(desk->store, &desk->progress, err);
}

bool desk_change_learner(struct desk *desk, const char *learner,
                         struct error *err)
{
    store_write_cache(desk->store, &desk->progress, NULL);
    return store_change_learner(desk->store, learner, err) &&
           desk_derive(desk, err);
}

bool desk_open_log_to_count(struct desk *desk, const struct options *options,
                            struct error *err)
{
    if (!desk_open_log(desk, options, err))
        return false;
    if (!desk->saves_nothing || !desk->data_dir)
        return true;
    const char *log =
        arena_printf(desk->decks_arena, "%s/progress.db", desk->data_dir);
    return !exists(log) ||
           error_set(err,
                     "%s is read only where it may be written; copy its folder "
                     "to such a place and name it with --data",
                     log);
}

void desk_close(struct desk *desk)
{
    if (desk->store && !desk->saves_nothing && !desk->is_ahead &&
        desk->progress.reviews)
        store_write_cache(desk->store, &desk->progress, NULL);
    store_close(desk->store);
    arena_release(&desk->sitting);
    arena_release(&desk->log_arena);
    arena_release(&desk->log_paths);
    for (int i = 0; i < DESK_ARENAS; i++)
        arena_release(&desk->decks_arenas[i]);
}
