/* Cards of about one length side by side, so that lanes seldom idle. */
#include <string.h>

#include "fit_lanes.h"

/* Cards by length, the shortest first, each length in the order of the log. */
struct lengths {
    uint32_t *cards;
    size_t count;
};

static uint32_t length_of(const struct fit_log *log, size_t card)
{
    return fit_card_end(log, card) - log->starts[card];
}

/* A card of one review predicts nothing. */
static bool is_packed(const struct fit_log *log, size_t card, int part)
{
    return card % (size_t)part == 0 && length_of(log, card) > 1;
}

static struct lengths by_length(const struct fit_log *log, int part,
                                struct arena *arena)
{
    uint32_t longest = 0;
    for (size_t i = 0; i < log->cards; i++)
        if (is_packed(log, i, part) && length_of(log, i) > longest)
            longest = length_of(log, i);
    size_t *from = arena_array(arena, (size_t)longest + 2, sizeof *from);
    for (size_t i = 0; i < log->cards; i++)
        if (is_packed(log, i, part))
            from[length_of(log, i) + 1]++;
    for (size_t i = 1; i < (size_t)longest + 2; i++)
        from[i] += from[i - 1];
    struct lengths lengths = {NULL, from[longest + 1]};
    lengths.cards =
        arena_array(arena, lengths.count + 1, sizeof *lengths.cards);
    for (size_t i = 0; i < log->cards; i++)
        if (is_packed(log, i, part))
            lengths.cards[from[length_of(log, i)]++] = (uint32_t)i;
    return lengths;
}

static void put_card(struct fit_pack *pack, const struct fit_log *log,
                     size_t card, size_t at, int lane)
{
    uint32_t start = log->starts[card];
    for (uint32_t i = 0; i < length_of(log, card); i++) {
        size_t place = at + i * FIT_LANES + (size_t)lane;
        float weight = log->weights ? log->weights[start + i] : 1.0f;
        pack->days[place] = i ? log->days[start + i] : 0.0f;
        pack->grades[place] = log->grades[start + i] + 1;
        if (pack->weights)
            pack->weights[place] = weight;
        if (pack->chances) {
            pack->chances[place] = log->chances[start + i];
            pack->lucky[place / FIT_LANES] |=
                log->chances[start + i] > 0 &&
                log->grades[start + i] != GRADE_AGAIN;
        }
        if (pack->days[place] > 0)
            pack->targets += (double)weight;
    }
}

static bool has_luck(const struct fit_log *log)
{
    if (!log->chances)
        return false;
    for (uint32_t i = 0; i < log->starts[log->cards]; i++)
        if (log->chances[i] > 0)
            return true;
    return false;
}

/* Lanes lie where their size divides the address. */
static void *step_room(enum model_kind kind, bool has_luck, int count,
                       struct arena *arena)
{
    enum { ALIGNED = FIT_LANES * sizeof(float) };
    size_t bytes = kind == MODEL_FSRS6 ? fit_step_bytes6(has_luck)
                                       : fit_step_bytes7(has_luck);
    char *room = arena_alloc(arena, (size_t)count * bytes + ALIGNED);
    size_t past = (size_t)(uintptr_t)room % ALIGNED;
    return room + (past ? ALIGNED - past : 0);
}

void fit_pack_make(struct fit_pack *pack, const struct fit_log *log,
                   enum model_kind kind, int part, struct arena *arena)
{
    struct lengths lengths = by_length(log, part, arena);
    size_t groups = (lengths.count + FIT_LANES - 1) / FIT_LANES;
    size_t room = 0;
    memset(pack, 0, sizeof *pack);
    pack->groups = arena_array(arena, groups + 1, sizeof *pack->groups);
    for (size_t i = 0; i < groups; i++) {
        size_t last = (i + 1) * FIT_LANES < lengths.count ? (i + 1) * FIT_LANES
                                                          : lengths.count;
        int steps = (int)length_of(log, lengths.cards[last - 1]);
        pack->groups[pack->count++] = (struct fit_group){steps, room};
        room += (size_t)steps * FIT_LANES;
        pack->steps_max = steps > pack->steps_max ? steps : pack->steps_max;
    }
    pack->days = arena_array(arena, room + 1, sizeof *pack->days);
    pack->grades = arena_array(arena, room + 1, sizeof *pack->grades);
    if (log->weights)
        pack->weights = arena_array(arena, room + 1, sizeof *pack->weights);
    if (has_luck(log)) {
        pack->chances = arena_array(arena, room + 1, sizeof *pack->chances);
        pack->lucky =
            arena_array(arena, room / FIT_LANES + 1, sizeof *pack->lucky);
    }
    for (size_t i = 0; i < lengths.count; i++)
        put_card(pack, log, lengths.cards[i], pack->groups[i / FIT_LANES].at,
                 (int)(i % FIT_LANES));
    pack->steps = step_room(kind, pack->chances, pack->steps_max + 1, arena);
}
