#include "ui/mask.h"

#include <math.h>

static SDL_Surface *surface(int w, int h)
{
    return SDL_CreateRGBSurfaceWithFormat(0, w, h, 32,
                                          SDL_PIXELFORMAT_ARGB8888);
}

static double clamp01(double x)
{
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

static void set_pixel(SDL_Surface *s, int x, int y, uint32_t rgb, double alpha)
{
    uint32_t *row =
        (uint32_t *)(void *)((unsigned char *)s->pixels + y * s->pitch);
    row[x] = (uint32_t)(clamp01(alpha) * 255 + .5) << 24 | rgb;
}

SDL_Surface *mask_corner(int radius, int line)
{
    SDL_Surface *s = surface(radius, radius);
    for (int y = 0; s && y < radius; y++)
        for (int x = 0; x < radius; x++) {
            double d = hypot(radius - x - .5, radius - y - .5);
            double alpha = clamp01(radius - d + .5);
            if (line > 0)
                alpha = fmin(alpha, clamp01(d - (radius - line) + .5));
            set_pixel(s, x, y, 0xffffff, alpha);
        }
    return s;
}

/* A box blurred by a Gaussian is a product of two error functions. */
SDL_Surface *mask_shadow(int blur)
{
    int side = 4 * blur + 1;
    double sigma = blur / 2.0;
    SDL_Surface *s = surface(side, side);
    for (int y = 0; s && y < side; y++)
        for (int x = 0; x < side; x++) {
            double dx = fmin(x, side - 1 - x) - blur;
            double dy = fmin(y, side - 1 - y) - blur;
            double a = .5 * (1 + erf(dx / sigma / sqrt(2)));
            double b = .5 * (1 + erf(dy / sigma / sqrt(2)));
            set_pixel(s, x, y, 0xffffff, a * b);
        }
    return s;
}

/* Strokes on a grid of 24: x, y pairs; -1 lifts the pen, -2 ends, a ring is
 * centre and radius behind -3. */
static const float icons[ICON_COUNT][40] = {
    [ICON_BACK] = {14.5f, 5, 7.5f, 12, 14.5f, 19, -2},
    [ICON_UNDO] = {9,     4,  4,  9,     9,     14,    -1,    4,
                   9,     15, 9,  18.2f, 10.4f, 19.5f, 13.5f, 18.2f,
                   16.6f, 15, 18, 10,    18,    -2},
    [ICON_PAGE] = {6, 3, 14, 3,  18, 7,  18, 21, 6, 21,
                   6, 3, -1, 14, 3,  14, 7,  18, 7, -2},
    [ICON_RING] = {-3, 12, 12, 8.5f, -2},
    [ICON_CROSS] = {5, 5, 19, 19, -1, 19, 5, 5, 19, -2},
    [ICON_CHECK] = {4.5f, 12.5f, 10, 18, 19.5f, 6.5f, -2},
    [ICON_TODAY] = {5,  3, 19, 3, 19, 21, 5,  21, 5, 3,  -1, 9,  8,
                    15, 8, -1, 9, 12, 15, 12, -1, 9, 16, 15, 16, -2},
};

static double to_segment(double x, double y, double ax, double ay, double bx,
                         double by)
{
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double t = length > 0 ? ((x - ax) * dx + (y - ay) * dy) / length : 0;
    t = clamp01(t);
    return hypot(x - ax - t * dx, y - ay - t * dy);
}

static double to_icon(const float *p, double x, double y)
{
    double best = 1e9;
    bool down = false;
    double ax = 0;
    double ay = 0;
    while (*p > -1.5f || *p < -2.5f) {
        if (*p < -2.5f) {
            best = fmin(best, fabs(hypot(x - (double)p[1], y - (double)p[2]) -
                                   (double)p[3]));
            p += 4;
            continue;
        }
        if (*p < 0) {
            down = false;
            p++;
            continue;
        }
        double bx = (double)p[0];
        double by = (double)p[1];
        if (down)
            best = fmin(best, to_segment(x, y, ax, ay, bx, by));
        ax = bx;
        ay = by;
        down = true;
        p += 2;
    }
    return best;
}

SDL_Surface *mask_icon(enum icon icon, int size)
{
    SDL_Surface *s = surface(size, size);
    double unit = 24.0 / size;
    double half = fmax(1.75 / 2, .6 * unit);
    for (int y = 0; s && y < size; y++)
        for (int x = 0; x < size; x++) {
            double d = to_icon(icons[icon], (x + .5) * unit, (y + .5) * unit);
            set_pixel(s, x, y, 0xffffff, (half - d) / unit + .5);
        }
    return s;
}

/* Noise that is the same everywhere: the unevenness of a stamp's edge. */
static double noise(int x, int y)
{
    uint32_t h = (uint32_t)x * 0x9e3779b1u ^ (uint32_t)y * 0x85ebca77u;
    h = (h ^ h >> 15) * 0x2c1b3c6du;
    h = (h ^ h >> 12) * 0x297a2d39u;
    return (double)(h ^ h >> 15) / 4294967296.0;
}

/* Inside is negative. */
static double to_square(double x, double y, double half, double radius)
{
    double dx = fabs(x) - half + radius;
    double dy = fabs(y) - half + radius;
    double outside = hypot(fmax(dx, 0), fmax(dy, 0));
    return outside + fmin(fmax(dx, dy), 0) - radius;
}

struct ink {
    uint32_t rgb;
    double alpha;
};

static struct ink over(struct ink below, uint32_t rgb, double alpha)
{
    alpha = clamp01(alpha);
    if (alpha <= 0)
        return below;
    double out = alpha + below.alpha * (1 - alpha);
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        double a = rgb >> shift & 255;
        double b = below.rgb >> shift & 255;
        double c = (a * alpha + b * below.alpha * (1 - alpha)) / out;
        mixed |= (uint32_t)(c + .5) << shift;
    }
    return (struct ink){mixed, out};
}

