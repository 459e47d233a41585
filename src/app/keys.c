#include "app/keys.h"

#include <string.h>

#define ON(screen) SCREEN_##screen, KEYS_ANY, KEYS_ANY
#define STUDY(phase, form) SCREEN_STUDY, PHASE_##phase, form
#define EVERY KEYS_ANY, KEYS_ANY, KEYS_ANY
#define OVER(overlay) KEYS_OVER + OVERLAY_##overlay, KEYS_ANY, KEYS_ANY

/* What is said of several rows. */
static const char grades[] = "Again, Hard, Good, Easy";
static const char good[] = "Show the answer, then Good";
static const char match_number[] = "Choose on the left";
static const char match_letter[] = "Match on the right";
static const char match_row[] = "Go to a row, then Enter";
static const char order_strip[] = "Choose a strip, move the lifted one";
static const char order_place[] = "Lift a strip, then its new place";

static const struct key_row table[] = {
    {ON(HOME), KEY_ENTER, 0, MSG_STUDY, 0, "Study now"},
    {ON(HOME), '5', 0, MSG_MINUTES, HOME_MINUTES, "Only five minutes"},
    {ON(HOME), KEY_UP, 0, MSG_DECK_STEP, -1, "Choose a deck"},
    {ON(HOME), KEY_DOWN, 0, MSG_DECK_STEP, 1, "Choose a deck"},
    {ON(HOME), KEY_SPACE, 0, MSG_DECK, -1, "Study this deck"},
    {ON(HOME), 'n', 0, MSG_MORE_NEW, 0, "Learn more new cards"},
    {ON(HOME), 'o', 0, MSG_OPEN_FOLDER, 0, "Open the deck folder"},
    {ON(HOME), KEY_F1 + 4, 0, MSG_READ_DECKS, 0, "Read decks again"},
    {ON(HOME), 'w', 0, MSG_GO, SCREEN_MISTAKES, "What is wrong with the decks"},

    {STUDY(ASKING, FORM_FLIP), KEY_SPACE, 0, MSG_SHOW, 0, good},
    {STUDY(ASKING, FORM_FLIP), KEY_ENTER, 0, MSG_SHOW, 0, NULL},
    {STUDY(ASKING, FORM_FLIP), KEY_PAGE_DOWN, 0, MSG_SHOW, 0, NULL},
    {STUDY(BACK, KEYS_ANY), KEY_SPACE, 0, MSG_GRADE, GRADE_GOOD, good},
    {STUDY(BACK, KEYS_ANY), KEY_ENTER, 0, MSG_GRADE, GRADE_GOOD, NULL},
    {STUDY(BACK, KEYS_ANY), KEY_PAGE_DOWN, 0, MSG_GRADE, GRADE_GOOD, NULL},
    {STUDY(BACK, KEYS_ANY), '1', 0, MSG_GRADE, GRADE_AGAIN, grades},
    {STUDY(BACK, KEYS_ANY), '2', 0, MSG_GRADE, GRADE_HARD, grades},
    {STUDY(BACK, KEYS_ANY), '3', 0, MSG_GRADE, GRADE_GOOD, grades},
    {STUDY(BACK, KEYS_ANY), '4', 0, MSG_GRADE, GRADE_EASY, grades},
    {STUDY(BACK, KEYS_ANY), 'f', 0, MSG_FRONT, 0, "See the front"},
    {STUDY(BACK, KEYS_ANY), KEY_PAGE_UP, 0, MSG_FRONT, 0, NULL},
    /* the button of a presenter that blanks the picture */
    {STUDY(BACK, KEYS_ANY), '.', 0, MSG_GRADE, GRADE_AGAIN, NULL},
    {STUDY(FEEDBACK, KEYS_ANY), KEY_SPACE, 0, MSG_CONTINUE, 0, "Continue"},
    {STUDY(FEEDBACK, KEYS_ANY), KEY_ENTER, 0, MSG_CONTINUE, 0, NULL},
    {STUDY(FEEDBACK, KEYS_ANY), KEY_PAGE_DOWN, 0, MSG_CONTINUE, 0, NULL},
    /* before what B does elsewhere */
    {STUDY(ASKING, FORM_MATCH), '1', 0, MSG_LEFT, 0, match_number},
    {STUDY(ASKING, FORM_MATCH), '2', 0, MSG_LEFT, 1, match_number},
    {STUDY(ASKING, FORM_MATCH), '3', 0, MSG_LEFT, 2, match_number},
    {STUDY(ASKING, FORM_MATCH), '4', 0, MSG_LEFT, 3, match_number},
    {STUDY(ASKING, FORM_MATCH), 'a', 0, MSG_RIGHT, 0, match_letter},
    {STUDY(ASKING, FORM_MATCH), 'b', 0, MSG_RIGHT, 1, match_letter},
    {STUDY(ASKING, FORM_MATCH), 'c', 0, MSG_RIGHT, 2, match_letter},
    {STUDY(ASKING, FORM_MATCH), 'd', 0, MSG_RIGHT, 3, match_letter},
    {STUDY(ASKING, FORM_MATCH), KEY_BACKSPACE, 0, MSG_APART, 0,
     "Take the last pair apart"},
    {STUDY(ASKING, FORM_MATCH), KEY_ENTER, 0, MSG_CHECK, 0, "Check"},
    {STUDY(ASKING, FORM_MATCH), '0', 0, MSG_DONT_KNOW, 0, "I do not know"},
    {STUDY(ASKING, FORM_MATCH), KEY_UP, 0, MSG_PICK, -1, match_row},
    {STUDY(ASKING, FORM_MATCH), KEY_DOWN, 0, MSG_PICK, 1, match_row},
    {STUDY(ASKING, FORM_MATCH), KEY_LEFT, 0, MSG_SIDE, -1, match_row},
    {STUDY(ASKING, FORM_MATCH), KEY_RIGHT, 0, MSG_SIDE, 1, match_row},

    {STUDY(ASKING, FORM_ORDER), KEY_UP, 0, MSG_PICK, -1, order_strip},
    {STUDY(ASKING, FORM_ORDER), KEY_DOWN, 0, MSG_PICK, 1, order_strip},
    {STUDY(ASKING, FORM_ORDER), KEY_SPACE, 0, MSG_LIFT, 0,
     "Lift it, put it down"},
    {STUDY(ASKING, FORM_ORDER), '1', 0, MSG_PLACE, 0, order_place},
    {STUDY(ASKING, FORM_ORDER), '2', 0, MSG_PLACE, 1, order_place},
    {STUDY(ASKING, FORM_ORDER), '3', 0, MSG_PLACE, 2, order_place},
    {STUDY(ASKING, FORM_ORDER), '4', 0, MSG_PLACE, 3, order_place},
    {STUDY(ASKING, FORM_ORDER), '5', 0, MSG_PLACE, 4, order_place},
    {STUDY(ASKING, FORM_ORDER), KEY_ENTER, 0, MSG_CHECK, 0, "Check the order"},
    {STUDY(ASKING, FORM_ORDER), '0', 0, MSG_DONT_KNOW, 0, "I do not know"},

    {ON(STUDY), 'z', MOD_CTRL, MSG_UNDO, 0, "Undo, redo"},
    {ON(STUDY), 'y', MOD_CTRL, MSG_REDO, 0, "Undo, redo"},
    {ON(STUDY), 'e', 0, MSG_EDIT, 0, "Edit the card"},
    {ON(STUDY), KEY_F1 + 4, 0, MSG_READ_DECKS, 0, "Read decks again"},
    {ON(STUDY), 'w', 0, MSG_GO, SCREEN_MISTAKES,
     "What is wrong with the decks"},
    {ON(STUDY), 'b', 0, MSG_ASIDE, 0, "Set aside until tomorrow"},
    {ON(STUDY), 'm', 0, MSG_MENU, 0, "More"},
    {ON(STUDY), KEY_ESCAPE, 0, MSG_BACK, 0, "Stop"},

    {STUDY(ASKING, FORM_CHOICE), '1', 0, MSG_CHOOSE, 0, "Answer"},
    {STUDY(ASKING, FORM_CHOICE), '2', 0, MSG_CHOOSE, 1, "Answer"},
    {STUDY(ASKING, FORM_CHOICE), '3', 0, MSG_CHOOSE, 2, "Answer"},
    {STUDY(ASKING, FORM_CHOICE), '4', 0, MSG_CHOOSE, 3, "Answer"},
    {STUDY(ASKING, FORM_CHOICE), '5', 0, MSG_CHOOSE, 4, "Answer"},
    {STUDY(ASKING, FORM_CHOICE), '0', 0, MSG_DONT_KNOW, 0, "I do not know"},
    {STUDY(ASKING, FORM_CHOICE), KEY_UP, 0, MSG_PICK, -1, "Choose, then Enter"},
    {STUDY(ASKING, FORM_CHOICE), KEY_DOWN, 0, MSG_PICK, 1,
     "Choose, then Enter"},

    {STUDY(ASKING, FORM_TYPED), KEY_ENTER, 0, MSG_CHECK, 0, "Check"},
    {STUDY(ASKING, FORM_TYPED), KEY_ENTER, MOD_CTRL, MSG_DONT_KNOW, 0,
     "I do not know"},
    {STUDY(ASKING, FORM_TYPED), KEY_BACKSPACE, 0, MSG_DELETE, 0, NULL},
    {STUDY(ASKING, FORM_TYPED), KEY_DELETE, 0, MSG_DELETE, 1, NULL},
    {STUDY(ASKING, FORM_TYPED), KEY_LEFT, 0, MSG_CARET, CARET_LEFT, NULL},
    {STUDY(ASKING, FORM_TYPED), KEY_RIGHT, 0, MSG_CARET, CARET_RIGHT, NULL},
    {STUDY(ASKING, FORM_TYPED), KEY_HOME, 0, MSG_CARET, CARET_HOME, NULL},
    {STUDY(ASKING, FORM_TYPED), KEY_END, 0, MSG_CARET, CARET_END, NULL},
    {STUDY(ASKING, FORM_TYPED), 'c', MOD_CTRL, MSG_COPY, 0, "Copy, cut, paste"},
    {STUDY(ASKING, FORM_TYPED), 'x', MOD_CTRL, MSG_CUT, 0, "Copy, cut, paste"},
    {STUDY(ASKING, FORM_TYPED), 'v', MOD_CTRL, MSG_PASTE, 0,
     "Copy, cut, paste"},
    {STUDY(FEEDBACK, FORM_TYPED), 'r', 0, MSG_OVERRULE, 0, "I was right"},

    {ON(END), KEY_ENTER, 0, MSG_CONTINUE, 0, "Done"},
    {ON(END), KEY_SPACE, 0, MSG_CONTINUE, 0, NULL},
    {ON(END), KEY_ESCAPE, 0, MSG_BACK, 0, NULL},
    {ON(END), 'a', 0, MSG_AGAIN, 0, "Study the missed ones again"},
    {ON(END), KEY_F1 + 4, 0, MSG_READ_DECKS, 0, NULL},
    {ON(END), 'w', 0, MSG_GO, SCREEN_MISTAKES, NULL},
    {ON(END), 'z', MOD_CTRL, MSG_UNDO, 0, "Undo the last card"},

    {ON(WELCOME), KEY_ENTER, 0, MSG_STUDY, APP_FIRST_CARDS, NULL},

    {ON(MISTAKES), 'm', 0, MSG_MEND, 0, "Mend it for me"},
    {ON(MISTAKES), 'z', MOD_CTRL, MSG_UNDO, 0, "Take the mend back"},
    {ON(MISTAKES), 'e', 0, MSG_EDIT, 0, "Open the line"},
    {ON(MISTAKES), KEY_F1 + 4, 0, MSG_READ_DECKS, 0, "Read decks again"},
    {ON(MISTAKES), KEY_PAGE_UP, 0, MSG_PROBLEM, -1, "Mistake before, next"},
    {ON(MISTAKES), KEY_PAGE_DOWN, 0, MSG_PROBLEM, 1, "Mistake before, next"},

    {ON(SETTINGS), KEY_LEFT, 0, MSG_CARET, CARET_LEFT, "Change a value"},
    {ON(SETTINGS), KEY_RIGHT, 0, MSG_CARET, CARET_RIGHT, "Change a value"},
    {ON(SETTINGS), KEY_HOME, 0, MSG_CARET, CARET_HOME, NULL},
    {ON(SETTINGS), KEY_END, 0, MSG_CARET, CARET_END, NULL},
    {ON(SETTINGS), KEY_BACKSPACE, 0, MSG_DELETE, 0, NULL},
    {ON(SETTINGS), 'f', 0, MSG_FIT, 0, "Fit to my memory"},
    {ON(SETTINGS), 'c', MOD_CTRL, MSG_COPY, 0, NULL},
    {ON(SETTINGS), 'x', MOD_CTRL, MSG_CUT, 0, NULL},
    {ON(SETTINGS), 'v', MOD_CTRL, MSG_PASTE, 0, NULL},
    {ON(SETTINGS), 'z', MOD_CTRL, MSG_UNDO, 0, "Take the last change back"},

    {OVER(HELP), KEY_ESCAPE, 0, MSG_CLOSE, 0, NULL},
    {OVER(HELP), KEY_F1, 0, MSG_CLOSE, 0, NULL},
    {OVER(HELP), KEY_SPACE, 0, MSG_SCROLL, 4, NULL},
    {OVER(MENU), KEY_ESCAPE, 0, MSG_CLOSE, 0, NULL},
    {OVER(MENU), 'm', 0, MSG_CLOSE, 0, NULL},
    {OVER(MENU), KEY_UP, 0, MSG_FOCUS, -1, NULL},
    {OVER(MENU), KEY_DOWN, 0, MSG_FOCUS, 1, NULL},
    {OVER(SAVE), KEY_ENTER, 0, MSG_RETRY, 0, NULL},
    {OVER(SAVE), 's', MOD_CTRL, MSG_RETRY, 0, NULL},
    {OVER(SAVE), KEY_ESCAPE, 0, MSG_CLOSE, 0, NULL},

    {ON(HOME), 'z', MOD_CTRL, MSG_UNDO, 0, NULL}, /* of a fit */
    {EVERY, KEY_F1, 0, MSG_HELP, 0, "Help"},
    {EVERY, KEY_F1 + 10, 0, MSG_FULL_SCREEN, 0, "Full screen"},
    {EVERY, KEY_ESCAPE, 0, MSG_BACK, 0, "Back, close"},
    {EVERY, 'm', 0, MSG_MENU, 0, "Menu"},
    {EVERY, '+', MOD_CTRL, MSG_ZOOM, 1, "Larger, smaller text"},
    {EVERY, '=', MOD_CTRL, MSG_ZOOM, 1, NULL},
    {EVERY, '-', MOD_CTRL, MSG_ZOOM, -1, "Larger, smaller text"},
    {EVERY, '0', MOD_CTRL, MSG_ZOOM, 0, "Text at 100 %"},
    {EVERY, KEY_TAB, 0, MSG_FOCUS, 1, "Next, previous control"},
    {EVERY, KEY_TAB, MOD_SHIFT, MSG_FOCUS, -1, "Next, previous control"},
    {EVERY, KEY_UP, 0, MSG_SCROLL, -1, "Scroll"},
    {EVERY, KEY_DOWN, 0, MSG_SCROLL, 1, "Scroll"},
    {EVERY, KEY_PAGE_UP, 0, MSG_SCROLL, -4, "Scroll"},
    {EVERY, KEY_PAGE_DOWN, 0, MSG_SCROLL, 4, "Scroll"},
    {EVERY, 'z', MOD_CTRL, MSG_UNDO, 0, NULL}, /* a size of text */
    {EVERY, 's', MOD_CTRL, MSG_RETRY, 0, "Save answers held in memory"},
    {EVERY, 'q', MOD_CTRL, MSG_QUIT, 0, "Quit"},

    {EVERY, 'h', 0, MSG_GO, SCREEN_HOME, "Today"},
    {EVERY, 's', 0, MSG_GO, SCREEN_SETTINGS, "Settings"},
};

