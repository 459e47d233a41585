/* Matches and orders in the terminal: "1B 2A 3C", "3 1 2 4". */
#include "cli/ask_parts.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* What a line says: of each place, the number that was written there. */
struct written {
    int number[PARTS_MAX];
    int count;
};

static bool is_match(const struct ask *ask)
{
    return app_form(&ask->app) == FORM_MATCH;
}

static const char *skip(const char *line)
{
    return line + strspn(line, " \t,;:=-");
}

/* Digits from 1 or letters from A, as many as there are parts, each once. */
static int one_of(char c, char first, int count)
{
    int number = toupper((unsigned char)c) - first;
    return number >= 0 && number < count ? number : -1;
}

static bool put(struct written *written, int place, int number)
{
    for (int i = 0; i < PARTS_MAX; i++)
        if (written->number[i] == number)
            return false;
    if (place < 0 || number < 0 || written->number[place] >= 0)
        return false;
    written->number[place] = number;
    written->count++;
    return true;
}

/* "1B 2A 3C": of each part on the left the row on the right. */
static bool read_match(const char *line, int count, struct written *written)
{
    for (line = skip(line); *line; line = skip(line)) {
        int left = one_of(*line++, '1', count);
        line = skip(line);
        if (!*line || !put(written, left, one_of(*line++, 'A', count)))
            return false;
    }
    return true;
}

/* "3 1 2 4" or "3124": the parts as they come, the first one first. */
static bool read_order(const char *line, int count, struct written *written)
{
    for (line = skip(line); *line; line = skip(line))
        if (written->count == count ||
            !put(written, written->count, one_of(*line++, '1', count)))
            return false;
    return true;
}

bool ask_parts_read(const struct ask *ask, const char *line,
                    int laid[PARTS_MAX])
{
    int count = ask->app.question.part_count;
    struct written written = {.count = 0};
    for (int i = 0; i < PARTS_MAX; i++)
        written.number[i] = -1;
    bool good = is_match(ask) ? read_match(line, count, &written)
                              : read_order(line, count, &written);
    memcpy(laid, written.number, sizeof written.number);
    return good && written.count == count;
}

const char *ask_parts_hint(struct ask *ask)
{
    int count = ask->app.question.part_count;
    const char *text =
        is_match(ask) ? "Write which belong together: " : "Write the order: ";
    for (int i = 0; i < count; i++)
        text = is_match(ask)
                   ? arena_printf(&ask->frame, "%s%s%d%c", text, i ? " " : "",
                                  i + 1, 'A' + (i + 1) % count)
                   : arena_printf(&ask->frame, "%s%s%d", text, i ? " " : "",
                                  count - i);
    return arena_printf(&ask->frame, "%s, or 0 if you do not know", text);
}

void ask_parts_show(const struct ask *ask)
{
    const struct question *question = &ask->app.question;
    for (int i = 0; i < question->part_count; i++)
        printf("  %d  %s\n", i + 1, question->parts[i].title);
    for (int k = 0; k < question->part_count && is_match(ask); k++)
        printf("  %c  %s\n", 'A' + k,
               question->parts[question->places[k]].value);
}

void ask_parts_show_result(const struct ask *ask)
{
    const struct app *app = &ask->app;
    for (int i = 0; i < app->question.part_count; i++) {
        const struct part *part = &app->question.parts[i];
        printf("  %s  %s: %s\n", laying_is_right(app, i) ? "right" : "wrong",
               part->title, part->value);
    }
}

void ask_parts_json(struct json *json, const struct ask *ask)
{
    const struct app *app = &ask->app;
    json_list_open(json, "laid");
    for (int i = 0; i < app->question.part_count; i++) {
        json_item_open(json);
        json_text(json, "item", app->question.parts[i].item->id);
        json_bool(json, "right", laying_is_right(app, i));
        json_item_close(json);
    }
    json_list_close(json);
}
