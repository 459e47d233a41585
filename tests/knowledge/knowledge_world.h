/*
 * knowledge_world.h -- treaties and kinds to know, built into knowledge, for
 * tests of what is read from decks.
 */
#ifndef KNOWLEDGE_WORLD_H
#define KNOWLEDGE_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "deck_text.h"
#include "knowledge/knowledge.h"

/* What most of these decks are about. */
static const char kinds[] =
    "[kind party]\n"
    "entity = yes\n"
    "[party japan]\n"
    "name = Japan\n"
    "the = no\n"
    "[party united-states]\n"
    "name = United States\n"
    "also = US\n"
    "also = America\n"
    "adjective = American\n"
    "seal = 米\n"
    "[party australia]\n"
    "name = Australia\n"
    "[kind treaty]\n"
    "label = agreement\n"
    "title = short\n"
    "describe = the {family} of {signed}\n"
    "describe = the {family}\n"
    "[field treaty.party]\n"
    "type = party\n"
    "many = yes\n"
    "of = party\n"
    "[field treaty.partner]\n"
    "type = party\n"
    "derived = party\n"
    "ask = Who is the partner in {title}?\n"
    "back = Which agreement has {value} as its partner?\n"
    "[field treaty.signed]\n"
    "type = date\n"
    "complete = yes\n"
    "label = Signed\n"
    "ask = When was {title} signed?\n"
    "ask.ja = {title}はいつ署名されましたか。\n"
    "back = Which agreement was signed on {value}?\n"
    "[field treaty.in force]\n"
    "type = date\n"
    "after = signed\n"
    "ask = When did {title} enter into force?\n"
    "[field treaty.place]\n"
    "type = place\n"
    "ask = Where was {title} signed?\n"
    "back = Which agreement was signed in {value}?\n"
    "[field treaty.replaces]\n"
    "type = subject\n"
    "of = treaty\n"
    "ask = What did {title} replace?\n"
    "[field treaty.articles]\n"
    "type = count\n"
    "ask = How many articles has {title}?\n"
    "[field treaty.article]\n"
    "type = text\n"
    "indexed = yes\n"
    "limit = articles\n"
    "ask = What does Article {index} of {title} say?\n"
    "[field treaty.form]\n"
    "type = choice\n"
    "word = treaty\n"
    "word = exchange of notes\n"
    "[field treaty.name.ja]\n"
    "type = name\n"
    "ask = What is the Japanese title of {title}?\n";

static const char us_deck[] =
    "[deck]\n"
    "title = Japan–United States\n"
    "home = Japan\n"
    "seal = 米 US\n"
    "[treaty us-1951]\n"
    "name = First Security Treaty\n"
    "party = Japan\n"
    "party = America\n"
    "signed = 1951-09-08\n"
    "place = San Francisco\n"
    "source = Treaty of 1951\n"
    "[treaty us-1960]\n"
    "name = Treaty of Mutual Cooperation\n"
    "name.ja = 相互協力条約\n"
    "short = Japan–US Security Treaty\n"
    "also = Anpo treaty\n"
    "party = Japan\n"
    "party = United States\n"
    "signed = 1960-01-19\n"
    "signed.source = Signature page\n"
    "signed.why = The prime minister flew there for it.\n"
    "signed.note = Afternoon\n"
    "place = Washington, D.C.\n"
    "in force = 1960-06-23\n"
    "replaces = us-1951\n"
    "articles = 10\n"
    "article 5 = an armed attack in territory under Japan's administration\n"
    "  is a common danger\n"
    "article 5.why = It is limited to that territory.\n"
    "form = Treaty\n"
    "source = Treaty of 1960\n"
    "[card us-1960.far-east]\n"
    "of = us-1960\n"
    "ask = Which region does Article VI name?\n"
    "answer = The Far East\n"
    "wrong = The Indo-Pacific\n"
    "wrong = The Asia-Pacific\n"
    "why = The text is of 1960.\n"
    "source = Article VI\n"
    "[card us-1960.cloze]\n"
    "cloze = It covers territories administered by {Japan}.\n";

enum { SOURCES_MAX = 8 };

struct fixture {
    struct arena arena;
    struct problems problems;
    struct source sources[SOURCES_MAX];
    size_t source_count;
    struct knowledge *knowledge;
};

static struct fixture given;

static inline void add(const char *file, const char *text)
{
    assert_true(given.source_count < SOURCES_MAX);
    given.sources[given.source_count++] = deck_text(&given.arena, file, text);
}

static inline void build(void)
{
    given.knowledge = knowledge_build(&given.arena, given.sources,
                                      given.source_count, &given.problems);
}

/* The kinds above and one deck. */
static inline void build_deck(const char *text)
{
    add("kinds.ini", kinds);
    add("deck.ini", text);
    build();
}

static inline int open_fixture(void **state)
{
    (void)state;
    memset(&given, 0, sizeof given);
    arena_init(&given.arena, 512 * 1024 * 1024);
    problems_init(&given.problems, &given.arena);
    return 0;
}

static inline int close_fixture(void **state)
{
    (void)state;
    arena_release(&given.arena);
    return 0;
}

static inline const struct problem *problem_at(const char *rule, int line)
{
    for (size_t i = 0; i < given.problems.count; i++) {
        const struct problem *problem = &given.problems.list[i];
        if (strcmp(problem->rule, rule) == 0 && problem->line == line)
            return problem;
    }
    return NULL;
}

/* The line has such a problem, and it is said so. */
static inline void assert_problem(const char *rule, int line,
                                  const char *message, const char *remedy)
{
    const struct problem *problem = problem_at(rule, line);
    if (!problem)
        fail_msg("no problem \"%s\" in line %d", rule, line);
    else if (!strstr(problem->message, message))
        fail_msg("\"%s\" is not in \"%s\"", message, problem->message);
    else if (!strstr(problem->remedy, remedy))
        fail_msg("\"%s\" is not in \"%s\"", remedy, problem->remedy);
}

static inline const struct fact *fact_of(const char *subject, const char *field)
{
    const struct subject *found = knowledge_subject(given.knowledge, subject);
    assert_non_null(found);
    return subject_fact(found, field, NULL);
}

static inline bool has_item(const char *id)
{
    return knowledge_item(given.knowledge, id) != NULL;
}

/* A test with a fixture of its own. */
#define SENTENCE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

#endif