enum { ROWS = (int)(sizeof table / sizeof table[0]) };

const struct key_row *keys_table(size_t *count)
{
    *count = ROWS;
    return table;
}

enum key_group keys_group(const struct key_row *row)
{
    static const enum key_group of_screen[SCREEN_COUNT] = {
        [SCREEN_HOME] = KEYS_TODAY,       [SCREEN_STUDY] = KEYS_STUDY,
        [SCREEN_END] = KEYS_END,          [SCREEN_SETTINGS] = KEYS_SETTINGS,
        [SCREEN_WELCOME] = KEYS_OTHER,    [SCREEN_MISTAKES] = KEYS_MISTAKES,
        [SCREEN_COMPONENTS] = KEYS_OTHER, [SCREEN_MOTION] = KEYS_OTHER,
    };
    if (row->screen == KEYS_ANY)
        return row->msg == MSG_GO ? KEYS_GO : KEYS_EVERYWHERE;
    if (row->screen < 0 || row->screen >= SCREEN_COUNT)
        return KEYS_OTHER;
    if (row->screen == SCREEN_STUDY && row->form == FORM_CHOICE)
        return KEYS_CHOICE;
    if (row->screen == SCREEN_STUDY && row->form == FORM_TYPED)
        return KEYS_TYPED;
    if (row->screen == SCREEN_STUDY && row->form == FORM_MATCH)
        return KEYS_MATCH;
    if (row->screen == SCREEN_STUDY && row->form == FORM_ORDER)
        return KEYS_ORDER;
    return of_screen[row->screen];
}

