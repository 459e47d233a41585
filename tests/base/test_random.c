/* Numbers that must never change, since questions are made of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "base/random.h"

static void a_seed_gives_the_published_numbers(void **state)
{
    (void)state;
    /* SplitMix64 with the seed 1234567 */
    static const uint64_t expected[] = {
        6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
        4593380528125082431u, 16408922859458223821u};
    struct random random = random_seeded(1234567);
    for (int i = 0; i < 5; i++)
        assert_true(random_next(&random) == expected[i]);
}

static void numbers_below_a_bound_are_equally_likely(void **state)
{
    (void)state;
    int count[6] = {0};
    struct random random = random_seeded(1);
    for (int i = 0; i < 60000; i++) {
        uint64_t n = random_below(&random, 6);
        assert_true(n < 6);
        count[n]++;
    }
    for (int i = 0; i < 6; i++)
        assert_in_range(count[i], 9600, 10400);
    assert_true(random_below(&random, 1) == 0);
}

static void a_unit_number_is_below_one(void **state)
{
    (void)state;
    double sum = 0;
    struct random random = random_seeded(2);
    for (int i = 0; i < 10000; i++) {
        double u = random_unit(&random);
        assert_true(u >= 0 && u < 1);
        sum += u;
    }
    assert_true(sum > 4900 && sum < 5100);
}

static void hashes_stay_what_they_are(void **state)
{
    (void)state;
    assert_true(hash_text(0, "us-1960/signed") == UINT64_C(0xe47c2ab228f7463b));
    assert_true(hash_number(7, 42) == UINT64_C(0xab99d1411fb83b36));
    assert_true(hash_text(1, "a") != hash_text(2, "a"));
    assert_true(hash_text(1, "a") != hash_text(1, "b"));
    assert_true(hash_text(hash_text(1, "a"), "b") !=
                hash_text(hash_text(1, "b"), "a"));
    assert_true(hash_number(1, 2) != hash_number(2, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_seed_gives_the_published_numbers),
        cmocka_unit_test(numbers_below_a_bound_are_equally_likely),
        cmocka_unit_test(a_unit_number_is_below_one),
        cmocka_unit_test(hashes_stay_what_they_are),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
