/* On the sheet of components: seals, measures, messages, marks and icons. */
#include "app/sheets.h"

enum { GAP = 20 };

static const char keep[] = "\xe5\xae\x88";

/* The four sizes of a stage's seal, then its name. */
void sheet_seals(struct sheet_row *row)
{
    static const struct {
        enum seal seal;
        const char *name;
    } stages[] = {
        {SEAL_NEW, "New"},
        {SEAL_LEARNING, "Learning"},
        {SEAL_HELD, "Held"},
        {SEAL_KEPT, "Kept"},
    };
    static const int sizes[] = {60, 36, 28, 20};
    struct pen *pen = row->pen;
    struct style name = style_colored(STYLE_SMALL, TOKEN_INK);
    for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++) {
        int x = row->x + (int)i * pen_px(pen, 266);
        for (size_t j = 0; j < sizeof sizes / sizeof sizes[0]; j++) {
            pen_seal(pen, stages[i].seal, keep, x,
                     row->middle - pen_px(pen, sizes[j]) / 2, sizes[j]);
            x += pen_px(pen, sizes[j] + 10);
        }
        pen_text(pen, name, stages[i].name, x,
                 row->middle - pen_px(pen, 20) / 2);
    }
}

void sheet_measures(struct sheet_row *row)
{
    static const int32_t counts[STAGE_COUNT] = {
        [STAGE_KEPT] = 133,
        [STAGE_HELD] = 51,
        [STAGE_LEARNING] = 28,
        [STAGE_NEW] = 36,
    };
    struct pen *pen = row->pen;
    int middle = row->middle;
    int x = row->x;
    pen_progress_line(pen,
                      (struct rect){x, middle - pen_px(pen, 2),
                                    pen_px(pen, 300), pen_px(pen, 4)},
                      180);
    x += pen_px(pen, 300 + GAP);
    pen_ink_line(pen,
                 (struct rect){x, middle - pen_px(pen, 6), pen_px(pen, 248),
                               pen_px(pen, 12)},
                 counts, 1000);
    x += pen_px(pen, 250 + GAP);
    pen_share_ring(pen,
                   (struct rect){x, row->top, pen_px(pen, 80), pen_px(pen, 80)},
                   pen_px(pen, 8), 600, "12");
    x += pen_px(pen, 80 + 22);
    x += pen_chip(pen, "Alliance treaty", x, middle - pen_px(pen, 13)) +
         pen_px(pen, GAP);
    x += pen_keycap(pen, "Space", x, middle - pen_px(pen, 11), false,
                    TOKEN_INK2, TOKEN_PAPER) +
         pen_px(pen, GAP);
    pen_keycap(pen, "1", x, middle - pen_px(pen, 11), false, TOKEN_INK2,
               TOKEN_PAPER);
}

void sheet_messages(struct sheet_row *row)
{
    struct pen *pen = row->pen;
    struct toast undone = {
        .text = "Grade taken back", .key = "Ctrl+Y", .undoes = true};
    struct toast kept = {
        .text = "Kept: Article V", .sealed = true, .seal = SEAL_KEPT};
    struct rect box = pen_toast(pen, undone, row->x, row->top, true);
    box =
        pen_toast(pen, kept, box.x + box.w + pen_px(pen, GAP), row->top, true);
    pen_tooltip(pen, "Due 3 January 2027",
                box.x + box.w + pen_px(pen, GAP + 24),
                row->top + pen_px(pen, 47));
}

void sheet_kinds(struct sheet_row *row)
{
    static const struct {
        enum mark mark;
        const char *name;
    } kinds[] = {
        {MARK_SQUARE, "Alliance"},    {MARK_FLAG, "Declaration"},
        {MARK_CIRCLE, "Supplies"},    {MARK_DIAMOND, "Secrets"},
        {MARK_TRIANGLE, "Equipment"}, {MARK_HEXAGON, "Visiting forces"},
    };
    struct pen *pen = row->pen;
    struct style name = style_colored(STYLE_SMALL, TOKEN_INK);
    int size = pen_px(pen, 20);
    int in = pen_px(pen, 2);
    int middle = row->middle + pen_px(pen, 1);
    int y = middle - size / 2;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct draw *item =
            draw_add(pen->list, DRAW_MARK,
                     (struct rect){row->x + in, y, size, size}, TOKEN_INK);
        item->mark = kinds[i].mark;
        row->x += pen_px(pen, 24 + 8);
        row->x += pen_text(pen, name, kinds[i].name, row->x,
                           middle - pen_px(pen, 20) / 2) +
                  pen_px(pen, GAP);
    }
}

void sheet_icons(struct sheet_row *row)
{
    static const enum icon icons[] = {
        ICON_TODAY,    ICON_QUIZ,  ICON_CLASSROOM, ICON_TIMELINE, ICON_PROGRESS,
        ICON_SETTINGS, ICON_FIND,  ICON_BACK,      ICON_NEXT,     ICON_UNDO,
        ICON_CHECK,    ICON_CROSS, ICON_RING,      ICON_SWAP,     ICON_CLOCK,
        ICON_PAGE,     ICON_EDIT,  ICON_WARNING,   ICON_FOLDER,   ICON_UP,
        ICON_DOWN,     ICON_GRIP,  ICON_PEOPLE,    ICON_INFO,     ICON_LOCK,
    };
    for (size_t i = 0; i < sizeof icons / sizeof icons[0]; i++)
        pen_icon(row->pen, icons[i], row->x + (int)i * pen_px(row->pen, 42),
                 row->top + pen_px(row->pen, 1), 24, TOKEN_INK);
}
