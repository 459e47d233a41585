/*
 * pixels.h -- what the files that compute shapes share: surfaces with alpha,
 * their pixels, and distances.
 *
 * Between the files of ui alone.
 */
#ifndef UI_PIXELS_H
#define UI_PIXELS_H

#include <SDL.h>
#include <math.h>
#include <stdint.h>

/* A clear surface with alpha; NULL without memory. */
static inline SDL_Surface *pixels_new(int w, int h)
{
    return SDL_CreateRGBSurfaceWithFormat(0, w, h, 32,
                                          SDL_PIXELFORMAT_ARGB8888);
}

/* Where the row of a surface of 32 bits a pixel begins. */
static inline uint32_t *pixels_row(const SDL_Surface *s, int y)
{
    return (uint32_t *)(void *)((unsigned char *)s->pixels + y * s->pitch);
}

static inline double clamp01(double x)
{
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

static inline void pixels_set(SDL_Surface *s, int x, int y, uint32_t rgb,
                              double alpha)
{
    pixels_row(s, y)[x] = (uint32_t)(clamp01(alpha) * 255 + .5) << 24 | rgb;
}

/* Distance from (x, y) to the segment from a to b. */
static inline double to_segment(double x, double y, double ax, double ay,
                                double bx, double by)
{
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double t = length > 0 ? ((x - ax) * dx + (y - ay) * dy) / length : 0;
    t = clamp01(t);
    return hypot(x - ax - t * dx, y - ay - t * dy);
}

/* Distance from the origin's rounded rect of half sides to (x, y); inside it
 * is negative. */
static inline double to_rounded(double x, double y, double half_w,
                                double half_h, double radius)
{
    double dx = fabs(x) - half_w + radius;
    double dy = fabs(y) - half_h + radius;
    double outside = hypot(fmax(dx, 0), fmax(dy, 0));
    return outside + fmin(fmax(dx, dy), 0) - radius;
}

#endif
