/* What was chosen instead before is shown again, until it is told apart. */
#include <string.h>

#include "knowledge/options.h"

enum { CONFUSED_SHOWN_MAX = 2 };

static struct unit *unit_of(const struct units *units, const char *fact_id)
{
    for (size_t i = 0; i < units->count; i++)
        if (!strcmp(units->list[i].fact->id, fact_id))
            return &units->list[i];
    return NULL;
}

static int place_of(const struct picks *picks, const struct unit *unit)
{
    for (int i = 0; i < picks->count; i++)
        if (picks->list[i].fact == unit->fact)
            return i;
    return -1;
}

/* True if it may stand beside all picks but the one it takes the place of. */
static bool may_replace(const struct draw *draw, struct units *units,
                        units_apart *apart, const struct picks *picks,
                        int place, struct unit *unit)
{
    for (int i = 0; i < picks->count; i++) {
        struct unit *other = unit_of(units, picks->list[i].fact->id);
        if (i != place && !apart(draw, unit, other))
            return false;
    }
    return true;
}

static void swap(struct picks *picks, int a, int b)
{
    struct pick kept = picks->list[a];
    picks->list[a] = picks->list[b];
    picks->list[b] = kept;
}

void units_confuse(const struct draw *draw, struct units *units,
                   units_apart *apart, struct picks *picks)
{
    const struct confusions *confusions = draw->request->confusions;
    int place = 1; /* behind the key, and those that came before */
    for (int i = 0; confusions && i < confusions->count &&
                    place < picks->count && place <= CONFUSED_SHOWN_MAX;
         i++) {
        struct unit *unit = unit_of(units, confusions->facts[i]);
        if (!unit || unit->fact == draw->fact)
            continue;
        int stands = place_of(picks, unit);
        if (stands > 0)
            swap(picks, stands, place++);
        else if (may_replace(draw, units, apart, picks, place, unit))
            picks->list[place++] = unit->pick;
    }
}
