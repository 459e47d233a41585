#include "knowledge/check.h"

#include <stdlib.h>
#include <string.h>

#include "knowledge/check_card.h"
#include "knowledge/check_fact.h"
#include "knowledge/check_kind.h"
#include "knowledge/suggest.h"
#include "knowledge/value.h"

/* What every fact is looked at with. */
struct fact_check {
    const struct knowledge *knowledge;
    struct problems *problems;
    struct arena *arena;
    int32_t today;
    const char **party_names; /* made when the first is missed */
    size_t party_name_count;
};

static size_t name_room(const struct knowledge *knowledge)
{
    size_t room = 0;
    for (size_t i = 0; i < knowledge->subject_count; i++)
        room += 2 + knowledge->subjects[i]->also_count;
    return room;
}

static void gather_party_names(struct fact_check *check)
{
    const struct knowledge *knowledge = check->knowledge;
    check->party_names = arena_array(check->arena, name_room(knowledge),
                                     sizeof *check->party_names);
    for (size_t i = 0; i < knowledge->subject_count; i++) {
        const struct subject *subject = knowledge->subjects[i];
        if (!subject->kind->entity)
            continue;
        check->party_names[check->party_name_count++] = subject->name;
        check->party_names[check->party_name_count++] = subject->title;
        for (size_t k = 0; k < subject->also_count; k++)
            check->party_names[check->party_name_count++] = subject->also[k];
    }
}

/* The end of the first name of a list: "Japan, India", "Japan and India". */
static size_t first_of_list(const char *text)
{
    size_t length = strcspn(text, ",;/&");
    const char *word = strstr(text, " and ");
    if (word && (size_t)(word - text) < length)
        length = (size_t)(word - text);
    return text[length] ? length : 0;
}

/* True if the line names a declared party and then more. */
static bool is_list(struct fact_check *check, const char *name)
{
    size_t length = first_of_list(name);
    return length > 0 &&
           knowledge_party(check->knowledge,
                           arena_copy(check->arena, name, length));
}

static void report_party(struct fact_check *check, const char *file, int line,
                         const char *name)
{
    const char *remedy = "declare it";
    if (is_list(check, name)) {
        remedy = "write each of them in a line of its own";
    } else if (check->problems->count < SUGGESTIONS_MAX) {
        if (!check->party_names)
            gather_party_names(check);
        const char *near = suggest_nearest(
            check->arena, name, check->party_names, check->party_name_count);
        remedy = near ? arena_printf(check->arena,
                                     "write \"%s\", or declare it", near)
                      : "declare it, as assets/kinds/parties.ini does";
    }
    problems_add(check->problems, PROBLEM_WARNING, file, line, "party", remedy,
                 "\"%s\" is declared nowhere",
                 suggest_quoted(check->arena, name));
}

static void check_parties(struct fact_check *check, const struct fact *fact)
{
    if (fact->field->type != TYPE_PARTY)
        return;
    for (size_t i = 0; i < fact->value_count; i++) {
        const struct value *value = &fact->values[i];
        if (!value->refers)
            report_party(check, fact->file, value->line, value->text);
    }
}

static void check_source(struct fact_check *check, const struct fact *fact)
{
    if (!fact->source && fact->subject->deck)
        problems_add(check->problems, PROBLEM_WARNING, fact->file, fact->line,
                     "no-source",
                     "add `source = ...` to the section, or one to the fact",
                     "\"%s\" names no source", fact->id);
}

/* A partial date begins on its first day. */
static int32_t first_day(struct date date)
{
    date.month = date.month ? date.month : 1;
    date.day = date.day ? date.day : 1;
    return date_to_days(date);
}

static void check_future(struct fact_check *check, const struct fact *fact)
{
    if (fact->field->type != TYPE_DATE)
        return;
    for (size_t i = 0; i < fact->value_count; i++) {
        const struct value *value = &fact->values[i];
        if (first_day(value->date) > check->today)
            problems_add(
                check->problems, PROBLEM_ERROR, fact->file, value->line,
                "future-date", "correct the date, or leave it out until then",
                "\"%s\" is %s, which has not come yet", fact->id, value->shown);
    }
}

static void report_article(struct fact_check *check, const struct fact *fact,
                           const struct fact *limit, int line,
                           const char *article)
{
    problems_add(check->problems, PROBLEM_ERROR, fact->file, line,
                 "article-range",
                 arena_printf(check->arena, "correct the number, or \"%s\"",
                              limit->field->name),
                 "\"%s %s\" of \"%s\" is past the last: line %d says %.0f",
                 fact->field->name, article, fact->subject->id, limit->line,
                 limit->values[0].number);
}

