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

static void add(const char *file, const char *text)
{
    assert_true(given.source_count < SOURCES_MAX);
    given.sources[given.source_count++] = deck_text(&given.arena, file, text);
}

static void build(void)
{
    given.knowledge = knowledge_build(&given.arena, given.sources,
                                      given.source_count, &given.problems);
}

/* The kinds above and one deck. */
static void build_deck(const char *text)
{
    add("kinds.ini", kinds);
    add("deck.ini", text);
    build();
}

static int open_fixture(void **state)
{
    (void)state;
    memset(&given, 0, sizeof given);
    arena_init(&given.arena, 512 * 1024 * 1024);
    problems_init(&given.problems, &given.arena);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    arena_release(&given.arena);
    return 0;
}

static const struct problem *problem_at(const char *rule, int line)
{
    for (size_t i = 0; i < given.problems.count; i++) {
        const struct problem *problem = &given.problems.list[i];
        if (strcmp(problem->rule, rule) == 0 && problem->line == line)
            return problem;
    }
    return NULL;
}

/* The line has such a problem, and it is said so. */
static void assert_problem(const char *rule, int line, const char *message,
                           const char *remedy)
{
    const struct problem *problem = problem_at(rule, line);
    if (!problem)
        fail_msg("no problem \"%s\" in line %d", rule, line);
    else if (!strstr(problem->message, message))
        fail_msg("\"%s\" is not in \"%s\"", message, problem->message);
    else if (!strstr(problem->remedy, remedy))
        fail_msg("\"%s\" is not in \"%s\"", remedy, problem->remedy);
}

static const struct fact *fact_of(const char *subject, const char *field)
{
    const struct subject *found = knowledge_subject(given.knowledge, subject);
    assert_non_null(found);
    return subject_fact(found, field, NULL);
}

static bool has_item(const char *id)
{
    return knowledge_item(given.knowledge, id) != NULL;
}

static void a_sound_deck_is_read_without_a_problem(void **state)
{
    (void)state;
    build_deck(us_deck);

    assert_int_equal(given.problems.count, 0);
    const struct deck *deck = given.knowledge->decks[0];
    assert_int_equal(given.knowledge->deck_count, 1);
    assert_string_equal(deck->title, "Japan–United States");
    assert_string_equal(deck->home_party->id, "japan");
    assert_string_equal(deck->seal, "米");
    assert_string_equal(deck->seal_letters, "US");
    assert_int_equal(deck->subject_count, 2);
    /* party signed place; and five more with article 5 and form */
    assert_int_equal(deck->fact_count, 3 + 8);
}

static void a_subject_has_its_names_and_its_title(void **state)
{
    (void)state;
    build_deck(us_deck);

    const struct subject *treaty =
        knowledge_subject(given.knowledge, "us-1960");
    assert_string_equal(treaty->name, "Treaty of Mutual Cooperation");
    assert_string_equal(treaty->name_ja, "相互協力条約");
    assert_string_equal(treaty->title, "Japan–US Security Treaty");
    assert_int_equal(treaty->also_count, 1);
    assert_true(treaty->takes_the);
    const struct subject *first = knowledge_subject(given.knowledge, "us-1951");
    assert_string_equal(first->title, first->name);
    assert_false(knowledge_subject(given.knowledge, "japan")->takes_the);
}

static void a_fact_has_values_and_what_is_said_about_them(void **state)
{
    (void)state;
    build_deck(us_deck);

    const struct fact *signature = fact_of("us-1960", "signed");
    assert_string_equal(signature->id, "us-1960/signed");
    assert_int_equal(signature->value_count, 1);
    assert_string_equal(signature->values[0].shown, "19 January 1960");
    assert_string_equal(signature->source, "Signature page");
    assert_string_equal(signature->why,
                        "The prime minister flew there for it.");
    assert_string_equal(signature->note, "Afternoon");
    assert_string_equal(fact_of("us-1960", "place")->source, "Treaty of 1960");
    const struct fact *party = fact_of("us-1960", "party");
    assert_int_equal(party->value_count, 2);
    assert_string_equal(party->values[1].refers->id, "united-states");
    const struct fact *replaces = fact_of("us-1960", "replaces");
    assert_string_equal(replaces->values[0].shown, "First Security Treaty");
    assert_string_equal(fact_of("us-1960", "form")->values[0].shown, "treaty");
}

