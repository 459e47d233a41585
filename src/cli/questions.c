#include <stdio.h>

#include "cli/desk.h"
#include "cli/json_question.h"

static void write_json(const struct question *question, uint64_t seed)
{
    struct json out;
    json_open(&out);
    json_question(&out, question, seed, true);
    json_close(&out);
}

static void write_plain(const struct question *question)
{
    printf("%s (%s)\n  %s\n", question->request.item->id,
           form_name(question->request.form), question->prompt);
    for (int i = 0; i < question->option_count; i++)
        printf("  %d  %s%s\n", i + 1, question->options[i].text,
               question->options[i].right ? "  (right)" : "");
    printf("  = %s\n", question->answer);
}

/* Makes a choice of 4, or of 3 where there are no more. */
static bool make(const struct knowledge *knowledge,
                 struct question_request request, struct arena *arena,
                 struct question *question, struct error *why_not)
{
    if (request.form != FORM_CHOICE)
        return question_make(knowledge, request, arena, question, why_not);
    for (request.options = 4; request.options >= OPTIONS_MIN; request.options--)
        if (question_make(knowledge, request, arena, question, why_not))
            return true;
    return false;
}

struct listing {
    const struct options *options;
    int wanted; /* enum form, FORM_COUNT for every one */
    int written;
};

static bool is_full(const struct listing *listing)
{
    int most = listing->options->count;
    return most > 0 && listing->written >= most;
}

/* Writes the forms in which an item is asked; false, with the reason of the
 * last one, where there is none. */
static bool list_item(struct listing *listing, struct desk *desk,
                      const struct item *item, struct error *why_not)
{
    bool is_asked = false;
    struct question_request request = {
        .item = item,
        .seed = listing->options->seed,
        .today = moment_study_day(clock_now(listing->options)),
    };
    for (int form = 0; form < FORM_COUNT && !is_full(listing); form++) {
        struct question question;
        if (listing->wanted != FORM_COUNT && form != listing->wanted)
            continue;
        request.form = (enum form)form;
        arena_reset(&desk->sitting);
        if (!make(desk->knowledge, request, &desk->sitting, &question, why_not))
            continue;
        if (listing->options->json)
            write_json(&question, request.seed);
        else
            write_plain(&question);
        listing->written++;
        is_asked = true;
    }
    return is_asked;
}

int cli_questions(const struct options *options)
{
    struct desk desk;
    struct error err;
    int wanted = options->form ? form_of(options->form) : FORM_COUNT;
    struct listing listing = {options, wanted, 0};
    if (!desk_open_decks(&desk, options, &err)) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    desk_say_problems(&desk);
    for (size_t i = 0; i < desk.knowledge->item_count; i++) {
        const struct item *item = &desk.knowledge->items[i];
        if (is_full(&listing))
            break;
        if (!list_item(&listing, &desk, item, &err))
            fprintf(stderr, "%s: %s\n", item->id, err.text);
    }
    desk_close(&desk);
    return EXIT_DONE;
}