/* An article is the index of a fact, or its value. */
static void check_articles(struct fact_check *check, const struct fact *fact)
{
    const char *name = fact->field->limit ? fact->field->limit : "articles";
    const struct fact *limit = subject_fact(fact->subject, name, NULL);
    if (!limit || limit->field->type != TYPE_COUNT)
        return;
    double last = limit->values[0].number;
    if (fact->index && fact->field->limit && strtod(fact->index, NULL) > last)
        report_article(check, fact, limit, fact->line, fact->index);
    for (size_t i = 0;
         fact->field->type == TYPE_ARTICLE && i < fact->value_count; i++) {
        if (fact->values[i].number > last)
            report_article(check, fact, limit, fact->values[i].line,
                           fact->values[i].shown);
    }
}

/* The date that this one comes after; where it is not known, the one that is
 * before that. */
static const struct fact *fact_before(const struct fact *fact)
{
    const struct field *field = fact->field;
    const struct fact *before = NULL;
    for (size_t i = 0; !before && field && i < field->kind->field_count; i++) {
        if (!field->after)
            return NULL;
        before = subject_fact(fact->subject, field->after, NULL);
        field = kind_field(field->kind, field->after);
    }
    return before;
}

/* The kind says which date cannot come before which. */
static void check_order(struct fact_check *check, const struct fact *fact)
{
    if (!fact->field->after || fact->field->type != TYPE_DATE)
        return;
    const struct fact *before = fact_before(fact);
    if (!before || before == fact)
        return;
    const struct value *early = &before->values[0];
    const struct value *late = &fact->values[0];
    if (!value_differs(TYPE_DATE, early, late) ||
        value_compare(TYPE_DATE, early, late) <= 0)
        return;
    problems_add(check->problems, PROBLEM_ERROR, fact->file, fact->line,
                 "date-order", "correct one of the two dates",
                 "\"%s\" is %s, which is before \"%s\", %s", fact->id,
                 late->shown, before->id, early->shown);
}

/* Where what is worked out from a fact is nothing, some of its values are
 * missing: the home among the parties, or everyone else. */
static void check_derived(struct fact_check *check, const struct fact *fact)
{
    const struct deck *deck = fact->subject->deck;
    const struct kind *kind = fact->field->kind;
    for (size_t i = 0; i < kind->field_count && deck && deck->home; i++) {
        const struct field *field = kind->fields[i];
        if (!field->derived || strcmp(field->derived, fact->field->name) != 0 ||
            subject_fact(fact->subject, field->name, NULL))
            continue;
        problems_add(
            check->problems, PROBLEM_WARNING, fact->file, fact->line,
            "not-complete",
            arena_printf(check->arena, "state all of them, %s and the others",
                         deck->home),
            "\"%s\" names %s, so that its \"%s\" is not known", fact->id,
            fact->value_count == 1 ? "one alone" : "all but the deck's home",
            field->name);
    }
}

static void check_homes(struct fact_check *check)
{
    for (size_t i = 0; i < check->knowledge->deck_count; i++) {
        const struct deck *deck = check->knowledge->decks[i];
        if (deck->home && !deck->home_party)
            report_party(check, deck->file,
                         section_line(deck->section, "home", 0), deck->home);
    }
}

void check_knowledge(const struct knowledge *knowledge, int32_t today,
                     struct problems *problems)
{
    struct fact_check check = {
        .knowledge = knowledge,
        .problems = problems,
        .arena = knowledge->arena,
        .today = today,
    };
    check_kinds(knowledge, problems);
    check_homes(&check);
    check_titles(knowledge, problems);
    check_outline(knowledge, problems);
    check_units(knowledge, problems);
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const struct fact *fact = knowledge->facts[i];
        if (fact->field->derived)
            continue;
        check_source(&check, fact);
        check_parties(&check, fact);
        check_future(&check, fact);
        check_articles(&check, fact);
        check_order(&check, fact);
        check_derived(&check, fact);
        check_relation(fact, problems);
        check_values(fact, problems);
        check_own_question(knowledge, fact, problems);
        check_own_leak(fact, check.arena, problems);
    }
    check_cards(knowledge, today, problems);
}