static void an_article_is_a_fact_of_its_number(void **state)
{
    (void)state;
    build_deck(us_deck);

    const struct subject *treaty =
        knowledge_subject(given.knowledge, "us-1960");
    const struct fact *article = subject_fact(treaty, "article", "5");
    assert_string_equal(article->id, "us-1960/article/5");
    assert_string_equal(article->why, "It is limited to that territory.");
    assert_null(subject_fact(treaty, "article", "6"));
    assert_null(subject_fact(treaty, "article", NULL));
}

static void the_partner_is_who_is_party_beside_the_home(void **state)
{
    (void)state;
    build_deck(us_deck);

    const struct fact *partner = fact_of("us-1951", "partner");
    assert_string_equal(partner->id, "us-1951/partner");
    assert_int_equal(partner->value_count, 1);
    /* Written "America", and called what the party is called. */
    assert_string_equal(partner->values[0].shown, "United States");
    assert_string_equal(partner->source, "Treaty of 1951");
}

static void there_is_no_partner_without_a_home_among_the_parties(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("a.ini", "[deck]\ntitle = A\n"
                 "[treaty a]\nname = A\nparty = Japan\nparty = US\n");
    add("b.ini", "[deck]\ntitle = B\nhome = Japan\n"
                 "[treaty b]\nname = B\nparty = Australia\nparty = US\n");
    build();

    assert_null(fact_of("a", "partner"));
    assert_null(fact_of("b", "partner"));
    assert_non_null(fact_of("b", "party"));
}

static void items_come_in_the_order_of_their_kinds_fields(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "us-1951/partner",  "us-1951/signed",      "us-1951/signed/back",
        "us-1951/place",    "us-1951/place/back",  "us-1960/partner",
        "us-1960/signed",   "us-1960/signed/back", "us-1960/in-force",
        "us-1960/place",    "us-1960/place/back",  "us-1960/replaces",
        "us-1960/articles", "us-1960/article/5",   "us-1960/name.ja",
        "us-1960.far-east", "us-1960.cloze",
    };
    build_deck(us_deck);

    assert_int_equal(given.knowledge->item_count, sizeof ids / sizeof ids[0]);
    for (size_t i = 0; i < given.knowledge->item_count; i++)
        assert_string_equal(given.knowledge->items[i].id, ids[i]);
    assert_int_equal(given.knowledge->decks[0]->item_count,
                     sizeof ids / sizeof ids[0]);
}

static void
the_way_back_exists_only_where_one_subject_has_the_value(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("us.ini", us_deck);
    add("other.ini", "[deck]\ntitle = Other\nhome = Japan\n"
                     "[treaty other]\nname = Other\n"
                     "signed = 1960-01\nplace = SAN FRANCISCO\n");
    build();

    assert_false(has_item("us-1960/signed/back")); /* or in that month */
    assert_false(has_item("other/signed/back"));
    assert_false(has_item("us-1951/place/back"));
    assert_true(has_item("us-1951/signed/back"));
    assert_true(has_item("us-1960/place/back"));
}

static void a_cloze_card_hides_what_its_braces_hold(void **state)
{
    (void)state;
    build_deck(us_deck);

    const struct item *item = knowledge_item(given.knowledge, "us-1960.cloze");
    assert_null(item->card->ask);
    assert_string_equal(item->card->answer, "Japan");
    assert_null(item->subject);
    item = knowledge_item(given.knowledge, "us-1960.far-east");
    assert_string_equal(item->subject->id, "us-1960");
    assert_int_equal(item->card->wrong_count, 2);
}

static void
a_card_that_cannot_be_asked_is_a_problem_and_the_rest_works(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[card a]\nanswer = Yes\n"
               "[card b]\nask = Why?\n"
               "[card c]\ncloze = No braces\n"
               "[card d]\ncloze = {Two} of {them}\n"
               "[card e]\nask = Who?\nanswer = I\n");

    assert_int_equal(given.problems.errors, 4);
    assert_int_equal(given.knowledge->card_count, 1);
    assert_true(has_item("e"));
    assert_problem("card", 3, "\"a\" asks nothing", "ask = ");
}

