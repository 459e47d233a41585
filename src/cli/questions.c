#include <stdio.h>
#include <string.h>

#include "cli/desk.h"
#include "cli/format.h"
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
    for (int i = 0; i < question->part_count; i++)
        printf("  %c  %s\n", 'A' + i, question->parts[i].title);
    printf("  = %s\n", question->answer);
}

enum { SEEDS_TRIED = 8 };

static bool has_size(enum form form)
{
    return form == FORM_CHOICE || form == FORM_MATCH || form == FORM_ORDER;
}

/* True if other seeds find 4: what one seed leaves over would, made smaller
 * now, be the key more often than the options beside it. */
static bool has_four(const struct knowledge *knowledge,
                     struct question_request request, struct arena *arena,
                     struct question *question, struct error *why_not)
{
    for (int i = 0; i < SEEDS_TRIED && request.form == FORM_CHOICE; i++) {
        request.seed++;
        if (question_make(knowledge, request, arena, question, why_not))
            return true;
    }
    return false;
}

/* Makes a choice, match or order of 4, or of 3 where there are no more. */
static bool make(const struct knowledge *knowledge,
                 struct question_request request, struct arena *arena,
                 struct question *question, struct error *why_not)
{
    if (has_size(request.form))
        request.options = 4;
    if (question_make(knowledge, request, arena, question, why_not))
        return true;
    if (!has_size(request.form) ||
        has_four(knowledge, request, arena, question, why_not))
        return false;
    request.options = OPTIONS_MIN;
    return question_make(knowledge, request, arena, question, why_not);
}

enum output { OUTPUT_PLAIN, OUTPUT_JSON, OUTPUT_MARKDOWN, OUTPUT_GIFT };

struct listing {
    const struct options *options;
    enum output output;
    bool is_key; /* the answers at the end of a sheet */
    int wanted;  /* enum form, FORM_COUNT for every one */
    int written;
};

static bool is_full(const struct listing *listing)
{
    int most = listing->options->count;
    return most > 0 && listing->written >= most;
}

static void write(const struct listing *listing,
                  const struct question *question)
{
    int number = listing->written + 1;
    switch (listing->output) {
    case OUTPUT_JSON:
        write_json(question, listing->options->seed);
        break;
    case OUTPUT_MARKDOWN:
        if (listing->is_key)
            markdown_answer(number, question);
        else
            markdown_question(number, question);
        break;
    case OUTPUT_GIFT:
        gift_question(question);
        break;
    case OUTPUT_PLAIN:
        write_plain(question);
        break;
    }
}

static bool is_wanted(const struct listing *listing, enum form form)
{
    if (listing->output == OUTPUT_GIFT && form == FORM_FLIP)
        return false;
    return listing->wanted == FORM_COUNT || (int)form == listing->wanted;
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
    error_set(why_not, "this format has no place for it");
    for (int form = 0; form < FORM_COUNT && !is_full(listing); form++) {
        struct question question;
        request.form = (enum form)form;
        if (!is_wanted(listing, request.form))
            continue;
        arena_reset(&desk->sitting);
        if (!make(desk->knowledge, request, &desk->sitting, &question, why_not))
            continue;
        write(listing, &question);
        listing->written++;
        is_asked = true;
    }
    return is_asked;
}

static void list_all(struct listing *listing, struct desk *desk)
{
    struct error err;
    listing->written = 0;
    for (size_t i = 0; i < desk->knowledge->item_count; i++) {
        const struct item *item = &desk->knowledge->items[i];
        if (is_full(listing))
            break;
        if (!list_item(listing, desk, item, &err) && !listing->is_key)
            fprintf(stderr, "%s: %s\n", item->id, err.text);
    }
}

static enum output output_of(const struct options *options)
{
    if (options->json)
        return OUTPUT_JSON;
    if (options->format && strcmp(options->format, "markdown") == 0)
        return OUTPUT_MARKDOWN;
    if (options->format && strcmp(options->format, "gift") == 0)
        return OUTPUT_GIFT;
    return OUTPUT_PLAIN;
}

int cli_questions(const struct options *options)
{
    struct desk desk;
    struct error err;
    struct listing listing = {
        .options = options,
        .output = output_of(options),
        .wanted = options->form ? form_of(options->form) : FORM_COUNT,
    };
    if (!desk_open_decks(&desk, options, &err)) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    desk_say_problems(&desk);
    if (listing.output == OUTPUT_MARKDOWN)
        printf("# Questions\n\n");
    list_all(&listing, &desk);
    if (listing.output == OUTPUT_MARKDOWN) {
        listing.is_key = true;
        printf("## Answers\n\n");
        list_all(&listing, &desk);
    }
    desk_close(&desk);
    return EXIT_DONE;
}
