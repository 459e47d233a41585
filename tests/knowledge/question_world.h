/*
 * question_world.h -- small decks and short calls for tests of questions.
 */
#ifndef QUESTION_WORLD_H
#define QUESTION_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "deck_text.h"
#include "knowledge/question.h"

enum { TODAY = 20781 }; /* 2026-11-24 */

struct world {
    struct arena arena;
    struct knowledge *knowledge;
};

static const char KINDS[] =
    "[kind party]\nlabel = party\nplural = parties\ntitle = name\n"
    "entity = yes\n"
    "[party japan]\nname = Japan\nadjective = Japanese\nthe = no\n"
    "name.ja = 日本国\n"
    "[party united-states]\nname = United States\nalso = US\nalso = USA\n"
    "adjective = American\n"
    "[party australia]\nname = Australia\nadjective = Australian\nthe = no\n"
    "[party united-kingdom]\nname = United Kingdom\nalso = UK\n"
    "adjective = British\n"
    "[party india]\nname = India\nadjective = Indian\nthe = no\n"
    "[party france]\nname = France\nadjective = French\nthe = no\n"
    "[party italy]\nname = Italy\nadjective = Italian\nthe = no\n"
    "[kind treaty]\nlabel = agreement\nplural = agreements\ntitle = short\n"
    "describe = the {family} signed in {place} on {signed}\n"
    "describe = the {family} signed on {signed}\n"
    "describe = the {family} with {partner}\n"
    "describe = the {family} signed in {place}\n"
    "[field treaty.party]\ntype = party\nmany = yes\ncomplete = yes\n"
    "of = party\nlabel = Parties\n"
    "[field treaty.partner]\ntype = party\nmany = yes\ncomplete = yes\n"
    "derived = party\nof = party\nlabel = Partner\n"
    "ask = With which partner was {title} made?\n"
    "[field treaty.family]\ntype = choice\ncomplete = yes\nlabel = Kind\n"
    "ask = What sort of text is {title}?\n"
    "word = supply agreement\nword = security treaty\n"
    "word = information agreement\n"
    "[field treaty.signed]\ntype = date\ncomplete = yes\nlabel = Signed\n"
    "ask = When was {title} signed?\n"
    "ask.ja = {title}はいつ署名されましたか。\n"
    "back = Which agreement was signed on {value}?\n"
    "[field treaty.in force]\ntype = date\ncomplete = yes\n"
    "label = In force\nask = When did {title} enter into force?\n"
    "[field treaty.announced]\ntype = date\ncomplete = yes\n"
    "label = Announced\n"
    "[field treaty.place]\ntype = place\ncomplete = yes\nlabel = Place\n"
    "ask = Where was {title} signed?\n"
    "[field treaty.signer]\ntype = name\nmany = yes\ncomplete = yes\n"
    "label = Signed by\nask = Who signed {title}?\n"
    "[field treaty.scope]\ntype = text\ncomplete = no\nlabel = Scope\n"
    "ask = What does {title} cover?\n"
    "[field treaty.aim]\ntype = text\ncomplete = yes\nlabel = Aim\n"
    "ask = What does {title} do?\n"
    "[field treaty.articles]\ntype = count\ncomplete = yes\n"
    "label = Articles\nask = How many articles does {title} have?\n"
    "[field treaty.article]\ntype = text\ncomplete = yes\nindexed = yes\n"
    "limit = articles\nlabel = Article\n"
    "ask = What does Article {index} of {title} say?\n";

static const char DECK_A[] =
    "[deck]\ntitle = Japan–United States\nlang = en\nhome = Japan\n"
    "seal = 米 US\n"
    "[treaty us-1960]\nname = Treaty of Mutual Cooperation and Security\n"
    "name.ja = 日本国とアメリカ合衆国との間の安全保障条約\n"
    "short = Security Treaty\nalso = Anpo treaty\n"
    "party = Japan\nparty = United States\nfamily = security treaty\n"
    "signed = 1960-01-19\nplace = Washington, D.C.\n"
    "in force = 1960-06-23\narticles = 10\n"
    "signed.why = Ratified in June.\nsigned.source = Treaty text\n"
    "aim = links a promise of defence with bases\n"
    "signer = Kishi Nobusuke\nsigner = Christian Herter\n"
    "article 5 = both act against an attack on territory\n"
    "article 6 = land, air and sea forces may use areas\n"
    "[treaty us-acsa]\nname = US Supply Text\nshort = Japan–US ACSA\n"
    "party = Japan\nparty = United States\nfamily = supply agreement\n"
    "signed = 2016-09-26\nplace = Tokyo\nin force = 2017-04-25\n"
    "scope = supplies and services\n"
    "aim = lets forces swap goods and services\n"
    "signer = Kishida Fumio\narticles = 7\n"
    "[card us-1960.region]\nof = us-1960\n"
    "ask = Which region does Article VI name?\nanswer = The Far East\n"
    "wrong = The Indo-Pacific\nwrong = The Asia-Pacific\n"
    "wrong = The Middle East\nwhy = The text of 1960.\n"
    "source = Article VI\n"
    "[card us-1960.cloze]\nof = us-1960\n"
    "cloze = The territories are under the administration of {Japan}.\n";