static void
the_same_id_twice_names_both_places_and_the_first_stands(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("a.ini", "[deck]\ntitle = A\n"
                 "[treaty us-1960]\nname = First\nplace = Tokyo\n");
    add("b.ini", "[deck]\ntitle = B\n\n"
                 "[treaty us-1960]\nname = Second\nplace = Rome\n"
                 "[card us-1960]\nask = Who?\nanswer = I\n"
                 "[treaty kept]\nname = Kept\nplace = Oslo\n");
    build();

    assert_int_equal(given.problems.errors, 2);
    assert_problem("duplicate-id", 4, "a.ini:3", "another id");
    assert_string_equal(problem_at("duplicate-id", 4)->file, "b.ini");
    assert_string_equal(knowledge_subject(given.knowledge, "us-1960")->name,
                        "First");
    assert_true(has_item("kept/place"));
}

static void a_kind_or_field_declared_twice_names_both_places(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("more.ini", "[kind treaty]\nlabel = pact\n"
                    "[field treaty.in-force]\ntype = text\n");
    build();

    assert_problem("duplicate-kind", 1, "kinds.ini:14", "another name");
    assert_problem("duplicate-field", 3, "kinds.ini:35", "another name");
    assert_string_equal(knowledge_kind(given.knowledge, "treaty")->label,
                        "agreement");
}

static void progress_is_found_under_an_id_it_had_before(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treaty us-1960]\nname = T\nwas = anpo\nwas = anpo-2\n"
               "place = Tokyo\n"
               "[card new]\nwas = old\nask = Who?\nanswer = I\n"
               "[treaty next]\nname = N\nreplaces = anpo\n");

    assert_int_equal(given.problems.count, 0);
    const struct item *item = knowledge_item(given.knowledge, "anpo/place");
    assert_string_equal(item->id, "us-1960/place");
    item = knowledge_item(given.knowledge, "anpo-2/place/back");
    assert_string_equal(item->id, "us-1960/place/back");
    assert_string_equal(knowledge_item(given.knowledge, "old")->id, "new");
    assert_string_equal(knowledge_current_id(given.knowledge, "anpo/gone/5"),
                        "us-1960/gone/5");
    assert_string_equal(knowledge_current_id(given.knowledge, "other"),
                        "other");
    assert_string_equal(fact_of("next", "replaces")->values[0].refers->id,
                        "us-1960");
}

static void an_id_in_use_cannot_be_what_another_was(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[card a]\nwas = b\nask = A?\nanswer = 1\n"
               "[card b]\nwas = a\nask = B?\nanswer = 2\n"
               "[card c]\nwas = c\nask = C?\nanswer = 3\n"
               "[card d]\nwas = old\nask = D?\nanswer = 4\n"
               "[card e]\nwas = old\nask = E?\nanswer = 5\n");

    assert_int_equal(given.problems.errors, 4);
    assert_problem("was", 4, "deck.ini:7", "no longer used");
    const struct problem *last = &given.problems.list[given.problems.count - 1];
    assert_int_equal(last->line, 20);
    assert_non_null(strstr(last->message, "\"d\" in deck.ini:15"));
    assert_string_equal(knowledge_item(given.knowledge, "a")->id, "a");
    assert_string_equal(knowledge_item(given.knowledge, "old")->id, "d");
}

static void a_key_that_is_not_known_is_told_with_the_nearest_one(void **state)
{
    (void)state;
    build_deck("[deck]\ntitel = D\ntitle = D\n"
               "[treaty t]\nname = T\nplace = Rome\nsignd = 1960\n"
               "plce.why = Because\narticel 5 = Text\n");

    assert_int_equal(given.problems.errors, 0);
    assert_int_equal(given.problems.warnings, 4);
    assert_problem("unknown-key", 2, "\"titel\"", "write \"title\"");
    assert_string_equal(given.problems.list[1].remedy, "write \"signed\"");
    assert_string_equal(given.problems.list[2].remedy, "write \"place.why\"");
    assert_true(has_item("t/place"));
}

static void
a_section_of_an_unknown_sort_is_told_with_the_nearest_one(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treety t]\nname = T\n"
               "[card c]\nask = Who?\nanswer = I\n");

    assert_problem("unknown-sort", 3, "\"treety\"", "write \"treaty\"");
    assert_true(has_item("c"));
}

