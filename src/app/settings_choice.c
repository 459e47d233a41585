/* A setting that is one of several named values. */
#include "app/settings_rows.h"

enum { LINE_H = 40 };

/* As many segments side by side as there is room for, the others below. */
static int fitting(struct pen *pen, const char *const *labels, int count, int w)
{
    int used = 0;
    for (int i = 0; i < count; i++) {
        used += pen_segment_width(pen, labels[i]);
        if (used > w && i > 0)
            return i;
    }
    return count;
}

/* How many stand in the first line of those from `from` on, so that the lines
 * are about alike. */
static int in_line(struct pen *pen, struct settings_choice choice, int from,
                   int lines, int w)
{
    int left = choice.count - from;
    int even = (left + lines - 1) / lines;
    int most = fitting(pen, choice.names + from, left, w);
    return even < most ? even : most;
}

static int lines_of(struct pen *pen, struct settings_choice choice, int w)
{
    int lines = 0;
    for (int i = 0; i < choice.count; lines++)
        i += fitting(pen, choice.names + i, choice.count - i, w);
    for (int i = 0, left = lines; i < choice.count; left--) {
        if (left == 0)
            return lines + 1;
        i += in_line(pen, choice, i, left, w);
    }
    return lines;
}

/* One of several, side by side or in lines. */
void settings_choice_row(struct pen *pen, struct settings_column *column,
                         struct settings_choice choice, const char *label,
                         const char *says)
{
    int lines = lines_of(pen, choice, column->control_w);
    struct settings_row row = settings_row_begin(
        pen, column, label, says, lines * LINE_H + (lines - 1) * 8);
    struct rect rect = row.control;
    rect.h = pen_px(pen, LINE_H);
    for (int i = 0; i < choice.count; rect.y += rect.h + pen_px(pen, 8)) {
        int n =
            in_line(pen, choice, i, lines > 1 ? lines-- : 1, column->control_w);
        pen_segments(pen, rect, choice.setting, choice.names + i,
                     choice.values + i, n, choice.chosen - i);
        i += n;
    }
    settings_row_end(pen, column, row, false);
}