static const char DECK_B[] =
    "[deck]\ntitle = Others\nlang = en\nhome = Japan\n"
    "[treaty au-acsa]\nname = Australian Supply Text\n"
    "short = Japan–Australia ACSA (2017)\n"
    "party = Japan\nparty = Australia\nfamily = supply agreement\n"
    "signed = 2017-01-14\nplace = Sydney\nin force = 2017-09-06\n"
    "aim = lets forces lend fuel and ammunition\n"
    "signer = Kusaka Sumio\narticles = 8\n"
    "[treaty uk-acsa]\nname = British Supply Text\nshort = Japan–UK ACSA\n"
    "party = Japan\nparty = United Kingdom\nfamily = supply agreement\n"
    "signed = 2017-01-26\nplace = London\nin force = 2017-08-18\n"
    "aim = lets ships share food and transport\n"
    "signer = Tsuruoka Koji\narticles = 9\n"
    "[treaty in-acsa]\nname = Indian Supply Text\nshort = Japan–India ACSA\n"
    "party = Japan\nparty = India\nfamily = supply agreement\n"
    "signed = 2020-09-09\nplace = New Delhi\nin force = 2021-07-11\n"
    "aim = lets troops borrow tents and blankets\n"
    "signer = Suzuki Satoshi\narticles = 6\n"
    "[treaty fr-acsa]\nname = French Supply Text\nshort = Japan–France ACSA\n"
    "party = Japan\nparty = France\nfamily = supply agreement\n"
    "signed = 2018-07-13\nplace = Paris\nin force = 2019-06-26\n"
    "aim = lets aircraft obtain parts and repairs\n"
    "signer = Kono Taro\narticles = 11\n"
    "[treaty it-info]\nname = Italian Secrets Text\n"
    "short = Japan–Italy information agreement\n"
    "party = Japan\nparty = Italy\nfamily = information agreement\n"
    "signed = 2016-03-19\nplace = Rome\nin force = 2016-06-07\n"
    "announced = 2016-01-05\nsigner = Umemoto Kazuyoshi\n";

/* A field of study that shares neither kind nor home. */
static const char RIVERS[] =
    "[kind river]\nlabel = river\nplural = rivers\ntitle = name\n"
    "[field river.mouth]\ntype = place\ncomplete = yes\n"
    "ask = Where does {title} end?\n"
    "[deck]\ntitle = Rivers\nlang = en\n"
    "[river rhine]\nname = Rhine\nmouth = Rotterdam\n"
    "[river elbe]\nname = Elbe\nmouth = Cuxhaven\n"
    "[river seine]\nname = Seine\nmouth = Le Havre\n"
    "[river danube]\nname = Danube\nmouth = Sulina\n";

/* A world of those texts, in that order; NULL ends the list. */
static inline struct world *world_of(const char *const *texts)
{
    static struct world worlds[8];
    static int next;
    struct world *world = &worlds[next++ % 8];
    if (world->arena.limit)
        arena_release(&world->arena);
    arena_init(&world->arena, 256u << 20);
    struct source sources[8];
    struct problems problems;
    size_t count = 0;
    problems_init(&problems, &world->arena);
    for (; texts[count]; count++)
        sources[count] = deck_text(
            &world->arena, arena_printf(&world->arena, "%zu.ini", count),
            texts[count]);
    world->knowledge =
        knowledge_build(&world->arena, sources, count, &problems);
    for (size_t i = 0; i < problems.count; i++)
        print_message("%s:%d: %s\n", problems.list[i].file,
                      problems.list[i].line, problems.list[i].message);
    assert_int_equal(problems.errors, 0);
    return world;
}

static inline struct world *small_world(void)
{
    return world_of((const char *const[]){KINDS, DECK_A, DECK_B, NULL});
}

static inline bool try_ask(struct world *world, const char *item,
                           enum form form, int options, uint64_t seed,
                           struct question *question, struct error *why_not)
{
    struct question_request request = {
        .item = knowledge_item(world->knowledge, item),
        .form = form,
        .options = options,
        .seed = seed,
        .today = TODAY};
    assert_non_null(request.item);
    return question_make(world->knowledge, request, &world->arena, question,
                         why_not);
}

static inline struct question ask(struct world *world, const char *item,
                                  enum form form, int options, uint64_t seed)
{
    struct question question;
    struct error why_not = {0};
    if (!try_ask(world, item, form, options, seed, &question, &why_not))
        fail_msg("%s: %s", item, why_not.text);
    return question;
}

static inline bool declines(struct world *world, const char *item,
                            enum form form, int options)
{
    struct question question;
    struct error why_not = {0};
    bool made = try_ask(world, item, form, options, 1, &question, &why_not);
    assert_true(made || why_not.text[0]);
    return !made;
}

static inline bool shows(const struct question *question, const char *text)
{
    for (int i = 0; i < question->option_count; i++)
        if (!strcmp(question->options[i].text, text))
            return true;
    return false;
}

#endif
