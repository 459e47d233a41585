#include "study/weights.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "memory/curve.h"

static const char name[] = "weights";
static const char list_key[] = "\"weights\":[";

static int count_of(enum model_kind kind)
{
    return kind == MODEL_FSRS6 ? FSRS6_WEIGHTS : FSRS7_WEIGHTS;
}

struct event weights_event(const struct memory_model *model, struct moment now,
                           struct arena *arena)
{
    double value = model->kind == MODEL_FSRS6 ? 6 : 7;
    char *body = arena_alloc(arena, EVENT_BODY_MAX);
    size_t used = (size_t)snprintf(body, EVENT_BODY_MAX,
                                   "{\"name\":\"%s\",\"value\":%g,%s", name,
                                   value, list_key);
    for (int i = 0; i < count_of(model->kind); i++)
        used += (size_t)snprintf(body + used, EVENT_BODY_MAX - used, "%s%.17g",
                                 i ? "," : "", model->weights[i]);
    snprintf(body + used, EVENT_BODY_MAX - used, "]}");
    return (struct event){
        .kind = EVENT_SETTING,
        .at_ms = now.at_ms,
        .tz_min = now.tz_min,
        .study_day = moment_study_day(now),
        .name = name,
        .value = value,
        .body = body,
    };
}

static bool is_fit(const struct event *event)
{
    return event->kind == EVENT_SETTING && event->name &&
           strcmp(event->name, name) == 0;
}

/* Just `count` numbers between the brackets. */
static bool read_list(const char *body, double *weights, int count)
{
    const char *at = body ? strstr(body, list_key) : NULL;
    if (!at)
        return false;
    at += strlen(list_key);
    for (int i = 0; i < count; i++) {
        char *end;
        weights[i] = strtod(at, &end);
        if (end == at || *end != (i + 1 < count ? ',' : ']'))
            return false;
        at = end + 1;
    }
    return true;
}

bool weights_obey(struct study_settings *settings, const struct event *event)
{
    struct memory_model model;
    double weights[MODEL_WEIGHTS_MAX];
    if (!is_fit(event) || !(event->value == 6 || event->value == 7))
        return false;
    enum model_kind kind = event->value == 6 ? MODEL_FSRS6 : MODEL_FSRS7;
    if (!read_list(event->body, weights, count_of(kind)) ||
        !memory_model_make(&model, kind, weights, count_of(kind), true, NULL))
        return false;
    settings->model = model;
    settings->fit_day = event->study_day;
    return true;
}

const struct event *weights_last(const struct event *events, size_t count,
                                 struct arena *arena)
{
    const struct event *last = NULL;
    const struct event **list = progress_standing(arena, events, count, &count);
    for (size_t i = 0; i < count; i++)
        if (is_fit(list[i]))
            last = list[i];
    return last;
}

/* Numbers for ids, in the order of meeting. */
struct numbers {
    const char **ids;
    uint32_t *slots; /* number + 1; 0: free */
    size_t slot_count;
    uint32_t count;
};

static uint32_t number_of(struct numbers *numbers, const char *id)
{
    size_t slot = (size_t)hash_text(0, id) & (numbers->slot_count - 1);
    for (; numbers->slots[slot]; slot = (slot + 1) & (numbers->slot_count - 1))
        if (strcmp(numbers->ids[numbers->slots[slot] - 1], id) == 0)
            return numbers->slots[slot] - 1;
    numbers->ids[numbers->count] = id;
    numbers->slots[slot] = ++numbers->count;
    return numbers->count - 1;
}

static struct numbers numbers_for(size_t count, struct arena *arena)
{
    struct numbers numbers = {.slot_count = 16};
    while (numbers.slot_count < 2 * count)
        numbers.slot_count *= 2;
    numbers.ids = arena_array(arena, count + 1, sizeof *numbers.ids);
    numbers.slots =
        arena_array(arena, numbers.slot_count, sizeof *numbers.slots);
    return numbers;
}

static bool is_of_one_memory(const struct event *event)
{
    return event->kind == EVENT_REVIEW && event->item &&
           event->mode != MODE_CLASS;
}

void weights_reviews(const struct event *events, size_t count,
                     const struct knowledge *knowledge, struct arena *arena,
                     struct reviews *reviews)
{
    const struct event **list = progress_standing(arena, events, count, &count);
    struct numbers numbers = numbers_for(count, arena);
    memset(reviews, 0, sizeof *reviews);
    assert(count <= REVIEWS_MAX);
    reviews->list = arena_array(arena, count + 1, sizeof *reviews->list);
    for (size_t i = 0; i < count; i++) {
        if (!is_of_one_memory(list[i]))
            continue;
        const char *id = knowledge
                             ? knowledge_current_id(knowledge, list[i]->item)
                             : list[i]->item;
        reviews->list[reviews->count++] = (struct review){
            .at_ms = list[i]->at_ms,
            .study_day = list[i]->study_day,
            .card = number_of(&numbers, id),
            .chance = (float)curve_bounded(list[i]->chance, 0, .999),
            .grade = (uint8_t)list[i]->grade,
        };
    }
    reviews->cards = numbers.count;
    reviews_arrange(reviews, arena);
}
