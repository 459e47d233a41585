/*
 * textures.h -- shapes and lines of text as textures, made once and kept while
 * they are in use.
 *
 * What has not been used for longest goes first; TEXTURES_MAX and the pixels of
 * all together bound what is kept. Between the files of ui alone.
 */
#ifndef UI_TEXTURES_H
#define UI_TEXTURES_H

#include <SDL.h>

#include "app/draw.h"
#include "app/theme.h"
#include "ui/fonts.h"

enum { TEXTURES_MAX = 1024, TEXTURES_PIXELS_MAX = 16 << 20 };

/* A texture to be copied whole or in parts; it blends. */
struct texture {
    SDL_Texture *texture;
    int w;
    int h;
    int left;   /* of text: columns before the line's beginning */
    int ascent; /* of text: rows above the baseline */
};

struct textures;

/* NULL without memory. */
struct textures *textures_open(SDL_Renderer *renderer, struct fonts *fonts);
void textures_close(struct textures *textures);

/* A new frame in that theme begins. */
void textures_begin(struct textures *textures, const struct theme *theme);

/* Each is good until the next is asked for; NULL where there is no ink. White
 * but for the plain one and the seal, which has the theme's colours. */
const struct texture *textures_plain(struct textures *textures, uint32_t rgb);
const struct texture *textures_disc(struct textures *textures, int radius,
                                    int line);
const struct texture *textures_shadow(struct textures *textures, int blur);
const struct texture *textures_icon(struct textures *textures, enum icon icon,
                                    int size);
const struct texture *textures_arc(struct textures *textures, int size,
                                   int line, int rest);
const struct texture *textures_dashes(struct textures *textures,
                                      const struct draw *item);
const struct texture *textures_mark(struct textures *textures,
                                    const struct draw *item);
const struct texture *textures_seal(struct textures *textures, enum seal seal,
                                    int size, int turn, const char *text);
const struct texture *textures_text(struct textures *textures, enum face face,
                                    int size, const char *lang,
                                    const char *text);

#endif