const char *keys_group_name(enum key_group group)
{
    static const char *const names[KEYS_GROUPS] = {
        [KEYS_EVERYWHERE] = "Everywhere",
        [KEYS_GO] = "Go to",
        [KEYS_TODAY] = "Today",
        [KEYS_STUDY] = "Study",
        [KEYS_CHOICE] = "Choice",
        [KEYS_TYPED] = "Typed answer",
        [KEYS_MATCH] = "Match",
        [KEYS_ORDER] = "Order",
        [KEYS_END] = "End",
        [KEYS_SETTINGS] = "Settings",
        [KEYS_MISTAKES] = "Mistakes",
        [KEYS_OTHER] = "Elsewhere",
    };
    return names[group];
}

static bool holds(int wanted, int is)
{
    return wanted == KEYS_ANY || wanted == is;
}

/* Nobody leaves a sitting by a letter. */
static bool is_on(const struct key_row *row, const struct app *app)
{
    int form = app->has_question ? (int)app_form(app) : KEYS_ANY;
    if (row->screen == KEYS_ANY && row->msg == MSG_GO &&
        app->screen == SCREEN_STUDY)
        return false;
    return holds(row->screen, (int)app->screen) &&
           holds(row->phase, (int)app->phase) && holds(row->form, form);
}

