/* Seals: what a stamp leaves on paper, stage by stage. */
#include "ui/mask.h"

#include "ui/pixels.h"

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

static double to_square(double x, double y, double half, double radius)
{
    return to_rounded(x, y, half, half, radius);
}

enum { SPECKS = 28 };

/* A place where the stamp did not take. */
struct speck {
    double x;
    double y;
    double radius;
};

/* A seal being drawn: lengths are shares of its size, as in the design. */
struct stamp {
    enum seal seal;
    int size;
    bool has_text;
    uint32_t red;
    uint32_t grey;
    uint32_t fill;
    uint32_t paper;
    uint32_t ground; /* where there is no ink */
    struct speck specks[SPECKS];
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
    double round = fmax(1.5, (.09 + line / 2) * size);
    double edge = to_square(x, y, .49 * size, round);
    double alpha = band(edge, fmax(1, line * size));
    if (thick && !stamp->has_text)
        alpha = fmax(alpha, .5 - to_square(x, y, .18 * size, 0));
    return (struct ink){stamp->red, clamp01(alpha)};
}

static double to_check(double x, double y, double size)
{
    double u = size / 24;
    return fmin(to_segment(x, y, -5 * u, .5 * u, -1.5 * u, 4 * u),
                to_segment(x, y, -1.5 * u, 4 * u, 5 * u, -3.5 * u)) -
           1.6 * u;
}

static void strew_specks(struct stamp *stamp)
{
    for (int i = 0; i < SPECKS; i++)
        stamp->specks[i] = (struct speck){
            (noise(i, 1) - .5) * .84 * stamp->size,
            (noise(i, 2) - .5) * .84 * stamp->size,
            (.003 + .006 * noise(i, 3) * noise(i, 4)) * stamp->size};
}

/* Distance to the nearest speck, or any large number. */
static double to_specks(const struct stamp *stamp, double x, double y)
{
    double best = 1e9;
    for (int i = 0; i < SPECKS; i++) {
        const struct speck *speck = &stamp->specks[i];
        double dx = x - speck->x;
        double dy = y - speck->y;
        if (fabs(dx) < speck->radius + 1 && fabs(dy) < speck->radius + 1)
            best = fmin(best, hypot(dx, dy) - speck->radius);
    }
    return best;
}

static struct ink solid_at(const struct stamp *stamp, double x, double y)
{
    double size = stamp->size;
    double edge = to_square(x, y, .49 * size, fmax(1.5, .09 * size));
    if (stamp->has_text)
        edge += .006 * size * smooth_noise(x / size * 11, y / size * 11);
    struct ink ink = {stamp->has_text ? stamp->fill : stamp->red,
                      clamp01(.5 - edge)};
    if (!stamp->has_text)
        return over(ink, stamp->ground, .5 - to_check(x, y, size));
    double line = band(to_square(x, y, .4234 * size, .06 * size), .02 * size);
    ink = over(ink, stamp->paper, line);
    if (size >= 44)
        ink = over(ink, stamp->ground,
                   ink.alpha * clamp01(.5 - to_specks(stamp, x, y)));
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
        .ground = theme->rgba[TOKEN_PAPER] >> 8,
    };
    strew_specks(&stamp);
    int side = size + 2 * SEAL_MARGIN;
    SDL_Surface *s = pixels_new(side, side);
    for (int y = 0; s && y < side; y++)
        for (int x = 0; x < side; x++) {
            struct ink ink =
                seal_at(&stamp, x + .5 - side / 2.0, y + .5 - side / 2.0);
            pixels_set(s, x, y, ink.rgb, ink.alpha);
        }
    return s;
}

static double alpha_at(const SDL_Surface *s, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < s->w && y < s->h;
    return inside ? (pixels_row(s, y)[x] >> 24) / 255.0 : 0;
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
            uint32_t below = pixels_row(seal, y)[x];
            struct ink ink = {below & 0xffffff, (below >> 24) / 255.0};
            ink = over(ink, rgb, spread_at(letter, x - left, y - top, spread));
            pixels_set(seal, x, y, ink.rgb, ink.alpha);
        }
}
