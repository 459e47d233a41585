/* What may stand among the options, put beside its kin: by family, partner or
 * time, which of them the seed says. */
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "knowledge/options.h"

enum { SALT_NEAR = 21, SALT_UNIT = 22, NEAR_COUNT = 8, YEARS_BELOW = 1 << 20 };

/* What brings two units side by side; the last two regardless of the field, so
 * that what is signed and what is in force stand together. */
enum near { NEAR_FAMILY, NEAR_PARTNER, NEAR_TIME, NEAR_ANY_TIME, NEAR_SUBJECT };

/* A date decades away is no rival: dates come by time more often. */
static enum near near_of(uint64_t seed, enum value_type type)
{
    static const enum near nears[NEAR_COUNT] = {
        NEAR_FAMILY, NEAR_FAMILY, NEAR_FAMILY,   NEAR_PARTNER,
        NEAR_TIME,   NEAR_TIME,   NEAR_ANY_TIME, NEAR_SUBJECT,
    };
    static const enum near of_dates[NEAR_COUNT] = {
        NEAR_FAMILY, NEAR_TIME, NEAR_ANY_TIME, NEAR_PARTNER,
        NEAR_TIME,   NEAR_TIME, NEAR_ANY_TIME, NEAR_SUBJECT,
    };
    uint64_t at = hash_number(seed, SALT_NEAR) % NEAR_COUNT;
    return type == TYPE_DATE ? of_dates[at] : nears[at];
}

/* A number as one that is compared without a sign: larger stays larger. */
static uint64_t rising(double number)
{
    int64_t whole =
        number > -1e15 && number < 1e15 ? (int64_t)(number * 64) : 0;
    return (uint64_t)whole + (UINT64_MAX / 2 + 1);
}

static uint64_t time_of(const struct fact *fact, const struct value *value)
{
    enum value_type type = fact->field->type;
    if (type == TYPE_DATE)
        return rising(value->date.year * 372 + value->date.month * 31 +
                      value->date.day);
    if (type == TYPE_NUMBER || type == TYPE_COUNT || type == TYPE_ARTICLE)
        return rising(value->number);
    return rising(options_era(fact->subject));
}

static uint64_t hash_first(uint64_t seed, const struct fact *fact)
{
    return fact ? hash_text(seed, fact->values[0].folded) : seed;
}

static uint64_t kin_of(enum near near, uint64_t seed, const struct unit *unit)
{
    const struct subject *subject = unit->fact->subject;
    switch (near) {
    case NEAR_FAMILY:
        return hash_first(seed, options_family(subject));
    case NEAR_PARTNER:
        return hash_first(seed, options_partner(subject));
    case NEAR_SUBJECT: /* beside those of its years */
        return (uint64_t)(options_era(subject) + YEARS_BELOW) << 32 |
               hash_text(seed, subject->id) >> 32;
    default:
        return time_of(unit->fact, unit->value);
    }
}

void units_add(const struct draw *draw, struct units *units, struct unit unit)
{
    uint64_t seed = draw->request->seed;
    enum near near = near_of(seed, draw->fact->field->type);
    unit.field =
        near >= NEAR_ANY_TIME ? 0 : hash_text(seed, unit.fact->field->slug);
    unit.kin = kin_of(near, seed, &unit);
    unit.order = hash_number(hash_number(seed, SALT_UNIT), unit.fact->hash);
    units->list =
        arena_grow(draw->arena, units->list, units->count, units->count + 1,
                   &units->capacity, sizeof *units->list);
    units->list[units->count++] = unit;
}

static int by_kin(const void *a, const void *b)
{
    const struct unit *x = a;
    const struct unit *y = b;
    if (x->field != y->field)
        return x->field < y->field ? -1 : 1;
    if (x->kin != y->kin)
        return x->kin < y->kin ? -1 : 1;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return strcmp(x->fact->id, y->fact->id);
}

bool units_sort(const struct draw *draw, struct units *units)
{
    if (units->count < 2)
        return false;
    qsort(units->list, units->count, sizeof *units->list, by_kin);
    for (size_t i = 0; i < units->count; i++)
        if (units->list[i].fact == draw->fact) {
            units->key = i;
            return true;
        }
    return false;
}
