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
        }
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
