#include "cli/json_question.h"

static const char *direction_of(const struct item *item)
{
    return item->card ? "card" : item->back ? "back" : "forward";
}

static void add_options(struct json *json, const struct question *question,
                        bool answered)
{
    json_list_open(json, "options");
    for (int i = 0; i < question->option_count; i++) {
        const struct option *option = &question->options[i];
        json_item_open(json);
        json_text(json, "text", option->text);
        if (answered) {
            json_bool(json, "right", option->right);
            json_text(json, "of", option->of);
            if (option->belongs)
                json_text(json, "belongs", option->belongs);
            if (option->likeness > 0)
                json_real(json, "likeness", option->likeness);
        }
        json_item_close(json);
    }
    json_list_close(json);
}

/* Pairs and orders: what is shown, and where each part belongs. */
static void add_parts(struct json *json, const struct question *question,
                      bool answered)
{
    bool is_match = question->request.form == FORM_MATCH;
    json_list_open(json, "parts");
    for (int i = 0; i < question->part_count; i++) {
        json_item_open(json);
        json_text(json, "item", question->parts[i].item->id);
        json_text(json, "text", question->parts[i].title);
        if (answered)
            json_text(json, "value", question->parts[i].value);
        json_item_close(json);
    }
    json_list_close(json);
    json_list_open(json, is_match ? "values" : "order");
    for (int k = 0; k < question->part_count; k++) {
        const struct part *part = &question->parts[question->places[k]];
        if (!is_match && !answered)
            break;
        json_item_open(json);
        json_text(json, "text", is_match ? part->value : part->title);
        if (answered)
            json_int(json, "part", question->places[k]);
        json_item_close(json);
    }
    json_list_close(json);
}

void json_question(struct json *json, const struct question *question,
                   uint64_t seed, bool answered)
{
    json_text(json, "item", question->request.item->id);
    json_text(json, "form", form_name(question->request.form));
    json_text(json, "direction", direction_of(question->request.item));
    json_uint(json, "seed", seed);
    json_text(json, "head", question->head);
    json_text(json, "prompt", question->prompt);
    add_options(json, question, answered);
    if (question->part_count)
        add_parts(json, question, answered);
    if (!answered)
        return;
    json_text(json, "answer", question->answer);
    json_text(json, "why", question->why);
    json_text(json, "source", question->source);
    json_text(json, "file", question->file);
    if (question->file && question->line > 0)
        json_int(json, "line", question->line);
    else
        json_null(json, "line");
}