static void a_value_that_is_not_understood_is_not_asked(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treaty t]\nname = T\nplace = Rome\n"
               "signed = soon\nsigned.why = Because\nin force = 1960-02-30\n"
               "articles = ten\nform = treatie\nreplaces = us-1950\n"
               "[treaty us-1951]\nname = U\nplace = Oslo\n");

    assert_int_equal(given.problems.errors, 5);
    assert_int_equal(given.problems.warnings, 0);
    assert_problem("choice", 10, "\"treatie\"", "write \"treaty\"");
    assert_problem("subject", 11, "\"us-1950\"", "write \"us-1951\"");
    assert_null(fact_of("t", "signed"));
    assert_false(has_item("t/signed"));
    assert_true(has_item("t/place"));
}

static void a_field_of_one_value_keeps_the_first(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treaty t]\nname = T\nplace = Rome\nplace = Oslo\n"
               "party = US\nparty = United States\npartner = US\n"
               "articles =\narticle 5.why = Of nothing\n");

    assert_problem("repeated-key", 6, "\"place\"", "keep one");
    assert_problem("repeated-value", 8, "\"party\"", "keep one");
    assert_problem("derived", 9, "\"partner\"", "leave the line out");
    assert_problem("value", 10, "\"articles\" has no value", "write its");
    assert_problem("remark", 11, "\"article 5.why\"", "state the value");
    assert_int_equal(fact_of("t", "place")->value_count, 1);
    assert_string_equal(fact_of("t", "place")->values[0].text, "Rome");
}

static void a_fact_may_be_asked_in_words_of_its_own(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treaty t]\nname = T\nform = treaty\n"
               "form.ask = What was {title} in law?\n"
               "form.ask.ja = 何ですか。\n");

    assert_int_equal(given.problems.count, 0);
    const struct item *item = knowledge_item(given.knowledge, "t/form");
    assert_string_equal(item->fact->ask, "What was {title} in law?");
}

static void
a_file_of_subjects_without_a_deck_is_called_by_its_name(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("decks/my-own.ini", "[treaty t]\nname = T\nplace = Rome\n");
    add("decks/empty.ini", "[deck]\ntitle = Empty\n");
    build();

    assert_string_equal(given.knowledge->decks[0]->title, "my-own");
    assert_problem("deck", 1, "no title", "[deck]");
    assert_problem("empty", 0, "\"Empty\"", "add a subject");
    assert_true(has_item("t/place"));
}

static void an_id_that_cannot_be_kept_is_refused(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[treaty us 1960]\nname = T\n"
               "[treaty]\nname = T\n"
               "[treaty a/b]\nname = T\n"
               "[treaty ok]\nplace = Rome\n");

    assert_int_equal(given.problems.errors, 4);
    assert_problem("id", 3, "us 1960", "letters, digits");
    assert_problem("name", 9, "\"ok\" has no name", "name = ");
}

static void an_entity_is_known_by_all_its_names(void **state)
{
    (void)state;
    build_deck("[deck]\ntitle = D\n"
               "[party us-again]\nname = USA\nalso = America\n"
               "[card c]\nask = Who?\nanswer = I\n");

    assert_string_equal(knowledge_party(given.knowledge, "us")->id,
                        "united-states");
    assert_string_equal(knowledge_party(given.knowledge, "united STATES")->id,
                        "united-states");
    assert_string_equal(knowledge_party(given.knowledge, "America")->id,
                        "united-states");
    assert_null(knowledge_party(given.knowledge, "Atlantis"));
    assert_problem("duplicate-name", 5, "kinds.ini:6", "take the name out");
}

/* Another field of study needs no line of C. */
static void rivers_are_asked_as_treaties_are(void **state)
{
    (void)state;
    add("rivers.ini",
        "[river rhine]\nname = Rhine\nlength = 1,230 km\nmouth = North Sea\n"
        "flows through = Basel\nflows through = Cologne\n"
        "[deck]\ntitle = Rivers of Europe\n"
        "[river elbe]\nname = Elbe\nlength = 1,094 km\nmouth = North Sea\n"
        "[field river.length]\ntype = number\ncomplete = yes\n"
        "ask = How long is {title}?\nback = Which river is {value} long?\n"
        "[field river.mouth]\ntype = place\n"
        "ask = Where does {title} end?\nback = Which river ends in {value}?\n"
        "[field river.flows through]\ntype = place\nmany = yes\n"
        "ask = Which city does {title} flow through?\n"
        "back = Which river flows through {value}?\n"
        "[kind river]\n");
    build();

    assert_int_equal(given.problems.count, 0);
    assert_true(has_item("rhine/length/back"));
    assert_true(has_item("rhine/flows-through/back"));
    assert_false(has_item("rhine/mouth/back"));
    const struct kind *river = knowledge_kind(given.knowledge, "river");
    assert_string_equal(river->label, "river");
    assert_string_equal(river->plural, "rivers");
    assert_int_equal(kind_field(river, "length")->type, TYPE_NUMBER);
}

