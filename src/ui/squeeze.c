#include "ui/squeeze.h"

#include "ui/pixels.h"

/* Sums of a pixel's four channels, two of them in each number. */
struct sums {
    uint64_t even;
    uint64_t odd;
};

static void add(struct sums *sums, uint32_t pixel, uint32_t weight)
{
    uint64_t high = pixel >> 8;
    sums->even +=
        ((pixel & 0xffu) | (uint64_t)(pixel & 0xff0000u) << 16) * weight;
    sums->odd += ((high & 0xffu) | (high & 0xff0000u) << 16) * weight;
}

static uint32_t mean(struct sums sums)
{
    static const uint64_t half = (uint64_t)0x8000 << 32 | 0x8000;
    uint64_t even = (sums.even + half) >> 16;
    uint64_t odd = (sums.odd + half) >> 16;
    return (uint32_t)((even & 0xff) | (even >> 16 & 0xff0000) |
                      (odd & 0xff) << 8 | (odd >> 8 & 0xff000000));
}

/* A column of the result is the mean of those that it stands for, the first
 * and last of them in part: weights are 65536ths of a result's column. What is
 * written is never read again. */
static void narrow(uint32_t *row, int w, int to_w)
{
    uint32_t unit = (uint32_t)(((uint64_t)to_w << 16) / (uint64_t)w);
    uint32_t room = 1 << 16;
    struct sums sums = {0, 0};
    uint32_t *to = row;
    for (int x = 0; x < w; x++) {
        uint32_t pixel = row[x];
        if (unit < room) {
            add(&sums, pixel, unit);
            room -= unit;
            continue;
        }
        uint32_t over = unit - room;
        add(&sums, pixel, room);
        *to++ = mean(sums);
        sums = (struct sums){0, 0};
        add(&sums, pixel, over);
        room = (1 << 16) - over;
    }
    if (to < row + to_w) { /* what rounding left of the last one */
        add(&sums, row[w - 1], room);
        *to = mean(sums);
    }
}

/* The colour without its alpha. */
static uint32_t plain(uint32_t pixel)
{
    uint32_t alpha = pixel >> 24;
    if (alpha == 0)
        return 0;
    uint32_t out = alpha << 24;
    for (int shift = 0; shift < 24; shift += 8) {
        uint32_t value = ((pixel >> shift & 255) * 255 + alpha / 2) / alpha;
        out |= (value > 255 ? 255 : value) << shift;
    }
    return out;
}

static uint32_t darker(uint32_t pixel, uint32_t left)
{
    uint32_t odd = (pixel & 0xff00ff) * left >> 8 & 0xff00ff;
    uint32_t even = (pixel & 0x00ff00) * left >> 8 & 0x00ff00;
    return (pixel & 0xff000000) | odd | even;
}

void squeeze_pixels(SDL_Surface *pixels, int w, int h, int to_w, int shade)
{
    uint32_t left = (uint32_t)(256 - 256 * shade / 1000);
    for (int y = 0; y < h; y++) {
        uint32_t *row = pixels_row(pixels, y);
        if (to_w < w)
            narrow(row, w, to_w);
        for (int x = 0; x < to_w; x++) {
            if (row[x] >> 24 != 255)
                row[x] = plain(row[x]);
            if (left < 256)
                row[x] = darker(row[x], left);
        }
    }
}
