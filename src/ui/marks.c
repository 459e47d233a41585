/* Marks: shapes that tell kinds of agreement apart, as polygons. */
#include "ui/mask.h"

#include "ui/pixels.h"

enum { CORNERS_MAX = 9 };

/* Corners as twentieths of the mark's width and height. */
struct polygon {
    int count;
    double corner[CORNERS_MAX][2];
};

static const struct polygon polygons[MARK_COUNT] = {
    [MARK_FLAG] = {7,
                   {{3, 1},
                    {19.2, 1},
                    {14.5, 6.5},
                    {19.2, 12},
                    {5, 12},
                    {5, 20},
                    {3, 20}}},
    [MARK_DIAMOND] = {4, {{10, 0}, {20, 10}, {10, 20}, {0, 10}}},
    [MARK_TRIANGLE] = {3, {{10, 1}, {20, 18}, {0, 18}}},
    [MARK_HEXAGON] = {6,
                      {{10, .5},
                       {18.23, 5.25},
                       {18.23, 14.75},
                       {10, 19.5},
                       {1.77, 14.75},
                       {1.77, 5.25}}},
    [MARK_TIP] = {3, {{0, 0}, {20, 0}, {10, 20}}},
    [MARK_FLAP] = {4, {{0, 0}, {20, 0}, {17.5, 20}, {2.5, 20}}},
};

/* Distance to a polygon's edge; inside it is negative. A ray to the right
 * crosses its sides an odd number of times there. */
static double to_polygon(const struct polygon *polygon, double x, double y,
                         double unit_x, double unit_y)
{
    double best = 1e9;
    bool inside = false;
    for (int i = 0; i < polygon->count; i++) {
        const double *a = polygon->corner[i];
        const double *b = polygon->corner[(i + 1) % polygon->count];
        double ax = a[0] * unit_x;
        double ay = a[1] * unit_y;
        double bx = b[0] * unit_x;
        double by = b[1] * unit_y;
        best = fmin(best, to_segment(x, y, ax, ay, bx, by));
        if ((ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax))
            inside = !inside;
    }
    return inside ? -best : best;
}

static double to_mark(enum mark mark, double x, double y, int w, int h)
{
    double unit_x = w / 20.0;
    double unit_y = h / 20.0;
    switch (mark) {
    case MARK_SQUARE:
        return to_rounded(x - w / 2.0, y - h / 2.0, 8 * unit_x, 8 * unit_y,
                          2 * fmin(unit_x, unit_y));
    case MARK_CIRCLE:
        return hypot(x - w / 2.0, y - h / 2.0) - 8.5 * fmin(unit_x, unit_y);
    default:
        return to_polygon(&polygons[mark], x, y, unit_x, unit_y);
    }
}

static bool is_stroke(enum mark mark)
{
    return mark == MARK_FALL || mark == MARK_RISE;
}

/* Its round ends touch the corners' sides. */
static double to_stroke(enum mark mark, double x, double y, int w, int h,
                        int line)
{
    double r = line / 2.0;
    double from = mark == MARK_FALL ? r : h - r;
    return to_segment(x, y, r, from, w - r, h - from) - r;
}

SDL_Surface *mask_mark(enum mark mark, int w, int h, int line)
{
    SDL_Surface *s = pixels_new(w, h);
    for (int y = 0; s && y < h; y++)
        for (int x = 0; x < w; x++) {
            double d = is_stroke(mark)
                           ? to_stroke(mark, x + .5, y + .5, w, h, line)
                           : to_mark(mark, x + .5, y + .5, w, h);
            double alpha = clamp01(.5 - d);
            if (line > 0 && !is_stroke(mark))
                alpha -= clamp01(.5 - d - line);
            pixels_set(s, x, y, 0xffffff, alpha);
        }
    return s;
}
