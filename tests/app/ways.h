/*
 * ways.h -- the ways to each screen on the stage of stage.h.
 */
#ifndef TESTS_APP_WAYS_H
#define TESTS_APP_WAYS_H

#include "app/stage.h"

/* Answers the question on show, whatever its form. */
static inline void way_answer(struct play *stage, bool wrong)
{
    const struct question *question = &stage->app.question;
    if (question->request.form == FORM_CHOICE) {
        stage_do(stage, MSG_CHOOSE,
                 (question->right + wrong) % question->option_count);
    } else if (question->request.form == FORM_TYPED) {
        if (!wrong)
            stage_send(stage, (struct msg){.kind = MSG_TEXT,
                                           .text = question->answer});
        stage_do(stage, wrong ? MSG_DONT_KNOW : MSG_CHECK, 0);
    } else if (question->part_count > 0) {
        stage_do(stage, MSG_DONT_KNOW, 0);
    } else {
        stage_do(stage, MSG_SHOW, 0);
        stage_do(stage, MSG_GRADE, wrong ? GRADE_AGAIN : GRADE_GOOD);
    }
    if (stage->app.phase == PHASE_FEEDBACK)
        stage_do(stage, MSG_CONTINUE, 0);
}

static inline void way_begin(struct play *stage, enum form form)
{
    stage->app.form = form;
    stage_do(stage, MSG_STUDY, 0);
    for (int i = 0; i < 40 && stage->app.question.request.form != form; i++)
        way_answer(stage, false);
}

static inline void way_home(struct play *stage)
{
    (void)stage;
}

static inline void way_home_empty(struct play *stage)
{
    static struct knowledge empty;
    empty = *stage->knowledge;
    empty.deck_count = 0;
    empty.subject_count = 0;
    empty.item_count = 0;
    stage->app.knowledge = &empty;
    stage_do(stage, MSG_DECKS_READ, 0);
}

static inline void way_home_done(struct play *stage)
{
    for (int i = 0; i < 20; i++) {
        stage_do(stage, MSG_STUDY, 0);
        if (stage->app.screen == SCREEN_HOME)
            return;
        for (int j = 0; j < 100 && stage->app.screen == SCREEN_STUDY; j++)
            way_answer(stage, false);
        stage_do(stage, MSG_CONTINUE, 0);
    }
}

static inline void way_study_front(struct play *stage)
{
    way_begin(stage, FORM_FLIP);
}

static inline void way_study_back(struct play *stage)
{
    way_begin(stage, FORM_FLIP);
    stage_do(stage, MSG_SHOW, 0);
}

static inline void way_choice_open(struct play *stage)
{
    way_begin(stage, FORM_CHOICE);
}

static inline void way_choice(struct play *stage)
{
    way_begin(stage, FORM_CHOICE);
    stage_do(stage, MSG_PICK, 1);
    stage_do(stage, MSG_PICK, 1);
}

static inline void way_choice_wrong(struct play *stage)
{
    way_begin(stage, FORM_CHOICE);
    stage_do(stage, MSG_CHOOSE,
             (stage->app.question.right + 1) %
                 stage->app.question.option_count);
}

static inline void way_choice_right(struct play *stage)
{
    way_begin(stage, FORM_CHOICE);
    stage_do(stage, MSG_CHOOSE, stage->app.question.right);
}

static inline void way_typed(struct play *stage)
{
    way_begin(stage, FORM_TYPED);
}

static inline void way_typed_wrong(struct play *stage)
{
    way_begin(stage, FORM_TYPED);
    stage_send(stage, (struct msg){.kind = MSG_TEXT, .text = "4000"});
    stage_do(stage, MSG_CHECK, 0);
}

static inline void way_match(struct play *stage)
{
    way_begin(stage, FORM_MATCH);
    stage_do(stage, MSG_LEFT, 0);
    stage_do(stage, MSG_RIGHT, 2);
    stage_do(stage, MSG_LEFT, 1);
}

/* All are right but for the first two, which change places. */
static inline void way_match_wrong(struct play *stage)
{
    const struct question *question = &stage->app.question;
    way_begin(stage, FORM_MATCH);
    for (int k = 0; k < question->part_count; k++) {
        int part = question->places[k];
        stage_do(stage, MSG_LEFT, part < 2 ? 1 - part : part);
        stage_do(stage, MSG_RIGHT, k);
    }
    stage_do(stage, MSG_CHECK, 0);
}

static const char way_bridges[] =
    "[kind bridge]\nlabel = bridge\nplural = bridges\ntitle = name\n"
    "[field bridge.opened]\ntype = date\ncomplete = yes\nlabel = Opened\n"
    "ask = When was {title} opened?\n"
    "[deck]\ntitle = Bridges\nseal = \xe6\xa9\x8b BR\n"
    "[bridge forth]\nname = Forth\nopened = 1890-03-04\nsource = Atlas\n"
    "[bridge tower]\nname = Tower Bridge over the Thames\n"
    "opened = 1894-06-30\nsource = Atlas\n"
    "[bridge sydney]\nname = Sydney\nopened = 1932-03-19\nsource = Atlas\n"
    "[bridge severn]\nname = Severn\nopened = 1966-09-08\nsource = Atlas\n"
    "[bridge humber]\nname = Humber\nopened = 1981-07-17\nsource = Atlas\n";

