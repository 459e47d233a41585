#include "app/keys.h"

#include <string.h>

#define ON(screen, phase, form) SCREEN_##screen, phase, form
#define STUDY(phase, form) SCREEN_STUDY, PHASE_##phase, form

static const struct key_row table[] = {
    {KEYS_ANY, KEYS_ANY, KEYS_ANY, 'q', MOD_CTRL, MSG_QUIT, 0, "quit"},
    {ON(HOME, KEYS_ANY, KEYS_ANY), KEY_ENTER, 0, MSG_STUDY, 0, "study now"},
    {ON(HOME, KEYS_ANY, KEYS_ANY), KEY_SPACE, 0, MSG_STUDY, 0, NULL},
    {ON(STUDY, KEYS_ANY, KEYS_ANY), KEY_ESCAPE, 0, MSG_BACK, 0, "stop"},
    {ON(STUDY, KEYS_ANY, KEYS_ANY), 'z', MOD_CTRL, MSG_UNDO, 0, "undo"},
    {ON(STUDY, KEYS_ANY, KEYS_ANY), 'y', MOD_CTRL, MSG_REDO, 0, "redo"},
    {STUDY(ASKING, FORM_FLIP), KEY_SPACE, 0, MSG_SHOW, 0, "show the answer"},
    {STUDY(ASKING, FORM_FLIP), KEY_ENTER, 0, MSG_SHOW, 0, NULL},
    {STUDY(ASKING, FORM_FLIP), KEY_PAGE_DOWN, 0, MSG_SHOW, 0, NULL},
    {STUDY(BACK, KEYS_ANY), KEY_SPACE, 0, MSG_GRADE, GRADE_GOOD, "Good"},
    {STUDY(BACK, KEYS_ANY), KEY_ENTER, 0, MSG_GRADE, GRADE_GOOD, NULL},
    {STUDY(BACK, KEYS_ANY), KEY_PAGE_DOWN, 0, MSG_GRADE, GRADE_GOOD, NULL},
    {STUDY(BACK, KEYS_ANY), '1', 0, MSG_GRADE, GRADE_AGAIN, "Again"},
    {STUDY(BACK, KEYS_ANY), '2', 0, MSG_GRADE, GRADE_HARD, "Hard"},
    {STUDY(BACK, KEYS_ANY), '3', 0, MSG_GRADE, GRADE_GOOD, "Good"},
    {STUDY(BACK, KEYS_ANY), '4', 0, MSG_GRADE, GRADE_EASY, "Easy"},
    {STUDY(BACK, KEYS_ANY), 'f', 0, MSG_FRONT, 0, "see the front"},
    {STUDY(ASKING, FORM_CHOICE), '1', 0, MSG_CHOOSE, 0, "answer"},
    {STUDY(ASKING, FORM_CHOICE), '2', 0, MSG_CHOOSE, 1, NULL},
    {STUDY(ASKING, FORM_CHOICE), '3', 0, MSG_CHOOSE, 2, NULL},
    {STUDY(ASKING, FORM_CHOICE), '4', 0, MSG_CHOOSE, 3, NULL},
    {STUDY(ASKING, FORM_CHOICE), '5', 0, MSG_CHOOSE, 4, NULL},
    {STUDY(ASKING, FORM_CHOICE), '0', 0, MSG_DONT_KNOW, 0, "I do not know"},
    {STUDY(ASKING, FORM_CHOICE), KEY_UP, 0, MSG_PICK, -1, "choose"},
    {STUDY(ASKING, FORM_CHOICE), KEY_DOWN, 0, MSG_PICK, 1, "choose"},
    {STUDY(ASKING, FORM_TYPED), KEY_ENTER, 0, MSG_CHECK, 0, "check"},
    {STUDY(ASKING, FORM_TYPED), KEY_BACKSPACE, 0, MSG_DELETE, 0, NULL},
    {STUDY(FEEDBACK, KEYS_ANY), KEY_SPACE, 0, MSG_CONTINUE, 0, "continue"},
    {STUDY(FEEDBACK, KEYS_ANY), KEY_ENTER, 0, MSG_CONTINUE, 0, NULL},
    {STUDY(FEEDBACK, KEYS_ANY), KEY_PAGE_DOWN, 0, MSG_CONTINUE, 0, NULL},
    {STUDY(FEEDBACK, FORM_TYPED), 'r', 0, MSG_OVERRULE, 0, "I was right"},
    {ON(END, KEYS_ANY, KEYS_ANY), KEY_ENTER, 0, MSG_CONTINUE, 0, "done"},
    {ON(END, KEYS_ANY, KEYS_ANY), KEY_SPACE, 0, MSG_CONTINUE, 0, NULL},
    {ON(END, KEYS_ANY, KEYS_ANY), KEY_ESCAPE, 0, MSG_BACK, 0, NULL},
    {ON(END, KEYS_ANY, KEYS_ANY), 'z', MOD_CTRL, MSG_UNDO, 0, "undo"},
    {ON(END, KEYS_ANY, KEYS_ANY), 'a', 0, MSG_AGAIN, 0, "study them again"},
};

const struct key_row *keys_table(size_t *count)
{
    *count = sizeof table / sizeof table[0];
    return table;
}

static bool holds(int wanted, int is)
{
    return wanted == KEYS_ANY || wanted == is;
}

const struct key_row *keys_find(const struct app *app, int key, int mods)
{
    int form = app->has_question ? (int)app->question.request.form : KEYS_ANY;
    int wanted = mods & (MOD_CTRL | MOD_ALT);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const struct key_row *row = &table[i];
        if (row->key == key && row->mods == wanted &&
            holds(row->screen, (int)app->screen) &&
            holds(row->phase, (int)app->phase) && holds(row->form, form))
            return row;
    }
    return NULL;
}

const char *keys_name(struct arena *arena, int key, int mods)
{
    static const struct {
        int key;
        const char *name;
    } named[] = {
        {KEY_ENTER, "Enter"},       {KEY_ESCAPE, "Esc"},
        {KEY_SPACE, "Space"},       {KEY_BACKSPACE, "Backspace"},
        {KEY_TAB, "Tab"},           {KEY_UP, "\xe2\x86\x91"},
        {KEY_DOWN, "\xe2\x86\x93"}, {KEY_PAGE_DOWN, "Page Down"},
    };
    const char *ctrl = mods & MOD_CTRL ? "Ctrl+" : "";
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (named[i].key == key)
            return arena_printf(arena, "%s%s", ctrl, named[i].name);
    int letter = key >= 'a' && key <= 'z' ? key - 'a' + 'A' : key;
    return arena_printf(arena, "%s%c", ctrl, letter);
}
