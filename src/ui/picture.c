#include "ui/picture.h"

#include "ui/paint.h"

static void copy_pixels(const SDL_Surface *surface, uint8_t *rgb)
{
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row =
            (const uint32_t *)(const void *)((const uint8_t *)surface->pixels +
                                             y * surface->pitch);
        for (int x = 0; x < surface->w; x++) {
            *rgb++ = (uint8_t)(row[x] >> 16);
            *rgb++ = (uint8_t)(row[x] >> 8);
            *rgb++ = (uint8_t)row[x];
        }
    }
}

bool picture_paint(const struct draw_list *list, const struct theme *theme,
                   struct fonts *fonts, int width, int height, uint8_t *rgb,
                   struct error *err)
{
    return picture_paint_after(NULL, list, theme, fonts, width, height, rgb,
                               err);
}

bool picture_paint_after(const struct draw_list *before,
                         const struct draw_list *list,
                         const struct theme *theme, struct fonts *fonts,
                         int width, int height, uint8_t *rgb, struct error *err)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(
        0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    SDL_Renderer *renderer =
        surface ? SDL_CreateSoftwareRenderer(surface) : NULL;
    struct painter *painter = renderer ? painter_open(renderer, fonts) : NULL;
    if (painter) {
        if (before)
            painter_paint(painter, before, theme);
        painter_paint(painter, list, theme);
        SDL_RenderPresent(renderer);
        copy_pixels(surface, rgb);
    }
    bool good = painter != NULL;
    painter_close(painter);
    if (renderer)
        SDL_DestroyRenderer(renderer);
    SDL_FreeSurface(surface);
    return good || error_set(err, "There is no memory for a picture of that "
                                  "size; name a smaller one with --size");
}