/* On the same stage, but for its deck. */
static inline void way_open_bridges(struct play *stage)
{
    struct app before = stage->app;
    stage_close(stage);
    stage_open_deck(stage, way_bridges);
    stage->app.themes = before.themes;
    stage->app.theme_count = before.theme_count;
    stage->app.settings.values[SETTING_SCALE] =
        before.settings.values[SETTING_SCALE];
    stage_send(stage, (struct msg){.kind = MSG_RESIZE,
                                   .x = before.width,
                                   .y = before.height});
    way_begin(stage, FORM_ORDER);
}

static inline void way_order(struct play *stage)
{
    way_open_bridges(stage);
    stage_do(stage, MSG_STRIP, 1);
}

static inline void way_order_wrong(struct play *stage)
{
    way_open_bridges(stage);
    for (int k = 0; k < stage->app.question.part_count; k++) {
        stage->app.laying.at[k] = stage->app.question.places[k];
    }
    stage_do(stage, MSG_STRIP, 0);
    stage_do(stage, MSG_STRIP, 1);
    stage_do(stage, MSG_CHECK, 0);
}

static inline void way_end(struct play *stage)
{
    stage_do(stage, MSG_STUDY, 0);
    for (int i = 0; i < 100 && stage->app.screen == SCREEN_STUDY; i++)
        way_answer(stage, i % 5 == 3);
}

static inline void way_settings(struct play *stage)
{
    stage_do(stage, MSG_GO, SCREEN_SETTINGS);
}

static inline void way_help(struct play *stage)
{
    stage_do(stage, MSG_HELP, 0);
}

static inline void way_menu(struct play *stage)
{
    way_study_back(stage);
    stage_do(stage, MSG_MENU, 0);
}

static inline void way_welcome(struct play *stage)
{
    stage_do(stage, MSG_GO, SCREEN_WELCOME);
}

static inline void way_mistakes(struct play *stage)
{
    problems_add(&stage->problems, PROBLEM_ERROR, "rivers.ini", 2, "date",
                 "write year, month, day: 2016-11-23",
                 "a date that does not exist: %s", "2016-11-31");
    problems_add(&stage->problems, PROBLEM_ERROR, "rivers.ini", 12, "field",
                 "write length", "\"lenght\" is no field of a %s", "river");
    stage_do(stage, MSG_GO, SCREEN_MISTAKES);
}

static inline void way_save_error(struct play *stage)
{
    way_begin(stage, FORM_FLIP);
    stage->disk_full = true;
    way_answer(stage, false);
}

static inline void way_components(struct play *stage)
{
    stage_do(stage, MSG_GO, SCREEN_COMPONENTS);
}

static inline void way_motion(struct play *stage)
{
    stage_do(stage, MSG_GO, SCREEN_MOTION);
}

static const struct way {
    const char *name;
    void (*go)(struct play *);
    enum screen screen;
    enum overlay overlay;
} ways[] = {
    {"home", way_home, SCREEN_HOME, OVERLAY_NONE},
    {"home-empty", way_home_empty, SCREEN_HOME, OVERLAY_NONE},
    {"home-done", way_home_done, SCREEN_HOME, OVERLAY_NONE},
    {"study-front", way_study_front, SCREEN_STUDY, OVERLAY_NONE},
    {"study-back", way_study_back, SCREEN_STUDY, OVERLAY_NONE},
    {"choice", way_choice, SCREEN_STUDY, OVERLAY_NONE},
    {"choice-open", way_choice_open, SCREEN_STUDY, OVERLAY_NONE},
    {"choice-wrong", way_choice_wrong, SCREEN_STUDY, OVERLAY_NONE},
    {"choice-right", way_choice_right, SCREEN_STUDY, OVERLAY_NONE},
    {"typed", way_typed, SCREEN_STUDY, OVERLAY_NONE},
    {"typed-wrong", way_typed_wrong, SCREEN_STUDY, OVERLAY_NONE},
    {"match", way_match, SCREEN_STUDY, OVERLAY_NONE},
    {"match-wrong", way_match_wrong, SCREEN_STUDY, OVERLAY_NONE},
    {"order", way_order, SCREEN_STUDY, OVERLAY_NONE},
    {"order-wrong", way_order_wrong, SCREEN_STUDY, OVERLAY_NONE},
    {"end", way_end, SCREEN_END, OVERLAY_NONE},
    {"settings", way_settings, SCREEN_SETTINGS, OVERLAY_NONE},
    {"help", way_help, SCREEN_HOME, OVERLAY_HELP},
    {"menu", way_menu, SCREEN_STUDY, OVERLAY_MENU},
    {"welcome", way_welcome, SCREEN_WELCOME, OVERLAY_NONE},
    {"mistakes", way_mistakes, SCREEN_MISTAKES, OVERLAY_NONE},
    {"save-error", way_save_error, SCREEN_STUDY, OVERLAY_SAVE},
    {"components", way_components, SCREEN_COMPONENTS, OVERLAY_NONE},
    {"motion", way_motion, SCREEN_MOTION, OVERLAY_NONE},
};

