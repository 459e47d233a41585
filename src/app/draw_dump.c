/* A list as text, for tests: all that decides how it looks and what it does. */
#include <string.h>

#include "app/draw.h"

#define NAMED(kind, name) [kind##_##name] = #name

static const char *kind_name(enum draw_kind kind)
{
    static const char *const names[] = {
        [DRAW_FILL] = "fill",     [DRAW_BOX] = "box",
        [DRAW_SHADOW] = "shadow", [DRAW_TEXT] = "text",
        [DRAW_ICON] = "icon",     [DRAW_SEAL] = "seal",
        [DRAW_STRIKE] = "strike", [DRAW_DASHES] = "dashes",
        [DRAW_ARC] = "arc",       [DRAW_MARK] = "mark",
        [DRAW_LAYER] = "layer",   [DRAW_LAYER_END] = "end",
        [DRAW_GONE] = "gone",     [DRAW_CLIP] = "clip",
    };
    return names[kind];
}

static const char *face_name(enum face face)
{
    static const char *const names[FACE_COUNT] = {
        [FACE_DISPLAY] = "display",
        [FACE_SERIF] = "serif",
        [FACE_SERIF_ITALIC] = "serif-italic",
        [FACE_SERIF_BOLD] = "serif-bold",
        [FACE_SANS] = "sans",
        [FACE_SANS_BOLD] = "sans-bold",
        [FACE_SEAL] = "seal",
        [FACE_MONO] = "mono",
    };
    return names[face];
}

static const char *icon_name(enum icon icon)
{
    static const char *const names[ICON_COUNT] = {
        NAMED(ICON, BACK),     NAMED(ICON, UNDO),      NAMED(ICON, PAGE),
        NAMED(ICON, RING),     NAMED(ICON, CROSS),     NAMED(ICON, CHECK),
        NAMED(ICON, TODAY),    NAMED(ICON, QUIZ),      NAMED(ICON, CLASSROOM),
        NAMED(ICON, TIMELINE), NAMED(ICON, PROGRESS),  NAMED(ICON, SETTINGS),
        NAMED(ICON, FIND),     NAMED(ICON, NEXT),      NAMED(ICON, SWAP),
        NAMED(ICON, CLOCK),    NAMED(ICON, EDIT),      NAMED(ICON, WARNING),
        NAMED(ICON, FOLDER),   NAMED(ICON, UP),        NAMED(ICON, DOWN),
        NAMED(ICON, GRIP),     NAMED(ICON, PEOPLE),    NAMED(ICON, INFO),
        NAMED(ICON, LOCK),     NAMED(ICON, TURN_LEFT), NAMED(ICON, TURN_RIGHT),
    };
    return names[icon] ? names[icon] : "?";
}

static const char *mark_name(enum mark mark)
{
    static const char *const names[MARK_COUNT] = {
        NAMED(MARK, SQUARE),  NAMED(MARK, FLAG),     NAMED(MARK, CIRCLE),
        NAMED(MARK, DIAMOND), NAMED(MARK, TRIANGLE), NAMED(MARK, HEXAGON),
        NAMED(MARK, TIP),     NAMED(MARK, FLAP),     NAMED(MARK, FALL),
        NAMED(MARK, RISE),
    };
    return names[mark] ? names[mark] : "?";
}

static const char *seal_name(enum seal seal)
{
    static const char *const names[] = {
        [SEAL_NEW] = "new",   [SEAL_LEARNING] = "learning",
        [SEAL_HELD] = "held", [SEAL_KEPT] = "kept",
        [SEAL_LOGO] = "logo",
    };
    return names[seal];
}

