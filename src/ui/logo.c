#include "ui/logo.h"

#include "ui/mask.h"

/* As in the screens, the character stands a little over the middle. */
static void write_character(SDL_Surface *seal, struct fonts *fonts,
                            const struct theme *theme, int size)
{
    int em = (size * 62 + 50) / 100;
    int baseline = (size * 50 + em * 36 + 50) / 100;
    struct line_image line =
        fonts_render(fonts, FACE_SEAL, em, "ja", "\xe7\xb4\x84");
    if (!line.surface)
        return;
    mask_write(seal, line.surface, (seal->w - line.surface->w) / 2,
               SEAL_MARGIN + baseline - line.ascent,
               theme->rgba[TOKEN_ON_SEAL] >> 8);
    SDL_FreeSurface(line.surface);
}

SDL_Surface *logo_draw(struct fonts *fonts, const struct theme *theme, int size)
{
    int inner = size - 2 * SEAL_MARGIN;
    SDL_Surface *seal = mask_seal(SEAL_LOGO, inner, true, theme);
    if (seal)
        write_character(seal, fonts, theme, inner);
    return seal;
}

bool logo_pixels(struct fonts *fonts, const struct theme *theme, int size,
                 uint8_t *rgba, struct error *err)
{
    SDL_Surface *logo = logo_draw(fonts, theme, size);
    int failed =
        !logo || SDL_ConvertPixels(size, size, logo->format->format,
                                   logo->pixels, logo->pitch,
                                   SDL_PIXELFORMAT_RGBA32, rgba, size * 4) != 0;
    SDL_FreeSurface(logo);
    return !failed || error_set(err, "There is no memory for the icon");
}
