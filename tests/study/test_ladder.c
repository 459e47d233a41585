#include "study/ladder.h"

#include "study_world.h"

/* Six rivers, so that there are options enough; a tale is too long to type; of
 * the last kind there are too few for a choice. */
static const char deck[] =
    "[kind lake]\nlabel = lake\nplural = lakes\ntitle = name\n"
    "[field lake.country]\ntype = place\ncomplete = yes\n"
    "ask = Where is {title}?\n"
    "[deck]\ntitle = Waters\nhome = Earth\n"
    "[river nile]\nname = Nile\nlength = 6650\nmouth = Mediterranean\n"
    "tale = It was said to have risen each summer from the tears of a goddess\n"
    "[river rhine]\nname = Rhine\nlength = 1230\nmouth = North Sea\n"
    "[river danube]\nname = Danube\nlength = 2850\nmouth = Black Sea\n"
    "[river volga]\nname = Volga\nlength = 3530\nmouth = Caspian\n"
    "[river po]\nname = Po\nlength = 652\nmouth = Adriatic\n"
    "[river indus]\nname = Indus\nlength = 3180\nmouth = Arabian Sea\n"
    "[lake biwa]\nname = Biwa\ncountry = Shiga\n"
    "[lake aral]\nname = Aral\ncountry = Turan\n";

static struct arena arena;
static struct knowledge *knowledge;
static struct progress progress;

static int open_world(void **state)
{
    (void)state;
    arena_init(&arena, 256u << 20);
    knowledge =
        knowledge_of(&arena, (const char *const[]){RIVER_KIND, deck, NULL});
    progress_init(&progress, &arena, knowledge, study_settings_default());
    progress.settings.model = memory_model_default(MODEL_FSRS6);
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct question ask_as(const char *id, enum form form, uint64_t seed)
{
    struct question question;
    const struct item *item = knowledge_item(knowledge, id);
    assert_non_null(item);
    ladder_question(knowledge, &progress, item, form, seed, MONDAY, &arena,
                    &question);
    return question;
}

/* Asks an item as the ladder wants it at so many days of strength. */
static struct question ask_at(const char *id, double strength)
{
    struct item_state kept = {
        .memory = {.count = 1, .weight = {1}, .branch = {{strength, 0, 5}}},
        .reviews = 3};
    progress_restore(&progress, id, &kept);
    return ask_as(id, FORM_COUNT, 1);
}

static void what_is_new_is_a_choice_of_three(void **state)
{
    struct question question = ask_as("danube/mouth", FORM_COUNT, 1);
    assert_int_equal(question.request.form, FORM_CHOICE);
    assert_int_equal(question.option_count, 3);
    (void)state;
}

static void the_forms_grow_with_the_days_of_strength(void **state)
{
    assert_int_equal(ask_at("nile/mouth", 6.9).option_count, 3);
    assert_int_equal(ask_at("nile/mouth", 7.1).option_count, 4);
    assert_int_equal(ask_at("nile/mouth", 20.9).option_count, 4);
    assert_int_equal(ask_at("nile/mouth", 21.1).request.form, FORM_TYPED);
    assert_int_equal(ask_at("nile/mouth", 400).request.form, FORM_TYPED);
    (void)state;
}

static void what_is_too_long_to_type_is_a_card_to_turn(void **state)
{
    assert_int_equal(ask_at("nile/tale", 30).request.form, FORM_FLIP);
    (void)state;
}

static void without_options_the_weak_turn_and_the_stronger_type(void **state)
{
    assert_int_equal(ask_as("aral/country", FORM_COUNT, 1).request.form,
                     FORM_FLIP);
    assert_int_equal(ask_at("biwa/country", 3).request.form, FORM_FLIP);
    assert_int_equal(ask_at("biwa/country", 8).request.form, FORM_TYPED);
    (void)state;
}

static void a_form_that_is_wanted_is_tried_first(void **state)
{
    assert_int_equal(ask_as("rhine/mouth", FORM_FLIP, 1).request.form,
                     FORM_FLIP);
    assert_int_equal(ask_as("rhine/mouth", FORM_TYPED, 1).request.form,
                     FORM_TYPED);
    assert_int_equal(ask_as("nile/tale", FORM_TYPED, 1).request.form,
                     FORM_FLIP);
    assert_int_equal(ask_as("aral/country", FORM_CHOICE, 1).request.form,
                     FORM_FLIP);
    (void)state;
}

static void a_wanted_choice_has_as_many_options_as_strength_allows(void **state)
{
    ask_at("volga/mouth", 30);
    assert_int_equal(ask_as("volga/mouth", FORM_CHOICE, 1).option_count, 5);
    assert_int_equal(ask_as("po/mouth", FORM_CHOICE, 1).option_count, 3);
    (void)state;
}

static bool same_options(const struct question *a, const struct question *b)
{
    bool same = a->option_count == b->option_count && a->right == b->right;
    for (int i = 0; same && i < a->option_count; i++)
        same = strcmp(a->options[i].text, b->options[i].text) == 0;
    return same;
}

static void the_same_seed_and_reviews_give_the_same_question(void **state)
{
    struct question first = ask_as("indus/mouth", FORM_COUNT, 7);
    struct question second = ask_as("indus/mouth", FORM_COUNT, 7);
    assert_true(same_options(&first, &second));
    assert_true(first.request.seed == second.request.seed);
    (void)state;
}

static void each_review_and_each_item_has_its_own_seed(void **state)
{
    struct question before = ask_as("indus/mouth", FORM_COUNT, 7);
    struct question other = ask_as("danube/mouth", FORM_COUNT, 7);
    struct event review = answer("indus/mouth", 0, GRADE_AGAIN);
    struct progress_step step = progress_apply(&progress, &review);
    struct question after = ask_as("indus/mouth", FORM_COUNT, 7);
    progress_take_back(&progress, &step);
    struct question undone = ask_as("indus/mouth", FORM_COUNT, 7);

    assert_true(before.request.seed != other.request.seed);
    assert_true(before.request.seed != after.request.seed);
    assert_true(before.request.seed == undone.request.seed);
    assert_true(same_options(&before, &undone));
    (void)state;
}

static void every_item_can_be_asked_at_every_strength(void **state)
{
    for (size_t i = 0; i < knowledge->item_count; i++)
        for (double strength = .01; strength < 500; strength *= 3) {
            struct question question = ask_at(knowledge->items[i].id, strength);
            assert_non_null(question.prompt);
            assert_non_null(question.answer);
        }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_new_is_a_choice_of_three),
        cmocka_unit_test(the_forms_grow_with_the_days_of_strength),
        cmocka_unit_test(what_is_too_long_to_type_is_a_card_to_turn),
        cmocka_unit_test(without_options_the_weak_turn_and_the_stronger_type),
        cmocka_unit_test(a_form_that_is_wanted_is_tried_first),
        cmocka_unit_test(
            a_wanted_choice_has_as_many_options_as_strength_allows),
        cmocka_unit_test(the_same_seed_and_reviews_give_the_same_question),
        cmocka_unit_test(each_review_and_each_item_has_its_own_seed),
        cmocka_unit_test(every_item_can_be_asked_at_every_strength),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_world, close_world);
}
