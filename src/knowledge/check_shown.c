#include "knowledge/check_shown.h"

#include <math.h>
#include <string.h>

#include "knowledge/options.h"

/* The 99.9 % point of the normal distribution, one-sided. */
static const double Z_MOST = 3.09;

/* One value among options. */
struct shown {
    const struct fact *fact; /* the first question that had it right */
    const char *text;
    const struct item *last; /* that showed it: an item's drawings are not
                              * independent of one another */
    double items;
    double times;
    double right;
    double chance;
};

void shown_init(struct table *shown, struct arena *lasting)
{
    table_init(shown, lasting, 0);
}

/* Dates of a kind share their options, other fields do not. */
static const void *owner_of(const struct item *item)
{
    const struct field *field = item->fact->field;
    return field->type == TYPE_DATE && !item->back ? (const void *)field->kind
                                                   : (const void *)field;
}

static void add_option(struct table *table, const struct question *question,
                       const struct option *option)
{
    const struct item *item = question->request.item;
    struct table_key key = {
        .owner = owner_of(item), .number = item->back, .text = option->text};
    struct shown *shown = table_find(table, key);
    if (!shown) {
        shown = arena_alloc(table->arena, sizeof *shown);
        key.text = arena_text(table->arena, option->text);
        shown->text = key.text;
        *table_place(table, key) = shown;
    }
    if (option->right && !shown->fact)
        shown->fact = item->fact;
    shown->items += shown->last != item;
    shown->last = item;
    shown->times++;
    shown->right += option->right;
    shown->chance += question->chance;
}

void shown_add(struct table *table, const struct question *question)
{
    for (int i = 0; question->request.item->fact && i < question->option_count;
         i++)
        add_option(table, question, &question->options[i]);
}

static void report(const struct shown *shown, struct problems *problems)
{
    double share = shown->right / shown->times;
    double chance = shown->chance / shown->times;
    double luck = Z_MOST * sqrt(chance * (1 - chance) / shown->items);
    if (!shown->fact || shown->times < SHOWN_LEAST ||
        shown->items < SHOWN_ITEMS_LEAST ||
        fabs(share - chance) <= SHOWN_MARGIN + luck)
        return;
    problems_add(problems, PROBLEM_WARNING, shown->fact->file,
                 shown->fact->line, "tell",
                 "add facts of the field with other values, or leave the "
                 "field's wrong options to cards",
                 "where \"%s\" is shown it is right %.0f times in 100, and "
                 "chance would be %.0f",
                 shown->text, 100 * share, 100 * chance);
}

void shown_report(const struct table *table, struct problems *problems)
{
    for (size_t i = 0; i < table->count; i++)
        report(table->entries[i].value, problems);
}
