/* Forms over several items: pairs to be matched, subjects to be put in order.
 * Every value is proved wrong for every other subject, and no title tells. */
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "knowledge/question_draft.h"
#include "knowledge/template.h"
#include "knowledge/value.h"

enum { SALT_LEFT = 12, SALT_RIGHT = 13, MATCH_MAX = 4, MATCH_COLUMNS_MAX = 60 };

/* The facts asked about together, the key's own first. */
struct group {
    const struct fact *facts[PARTS_MAX];
    int count;
};

static bool of_one_value(struct question_draft *draft)
{
    const struct fact *fact = draft->item->fact;
    if (!fact || draft->item->back)
        return error_set(draft->why_not, "only facts are asked about together");
    if (fact->value_count != 1 || fact->index)
        return error_set(draft->why_not, "it is not one value of its subject");
    return fact->field->complete ||
           error_set(draft->why_not,
                     "the true values of \"%s\" are not all stated, so "
                     "nothing is proved wrong",
                     fact->field->name);
}

/* A title with a word or the year of its value would be matched by eye. */
static bool title_tells(const struct question_draft *draft,
                        const struct fact *fact)
{
    struct leak leak;
    leak_init(&leak, draft->draw.arena);
    leak_excuse(&leak, fact->field->kind->label);
    leak_excuse(&leak, fact->field->kind->plural);
    leak_excuse(&leak, draft->item->deck->home);
    leak_add_value_of(&leak, fact, &fact->values[0]);
    leak_add_parties_told(&leak, fact, &fact->values[0]);
    return leak_in_text(&leak, fact->subject->title);
}

/* Read alike, that is: whatever their dashes, case and width. */
static bool alike_titles(const struct question_draft *draft,
                         const struct fact *a, const struct fact *b)
{
    struct arena *arena = draft->draw.arena;
    return a->subject == b->subject ||
           strcmp(text_fold(arena, a->subject->title),
                  text_fold(arena, b->subject->title)) == 0;
}

/* Each value false of the other's subject, both ways. */
static bool exclude_each_other(const struct fact *a, const struct fact *b)
{
    enum value_type type = a->field->type;
    return value_differs(type, &a->values[0], &b->values[0]) &&
           value_is_false_of(&a->values[0], b) &&
           value_is_false_of(&b->values[0], a);
}

/* What belongs to another must not stand in a title either: "India" beside an
 * agreement with India shows where it goes. */
static bool title_names(const struct question_draft *draft,
                        const struct fact *title, const struct fact *value)
{
    struct leak leak;
    leak_init(&leak, draft->draw.arena);
    leak_excuse(&leak, draft->item->deck->home);
    leak_add_value_of(&leak, value, &value->values[0]);
    leak_add_parties_told(&leak, value, &value->values[0]);
    return leak_in_text(&leak, title->subject->title);
}

/* A row has one line for its value: a long one could not be told short. Kana
 * and Han are twice as wide as other letters. */
static bool is_short(const struct value *value)
{
    size_t columns = text_length(value->shown);
    for (const char *p = value->shown; *p; p++)
        columns += (unsigned char)*p >= 0xe3;
    return columns <= MATCH_COLUMNS_MAX;
}

static bool fits(const struct question_draft *draft, const struct group *group,
                 const struct fact *fact)
{
    if (fact->field != group->facts[0]->field || fact->value_count != 1 ||
        fact->index || !is_short(&fact->values[0]) || title_tells(draft, fact))
        return false;
    for (int i = 0; i < group->count; i++) {
        const struct fact *other = group->facts[i];
        if (!exclude_each_other(fact, other) ||
            alike_titles(draft, fact, other) ||
            title_names(draft, fact, other) || title_names(draft, other, fact))
            return false;
    }
    return true;
}

/* The likeliest candidates of both sides in turn. */
static void gather(const struct question_draft *draft, int wanted,
                   struct group *group)
{
    struct shortlist sides[2] = {{.count = 0}, {.count = 0}};
    options_shortlist(&draft->draw, sides);
    int most =
        sides[0].count > sides[1].count ? sides[0].count : sides[1].count;
    for (int i = 0; i < 2 * most && group->count < wanted; i++) {
        const struct shortlist *side = &sides[i % 2];
        if (i / 2 < side->count && fits(draft, group, side->list[i / 2].fact))
            group->facts[group->count++] = side->list[i / 2].fact;
    }
}

static bool make_group(struct question_draft *draft, int wanted,
                       struct group *group)
{
    const struct fact *fact = draft->item->fact;
    *group = (struct group){{fact}, 1};
    if (!of_one_value(draft) || !fact)
        return false;
    if (!is_short(&fact->values[0]))
        return error_set(draft->why_not, "its value is too long for a row");
    if (title_tells(draft, fact))
        return error_set(draft->why_not, "its title would tell the answer");
    gather(draft, wanted, group);
    return group->count >= OPTIONS_MIN ||
           error_set(draft->why_not,
                     "fewer than %d facts of \"%s\" can stand together",
                     OPTIONS_MIN, fact->field->name);
}

