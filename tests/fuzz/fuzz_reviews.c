/*
 * Any bytes as a table of reviews. Whatever is read is in order and within its
 * limits, and can be fitted to; whatever is not has a sentence that names the
 * line. Build with clang -fsanitize=fuzzer,address,undefined.
 */
#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "io/reviews_csv.h"
#include "memory/metrics.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct reviews *reviews, struct arena *arena)
{
    assert(reviews->starts[reviews->cards] == reviews->count);
    for (size_t card = 0; card < reviews->cards; card++)
        for (size_t i = reviews->starts[card]; i < reviews->starts[card + 1];
             i++) {
            const struct review *review = &reviews->list[i];
            assert(review->card == card && review->grade < GRADE_COUNT);
            assert(review->chance >= 0 && review->chance < 1);
            assert(reviews_days(reviews, i, MODEL_FSRS6) >= 0);
            assert(i == reviews->starts[card] ||
                   review->at_ms >= review[-1].at_ms);
        }
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        struct fit_options options = {
            .kind = (enum model_kind)kind, .prior = true, .iterations = 3};
        struct fit_log log =
            reviews_log(reviews, options.kind, (uint32_t)reviews->count,
                        FIT_RECENCY_MILD, arena);
        struct fit_result result = fit_model(&log, &options, arena);
        struct judgement judgement = metrics_judge(
            &result.model, reviews, 0, (uint32_t)reviews->count, arena);
        assert(isfinite(judgement.all.log_loss));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct reviews reviews;
    struct error err = {.text = ""};
    arena_init(&arena, (size_t)1 << 30);
    if (reviews_csv_parse((const char *)data, size, "fuzz.csv",
                          (struct reviews_zone){540, 4}, &arena, &reviews,
                          &err))
        check(&reviews, &arena);
    else
        assert(strncmp(err.text, "fuzz.csv", 8) == 0);
    arena_release(&arena);
    return 0;
}
