/* The decks of a desk, read again. */
#include <string.h>
#include <sys/stat.h>

#include "base/random.h"
#include "cli/desk_read.h"
#include "io/paths.h"

static uint64_t look_at(uint64_t hash, const char *path)
{
    struct stat about;
    hash = hash_text(hash, path);
    if (stat(path, &about) != 0)
        return hash_number(hash, 0);
    hash = hash_number(hash, (uint64_t)about.st_mtim.tv_sec);
    hash = hash_number(hash, (uint64_t)about.st_mtim.tv_nsec);
    hash = hash_number(hash, (uint64_t)about.st_ino);
    return hash_number(hash, (uint64_t)about.st_size);
}

uint64_t desk_look(const char *const *paths, size_t count)
{
    uint64_t hash = count;
    for (size_t i = 0; i < count; i++)
        hash = look_at(hash, paths[i]);
    return hash;
}

static bool is_kept(const struct desk *desk, const struct arena *arena)
{
    return arena == desk->decks_arena ||
           (desk->kept && desk->kept->arena == arena);
}

void desk_begin_beside(struct desk *desk, struct desk_beside *beside)
{
    int free = 0;
    while (is_kept(desk, &desk->decks_arenas[free]))
        free++;
    memset(beside, 0, sizeof *beside);
    beside->desk.decks_arena = &desk->decks_arenas[free];
    beside->desk.may_be_empty = desk->may_be_empty;
    arena_reset(beside->desk.decks_arena);
}

void desk_read_beside(struct desk_beside *beside, const struct options *options)
{
    beside->good = desk_read(&beside->desk, options, &beside->err);
}

bool desk_take(struct desk *desk, const struct desk_beside *beside,
               struct error *err)
{
    desk->seen = beside->desk.seen;
    if (!beside->good) {
        *err = beside->err;
        return false;
    }
    store_write_cache(desk->store, &desk->progress, NULL);
    desk->decks_arena = beside->desk.decks_arena;
    desk->problems = beside->desk.problems;
    desk->knowledge = beside->desk.knowledge;
    return desk_derive(desk, err);
}

bool desk_read_again(struct desk *desk, const struct options *options,
                     struct error *err)
{
    struct desk_beside beside;
    desk_begin_beside(desk, &beside);
    desk_read_beside(&beside, options);
    return desk_take(desk, &beside, err);
}

void desk_let_go(struct desk *desk)
{
    for (int i = 0; i < DESK_ARENAS; i++)
        if (!is_kept(desk, &desk->decks_arenas[i]))
            arena_reset(&desk->decks_arenas[i]);
}

size_t desk_places(struct desk *desk, const struct options *options,
                   const char **places, size_t room)
{
    struct desk words = {.decks_arena = &desk->log_paths};
    const char *all[3] = {options->decks, NULL, NULL};
    size_t count = 0;
    for (int i = 0; i < options->word_count && count < room; i++)
        places[count++] = desk_path(&words, options, options->words[i]);
    if (!options->word_count && !options->decks) {
        all[1] = paths_find("decks", &desk->log_paths);
        all[2] = desk_decks_folder(desk, options, &desk->log_paths);
    }
    for (int i = 0; i < 3 && !options->word_count && count < room; i++)
        if (all[i])
            places[count++] = all[i];
    const char *kinds = paths_find("assets/kinds", &desk->log_paths);
    if (kinds && count < room)
        places[count++] = kinds;
    return count;
}
