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

static uint32_t *pixel(const SDL_Surface *s, int x, int y)
{
    unsigned char *row = (unsigned char *)s->pixels + y * s->pitch;
    return (uint32_t *)(void *)row + x;
}

static void set_pixel(SDL_Surface *s, int x, int y, uint32_t rgb, double alpha)
{
    *pixel(s, x, y) = (uint32_t)(clamp01(alpha) * 255 + .5) << 24 | rgb;
}

SDL_Surface *mask_disc(int radius, int line)
{
    SDL_Surface *s = surface(2 * radius, 2 * radius);
    for (int y = 0; s && y < 2 * radius; y++)
        for (int x = 0; x < 2 * radius; x++) {
            double d = hypot(radius - x - .5, radius - y - .5);
            double alpha = clamp01(radius - d + .5);
            if (line > 0)
                alpha = fmin(alpha, clamp01(d - (radius - line) + .5));
            set_pixel(s, x, y, 0xffffff, alpha);
        }
    return s;
}

/* A box blurred by a Gaussian is a product of two error functions; a blur of
 * CSS has half of it as the standard deviation. */
SDL_Surface *mask_shadow(int blur)
{
    int side = 2 * SHADOW_SIDES * blur + 1;
    double sigma = blur / 2.0;
    SDL_Surface *s = surface(side, side);
    for (int y = 0; s && y < side; y++)
        for (int x = 0; x < side; x++) {
            double dx = fmin(x, side - 1 - x) + .5 - blur;
            double dy = fmin(y, side - 1 - y) + .5 - blur;
            double a = .5 * (1 + erf(dx / sigma / sqrt(2)));
            double b = .5 * (1 + erf(dy / sigma / sqrt(2)));
            set_pixel(s, x, y, 0xffffff, a * b);
        }
    return s;
}

#define PEN_UP (-1.0f)
#define PEN_END (-2.0f)
#define PEN_RING (-3.0f) /* then its centre and radius */