/* A deal of the group that depends on nothing but seed and ids. */
static void shuffle(const struct question_draft *draft, struct group *group,
                    int salt)
{
    uint64_t seed = hash_number(draft->draw.seed, (uint64_t)salt);
    for (int i = 1; i < group->count; i++) {
        const struct fact *fact = group->facts[i];
        uint64_t order = hash_text(seed, fact->id);
        int at = i;
        while (at > 0 && hash_text(seed, group->facts[at - 1]->id) > order) {
            group->facts[at] = group->facts[at - 1];
            at--;
        }
        group->facts[at] = fact;
    }
}

static void sort_by_value(struct group *group)
{
    enum value_type type = group->facts[0]->field->type;
    for (int i = 1; i < group->count; i++) {
        const struct fact *fact = group->facts[i];
        int at = i;
        while (at > 0 && value_compare(type, &group->facts[at - 1]->values[0],
                                       &fact->values[0]) > 0) {
            group->facts[at] = group->facts[at - 1];
            at--;
        }
        group->facts[at] = fact;
    }
}

static void show_parts(struct question_draft *draft, const struct group *shown,
                       const struct group *placed)
{
    struct question *question = draft->question;
    question->part_count = shown->count;
    for (int i = 0; i < shown->count; i++) {
        const struct fact *fact = shown->facts[i];
        question->parts[i] = (struct part){
            .item = knowledge_item(draft->draw.knowledge, fact->id),
            .title = fact->subject->title,
            .value = fact->values[0].shown};
        for (int k = 0; k < placed->count; k++)
            if (placed->facts[k] == fact)
                question->places[k] = i;
    }
}

/* "Nile: 6,650; Rhine: 1,230", in the order of the right column. */
static void write_answer(struct question_draft *draft)
{
    struct question *question = draft->question;
    const char *text = "";
    for (int k = 0; k < question->part_count; k++) {
        const struct part *part = &question->parts[question->places[k]];
        text = arena_printf(draft->draw.arena, "%s%s%s: %s", text,
                            k ? "; " : "", part->title, part->value);
    }
    question->answer = text;
}

static const char *lowered(struct arena *arena, const char *label)
{
    char *text = arena_text(arena, label);
    if (text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
        text[0] = (char)(text[0] - 'A' + 'a');
    return text;
}

/* "Height" is a thing one can have; "Signed" and "Flows into" are not. */
static bool is_thing(const struct field *field)
{
    static const char *const little[] = {"in", "into", "at",   "by",  "on",
                                         "of", "to",   "with", "from"};
    enum value_type type = field->type;
    const char *space = strrchr(field->label, ' ');
    const char *last = space ? space + 1 : field->label;
    for (size_t i = 0; i < sizeof little / sizeof *little; i++)
        if (strcmp(last, little[i]) == 0)
            return false;
    return type == TYPE_PLACE || type == TYPE_NUMBER || type == TYPE_COUNT;
}

/* Where the kind has no sentence of its own. */
static const char *match_plainly(struct arena *arena, const struct field *field)
{
    return arena_printf(arena,
                        is_thing(field) ? "Match each %s with the right %s."
                                        : "Match each %s with this: %s",
                        field->kind->label, lowered(arena, field->label));
}

/* The one place that is the same for all of them is the deck's home. NULL where
 * nothing is written, or there is no home. */
static const char *ask_all(const struct question_draft *draft,
                           const char *written)
{
    struct template_values values = {.subject = draft->item->subject,
                                     .fact = draft->item->fact};
    return written ? template_fill(draft->draw.arena, written, &values) : NULL;
}

bool question_match(struct question_draft *draft)
{
    const struct field *field =
        draft->item->fact ? draft->item->fact->field : NULL;
    int wanted = draft->question->request.options;
    struct group left;
    if (!make_group(draft, wanted > MATCH_MAX ? MATCH_MAX : wanted, &left))
        return false;
    struct group right = left;
    shuffle(draft, &left, SALT_LEFT);
    if (value_is_ordered(field->type))
        sort_by_value(&right);
    else
        shuffle(draft, &right, SALT_RIGHT);
    show_parts(draft, &left, &right);
    write_answer(draft);
    draft->question->chance = 1.0 / left.count;
    const char *asked = ask_all(draft, field->match);
    draft->question->prompt =
        asked ? asked : match_plainly(draft->draw.arena, field);
    question_plain_head(draft);
    return true;
}

static double orders_of(int count)
{
    double orders = 1;
    for (int i = 2; i <= count; i++)
        orders *= i;
    return orders;
}

bool question_order(struct question_draft *draft)
{
    const struct fact *fact = draft->item->fact;
    struct group shown;
    if (!fact || fact->field->type != TYPE_DATE)
        return error_set(draft->why_not, "only dates are put in order");
    if (fact->values[0].date.about)
        return error_set(draft->why_not, "its date is not exact");
    if (!make_group(draft, draft->question->request.options, &shown))
        return false;
    struct group placed = shown;
    shuffle(draft, &shown, SALT_LEFT);
    sort_by_value(&placed);
    show_parts(draft, &shown, &placed);
    write_answer(draft);
    draft->question->chance = 1 / orders_of(shown.count);
    const char *asked = ask_all(draft, fact->field->order);
    draft->question->prompt =
        asked ? asked
              : arena_printf(draft->draw.arena,
                             "Put these %s in order, the earliest first: %s",
                             fact->field->kind->plural,
                             lowered(draft->draw.arena, fact->field->label));
    question_plain_head(draft);
    return true;
}
