/* What decks say is known: subjects, facts, items and their words. */
#include "knowledge_world.h"

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
        SENTENCE(progress_is_found_under_an_id_it_had_before),
        SENTENCE(a_fact_may_be_asked_in_words_of_its_own),
        SENTENCE(a_file_of_subjects_without_a_deck_is_called_by_its_name),
        SENTENCE(an_entity_is_known_by_all_its_names),
        SENTENCE(rivers_are_asked_as_treaties_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
