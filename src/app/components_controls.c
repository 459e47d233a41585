/* On the sheet of components: what is pressed, chosen and written in. */
#include <string.h>

#include "app/sheets.h"

enum { GAP = 20 };

static const struct touch normal = {false, false, false};
static const struct touch hovered = {true, false, false};
static const struct touch focused = {false, true, false};
static const struct touch pressed = {false, false, true};

/* A button as wide as it likes, below the name of its state. */
static void button(struct sheet_row *row, const char *state,
                   const struct touch *touch, struct button about)
{
    struct pen *pen = row->pen;
    int h = pen_px(pen, 48);
    int w = pen_button_width(pen, about, h);
    pen->forced = touch;
    sheet_caption(row, state);
    pen_button(pen, (struct rect){row->x, row->top, w, h}, about);
    row->x += w + pen_px(pen, GAP);
}

void sheet_main_buttons(struct sheet_row *row)
{
    struct button about = {
        .look = BUTTON_MAIN, .label = "Study now", .key = "Enter"};
    button(row, "normal", &normal, about);
    button(row, "hover", &hovered, about);
    button(row, "focus", &focused, about);
    button(row, "pressed", &pressed, about);
    about.disabled = true;
    button(row, "disabled", &normal, about);
}

void sheet_buttons(struct sheet_row *row)
{
    struct button about = {
        .look = BUTTON_INK, .label = "Continue", .key = "Space"};
    struct button plain = {.look = BUTTON_PLAIN, .label = "Edit", .key = "E"};
    button(row, "normal", &normal, about);
    button(row, "focus", &focused, about);
    about.disabled = true;
    button(row, "disabled", &normal, about);
    button(row, "normal (plain)", &normal, plain);
    button(row, "hover (plain)", &hovered, plain);
    button(row, "pressed (plain)", &pressed, plain);
}

static void choice(struct sheet_row *row, const char *state,
                   const struct touch *touch, struct choice_row about)
{
    struct pen *pen = row->pen;
    int w = pen_px(pen, 300);
    pen->forced = touch;
    sheet_caption(row, state);
    about.brief = true;
    about.small = true;
    pen_choice_row(pen, (struct rect){row->x, row->top, w, pen_px(pen, 48)},
                   about);
    row->x += w + pen_px(pen, GAP);
}

void sheet_choices(struct sheet_row *row)
{
    struct choice_row about = {.key = "2", .text = "Reciprocal Access"};
    choice(row, "normal", &normal, about);
    choice(row, "hover", &hovered, about);
    choice(row, "focus", &focused, about);
}

void sheet_answered(struct sheet_row *row)
{
    choice(row, "right", &normal,
           (struct choice_row){.key = "1",
                               .text = "Cross-Servicing",
                               .answered = ANSWERED_RIGHT});
    choice(row, "wrong", &normal,
           (struct choice_row){.key = "2",
                               .text = "Reciprocal Access",
                               .answered = ANSWERED_WRONG});
    choice(row, "not chosen", &normal,
           (struct choice_row){.key = "2",
                               .text = "Information Security",
                               .answered = ANSWERED_OTHER});
}

void sheet_grades(struct sheet_row *row)
{
    static const char *const returns[GRADE_COUNT] = {
        [GRADE_AGAIN] = "in 10 min",
        [GRADE_HARD] = "in 52 days",
        [GRADE_GOOD] = "in 3 months",
        [GRADE_EASY] = "in 6 months",
    };
    static const enum grade grades[] = {GRADE_AGAIN, GRADE_HARD, GRADE_GOOD,
                                        GRADE_EASY};
    struct pen *pen = row->pen;
    int w = pen_px(pen, 190);
    for (size_t i = 0; i < sizeof grades / sizeof grades[0]; i++) {
        pen->forced = grades[i] == GRADE_HARD ? &focused : &normal;
        pen_grade(pen, (struct rect){row->x, row->top, w, pen_px(pen, 80)},
                  grades[i], returns[grades[i]]);
        row->x += w + pen_px(pen, GAP);
    }
}

static void field(struct sheet_row *row, const char *state,
                  const struct touch *touch, struct text_field about)
{
    struct pen *pen = row->pen;
    int w = pen_px(pen, 220);
    pen->forced = touch;
    about.style = STYLE_BODY;
    sheet_caption(row, state);
    pen_field(pen, (struct rect){row->x, row->top, w, pen_px(pen, 48)}, about);
    row->x += w + pen_px(pen, GAP);
}

void sheet_fields(struct sheet_row *row)
{
    field(row, "normal", &normal,
          (struct text_field){.text = "", .hint = "Year", .caret = -1});
    field(row, "focus", &focused,
          (struct text_field){.text = "2016", .caret = 4});
    field(row, "right", &normal,
          (struct text_field){
              .text = "2016", .caret = -1, .answered = ANSWERED_RIGHT});
    field(row, "wrong", &normal,
          (struct text_field){
              .text = "2015", .caret = -1, .answered = ANSWERED_WRONG});
}

void sheet_settings(struct sheet_row *row)
{
    static const char *const themes[] = {"Light", "Dark"};
    static const int values[] = {0, 1};
    static const char *const no_marks[6] = {NULL};
    struct pen *pen = row->pen;
    int h = pen_px(pen, 40);
    int x = row->x;
    pen->forced = &normal;
    pen_segments(pen, (struct rect){x, row->top, pen_px(pen, 230), h},
                 SETTING_THEME, themes, values, 2, 0);
    x += pen_px(pen, 230 + GAP);
    pen_switch(pen, x, row->middle - pen_px(pen, 14), SETTING_SOUND, true);
    x += pen_px(pen, 106);
    pen_switch(pen, x, row->middle - pen_px(pen, 14), SETTING_SOUND, false);
    x += pen_px(pen, 106);
    pen_stepper(pen, (struct rect){x, row->top, pen_px(pen, 152), h},
                SETTING_NEW, "8");
    x += pen_px(pen, 152 + GAP);
    pen_slider(pen, (struct rect){x, row->top, pen_px(pen, 180), h},
               SETTING_TARGET, 3, 5, no_marks);
}
