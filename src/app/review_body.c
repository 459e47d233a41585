/* What a review's event says of the question and its answer, as JSON. */
#include "app/update.h"

#include <stdio.h>
#include <string.h>

/* So that five options and what was typed fit an event's body. */
enum { BODY_TEXT_MAX = 280 };

/* Appends to a JSON object; what no longer fits is left out whole. */
static void put(char *out, size_t size, size_t *used, const char *text)
{
    size_t length = strlen(text);
    if (*used + length + 3 >= size)
        return;
    memcpy(out + *used, text, length + 1);
    *used += length;
}

/* A long text is kept by its beginning: the fact's id tells the rest. */
static void put_text(char *out, size_t size, size_t *used, const char *text)
{
    char start[BODY_TEXT_MAX + 1];
    size_t length = 0;
    for (size_t step; (step = text_next(text + length)) > 0; length += step)
        if (length + step > BODY_TEXT_MAX)
            break;
    memcpy(start, text, length);
    start[length] = '\0';
    if (!text_json(start, out, size - 3, used))
        put(out, size, used, "\"\"");
}

static void put_option(const char *of, const char *text, int nth, char *out,
                       size_t *used)
{
    put(out, EVENT_BODY_MAX, used, nth ? ",{\"of\":" : "{\"of\":");
    put_text(out, EVENT_BODY_MAX, used, of ? of : "");
    put(out, EVENT_BODY_MAX, used, ",\"text\":");
    put_text(out, EVENT_BODY_MAX, used, text);
    put(out, EVENT_BODY_MAX, used, "}");
}

static void put_options(const struct question *question, char *out,
                        size_t *used)
{
    put(out, EVENT_BODY_MAX, used, ",\"options\":[");
    for (int i = 0; i < question->option_count; i++)
        put_option(question->options[i].of, question->options[i].text, i, out,
                   used);
    put(out, EVENT_BODY_MAX, used, "]");
}

/* What was on the right of a match; of an order, what was to be ordered. */
static void put_parts(const struct question *question, char *out, size_t *used)
{
    bool is_match = question->request.form == FORM_MATCH;
    put(out, EVENT_BODY_MAX, used, ",\"options\":[");
    for (int k = 0; k < question->part_count; k++) {
        const struct part *part =
            &question->parts[is_match ? question->places[k] : k];
        put_option(part->item->id, is_match ? part->value : part->title, k, out,
                   used);
    }
    put(out, EVENT_BODY_MAX, used, "]");
}

/* A part of a match is a choice among all values; of an order, a place. */
static void put_laid(const struct app *app, int part, char *out, size_t *used)
{
    char text[96];
    const struct question *question = &app->question;
    const struct laying *laying = &app->laying;
    bool is_match = question->request.form == FORM_MATCH;
    put_parts(question, out, used);
    snprintf(text, sizeof text, ",\"part\":%d,\"together\":%d", part,
             question->part_count);
    put(out, EVENT_BODY_MAX, used, text);
    if (is_match && laying->joined[part] >= 0) {
        snprintf(text, sizeof text, ",\"chosen\":%d", laying->joined[part]);
        put(out, EVENT_BODY_MAX, used, text);
    }
    for (int k = 0; k < question->part_count && !is_match; k++) {
        bool is_here = laying->at[k] == part && !laying->passed;
        snprintf(text, sizeof text, ",\"place\":%d", k);
        put(out, EVENT_BODY_MAX, used, is_here ? text : "");
    }
}

void review_body(const struct app *app, int part, char out[EVENT_BODY_MAX])
{
    const struct question *question = &app->question;
    size_t size = EVENT_BODY_MAX;
    size_t used = 0;
    char number[96];
    snprintf(number, sizeof number,
             "{\"form\":\"%s\",\"seed\":\"%llu\",\"target\":%.17g",
             form_name(question->request.form),
             (unsigned long long)question->request.seed,
             app->progress->settings.target);
    put(out, size, &used, number);
    if (question->option_count)
        put_options(question, out, &used);
    if (part >= 0)
        put_laid(app, part, out, &used);
    if (app->chosen >= 0) {
        snprintf(number, sizeof number, ",\"chosen\":%d", app->chosen);
        put(out, size, &used, number);
    }
    if (app_form(app) == FORM_TYPED) {
        put(out, size, &used, ",\"typed\":");
        put_text(out, size, &used, app->typed);
    }
    memcpy(out + used, "}", 2);
}
