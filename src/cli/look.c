#include "cli/look.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "io/deck_file.h"
#include "io/paths.h"
#include "io/settings_file.h"

/* The lines of a file, whatever section heads they stand below. */
static struct ini_line *lines_of(const struct source *source,
                                 struct arena *arena, size_t *count)
{
    struct ini_line *lines = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < source->count; i++)
        for (size_t j = 0; j < source->sections[i].count; j++) {
            const struct section *section = &source->sections[i];
            const struct entry *entry = &section->entries[j];
            lines = arena_grow(arena, lines, *count, *count + 1, &capacity,
                               sizeof *lines);
            lines[(*count)++] = (struct ini_line){
                entry->line,
                section->id[0]
                    ? arena_printf(arena, "%s %s", section->sort, section->id)
                    : section->sort,
                entry->key, entry->value};
        }
    return lines;
}

/* A line that is no line, as a sentence; a file without any is none. */
static void add_unread(const struct problems *unread,
                       struct ini_problems *problems)
{
    for (size_t i = 0; i < unread->count; i++)
        if (strcmp(unread->list[i].rule, "empty") != 0)
            ini_problem_add(problems, unread->list[i].line, "%s",
                            unread->list[i].message);
}

static void say(const char *path, const struct ini_problems *problems)
{
    int kept =
        problems->count < INI_PROBLEMS_MAX ? problems->count : INI_PROBLEMS_MAX;
    for (int i = 0; i < kept; i++) {
        const struct ini_problem *problem = &problems->list[i];
        if (problem->line)
            fprintf(stderr, "pacta: %s:%d: %s\n", path, problem->line,
                    problem->text);
        else
            fprintf(stderr, "pacta: %s: %s\n", path, problem->text);
    }
    if (problems->count > kept)
        fprintf(stderr, "pacta: %s: %d more\n", path, problems->count - kept);
}

static const char *stem_of(const char *path, struct arena *arena)
{
    const char *name = strrchr(path, '/');
    name = name ? name + 1 : path;
    const char *stem = arena_copy(arena, name, strlen(name) - strlen(".ini"));
    return text_visible(arena, text_mended(arena, stem, strlen(stem), NULL));
}

/* A theme of the same stem takes the other's place. */
static void add_theme(struct look *look, const char *path)
{
    struct source source;
    struct problems unread;
    struct ini_problems problems = {.arena = &look->arena};
    size_t count;
    problems_init(&unread, &look->arena);
    bool read = deck_file_read(path, path, &look->arena, &source, &unread);
    add_unread(&unread, &problems);
    if (read) {
        struct ini_line *lines = lines_of(&source, &look->arena, &count);
        struct theme theme =
            theme_read(lines, count, stem_of(path, &look->arena), &problems);
        int place = 0;
        while (place < look->theme_count &&
               strcmp(look->themes[place].stem, theme.stem) != 0)
            place++;
        if (place < THEMES_MAX)
            look->themes[place] = theme;
        if (place == look->theme_count && place < THEMES_MAX)
            look->theme_count++;
    }
    say(path, &problems);
}

void look_add_themes(struct look *look, const char *folder)
{
    const char **paths;
    struct problems none;
    if (!folder || access(folder, F_OK) != 0)
        return;
    problems_init(&none, &look->arena);
    size_t count = deck_files_find(folder, &look->arena, &paths, &none);
    for (size_t i = 0; i < count; i++)
        add_theme(look, paths[i]);
}

static void open_themes(struct look *look, const char *config)
{
    look_add_themes(look, paths_find("assets/themes", &look->arena));
    if (config)
        look_add_themes(look, arena_printf(&look->arena, "%s/themes", config));
    if (look->theme_count == 0)
        look->themes[look->theme_count++] = *theme_builtin();
    theme_sort(look->themes, look->theme_count);
}

/* What a text of settings says, with every line that says nothing. */
static struct settings_reading read_text(const struct look *look,
                                         const struct settings_file *file,
                                         struct arena *arena)
{
    size_t count;
    struct ini_line *lines = lines_of(&file->source, arena, &count);
    struct settings_reading reading =
        settings_read(lines, count, look->themes, look->theme_count, arena);
    add_unread(&file->problems, &reading.problems);
    return reading;
}

/* Why a file that was not understood is left alone. */
static const char *why_not(struct look *look,
                           const struct ini_problems *problems)
{
    const struct ini_problem *first = &problems->list[0];
    return arena_printf(&look->arena, "Line %d of settings.ini: %s",
                        first->line, first->text);
}