static void a_kinds_file_with_mistakes_says_so_and_still_serves(void **state)
{
    (void)state;
    add("kinds.ini", "[kind star]\ntitle = label\n"
                     "[kind deck]\n"
                     "[field star.mass]\ntype = numbr\nmany = perhaps\n"
                     "[field star.class]\ntype = choice\n"
                     "[field sun.mass]\ntype = number\n"
                     "[field star.age]\ntype = text\nlimit = mass\n"
                     "derived = none\nof = nothing\nafter = mass\n"
                     "[field mass]\n");
    add("deck.ini", "[deck]\ntitle = D\n[star a]\nname = A\nmass = 3\n");
    build();

    assert_problem("kind", 1, "\"label\"", "title = short");
    assert_problem("type", 5, "\"numbr\"", "write \"number\"");
    assert_problem("value", 6, "\"perhaps\"", "yes or no");
    assert_problem("field", 9, "no kind \"sun\"", "star");
    assert_int_equal(given.problems.errors, 11);
    assert_non_null(fact_of("a", "mass"));
}

static void facts_share_a_pool_by_kind_field_and_home(void **state)
{
    (void)state;
    add("kinds.ini", kinds);
    add("us.ini", us_deck);
    add("au.ini", "[deck]\ntitle = AU\nhome = JAPAN\n"
                  "[treaty au]\nname = AU\nplace = Sydney\n");
    add("x.ini", "[deck]\ntitle = X\nhome = Australia\n"
                 "[treaty x]\nname = X\nplace = Paris\n");
    build();

    size_t count;
    const struct fact *const *pool =
        knowledge_pool(given.knowledge, fact_of("au", "place"), &count);
    assert_int_equal(count, 3);
    assert_string_equal(pool[2]->id, "au/place");
    /* Dates of all date fields stand together. */
    knowledge_pool(given.knowledge, fact_of("us-1951", "signed"), &count);
    assert_int_equal(count, 3);
    knowledge_pool(given.knowledge, fact_of("x", "place"), &count);
    assert_int_equal(count, 1);
}

static void facts_and_subjects_are_found_by_value_and_kind(void **state)
{
    (void)state;
    build_deck(us_deck);

    const struct kind *treaty = knowledge_kind(given.knowledge, "treaty");
    size_t count;
    const struct fact *const *facts =
        knowledge_having(given.knowledge, kind_field(treaty, "partner"), NULL,
                         "united states", &count);
    assert_int_equal(count, 2);
    assert_string_equal(facts[0]->id, "us-1951/partner");
    assert_null(knowledge_having(given.knowledge, kind_field(treaty, "place"),
                                 NULL, "united states", &count));
    assert_int_equal(count, 0);
    const struct subject *const *subjects =
        knowledge_of_kind(given.knowledge, treaty, &count);
    assert_int_equal(count, 2);
    assert_string_equal(subjects[1]->id, "us-1960");
}

static void a_deck_of_another_kind_changes_nothing(void **state)
{
    (void)state;
    build_deck(us_deck);
    struct knowledge *alone = given.knowledge;
    add("rivers.ini", "[deck]\ntitle = Rivers\n[kind river]\n"
                      "[field river.mouth]\ntype = place\nask = Where?\n"
                      "[river rhine]\nname = Rhine\nmouth = San Francisco\n");
    build();

    const struct knowledge *both = given.knowledge;
    assert_int_equal(both->item_count, alone->item_count + 1);
    for (size_t i = 0; i < alone->item_count; i++)
        assert_string_equal(both->items[i].id, alone->items[i].id);
    size_t count_alone, count_both;
    knowledge_pool(alone, alone->items[2].fact, &count_alone);
    knowledge_pool(both, both->items[2].fact, &count_both);
    assert_int_equal(count_both, count_alone);
}