enum { WAY_COUNT = sizeof ways / sizeof ways[0] };

static const struct size {
    int w;
    int h;
    int scale;
} way_sizes[] = {
    {640, 480, 100},  {900, 600, 100},   {1280, 800, 100},  {1280, 800, 150},
    {1280, 800, 200}, {1920, 1080, 100}, {3840, 2160, 100},
};

enum { WAY_SIZE_COUNT = sizeof way_sizes / sizeof way_sizes[0] };

static const struct theme way_themes[] = {
    {.name = "Light", .stem = "light"},
    {.name = "Dark", .stem = "dark"},
    {.name = "Projector", .stem = "projector"},
};

/* A window of that size on that screen, where nothing moves any more. */
static inline void way_see(struct play *stage, const struct way *way,
                           struct size size)
{
    stage_open(stage);
    stage->app.themes = way_themes;
    stage->app.theme_count = 3;
    stage->app.settings.values[SETTING_SCALE] = size.scale;
    stage_send(stage,
               (struct msg){.kind = MSG_RESIZE, .x = size.w, .y = size.h});
    way->go(stage);
    for (int i = 0; i < 10; i++) /* toasts pass */
        stage_do(stage, MSG_TICK, 0);
    stage_do(stage, MSG_FINISH, 0);
    assert_int_equal(stage->app.screen, way->screen);
    assert_int_equal(stage->app.overlay, way->overlay);
}

/* Of a picture nothing is used, and one size is enough. */
static inline bool way_is_sheet(const struct way *way)
{
    return way->screen == SCREEN_COMPONENTS || way->screen == SCREEN_MOTION;
}

/* Where the glyphs of a line lie in its box. */
static inline struct rect way_inked(const struct text_metrics *metrics,
                                    const struct draw *item)
{
    struct rect r = item->rect;
    int w = metrics->width(metrics->self, item->face, item->size, item->lang,
                           item->text, strlen(item->text));
    r.x += item->align == ALIGN_LEFT     ? 0
           : item->align == ALIGN_CENTRE ? (r.w - w) / 2
                                         : r.w - w;
    r.w = w;
    return r;
}

static inline void way_expect_words_within(const struct draw_list *list,
                                           const struct text_metrics *metrics,
                                           const struct way *way,
                                           struct size size)
{
    bool clipped = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct draw *item = &list->items[i];
        if (item->kind == DRAW_CLIP)
            clipped = item->rect.w > 0;
        if (item->kind != DRAW_TEXT || clipped)
            continue;
        struct rect r = way_inked(metrics, item);
        if (r.x < 0 || r.y < 0 || r.x + r.w > size.w || r.y + r.h > size.h)
            fail_msg("%s at %d x %d, %d %%: \"%s\" at %d,%d %dx%d", way->name,
                     size.w, size.h, size.scale, item->text, r.x, r.y, r.w,
                     r.h);
    }
}

/* The glyphs without what is free above and below them in their line. */
static inline struct rect way_body(const struct text_metrics *metrics,
                                   const struct draw *item)
{
    struct rect r = way_inked(metrics, item);
    int spare = r.h - item->size * 7 / 10;
    r.y += spare > 0 ? spare / 2 : 0;
    r.h -= spare > 0 ? spare : 0;
    return r;
}

static inline bool way_meet(struct rect a, struct rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h &&
           b.y < a.y + a.h;
}

/* What lies over the screen begins with its scrim. */
static inline size_t way_front(const struct draw_list *list)
{
    for (size_t i = list->count; i > 0; i--)
        if (list->items[i - 1].color == TOKEN_SCRIM)
            return i;
    return 0;
}

/* No two lines of words lie over each other. */
static inline void way_expect_words_apart(const struct draw_list *list,
                                          const struct text_metrics *metrics,
                                          const struct way *way,
                                          struct size size)
{
    static const struct draw *seen[1024];
    int count = 0;
    bool clipped = false;
    for (size_t i = way_front(list); i < list->count; i++) {
        const struct draw *item = &list->items[i];
        if (item->kind == DRAW_CLIP)
            clipped = item->rect.w > 0;
        if (item->kind != DRAW_TEXT || clipped || count == 1024)
            continue;
        struct rect r = way_body(metrics, item);
        for (int j = 0; j < count; j++)
            if (way_meet(r, way_body(metrics, seen[j])))
                fail_msg("%s at %d x %d, %d %%: \"%s\" at %d,%d lies over "
                         "\"%s\" at %d,%d",
                         way->name, size.w, size.h, size.scale, item->text, r.x,
                         r.y, seen[j]->text, seen[j]->rect.x, seen[j]->rect.y);
        seen[count++] = item;
    }
}

#endif
