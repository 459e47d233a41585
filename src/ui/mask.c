#include "ui/mask.h"

#include "ui/icons.h"
#include "ui/pixels.h"

SDL_Surface *mask_plain(uint32_t rgb)
{
    SDL_Surface *s =
        SDL_CreateRGBSurfaceWithFormat(0, 256, 64, 32, SDL_PIXELFORMAT_RGB888);
    if (s)
        SDL_FillRect(s, NULL, rgb);
    return s;
}

SDL_Surface *mask_disc(int radius, int line)
{
    SDL_Surface *s = pixels_new(2 * radius, 2 * radius);
    for (int y = 0; s && y < 2 * radius; y++)
        for (int x = 0; x < 2 * radius; x++) {
            double d = hypot(radius - x - .5, radius - y - .5);
            double alpha = clamp01(radius - d + .5);
            if (line > 0)
                alpha = fmin(alpha, clamp01(d - (radius - line) + .5));
            pixels_set(s, x, y, 0xffffff, alpha);
        }
    return s;
}

/* A box blurred by a Gaussian is a product of two error functions; a blur of
 * CSS has half of it as the standard deviation. */
SDL_Surface *mask_shadow(int blur)
{
    int side = 2 * SHADOW_SIDES * blur + 1;
    double sigma = blur / 2.0;
    SDL_Surface *s = pixels_new(side, side);
    for (int y = 0; s && y < side; y++)
        for (int x = 0; x < side; x++) {
            double dx = fmin(x, side - 1 - x) + .5 - blur;
            double dy = fmin(y, side - 1 - y) + .5 - blur;
            double a = .5 * (1 + erf(dx / sigma / sqrt(2)));
            double b = .5 * (1 + erf(dy / sigma / sqrt(2)));
            pixels_set(s, x, y, 0xffffff, a * b);
        }
    return s;
}

SDL_Surface *mask_icon(enum icon icon, int size)
{
    SDL_Surface *s = pixels_new(size, size);
    double unit = 24.0 / size;
    double half = icons_stroke(icon, size) / 2;
    for (int y = 0; s && y < size; y++)
        for (int x = 0; x < size; x++) {
            double d = icons_distance(icon, (x + .5) * unit, (y + .5) * unit);
            pixels_set(s, x, y, 0xffffff, half - d / unit + .5);
        }
    return s;
}

/* Between the ray to the top and the one at `end`, clockwise: how far inside
 * (x, y) is. */
static double inside_sector(double x, double y, double end)
{
    static const double half_turn = 3.14159265358979;
    double after = x;
    double before = -x * cos(end) - y * sin(end);
    return end <= half_turn ? fmin(after, before) : fmax(after, before);
}

SDL_Surface *mask_arc(int size, int line, int rest)
{
    static const double turn = 2 * 3.14159265358979;
    SDL_Surface *s = pixels_new(size, size);
    double radius = size / 2.0;
    for (int y = 0; s && y < size; y++)
        for (int x = 0; x < size; x++) {
            double dx = x + .5 - radius;
            double dy = y + .5 - radius;
            double d = hypot(dx, dy);
            double alpha =
                clamp01(radius - d + .5) - clamp01(radius - line - d + .5);
            if (alpha > 0 && rest > 0)
                alpha *= clamp01(
                    inside_sector(dx, dy, turn * (1000 - rest) / 1000) + .5);
            pixels_set(s, x, y, 0xffffff, rest < 1000 ? alpha : 0);
        }
    return s;
}

/* The line in the middle of a rounded rect's border; its sides are longer than
 * nothing or nothing. */
struct outline {
    double half_w;
    double half_h;
    double radius;
    double across; /* length of a straight side at the top */
    double down;
    double corner; /* length of a curve */
};

/* How far along the outline the point next to (x, y) is, clockwise from the
 * beginning of the top side. */
static double along(const struct outline *o, double x, double y)
{
    double side_x = clamp01((x + o->across / 2) / fmax(o->across, 1e-9));
    double side_y = clamp01((y + o->down / 2) / fmax(o->down, 1e-9));
    double dx = fabs(x) - o->across / 2;
    double dy = fabs(y) - o->down / 2;
    bool curve = dx > 0 && dy > 0;
    double bent = curve ? o->radius * atan2(dx, dy) : 0; /* from upright */
    double right = o->across + o->corner;
    double foot = right + o->down + o->corner;
    double left = foot + o->across + o->corner;
    if (curve && x > 0)
        return y < 0 ? o->across + bent : foot - bent;
    if (curve)
        return y > 0 ? foot + o->across + bent
                     : left + o->down + o->corner - bent;
    if (dy > dx)
        return y < 0 ? side_x * o->across : foot + (1 - side_x) * o->across;
    return x > 0 ? right + side_y * o->down : left + (1 - side_y) * o->down;
}

/* Far from the border: the rest of the row up to its other side is, too. */
static bool is_inside(const struct outline *o, double x, double y, int line)
{
    double edge = fmax(o->radius, line) + 1;
    return x < 0 && fabs(x) < o->half_w - edge && fabs(y) < o->half_h - edge;
}

/* Dashes of two thirds of the step, of a hairline the half; the step is
 * stretched so that the last one ends where the first begins. */
SDL_Surface *mask_dashes(int w, int h, int radius, int line)
{
    SDL_Surface *s = pixels_new(w, h);
    double r = fmax(0, fmin(radius, fmin(w, h) / 2.0) - line / 2.0);
    struct outline o = {.half_w = (w - line) / 2.0,
                        .half_h = (h - line) / 2.0,
                        .radius = r,
                        .across = w - line - 2 * r,
                        .down = h - line - 2 * r,
                        .corner = 1.5707963267949 * r};
    double length = 2 * (o.across + o.down) + 4 * o.corner;
    double step = line > 1 ? 5.0 * line : 8;
    step = length / fmax(1, floor(length / step + .5));
    double dash = step * (line > 1 ? .6 : .5);
    for (int y = 0; s && y < h; y++)
        for (int x = 0; x < w; x++) {
            double dx = x + .5 - w / 2.0;
            double dy = y + .5 - h / 2.0;
            if (is_inside(&o, dx, dy, line)) {
                x = w - x - 1;
                continue;
            }
            double d = fabs(to_rounded(dx, dy, o.half_w, o.half_h, r));
            double alpha = clamp01(line / 2.0 - d + .5);
            if (alpha > 0) {
                double at = fmod(along(&o, dx, dy), step) - dash / 2;
                double off = fmin(fabs(at), fabs(at - step));
                alpha *= clamp01(dash / 2 - off + .5);
            }
            pixels_set(s, x, y, 0xffffff, alpha);
        }
    return s;
}