static struct ink frame_at(double d, double line, uint32_t rgb)
{
    struct ink none = {rgb, 0};
    return over(none, rgb, fmin(.5 - d, d + line + .5));
}

static struct ink solid_at(int px, int py, double x, double y, double half,
                           double radius, bool with_text,
                           const struct theme *theme)
{
    uint32_t fill = theme->rgba[TOKEN_SEAL_FILL] >> 8;
    uint32_t paper = theme->rgba[TOKEN_ON_SEAL] >> 8;
    double edge = to_square(x, y, half, radius);
    bool large = half >= 22;
    if (large)
        edge += (noise(px / 3, py / 3) - .5) * half / 40;
    struct ink ink = over((struct ink){fill, 0}, fill, .5 - edge);
    if (with_text) {
        double inset = half / 8 + 1;
        double d = to_square(x, y, half - inset, radius);
        double line = fmax(1, half / 28);
        ink = over(ink, paper, .75 * fmin(.5 - d, d + line + .5));
    }
    if (large && half >= 30 && noise(px / 2 + 77, py / 2) > .994)
        ink = over(ink, paper, ink.alpha * .8);
    return ink;
}

static double to_check(double x, double y, double half)
{
    double u = half / 12;
    return fmin(to_segment(x, y, -5.5 * u, .5 * u, -1.5 * u, 4.5 * u),
                to_segment(x, y, -1.5 * u, 4.5 * u, 6 * u, -4.5 * u)) -
           1.3 * u;
}

static struct ink seal_at(enum seal seal, int px, int py, double x, double y,
                          double half, bool has_text, const struct theme *theme)
{
    uint32_t red = theme->rgba[TOKEN_SEAL] >> 8;
    uint32_t grey = theme->rgba[TOKEN_INK3] >> 8;
    double radius = fmax(1.5, half * 2 * .09);
    double edge = to_square(x, y, half, radius);
    switch (seal) {
    case SEAL_NEW: {
        double reach = half * .42;
        bool corner = fabs(x) > half - reach && fabs(y) > half - reach;
        double line = fmax(1.5, half / 16);
        return corner ? frame_at(to_square(x, y, half, 0), line, grey)
                      : (struct ink){grey, 0};
    }
    case SEAL_LEARNING:
        return frame_at(edge, fmax(1, half / 16), red);
    case SEAL_HELD: {
        struct ink ink = frame_at(edge, fmax(2, half / 8), red);
        if (!has_text)
            ink = over(ink, red, .5 - to_square(x, y, half * .36, 0));
        return ink;
    }
    default: {
        struct ink ink = solid_at(px, py, x, y, half, radius, has_text, theme);
        if (!has_text)
            ink = over(ink, theme->rgba[TOKEN_ON_SEAL] >> 8,
                       .5 - to_check(x, y, half));
        return ink;
    }
    }
}

SDL_Surface *mask_seal(enum seal seal, int size, bool has_text,
                       const struct theme *theme)
{
    SDL_Surface *s = surface(size, size);
    double half = size / 2.0;
    for (int y = 0; s && y < size; y++)
        for (int x = 0; x < size; x++) {
            struct ink ink = seal_at(seal, x, y, x + .5 - half, y + .5 - half,
                                     half - .5, has_text, theme);
            set_pixel(s, x, y, ink.rgb, ink.alpha);
        }
    return s;
}