/* Names, for numbers change when there is another kind. */
static const char *const msg_names[] = {NAMED(MSG, NONE),
                                        NAMED(MSG, SHOWN),
                                        NAMED(MSG, RESIZE),
                                        NAMED(MSG, QUIT),
                                        NAMED(MSG, BACK),
                                        NAMED(MSG, STUDY),
                                        NAMED(MSG, MINUTES),
                                        NAMED(MSG, MORE_NEW),
                                        NAMED(MSG, SHOW),
                                        NAMED(MSG, GRADE),
                                        NAMED(MSG, CHOOSE),
                                        NAMED(MSG, PICK),
                                        NAMED(MSG, LEFT),
                                        NAMED(MSG, RIGHT),
                                        NAMED(MSG, APART),
                                        NAMED(MSG, SIDE),
                                        NAMED(MSG, STRIP),
                                        NAMED(MSG, LIFT),
                                        NAMED(MSG, PLACE),
                                        NAMED(MSG, MOVE),
                                        NAMED(MSG, DRAG),
                                        NAMED(MSG, DONT_KNOW),
                                        NAMED(MSG, CONTINUE),
                                        NAMED(MSG, FRONT),
                                        NAMED(MSG, UNDO),
                                        NAMED(MSG, REDO),
                                        NAMED(MSG, AGAIN),
                                        NAMED(MSG, OVERRULE),
                                        NAMED(MSG, TEXT),
                                        NAMED(MSG, COMPOSE),
                                        NAMED(MSG, DELETE),
                                        NAMED(MSG, CHECK),
                                        NAMED(MSG, FOCUS),
                                        NAMED(MSG, HOVER),
                                        NAMED(MSG, PRESS),
                                        NAMED(MSG, FINISH),
                                        NAMED(MSG, SCROLL),
                                        NAMED(MSG, DECK),
                                        NAMED(MSG, DECK_STEP),
                                        NAMED(MSG, DROP),
                                        NAMED(MSG, GO),
                                        NAMED(MSG, HELP),
                                        NAMED(MSG, MENU),
                                        NAMED(MSG, CLOSE),
                                        NAMED(MSG, ASIDE),
                                        NAMED(MSG, EDIT),
                                        NAMED(MSG, OPEN_FOLDER),
                                        NAMED(MSG, READ_DECKS),
                                        NAMED(MSG, DECKS_READ),
                                        NAMED(MSG, PROBLEM),
                                        NAMED(MSG, DECKS_CHANGED),
                                        NAMED(MSG, DECKS_READY),
                                        NAMED(MSG, MEND),
                                        NAMED(MSG, MENDED),
                                        NAMED(MSG, EXCERPT),
                                        NAMED(MSG, FULL_SCREEN),
                                        NAMED(MSG, COPY),
                                        NAMED(MSG, CUT),
                                        NAMED(MSG, PASTE),
                                        NAMED(MSG, CARET),
                                        NAMED(MSG, ZOOM),
                                        NAMED(MSG, SETTING),
                                        NAMED(MSG, SETTING_STEP),
                                        NAMED(MSG, SETTINGS_SAVED),
                                        NAMED(MSG, LEARNER),
                                        NAMED(MSG, LEARNER_CHANGED),
                                        NAMED(MSG, SECTION),
                                        NAMED(MSG, SAVED),
                                        NAMED(MSG, SAVE_FAILED),
                                        NAMED(MSG, NOT_DONE),
                                        NAMED(MSG, RETRY),
                                        NAMED(MSG, TOAST),
                                        NAMED(MSG, EXAM),
                                        NAMED(MSG, FIT),
                                        NAMED(MSG, FIT_STOP),
                                        NAMED(MSG, FITTING),
                                        NAMED(MSG, FITTED),
                                        NAMED(MSG, DERIVED),
                                        NAMED(MSG, TICK)};

static const char *msg_name(enum msg_kind kind)
{
    enum { COUNT = sizeof msg_names / sizeof msg_names[0] };
    return (int)kind < COUNT && msg_names[kind] ? msg_names[kind] : "?";
}

/* The text that is being written. */
struct dump {
    struct arena *arena;
    char *text;
    size_t length;
    size_t capacity;
};

static void put(struct dump *dump, const char *text)
{
    size_t length = strlen(text);
    dump->text = arena_grow(dump->arena, dump->text, dump->length,
                            dump->length + length + 1, &dump->capacity, 1);
    memcpy(dump->text + dump->length, text, length + 1);
    dump->length += length;
}

/* " line 2", or nothing for 0. */
static void put_number(struct dump *dump, const char *name, int number)
{
    if (number)
        put(dump, arena_printf(dump->arena, " %s %d", name, number));
}

static void put_shape(struct dump *dump, const struct draw *item)
{
    static const char *const aligns[] = {"", " centred", " right"};
    struct arena *arena = dump->arena;
    if (item->kind == DRAW_TEXT)
        put(dump, arena_printf(arena, " %s %d%s", face_name(item->face),
                               item->size, aligns[item->align]));
    else
        put_number(dump, "size", item->size);
    if (item->kind == DRAW_ICON)
        put(dump, arena_printf(arena, " %s", icon_name(item->icon)));
    if (item->kind == DRAW_SEAL)
        put(dump, arena_printf(arena, " %s", seal_name(item->seal)));
    if (item->kind == DRAW_MARK)
        put(dump, arena_printf(arena, " %s", mark_name(item->mark)));
    put_number(dump, "line", item->line);
    put_number(dump, "radius", item->radius);
}

static void put_motion(struct dump *dump, const struct draw *item)
{
    put_number(dump, "turn", item->turn);
    put_number(dump, "fade", item->fade);
    put_number(dump, "rest", item->rest);
    put_number(dump, "grow", item->grow);
    put_number(dump, "squeeze", item->squeeze);
    put_number(dump, "shade", item->shade);
    put_number(dump, "dx", item->dx);
    put_number(dump, "dy", item->dy);
}

static void put_control(struct dump *dump, const struct draw *item)
{
    if (!item->clickable)
        return;
    put(dump, arena_printf(dump->arena, " -> %s %d", msg_name(item->msg.kind),
                           item->msg.number));
    put_number(dump, "of", item->msg.x);
    put_number(dump, "away", item->away);
    if (item->focused)
        put(dump, " focused");
    if (item->unlisted)
        put(dump, " unlisted");
}

const char *draw_dump(const struct draw_list *list)
{
    struct dump dump = {.arena = list->arena};
    put(&dump, "");
    for (size_t i = 0; i < list->count; i++) {
        const struct draw *item = &list->items[i];
        struct rect r = item->rect;
        put(&dump,
            arena_printf(list->arena, "%4d,%4d %4dx%-4d %-6s %s", r.x, r.y, r.w,
                         r.h, kind_name(item->kind), token_name(item->color)));
        if (item->fill)
            put(&dump,
                arena_printf(list->arena, " on %s", token_name(item->fill)));
        put_shape(&dump, item);
        put_motion(&dump, item);
        if (item->lang)
            put(&dump, arena_printf(list->arena, " %s", item->lang));
        if (item->text)
            put(&dump, arena_printf(list->arena, " \"%s\"", item->text));
        put_control(&dump, item);
        put(&dump, "\n");
    }
    return dump.text;
}