/* Under a dialog nothing is reached but what concerns the window. */
static bool is_over(const struct key_row *row, enum overlay overlay)
{
    if (row->screen == KEYS_OVER + (int)overlay)
        return true;
    return row->screen == KEYS_ANY &&
           (row->msg == MSG_QUIT || row->msg == MSG_FULL_SCREEN ||
            row->msg == MSG_ZOOM || row->msg == MSG_SCROLL);
}

static bool writes(int key, int mods)
{
    return mods == 0 && key >= KEY_SPACE && key < KEY_UP && key != KEY_DELETE;
}

static const struct key_row *find(const struct app *app, int key, int mods,
                                  enum overlay overlay)
{
    int wanted = mods & (MOD_CTRL | MOD_ALT);
    if (overlay == OVERLAY_NONE && app_wants_text(app) && writes(key, wanted))
        return NULL;
    for (int i = 0; i < ROWS; i++) {
        const struct key_row *row = &table[i];
        bool reached =
            overlay == OVERLAY_NONE ? is_on(row, app) : is_over(row, overlay);
        if (row->key == key && row->mods == wanted && reached)
            return row;
    }
    return NULL;
}

const struct key_row *keys_find(const struct app *app, int key, int mods)
{
    return find(app, key, mods, app->overlay);
}