/* Strokes on a grid of 24: points of polylines, x and y. */
static const float icons[ICON_COUNT][40] = {
    [ICON_BACK] = {14.5f, 5, 7.5f, 12, 14.5f, 19, PEN_END},
    [ICON_UNDO] = {9,     4,  4,  9,     9,     14,     PEN_UP, 4,
                   9,     15, 9,  18.2f, 10.4f, 19.5f,  13.5f,  18.2f,
                   16.6f, 15, 18, 10,    18,    PEN_END},
    [ICON_PAGE] = {6, 3, 14,     3,  18, 7,  18, 21, 6, 21,
                   6, 3, PEN_UP, 14, 3,  14, 7,  18, 7, PEN_END},
    [ICON_RING] = {PEN_RING, 12, 12, 9, PEN_END},
    [ICON_CROSS] = {5, 5, 19, 19, PEN_UP, 19, 5, 5, 19, PEN_END},
    [ICON_CHECK] = {4.5f, 12.5f, 10, 18, 19.5f, 6.5f, PEN_END},
    [ICON_TODAY] = {5,  3,      19,     3, 19, 21, 5,      21,     5,
                    3,  PEN_UP, 9,      8, 15, 8,  PEN_UP, 9,      12,
                    15, 12,     PEN_UP, 9, 16, 15, 16,     PEN_END},
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

/* Distance to the nearest stroke of an icon. */
static double to_icon(const float *p, double x, double y)
{
    double best = 1e9;
    double ax = 0;
    double ay = 0;
    bool down = false;
    while (*p != PEN_END) {
        if (*p == PEN_RING) {
            double d = hypot(x - (double)p[1], y - (double)p[2]);
            best = fmin(best, fabs(d - (double)p[3]));
            p += 4;
        } else if (*p == PEN_UP) {
            down = false;
            p++;
        } else {
            double bx = (double)p[0];
            double by = (double)p[1];
            if (down)
                best = fmin(best, to_segment(x, y, ax, ay, bx, by));
            ax = bx;
            ay = by;
            down = true;
            p += 2;
        }
    }
    return best;
}

/* The stroke is 1.75 px on an icon of 20 px, and never under 1.2 px. */
SDL_Surface *mask_icon(enum icon icon, int size)
{
    SDL_Surface *s = surface(size, size);
    double unit = 24.0 / size;
    double half = fmax(2.1 / 2, .6 * unit);
    for (int y = 0; s && y < size; y++)
        for (int x = 0; x < size; x++) {
            double d = to_icon(icons[icon], (x + .5) * unit, (y + .5) * unit);
            set_pixel(s, x, y, 0xffffff, (half - d) / unit + .5);
        }
    return s;
}

/* Chance that is the same everywhere. */
static double noise(int x, int y)
{
    uint32_t h = (uint32_t)x * 0x9e3779b1u ^ (uint32_t)y * 0x85ebca77u;
    h = (h ^ h >> 15) * 0x2c1b3c6du;
    h = (h ^ h >> 12) * 0x297a2d39u;
    return (double)(h ^ h >> 15) / 4294967296.0;
}

/* The same without jumps, -1 to 1: how a stamp's edge wavers. */
static double smooth_noise(double x, double y)
{
    int i = (int)floor(x);
    int j = (int)floor(y);
    double u = x - i;
    double v = y - j;
    double above = noise(i, j) * (1 - u) + noise(i + 1, j) * u;
    double below = noise(i, j + 1) * (1 - u) + noise(i + 1, j + 1) * u;
    return 2 * (above * (1 - v) + below * v) - 1;
}

/* Distance to a rounded square around the origin; inside is negative. */
static double to_square(double x, double y, double half, double radius)
{
    double dx = fabs(x) - half + radius;
    double dy = fabs(y) - half + radius;
    double outside = hypot(fmax(dx, 0), fmax(dy, 0));
    return outside + fmin(fmax(dx, dy), 0) - radius;
}

/* A seal being drawn: lengths are shares of its size, as in the design. */
struct stamp {
    enum seal seal;
    int size;
    bool has_text;
    uint32_t red;
    uint32_t grey;
    uint32_t fill;
    uint32_t paper;
};

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

/* How much of a pixel a band of `line` px inside of an edge covers. */
static double band(double edge, double line)
{
    return clamp01(.5 - edge) - clamp01(.5 - edge - line);
}

static struct ink brackets_at(const struct stamp *stamp, double x, double y)
{
    double size = stamp->size;
    double reach = stamp->has_text ? .25 : .345;
    double line = stamp->has_text ? .045 : .1;
    double past = fmin(fabs(x), fabs(y)) - size * (.5 - reach);
    return (struct ink){stamp->grey,
                        band(to_square(x, y, .49 * size, 0), line * size) *
                            clamp01(past + .5)};
}

static struct ink frame_at(const struct stamp *stamp, double x, double y)
{
    double size = stamp->size;
    bool thick = stamp->seal == SEAL_HELD;
    double line = !stamp->has_text ? .1 : thick ? .07 : .04;
    double edge = to_square(x, y, .49 * size, fmax(1.5, .09 * size));
    double alpha = band(edge, fmax(1, line * size));
    if (thick && !stamp->has_text)
        alpha = fmax(alpha, .5 - to_square(x, y, .18 * size, 0));
    return (struct ink){stamp->red, clamp01(alpha)};
}

static double to_check(double x, double y, double size)
{
    double u = size / 24;
    return fmin(to_segment(x, y, -5.5 * u, .5 * u, -1.5 * u, 4.5 * u),
                to_segment(x, y, -1.5 * u, 4.5 * u, 6 * u, -4.5 * u)) -
           1.3 * u;
}

/* Places where the stamp did not take. */
static double to_specks(double x, double y, double size)
{
    enum { SPECKS = 28 };
    double best = 1e9;
    for (int i = 0; i < SPECKS; i++) {
        double dx = x - (noise(i, 1) - .5) * .84 * size;
        double dy = y - (noise(i, 2) - .5) * .84 * size;
        double radius = (.003 + .006 * noise(i, 3) * noise(i, 4)) * size;
        best = fmin(best, hypot(dx, dy) - radius);
    }
    return best;
}

static struct ink solid_at(const struct stamp *stamp, double x, double y)
{
    double size = stamp->size;
    double edge = to_square(x, y, .49 * size, fmax(1.5, .09 * size));
    if (stamp->has_text)
        edge += .006 * size * smooth_noise(x / size * 11, y / size * 11);
    struct ink ink = {stamp->fill, clamp01(.5 - edge)};
    if (!stamp->has_text)
        return over(ink, stamp->paper, .5 - to_check(x, y, size));
    double line = band(to_square(x, y, .4234 * size, .06 * size), .02 * size);
    ink = over(ink, stamp->paper, line);
    if (size >= 44)
        ink = over(ink, stamp->paper,
                   ink.alpha * clamp01(.5 - to_specks(x, y, size)));
    return ink;
}

static struct ink seal_at(const struct stamp *stamp, double x, double y)
{
    switch (stamp->seal) {
    case SEAL_NEW:
        return brackets_at(stamp, x, y);
    case SEAL_LEARNING:
    case SEAL_HELD:
        return frame_at(stamp, x, y);
    default:
        return solid_at(stamp, x, y);
    }
}

SDL_Surface *mask_seal(enum seal seal, int size, bool has_text,
                       const struct theme *theme)
{
    struct stamp stamp = {
        .seal = seal,
        .size = size,
        .has_text = has_text,
        .red = theme->rgba[TOKEN_SEAL] >> 8,
        .grey = theme->rgba[TOKEN_INK3] >> 8,
        .fill = theme->rgba[TOKEN_SEAL_FILL] >> 8,
        .paper = theme->rgba[TOKEN_ON_SEAL] >> 8,
    };
    int side = size + 2 * SEAL_MARGIN;
    SDL_Surface *s = surface(side, side);
    for (int y = 0; s && y < side; y++)
        for (int x = 0; x < side; x++) {
            struct ink ink =
                seal_at(&stamp, x + .5 - side / 2.0, y + .5 - side / 2.0);
            set_pixel(s, x, y, ink.rgb, ink.alpha);
        }
    return s;
}

static double alpha_at(const SDL_Surface *s, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < s->w && y < s->h;
    return inside ? (*pixel(s, x, y) >> 24) / 255.0 : 0;
}

/* Ink runs a little into paper: by `spread` of a pixel on every side. */
static double spread_at(const SDL_Surface *s, int x, int y, double spread)
{
    double own = alpha_at(s, x, y);
    double most = fmax(fmax(alpha_at(s, x - 1, y), alpha_at(s, x + 1, y)),
                       fmax(alpha_at(s, x, y - 1), alpha_at(s, x, y + 1)));
    return fmax(own, fmin(most, own + spread * most));
}

void mask_write(SDL_Surface *seal, const SDL_Surface *letter, int left, int top,
                uint32_t rgb)
{
    double spread = fmin(1, .0045 * seal->w);
    for (int y = 0; y < seal->h; y++)
        for (int x = 0; x < seal->w; x++) {
            uint32_t below = *pixel(seal, x, y);
            struct ink ink = {below & 0xffffff, (below >> 24) / 255.0};
            ink = over(ink, rgb, spread_at(letter, x - left, y - top, spread));
            set_pixel(seal, x, y, ink.rgb, ink.alpha);
        }
}
