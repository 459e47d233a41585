#include "question_world.h"

#include "knowledge/answer.h"

static struct judgement judge(struct world *world, const char *item,
                              const char *typed)
{
    struct question question = ask(world, item, FORM_TYPED, 0, 1);
    return answer_judge(&question, typed, &world->arena);
}

static void assert_verdict(struct world *world, const char *item,
                           const char *typed, enum verdict verdict)
{
    if (judge(world, item, typed).verdict != verdict)
        fail_msg("\"%s\" for %s is not judged %d", typed, item, verdict);
}

static void assert_note(struct world *world, const char *item,
                        const char *typed, const char *note)
{
    struct judgement judgement = judge(world, item, typed);
    assert_int_equal(judgement.verdict, ANSWER_WRONG);
    assert_non_null(judgement.note);
    assert_string_equal(judgement.note, note);
}

static void case_spaces_and_points_do_not_matter(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_verdict(world, "us-1960/place", "Washington, D.C.", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/place", " washington d c ", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/place", "WASHINGTON DC", ANSWER_RIGHT);
    assert_verdict(world, "in-acsa/place", "newdelhi", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/place", "", ANSWER_WRONG);
    assert_verdict(world, "us-1960/place", "Tokyo", ANSWER_WRONG);
}

static void aliases_are_right(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_verdict(world, "us-1960/partner", "USA", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/partner", "the United States", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/signed/back", "Anpo Treaty", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/partner", "American", ANSWER_WRONG);
}

static void an_article_at_the_start_is_left_out(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_verdict(world, "us-1960.region", "far east", ANSWER_RIGHT);
    assert_verdict(world, "us-1960.region", "the middle east", ANSWER_WRONG);
}

static void one_slip_in_a_long_word_is_shown_and_counts(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct judgement judgement = judge(world, "au-acsa/place", "Sidney");
    assert_int_equal(judgement.verdict, ANSWER_SLIP);
    assert_string_equal(judgement.meant, "Sydney");
    assert_verdict(world, "in-acsa/place", "New Dehli", ANSWER_SLIP);
    assert_verdict(world, "au-acsa/place", "Sidnei", ANSWER_WRONG);
    assert_verdict(world, "it-info/place", "Rom", ANSWER_WRONG);
}

static void a_date_may_be_spelled_in_many_ways(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_verdict(world, "us-1960/signed", "1960-01-19", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/signed", "19 Jan 1960", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/signed", "19 january 1960", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/signed", "19 Janury 1960", ANSWER_SLIP);
}

static void a_digit_is_never_a_slip(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_verdict(world, "us-1960/signed", "19 January 1950", ANSWER_WRONG);
    assert_verdict(world, "us-1960/articles", "11", ANSWER_WRONG);
    assert_verdict(world, "us-1960/articles", "1 0", ANSWER_WRONG);
    assert_verdict(world, "us-1960/articles", "10", ANSWER_RIGHT);
    assert_verdict(world, "us-1960/articles", "ten", ANSWER_RIGHT);
}

static void a_date_near_the_answer_says_how_near(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_note(world, "us-1960/signed", "19 January 1961", "One year off");
    assert_note(world, "us-1960/signed", "20 January 1960", "One day off");
    assert_note(world, "us-1960/signed", "19 February 1960", "One month off");
    assert_note(world, "us-1960/signed", "January 1960", "The day is missing");
    assert_note(world, "us-1960/signed", "1960",
                "The day and the month are missing");
    assert_null(judge(world, "us-1960/signed", "3 May 1975").note);
}

static void a_date_counts_at_the_precision_of_the_answer(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        KINDS,
        "[deck]\ntitle = Dates\nlang = en\nhome = Japan\n"
        "[treaty a]\nname = A\nshort = First Text\nsigned = 2014-09\n",
        NULL});

    assert_verdict(world, "a/signed", "September 2014", ANSWER_RIGHT);
    assert_verdict(world, "a/signed", "2014-09-03", ANSWER_RIGHT);
    assert_note(world, "a/signed", "2014", "The month is missing");
    assert_note(world, "a/signed", "October 2014", "One month off");
}

static void a_persons_name_is_right_in_either_order(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        KINDS,
        "[deck]\ntitle = Names\nlang = en\nhome = Japan\n"
        "[treaty a]\nname = A\nshort = First Text\nsigner = Kono Taro\n"
        "place = New Delhi\n"
        "[treaty b]\nname = B\nshort = Second Text\n"
        "signer = Yoon Suk Yeol\n",
        NULL});

    assert_verdict(world, "a/signer", "Kono Taro", ANSWER_RIGHT);
    assert_verdict(world, "a/signer", "Taro Kono", ANSWER_RIGHT);
    assert_verdict(world, "b/signer", "Suk Yeol Yoon", ANSWER_RIGHT);
    assert_verdict(world, "b/signer", "Yeol Yoon Suk", ANSWER_WRONG);
    assert_verdict(world, "a/place", "Delhi New", ANSWER_WRONG);
}

static void the_nearest_accepted_spelling_is_meant(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct judgement judgement =
        judge(world, "us-1960/signed/back", "Ampo treatise");

    assert_int_equal(judgement.verdict, ANSWER_WRONG);
    assert_string_equal(judgement.meant, "Anpo treaty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_spaces_and_points_do_not_matter),
        cmocka_unit_test(aliases_are_right),
        cmocka_unit_test(an_article_at_the_start_is_left_out),
        cmocka_unit_test(one_slip_in_a_long_word_is_shown_and_counts),
        cmocka_unit_test(a_date_may_be_spelled_in_many_ways),
        cmocka_unit_test(a_digit_is_never_a_slip),
        cmocka_unit_test(a_date_near_the_answer_says_how_near),
        cmocka_unit_test(a_date_counts_at_the_precision_of_the_answer),
        cmocka_unit_test(a_persons_name_is_right_in_either_order),
        cmocka_unit_test(the_nearest_accepted_spelling_is_meant),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
