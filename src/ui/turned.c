/* Pictures turned by an angle, with soft edges. */
#include "ui/mask.h"

#include "ui/pixels.h"

enum { SAMPLES = 3 };

/* Sums of colours by their alpha. */
struct mix {
    double alpha;
    double channel[3];
};

static void add(struct mix *mix, const SDL_Surface *s, double x, double y)
{
    int column = (int)floor(x);
    int row = (int)floor(y);
    if (column < 0 || row < 0 || column >= s->w || row >= s->h)
        return;
    uint32_t pixel = pixels_row(s, row)[column];
    double alpha = pixel >> 24;
    mix->alpha += alpha;
    for (int i = 0; i < 3; i++)
        mix->channel[i] += alpha * (pixel >> 8 * i & 255);
}

static void write(SDL_Surface *s, int x, int y, const struct mix *mix)
{
    uint32_t rgb = 0;
    for (int i = 0; i < 3 && mix->alpha > 0; i++)
        rgb |= (uint32_t)(mix->channel[i] / mix->alpha + .5) << 8 * i;
    pixels_set(s, x, y, rgb, mix->alpha / (255 * SAMPLES * SAMPLES));
}

/* Each pixel is the mean of nine places in the picture. */
SDL_Surface *mask_turned(const SDL_Surface *twice, int degrees)
{
    double angle = degrees * 3.14159265358979 / 180;
    double along = cos(angle);
    double across = sin(angle);
    int half = twice->w / 2;
    int more = (int)ceil(half * (fabs(along) + fabs(across) - 1) / 2);
    int side = half + 2 * (more > 0 ? more : 0);
    SDL_Surface *s = pixels_new(side, side);
    for (int y = 0; s && y < side; y++)
        for (int x = 0; x < side; x++) {
            struct mix mix = {0, {0, 0, 0}};
            for (int i = 0; i < SAMPLES * SAMPLES; i++) {
                int column = i % SAMPLES;
                int row = i / SAMPLES;
                double dx = x + (column + .5) / SAMPLES - side / 2.0;
                double dy = y + (row + .5) / SAMPLES - side / 2.0;
                add(&mix, twice, 2 * (dx * along + dy * across) + half,
                    2 * (dy * along - dx * across) + half);
            }
            write(s, x, y, &mix);
        }
    return s;
}
