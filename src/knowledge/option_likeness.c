/* How plausible is a wrong option? As much as its subject is like the asked one
 * in what the two can be compared by. */
#include <stdlib.h>
#include <string.h>

#include "knowledge/options.h"
#include "knowledge/value.h"

/* Of one kind all options are; years further apart count less and less. */
static const double KIND = 0.2, FAMILY = 0.3, NEAR = 0.2, ERA = 0.2,
                    STANDING = 0.1;

enum { ERA_FAR_YEARS = 40 };

/* A share of what could be alike. */
struct likeness {
    double alike, all;
};

static void add(struct likeness *likeness, double weight, double share)
{
    likeness->alike += weight * share;
    likeness->all += weight;
}

static bool says_the_same(const struct fact *a, const struct fact *b)
{
    for (size_t i = 0; b && i < a->value_count; i++) {
        if (!value_is_false_of(&a->values[i], b))
            return true;
    }
    return false;
}

/* Words of a vocabulary: the first is the family, the others its standing. */
static void add_words(struct likeness *likeness, const struct subject *a,
                      const struct subject *b)
{
    const struct fact *family = options_family(a);
    size_t alike = 0, all = 0;
    for (size_t i = 0; i < a->fact_count; i++) {
        const struct fact *fact = a->facts[i];
        if (fact == family || fact->field->type != TYPE_CHOICE)
            continue;
        const struct fact *other = subject_fact(b, fact->field->name, NULL);
        all += other != NULL;
        alike += says_the_same(fact, other);
    }
    if (family)
        add(likeness, FAMILY, says_the_same(family, options_family(b)));
    if (all)
        add(likeness, STANDING, (double)alike / (double)all);
}

static double era_share(const struct subject *a, const struct subject *b)
{
    int years = abs(options_era(a) - options_era(b));
    if (years <= OPTIONS_ERA_YEARS)
        return 1;
    if (years >= ERA_FAR_YEARS)
        return 0;
    return (double)(ERA_FAR_YEARS - years) /
           (ERA_FAR_YEARS - OPTIONS_ERA_YEARS);
}

double options_likeness(const struct subject *a, const struct subject *b)
{
    struct likeness likeness = {0, 0};
    if (a == b)
        return 1;
    add(&likeness, KIND, a->kind == b->kind);
    add_words(&likeness, a, b);
    const struct fact *partner = options_partner(a);
    add(&likeness, NEAR,
        a->deck == b->deck ||
            (partner && says_the_same(partner, options_partner(b))));
    if (options_era(a) && options_era(b))
        add(&likeness, ERA, era_share(a, b));
    return likeness.alike / likeness.all;
}
