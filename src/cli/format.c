#include "cli/format.h"

#include <stdio.h>
#include <string.h>

/* The text with a backslash before each of those characters, in one line. */
static void write_escaped(const char *text, const char *end,
                          const char *special)
{
    for (; text < end; text++) {
        if (*text == '\n') {
            putchar(' ');
            continue;
        }
        if (strchr(special, *text))
            putchar('\\');
        putchar(*text);
    }
}

static void markdown(const char *text)
{
    write_escaped(text, text + strlen(text), "\\`*_[]<>#|~$");
}

static void write_list(const struct question *question)
{
    bool is_match = question->request.form == FORM_MATCH;
    for (int i = 0; i < question->option_count; i++) {
        printf("   - [ ] %c. ", 'A' + i);
        markdown(question->options[i].text);
        putchar('\n');
    }
    for (int i = 0; i < question->part_count; i++) {
        printf("   - %c. ", 'A' + i);
        markdown(question->parts[i].title);
        putchar('\n');
    }
    for (int k = 0; is_match && k < question->part_count; k++) {
        printf("   - %d. ", k + 1);
        markdown(question->parts[question->places[k]].value);
        putchar('\n');
    }
}

void markdown_question(int number, const struct question *question)
{
    printf("%d. ", number);
    if (question->request.form == FORM_TRUTH)
        fputs("True or false? ", stdout);
    markdown(question->prompt);
    putchar('\n');
    write_list(question);
    if (!question->option_count && !question->part_count)
        fputs("\n   \\_\\_\\_\\_\\_\\_\\_\\_\n", stdout);
    putchar('\n');
}

/* "1C 2A 3B" of a match, "C A B" of an order. */
static void write_places(const struct question *question)
{
    for (int k = 0; k < question->part_count; k++) {
        if (k)
            putchar(' ');
        if (question->request.form == FORM_MATCH)
            printf("%d", k + 1);
        putchar('A' + question->places[k]);
    }
    fputs(": ", stdout);
}

void markdown_answer(int number, const struct question *question)
{
    printf("%d. ", number);
    if (question->part_count)
        write_places(question);
    else if (question->option_count)
        printf("%c: ", 'A' + question->right);
    markdown(question->option_count ? question->options[question->right].text
                                    : question->answer);
    if (question->why) {
        fputs(" — ", stdout);
        markdown(question->why);
    }
    if (question->source) {
        fputs(" *(", stdout);
        markdown(question->source);
        fputs(")*", stdout);
    }
    putchar('\n');
}

static void gift_part(const char *text, const char *end)
{
    write_escaped(text, end, "\\~=#{}:");
}

static void gift(const char *text)
{
    gift_part(text, text + strlen(text));
}

/* Between the two sides of a pair stands "->", so it may not stand in one. */
static void gift_side(const char *text)
{
    const char *arrow;
    for (; (arrow = strstr(text, "->")) != NULL; text = arrow + 2) {
        gift_part(text, arrow);
        fputs("→", stdout);
    }
    gift(text);
}

static void gift_options(const struct question *question)
{
    for (int i = 0; i < question->option_count; i++) {
        const struct option *option = &question->options[i];
        fputs(option->right ? "\t=" : "\t~", stdout);
        gift(option->text);
        if (option->belongs) {
            putchar('#');
            gift(option->belongs);
        }
        putchar('\n');
    }
}

static void gift_accepted(const struct question *question)
{
    for (size_t i = 0; i < question->accepted_count; i++) {
        fputs("\t=", stdout);
        gift(question->accepted[i]);
        putchar('\n');
    }
}

static void gift_pairs(const struct question *question)
{
    for (int i = 0; i < question->part_count; i++) {
        fputs("\t=", stdout);
        gift_side(question->parts[i].title);
        fputs(" -> ", stdout);
        gift_side(question->parts[i].value);
        putchar('\n');
    }
}

/* Shown to everyone at the end: the reason and where it comes from. */
static void gift_feedback(const struct question *question, bool with_answer)
{
    const char *const texts[] = {with_answer ? question->answer : NULL,
                                 question->why, question->source};
    bool is_first = true;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (!texts[i])
            continue;
        fputs(is_first ? "\t####" : " / ", stdout);
        gift(texts[i]);
        is_first = false;
    }
    if (!is_first)
        putchar('\n');
}

static void gift_gap(const struct question *question)
{
    fputs("{\n", stdout);
    gift_accepted(question);
    gift_feedback(question, false);
    putchar('}');
}

/* The gap of a cloze stands where its answers do; a gap that comes first is
 * drawn, since readers of the format want words before the braces. */
static void gift_cloze(const struct question *question)
{
    const char *blank = strstr(question->prompt, "▢");
    const char *rest = blank ? blank + strlen("▢") : "";
    if (blank == question->prompt) {
        fputs("_____", stdout);
        gift(rest);
        putchar(' ');
        gift_gap(question);
    } else {
        gift_part(question->prompt,
                  blank ? blank : question->prompt + strlen(question->prompt));
        gift_gap(question);
        gift(rest);
    }
    fputs("\n\n", stdout);
}

static void gift_order(const struct question *question)
{
    gift(question->prompt);
    for (int i = 0; i < question->part_count; i++) {
        printf(" (%c) ", 'A' + i);
        gift(question->parts[i].title);
    }
    fputs(" {\n", stdout);
    gift_feedback(question, true);
    fputs("}\n\n", stdout);
}

static void gift_body(const struct question *question)
{
    enum form form = question->request.form;
    gift(question->prompt);
    fputs(" {", stdout);
    if (form == FORM_TRUTH)
        fputs(question->right == 0 ? "TRUE" : "FALSE", stdout);
    putchar('\n');
    if (form == FORM_CHOICE)
        gift_options(question);
    else if (form == FORM_MATCH)
        gift_pairs(question);
    else if (form == FORM_TYPED)
        gift_accepted(question);
    gift_feedback(question, false);
    fputs("}\n\n", stdout);
}

/* An answer with "->" would be read as a pair, and nothing escapes it. */
static bool gift_cannot_say(const struct question *question)
{
    for (size_t i = 0; i < question->accepted_count; i++)
        if (strstr(question->accepted[i], "->"))
            return true;
    return question->request.form == FORM_FLIP;
}

void gift_question(const struct question *question)
{
    enum form form = question->request.form;
    if (gift_cannot_say(question))
        return;
    fputs("::", stdout);
    gift(question->request.item->id);
    printf(" (%s)::[plain]", form_name(form));
    if (form == FORM_CLOZE)
        gift_cloze(question);
    else if (form == FORM_ORDER)
        gift_order(question);
    else
        gift_body(question);
}