enum { RANDOM_SUBJECTS = 1000 };

/* A deck of random subjects, its sections in the order of `order`. */
static const char *random_deck(const size_t *order)
{
    size_t size = RANDOM_SUBJECTS * 120 + 100, used;
    char *text = arena_alloc(&given.arena, size);
    used = (size_t)snprintf(text, size, "[deck]\ntitle = R\nhome = Japan\n");
    for (size_t i = 0; i < RANDOM_SUBJECTS; i++) {
        struct random random = random_seeded(order[i]);
        used += (size_t)snprintf(
            text + used, size - used,
            "[treaty t%zu]\nname = T %zu\nsigned = %d-%02d-%02d\n"
            "place = P%d\nparty = Japan\nparty = %s\n",
            order[i], order[i], 1900 + (int)random_below(&random, 100),
            1 + (int)random_below(&random, 12),
            1 + (int)random_below(&random, 28),
            (int)random_below(&random, 2000),
            random_below(&random, 2) ? "US" : "Australia");
    }
    return text;
}

static void subjects_in_any_order_give_the_same_items(void **state)
{
    (void)state;
    size_t order[RANDOM_SUBJECTS];
    for (size_t i = 0; i < RANDOM_SUBJECTS; i++)
        order[i] = i;
    build_deck(random_deck(order));
    struct knowledge *sorted = given.knowledge;
    struct random random = random_seeded(7);
    for (size_t i = RANDOM_SUBJECTS - 1; i > 0; i--) {
        size_t k = (size_t)random_below(&random, i + 1);
        size_t swapped = order[i];
        order[i] = order[k];
        order[k] = swapped;
    }
    given.source_count = 1;
    add("deck.ini", random_deck(order));
    build();

    assert_int_equal(given.problems.count, 0);
    assert_int_equal(given.knowledge->item_count, sorted->item_count);
    assert_true(sorted->item_count > 3 * RANDOM_SUBJECTS);
    for (size_t i = 0; i < sorted->item_count; i++)
        assert_true(has_item(sorted->items[i].id));
}

/* A test with a fixture of its own. */
#define SENTENCE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_fixture, close_fixture)

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        SENTENCE(a_sound_deck_is_read_without_a_problem),
        SENTENCE(a_subject_has_its_names_and_its_title),
        SENTENCE(a_fact_has_values_and_what_is_said_about_them),
        SENTENCE(an_article_is_a_fact_of_its_number),
        SENTENCE(the_partner_is_who_is_party_beside_the_home),
        SENTENCE(there_is_no_partner_without_a_home_among_the_parties),
        SENTENCE(items_come_in_the_order_of_their_kinds_fields),
        SENTENCE(the_way_back_exists_only_where_one_subject_has_the_value),
        SENTENCE(a_cloze_card_hides_what_its_braces_hold),
        SENTENCE(a_card_that_cannot_be_asked_is_a_problem_and_the_rest_works),
        SENTENCE(the_same_id_twice_names_both_places_and_the_first_stands),
        SENTENCE(a_kind_or_field_declared_twice_names_both_places),
        SENTENCE(progress_is_found_under_an_id_it_had_before),
        SENTENCE(an_id_in_use_cannot_be_what_another_was),
        SENTENCE(a_key_that_is_not_known_is_told_with_the_nearest_one),
        SENTENCE(a_section_of_an_unknown_sort_is_told_with_the_nearest_one),
        SENTENCE(a_value_that_is_not_understood_is_not_asked),
        SENTENCE(a_field_of_one_value_keeps_the_first),
        SENTENCE(a_fact_may_be_asked_in_words_of_its_own),
        SENTENCE(a_file_of_subjects_without_a_deck_is_called_by_its_name),
        SENTENCE(an_id_that_cannot_be_kept_is_refused),
        SENTENCE(an_entity_is_known_by_all_its_names),
        SENTENCE(rivers_are_asked_as_treaties_are),
        SENTENCE(a_kinds_file_with_mistakes_says_so_and_still_serves),
        SENTENCE(facts_share_a_pool_by_kind_field_and_home),
        SENTENCE(facts_and_subjects_are_found_by_value_and_kind),
        SENTENCE(a_deck_of_another_kind_changes_nothing),
        SENTENCE(subjects_in_any_order_give_the_same_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