static void open_settings(struct look *look)
{
    struct settings_file file;
    struct error err;
    if (!look->path) {
        look->trouble = "There is no home folder to keep settings in";
        return;
    }
    if (!settings_file_read(look->path, &look->arena, &file, &err)) {
        fprintf(stderr, "pacta: %s\n", err.text);
        look->trouble = arena_text(&look->arena, err.text);
        return;
    }
    struct settings_reading reading = read_text(look, &file, &look->arena);
    look->kept = reading.settings;
    for (int i = 0; i <= SETTING_COUNT; i++)
        look->says[i] = reading.lines[i] > 0;
    say(look->path, &reading.problems);
    if (reading.problems.count)
        look->trouble = why_not(look, &reading.problems);
}

static const char *settings_path(const char *config, struct arena *arena)
{
    return config ? arena_printf(arena, "%s/settings.ini", config) : NULL;
}

void look_open(struct look *look, const struct options *options, bool settings)
{
    memset(look, 0, sizeof *look);
    arena_init(&look->arena, (size_t)256 << 20);
    arena_init(&look->texts, (size_t)64 << 20);
    const char *config = paths_config_dir(options->data, &look->arena);
    open_themes(look, config);
    look->kept = settings_default();
    look->path = settings_path(config, &look->arena);
    if (settings)
        open_settings(look);
}

/* The stems of all themes, for a message. */
static const char *stems(struct look *look)
{
    const char *list = look->themes[0].stem;
    for (int i = 1; i < look->theme_count; i++)
        list = arena_printf(&look->texts, "%s%s%s", list,
                            i + 1 < look->theme_count ? ", " : " or ",
                            look->themes[i].stem);
    return list;
}

/* A file speaks of the learner it names; of another one, and where it says
 * nothing, the log knows better. */
static void take_study(struct look *look, const struct options *options,
                       const struct progress *progress)
{
    struct settings log = look->kept;
    bool of_another =
        options->learner && strcmp(options->learner, look->kept.learner) != 0;
    settings_take_study(&log, &progress->settings);
    for (int i = SETTING_TARGET; i <= SETTING_NEW; i++)
        if (!look->says[i] || of_another)
            look->kept.values[i] = log.values[i];
}

bool look_dress(struct look *look, const struct options *options,
                struct app *app, struct error *err)
{
    int *values = look->kept.values;
    if (options->theme) {
        const struct theme *theme =
            theme_named(look->themes, look->theme_count, options->theme);
        if (!theme)
            return error_set_cause(err, ERROR_USAGE,
                                   "\"%s\" is no theme; write --theme %s",
                                   options->theme, stems(look));
        values[SETTING_THEME] = (int)(theme - look->themes);
    }
    if (options->scale > 0)
        values[SETTING_SCALE] = options->scale;
    if (app->progress) /* there is none before the log is read */
        take_study(look, options, app->progress);
    if (options->learner && strlen(options->learner) < SETTINGS_NAME_MAX)
        snprintf(look->kept.learner, sizeof look->kept.learner, "%s",
                 options->learner);
    app->themes = look->themes;
    app->theme_count = look->theme_count;
    app->settings = look->kept;
    app->settings_trouble = look->trouble;
    return true;
}

/* What was changed goes into what the file says by now: somebody may have
 * edited it meanwhile. */
static bool write_changed(struct look *look, const struct settings *now,
                          struct error *err)
{
    struct settings_file file;
    struct settings_file made;
    if (!settings_file_read(look->path, &look->texts, &file, err))
        return false;
    struct settings_reading was = read_text(look, &file, &look->texts);
    if (was.problems.count)
        return error_set(err, "%s", why_not(look, &was.problems));
    struct settings wanted = settings_changed(&was.settings, &look->kept, now);
    if (settings_equal(&wanted, &was.settings))
        return true;
    const char *text = settings_write(&wanted, &was, file.text, look->themes,
                                      look->theme_count, &look->texts);
    settings_text_read(look->path, text, &look->texts, &made);
    struct settings_reading is = read_text(look, &made, &look->texts);
    if (is.problems.count || !settings_equal(&is.settings, &wanted))
        return error_set(err, "settings.ini is written in a way that Pacta "
                              "cannot change");
    return settings_file_write(look->path, text, err);
}

bool look_keep(struct look *look, const struct app *app, struct error *err)
{
    arena_reset(&look->texts);
    if (look->trouble)
        return error_set(err, "%s", look->trouble);
    if (!write_changed(look, &app->settings, err))
        return false;
    look->kept = app->settings;
    return true;
}

const char *look_learner(const struct options *options, struct arena *arena)
{
    struct look look = {.theme_count = 0};
    struct settings_file file;
    if (options->learner)
        return options->learner;
    const char *config = paths_config_dir(options->data, arena);
    const char *path = settings_path(config, arena);
    if (!path || !settings_file_read(path, arena, &file, NULL))
        return NULL;
    struct settings_reading reading = read_text(&look, &file, arena);
    return reading.settings.learner[0]
               ? arena_text(arena, reading.settings.learner)
               : NULL;
}

void look_close(struct look *look)
{
    arena_release(&look->arena);
    arena_release(&look->texts);
}
