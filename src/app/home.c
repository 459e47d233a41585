/* What the home screen counts and says; see home.h. */
#include <stdio.h>

#include "app/update.h"
#include "app/words.h"

/* The deck of the item before is nearly always the right one. */
static size_t place_of(const struct knowledge *knowledge,
                       const struct deck *deck, size_t before)
{
    for (size_t i = 0; i < knowledge->deck_count; i++) {
        size_t at = (before + i) % knowledge->deck_count;
        if (knowledge->decks[at] == deck)
            return at;
    }
    return knowledge->deck_count;
}

static void add_kind(struct home_deck *deck, const struct kind *kind)
{
    for (int i = 0; i < HOME_KINDS; i++) {
        if (!deck->kinds[i])
            deck->kinds[i] = kind;
        if (deck->kinds[i] == kind) {
            deck->of_kind[i]++;
            return;
        }
    }
    deck->has_others = true;
}

static void count_kinds(struct app *app)
{
    const struct knowledge *knowledge = app->knowledge;
    size_t at = 0;
    for (size_t i = 0; i < knowledge->subject_count; i++) {
        const struct subject *subject = knowledge->subjects[i];
        if (!subject->deck || subject->fact_count == 0)
            continue;
        at = place_of(knowledge, subject->deck, at);
        if (at < knowledge->deck_count)
            add_kind(&app->home.decks[at], subject->kind);
    }
}

/* How many of each deck are in today's plan, so that the rows add up to it. */
static void count_plan(struct app *app)
{
    const struct plan *plan = &app->plan;
    size_t at = 0;
    for (int i = 0; i < plan->count; i++) {
        at = place_of(app->knowledge, plan->entries[i].item->deck, at);
        if (at >= app->knowledge->deck_count)
            continue;
        app->home.decks[at].due += !plan->entries[i].is_new;
        app->home.decks[at].fresh += plan->entries[i].is_new;
    }
}

static void count_stages(struct app *app)
{
    struct progress_summary all = {0};
    size_t count = app->knowledge->deck_count;
    struct progress_summary *sums =
        arena_array(app->sitting, count + 1, sizeof *sums);
    progress_summarise_decks(app->progress, app->knowledge, app->now, sums);
    for (size_t i = 0; i < count; i++) {
        app->home.decks[i].sum = sums[i];
        all.items += sums[i].items;
        for (int stage = 0; stage < STAGE_COUNT; stage++)
            all.stage[stage] += sums[i].stage[stage];
    }
    app->home.all = all;
}

void home_count(struct app *app)
{
    struct home *home = &app->home;
    int count = (int)app->knowledge->deck_count;
    home->day = moment_study_day(app->now);
    plan_make(&app->plan, app->knowledge, app->progress, NULL, app->now);
    home->decks = arena_array(app->sitting, app->knowledge->deck_count + 1,
                              sizeof *home->decks);
    count_stages(app);
    count_kinds(app);
    count_plan(app);
    plan_forecast(app->knowledge, app->progress, NULL, app->now, home->coming,
                  HOME_COMING_DAYS);
    home->today = app->plan.due_all + app->plan.fresh;
    home->coming[0] = home->today;
    home->cost_of_new =
        plan_cost_of_new(&app->progress->settings, app->now, 30);
    if (app->deck_row >= count)
        app->deck_row = count > 0 ? count - 1 : 0;
    foretell(app);
}

void home_show(struct app *app)
{
    if (app->home.seen || app->screen != SCREEN_HOME)
        return;
    app->home.seen = true;
    if (app->settings.values[SETTING_MOTION])
        motion_begin(app, MOTION_GROW);
}

void home_pass(struct app *app)
{
    if (app->screen == SCREEN_HOME &&
        app->home.day != moment_study_day(app->now))
        home_count(app);
}

int64_t home_wait_ms(const struct app *app)
{
    return moment_day_start_ms(app->home.day + 1, app->now.tz_min) -
           app->now.at_ms;
}

int home_answers(const struct app *app, int minutes)
{
    double seconds = plan_seconds_per_answer(app->progress);
    int answers = (int)(60 * minutes / seconds);
    return answers < 1 ? 1 : answers;
}

int home_minutes(const struct app *app, int answers)
{
    double seconds = plan_seconds_per_answer(app->progress) * answers;
    int minutes = (int)(seconds / 60 + .5);
    return minutes < 1 ? 1 : minutes;
}

static const char *kinds_of(struct arena *arena, const struct home_deck *deck)
{
    const char *text = "";
    for (int i = 0; i < HOME_KINDS && deck->kinds[i]; i++) {
        const struct kind *kind = deck->kinds[i];
        text = arena_printf(
            arena, "%s%s%s", text, i > 0 ? ", " : "",
            words_count(arena, deck->of_kind[i], kind->label, kind->plural));
    }
    return text;
}

const char *home_contents(struct arena *arena, const struct app *app,
                          size_t deck, bool brief)
{
    const struct deck *known = app->knowledge->decks[deck];
    const struct home_deck *counted = &app->home.decks[deck];
    if (known->fact_count == 0)
        return words_count(arena, (int64_t)known->item_count, "card", "cards");
    bool named = !brief && !counted->has_others && counted->kinds[0];
    const char *subjects =
        named ? kinds_of(arena, counted)
              : words_count(arena, (int64_t)known->subject_count, "subject",
                            "subjects");
    return arena_printf(
        arena, "%s, %s", subjects,
        words_count(arena, (int64_t)known->fact_count, "fact", "facts"));
}

const char *home_streak(struct arena *arena, int32_t days)
{
    static const char *const numbers[] = {
        "",      "One",   "Two",  "Three", "Four",   "Five",  "Six",
        "Seven", "Eight", "Nine", "Ten",   "Eleven", "Twelve"};
    if (days <= 0)
        return "";
    if (days == 1)
        return "One day";
    if (days <= 12)
        return arena_printf(arena, "%s days in a row", numbers[days]);
    return arena_printf(arena, "%d days in a row", (int)days);
}
