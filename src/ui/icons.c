#include "ui/icons.h"

#include <math.h>

#include "ui/pixels.h"

#define PEN_END (-1.0f)
#define PEN_UP (-2.0f)
#define PEN_ARC (-3.0f) /* centre, radius, degrees from and to, clockwise */
#define PEN_RING(x, y, r) PEN_ARC, x, y, r, 0, 360

enum { NUMBERS_MAX = 48 };

/* Points of polylines, x and y; a point alone is a dot. */
static const float strokes[ICON_COUNT][NUMBERS_MAX] = {
    [ICON_BACK] = {14, 5, 7, 12, 14, 19, PEN_END},
    [ICON_UNDO] = {9,       5,  5,  9, 9,   13, PEN_UP, 5,  9,  14, 9,
                   PEN_ARC, 14, 14, 5, -90, 90, 14,     19, 10, 19, PEN_END},
    [ICON_PAGE] = {6, 3, 14,     3,  18, 7,  18, 21, 6, 21,
                   6, 3, PEN_UP, 14, 3,  14, 7,  18, 7, PEN_END},
    [ICON_RING] = {PEN_RING(12, 12, 8), PEN_END},
    [ICON_CROSS] = {6, 6, 18, 18, PEN_UP, 18, 6, 6, 18, PEN_END},
    [ICON_CHECK] = {5, 12.5f, 10, 17.5f, 19.5f, 7, PEN_END},
    [ICON_TODAY] = {5,  4,      19,     4, 19, 20, 5,      20,     5,
                    4,  PEN_UP, 8,      8, 16, 8,  PEN_UP, 8,      12,
                    16, 12,     PEN_UP, 8, 16, 13, 16,     PEN_END},
    [ICON_QUIZ] = {4,   16,     4,       5,     20,     5,     20,
                   16,  11,     16,      7,     20,     7,     16,
                   4,   16,     PEN_ARC, 12,    9.2f,   2.4f,  180,
                   400, 13.84f, 10.8f,   12.7f, 11.5f,  12.1f, 12.1f,
                   12,  12.6f,  12,      13.5f, PEN_END},
    [ICON_CLASSROOM] = {3,      5,  21, 5,  21,     16, 3,  16, 3,  5,
                        PEN_UP, 8,  12, 11, 9,      13, 11, 16, 8,  PEN_UP,
                        12,     16, 12, 20, PEN_UP, 8,  20, 16, 20, PEN_END},
    [ICON_TIMELINE] = {3,  12, 21, 12, PEN_UP, 6,  9, 6,  15, PEN_UP,
                       12, 7,  12, 17, PEN_UP, 18, 9, 18, 15, PEN_END},
    [ICON_PROGRESS] = {4,  20, 20, 20, PEN_UP, 6,  14, 6,  20, PEN_UP,
                       11, 9,  11, 20, PEN_UP, 16, 4,  16, 20, PEN_END},
    [ICON_SETTINGS] = {4,  7,  13, 7,  PEN_RING(15, 7, 2),
                       17, 7,  20, 7,  PEN_UP,
                       4,  17, 7,  17, PEN_RING(9, 17, 2),
                       11, 17, 20, 17, PEN_END},
    [ICON_FIND] = {PEN_RING(11, 11, 6), 15.3f, 15.3f, 20, 20, PEN_END},
    [ICON_NEXT] = {10, 5, 17, 12, 10, 19, PEN_END},
    [ICON_SWAP] = {4, 8, 17, 8, 14, 5, PEN_UP, 20, 16, 7, 16, 10, 19, PEN_END},
    [ICON_CLOCK] = {PEN_RING(12, 12, 8.5f), 12, 7, 12, 12, 15.4f, 13.9f,
                    PEN_END},
    [ICON_EDIT] = {16, 5, 19, 8, 9, 18, 5, 19, 6, 15, 16, 5, PEN_END},
    [ICON_WARNING] = {12, 4, 21, 20, 3, 20, 12, 4, PEN_UP, 12, 10, 12, 15,
                      PEN_UP, 12, 17.4f, PEN_END},
    [ICON_FOLDER] = {3, 19, 3, 6, 9, 6, 11, 8, 21, 8, 21, 19, 3, 19, PEN_END},
    [ICON_UP] = {6, 14, 12, 8, 18, 14, PEN_END},
    [ICON_DOWN] = {6, 10, 12, 16, 18, 10, PEN_END},
    [ICON_GRIP] = {9, 6, PEN_UP, 15, 6, PEN_UP, 9, 12, PEN_UP, 15, 12, PEN_UP,
                   9, 18, PEN_UP, 15, 18, PEN_END},
    [ICON_PEOPLE] = {PEN_RING(9, 8, 3.5f), PEN_RING(17, 9, 2.5f), PEN_ARC, 9,
                     20.4f, 6.4f, 184, 356, PEN_ARC, 16.6f, 19, 5, 278, 360,
                     PEN_END},
    [ICON_INFO] = {PEN_RING(12, 12, 8.5f), 12, 11, 12, 15.8f, PEN_UP, 12, 7.75f,
                   PEN_END},
    [ICON_LOCK] = {6,     11,      18,    11,     18,     20,  6,
                   20,    6,       11,    PEN_UP, 8.5f,   11,  8.5f,
                   8.5f,  PEN_ARC, 12,    8.5f,   3.5f,   180, 360,
                   15.5f, 8.5f,    15.5f, 11,     PEN_END},
    [ICON_TURN_LEFT] = {PEN_ARC, 21, 12, 11.27f, 124, 236, PEN_END},
    [ICON_TURN_RIGHT] = {PEN_ARC, 3, 12, 11.27f, -56, 56, 9.33f, 15.4f, 9.33f,
                         21.3f, 15.3f, 20.5f, PEN_END},
};

/* `arc`: centre, radius and the two angles. */
static double to_arc(const float *arc, double x, double y)
{
    static const double degree = 3.14159265358979 / 180;
    double dx = x - (double)arc[0];
    double dy = y - (double)arc[1];
    double r = (double)arc[2];
    double from = (double)arc[3] * degree;
    double span = ((double)arc[4] - (double)arc[3]) * degree;
    double past = fmod(atan2(dy, dx) - from + 720 * degree, 360 * degree);
    if (past <= span)
        return fabs(hypot(dx, dy) - r);
    double to = from + span;
    return fmin(hypot(dx - r * cos(from), dy - r * sin(from)),
                hypot(dx - r * cos(to), dy - r * sin(to)));
}

double icons_distance(enum icon icon, double x, double y)
{
    const float *p = strokes[icon];
    double best = 1e9;
    double ax = 0;
    double ay = 0;
    bool down = false;
    while (*p != PEN_END) {
        if (*p == PEN_ARC) {
            best = fmin(best, to_arc(p + 1, x, y));
            down = false;
            p += 6;
        } else if (*p == PEN_UP) {
            down = false;
            p++;
        } else {
            double bx = (double)p[0];
            double by = (double)p[1];
            best = fmin(
                best, to_segment(x, y, down ? ax : bx, down ? ay : by, bx, by));
            ax = bx;
            ay = by;
            down = true;
            p += 2;
        }
    }
    return best;
}

/* Strokes are 1.75 px whatever an icon's size at 100 %; above 24 px the text is
 * larger, and they with it. The arcs of the first page are a drawing. */
double icons_stroke(enum icon icon, int size)
{
    if (icon == ICON_TURN_LEFT || icon == ICON_TURN_RIGHT)
        return 2.5 * size / 36;
    if (size > 24)
        return 1.75 * size / 20;
    return size < 16 ? fmax(1.2, 1.75 * size / 16) : 1.75;
}
