#include "knowledge/answer.h"

#include <stdlib.h>
#include <string.h>

enum { SLIP_LETTERS_MIN = 5, NEAR_EDITS_MAX = 40 };

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* "The Far East" is "far east". */
static struct text_words words_of(struct arena *arena, const char *text)
{
    struct text_words words = text_words(arena, text);
    if (words.count > 1 && !strcmp(words.words[0], "the")) {
        words.words++;
        words.count--;
    }
    return words;
}

static bool same_words(const struct text_words *a, const struct text_words *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->words[i], b->words[i]) != 0)
            return false;
    return true;
}

/* The letters of all words in a row; numbers must not flow together. */
static const char *joined(struct arena *arena, const struct text_words *words)
{
    size_t length = 0;
    for (size_t i = 0; i < words->count; i++)
        length += strlen(words->words[i]) + 1;
    char *text = arena_alloc(arena, length + 1);
    char *end = text;
    for (size_t i = 0; i < words->count; i++) {
        if (i && has_digit(words->words[i - 1]) && has_digit(words->words[i]))
            *end++ = ' ';
        size_t part = strlen(words->words[i]);
        memcpy(end, words->words[i], part);
        end += part;
    }
    return text;
}

/* One edit in one word of some length, never in a number. */
static bool is_slip(const struct text_words *typed,
                    const struct text_words *right)
{
    size_t slips = 0;
    if (typed->count != right->count)
        return false;
    for (size_t i = 0; i < typed->count; i++) {
        const char *a = typed->words[i];
        const char *b = right->words[i];
        if (!strcmp(a, b))
            continue;
        if (has_digit(a) || has_digit(b) || ++slips > 1 ||
            text_length(b) < SLIP_LETTERS_MIN || text_edits(a, b, 1) > 1)
            return false;
    }
    return slips == 1;
}

static enum verdict judge_text(const struct text_words *typed,
                               const char *accepted, struct arena *arena)
{
    struct text_words right = words_of(arena, accepted);
    if (!typed->count || !right.count)
        return ANSWER_WRONG;
    if (same_words(typed, &right) ||
        !strcmp(joined(arena, typed), joined(arena, &right)))
        return ANSWER_RIGHT;
    return is_slip(typed, &right) ? ANSWER_SLIP : ANSWER_WRONG;
}

static bool same_date(struct date right, struct date typed)
{
    return typed.year == right.year &&
           (!right.month || typed.month == right.month) &&
           (!right.day || typed.day == right.day);
}

/* A part left out is named only when the rest is right. */
static const char *missing_part(struct date right, struct date typed)
{
    if (typed.year != right.year || (typed.month && typed.month != right.month))
        return NULL;
    if (right.day && !typed.month)
        return "The day and the month are missing";
    return typed.month ? "The day is missing" : "The month is missing";
}

static const char *near_note(struct date right, struct date typed)
{
    if ((right.month && !typed.month) || (right.day && !typed.day))
        return missing_part(right, typed);
    bool same_month = !right.month || right.month == typed.month;
    bool same_day = !right.day || right.day == typed.day;
    if (same_month && same_day)
        return abs(right.year - typed.year) == 1 ? "One year off" : NULL;
    if (right.day && abs(date_to_days(right) - date_to_days(typed)) == 1)
        return "One day off";
    int months = (right.year - typed.year) * 12 + right.month - typed.month;
    return same_day && abs(months) == 1 ? "One month off" : NULL;
}

/* A date that can be read is judged as one: "19 Julz" may be a slip, but
 * "19 June" is another day. */
static void judge_date(const struct question *question, const char *text,
                       struct judgement *judgement)
{
    struct date typed;
    if (!date_read(text, &typed))
        return;
    bool right = same_date(question->date, typed);
    judgement->verdict = right ? ANSWER_RIGHT : ANSWER_WRONG;
    judgement->meant = question->accepted[0];
    judgement->note = right ? NULL : near_note(question->date, typed);
}

/* The accepted spelling with the fewest edits to what was typed. */
static const char *nearest(const struct question *question, const char *typed,
                           struct arena *arena)
{
    const char *folded = text_fold(arena, typed);
    const char *best = question->accepted[0];
    size_t best_edits = NEAR_EDITS_MAX;
    for (size_t i = 0; i < question->accepted_count; i++) {
        const char *accepted = text_fold(arena, question->accepted[i]);
        size_t edits = text_edits(folded, accepted, best_edits);
        if (edits < best_edits) {
            best_edits = edits;
            best = question->accepted[i];
        }
    }
    return best;
}

struct judgement answer_judge(const struct question *question,
                              const char *typed, struct arena *arena)
{
    struct judgement judgement = {.verdict = ANSWER_WRONG};
    struct text_words words = words_of(arena, typed);
    for (size_t i = 0; i < question->accepted_count; i++) {
        enum verdict verdict = judge_text(&words, question->accepted[i], arena);
        if (verdict > judgement.verdict) {
            judgement.verdict = verdict;
            judgement.meant = question->accepted[i];
        }
    }
    if (judgement.verdict != ANSWER_RIGHT && question->is_date)
        judge_date(question, typed, &judgement);
    if (!judgement.meant && question->accepted_count)
        judgement.meant = nearest(question, typed, arena);
    return judgement;
}
