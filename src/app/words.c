#include "app/words.h"

#include <math.h>

const char *words_interval(struct arena *arena, double days)
{
    if (days < 1) {
        long minutes = lround(days * 24 * 60);
        if (minutes < 60)
            return arena_printf(arena, "in %ld min", minutes < 1 ? 1 : minutes);
        return arena_printf(arena, "in %ld h", lround(days * 24));
    }
    long whole = lround(days);
    if (whole == 1)
        return "tomorrow";
    if (whole < 60)
        return arena_printf(arena, "in %ld days", whole);
    long months = lround(days / 30.4375);
    if (months < 24)
        return arena_printf(arena, "in %ld months", months);
    return arena_printf(arena, "in %ld years", lround(days / 365.25));
}

const char *words_interval_short(struct arena *arena, double days)
{
    long whole = lround(days);
    if (days < 1 || whole == 1)
        return words_interval(arena, days);
    if (whole < 60)
        return arena_printf(arena, "in %ld d", whole);
    long months = lround(days / 30.4375);
    if (months < 24)
        return arena_printf(arena, "in %ld mo", months);
    return arena_printf(arena, "in %ld y", lround(days / 365.25));
}

const char *words_number(struct arena *arena, int64_t n, bool capital)
{
    static const char *const names[] = {
        "zero",  "one",   "two",  "three", "four",   "five",  "six",
        "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    if (n < 0 || n >= (int64_t)(sizeof names / sizeof names[0]))
        return arena_printf(arena, "%lld", (long long)n);
    return capital ? words_capital(arena, names[n]) : names[n];
}

const char *words_capital(struct arena *arena, const char *text)
{
    if (!text || text[0] < 'a' || text[0] > 'z')
        return text;
    char *copy = arena_text(arena, text);
    copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

const char *words_count(struct arena *arena, int64_t n, const char *one,
                        const char *many)
{
    return arena_printf(arena, "%lld %s", (long long)n, n == 1 ? one : many);
}

const char *words_duration(struct arena *arena, int64_t ms)
{
    long long s = (ms + 500) / 1000;
    if (s < 60)
        return arena_printf(arena, "%lld s", s);
    if (s < 3600)
        return arena_printf(arena, "%lld min %lld s", s / 60, s % 60);
    return arena_printf(arena, "%lld h %lld min", s / 3600, s / 60 % 60);
}

const char *words_day(struct arena *arena, int32_t study_day)
{
    struct date date = date_from_days(study_day);
    return arena_printf(arena, "%s, %d %s %d",
                        date_weekday_name(date_weekday(study_day)), date.day,
                        date_month_name(date.month), date.year);
}

static const char *ordinal(int day)
{
    static const char *const names[] = {
        "first",        "second",        "third",          "fourth",
        "fifth",        "sixth",         "seventh",        "eighth",
        "ninth",        "tenth",         "eleventh",       "twelfth",
        "thirteenth",   "fourteenth",    "fifteenth",      "sixteenth",
        "seventeenth",  "eighteenth",    "nineteenth",     "twentieth",
        "twenty-first", "twenty-second", "twenty-third",   "twenty-fourth",
        "twenty-fifth", "twenty-sixth",  "twenty-seventh", "twenty-eighth",
        "twenty-ninth", "thirtieth",     "thirty-first",
    };
    return names[day - 1];
}

const char *words_testimonium(struct arena *arena, int32_t study_day)
{
    struct date date = date_from_days(study_day);
    return arena_printf(arena, "Done this %s day of %s %d", ordinal(date.day),
                        date_month_name(date.month), date.year);
}

const char *words_stage(enum stage stage)
{
    static const char *const names[STAGE_COUNT] = {
        [STAGE_NEW] = "New",
        [STAGE_LEARNING] = "Learning",
        [STAGE_HELD] = "Held",
        [STAGE_KEPT] = "Kept",
    };
    return names[stage];
}

const char *words_result(struct arena *arena, const struct session *session)
{
    return arena_printf(arena, "%d of %d recalled", session->first_right,
                        session->first_answers);
}

const char *words_return(struct arena *arena, const struct app *app)
{
    const char *id = app->question.request.item->id;
    for (int i = 0; i < app->session.queue_count; i++) {
        const struct session_entry *entry =
            &app->session.entries[app->session.queue[i]];
        if (entry->item->id == id)
            return "It returns before the end of this sitting.";
    }
    const struct item_state *state = progress_of(app->progress, id);
    if (!state)
        return "";
    return arena_printf(arena, "It returns %s.",
                        words_interval(arena, state->due.days));
}

/* What was said and was not so: what is, and of what it would have been. */
static const char *truth_belongs(struct arena *arena,
                                 const struct question *question)
{
    const char *of = question->options[0].belongs;
    if (question->right == 0)
        return "";
    if (!of)
        return arena_printf(arena, "Right is: %s", question->answer);
    return arena_printf(arena, "Right is: %s. What was said is true of: %s",
                        question->answer, of);
}

const char *words_belongs(struct arena *arena, const struct question *question,
                          int chosen)
{
    if (question->request.form == FORM_TRUTH)
        return truth_belongs(arena, question);
    if (chosen < 0 || chosen >= question->option_count ||
        chosen == question->right || !question->options[chosen].belongs)
        return "";
    const struct option *option = &question->options[chosen];
    return arena_printf(arena, "%s: %s", option->text, option->belongs);
}