const struct key_row *keys_find_below(const struct app *app, int key, int mods)
{
    return find(app, key, mods, OVERLAY_NONE);
}

const struct key_row *keys_of(const struct app *app, enum msg_kind msg,
                              int number)
{
    for (int i = 0; i < ROWS; i++)
        if (table[i].says && table[i].msg == msg && table[i].number == number &&
            is_on(&table[i], app))
            return &table[i];
    return NULL;
}

static const char *name_of(struct arena *arena, int key)
{
    static const struct {
        int key;
        const char *name;
    } named[] = {
        {KEY_ENTER, "Enter"},       {KEY_ESCAPE, "Esc"},
        {KEY_SPACE, "Space"},       {KEY_BACKSPACE, "Backspace"},
        {KEY_DELETE, "Delete"},     {KEY_TAB, "Tab"},
        {KEY_UP, "\xe2\x86\x91"},   {KEY_DOWN, "\xe2\x86\x93"},
        {KEY_LEFT, "\xe2\x86\x90"}, {KEY_RIGHT, "\xe2\x86\x92"},
        {KEY_PAGE_UP, "Page Up"},   {KEY_PAGE_DOWN, "Page Down"},
        {KEY_HOME, "Home"},         {KEY_END, "End"},
    };
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (named[i].key == key)
            return named[i].name;
    if (key >= KEY_F1 && key <= KEY_F12)
        return arena_printf(arena, "F%d", key - KEY_F1 + 1);
    return arena_printf(arena, "%c",
                        key >= 'a' && key <= 'z' ? key - 'a' + 'A' : key);
}

const char *keys_name(struct arena *arena, int key, int mods)
{
    return arena_printf(arena, "%s%s%s%s", mods & MOD_CTRL ? "Ctrl+" : "",
                        mods & MOD_ALT ? "Alt+" : "",
                        mods & MOD_SHIFT ? "Shift+" : "", name_of(arena, key));
}
