/*
 * brush.h -- paints one item of a draw list.
 *
 * Filled rects, masks tinted with a token's colour, glyphs; no pixel of an item
 * is painted twice, so that clear colours have one shade. Between the files of
 * ui alone.
 */
#ifndef UI_BRUSH_H
#define UI_BRUSH_H

#include <SDL.h>

#include "app/draw.h"
#include "app/theme.h"
#include "ui/fonts.h"
#include "ui/textures.h"

struct brush {
    SDL_Renderer *renderer;
    struct fonts *fonts;
    struct textures *textures;
    const struct theme *theme;
    int fade; /* per mille: of the item being painted */
};

/* Rects and rounded boxes. */
void brush_fill(struct brush *brush, struct rect rect, enum token token);
void brush_box(struct brush *brush, const struct draw *item);
void brush_shadow(struct brush *brush, const struct draw *item);
void brush_strike(struct brush *brush, const struct draw *item);

/* What is one texture. */
void brush_text(struct brush *brush, const struct draw *item);
void brush_icon(struct brush *brush, const struct draw *item);
void brush_arc(struct brush *brush, const struct draw *item);
void brush_dashes(struct brush *brush, const struct draw *item);
void brush_mark(struct brush *brush, const struct draw *item);
void brush_seal(struct brush *brush, const struct draw *item);

/* Gives a texture a token's colour, as clear as the item is. */
void brush_tint(const struct brush *brush, SDL_Texture *texture,
                enum token token);

/* A number of 0 to 255 less the item's fade. */
Uint8 brush_faded(const struct brush *brush, uint32_t alpha);

#endif
