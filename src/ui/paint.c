#include "ui/paint.h"

#include <stdlib.h>

#include "ui/mask.h"
#include "ui/textures.h"

struct painter {
    SDL_Renderer *renderer;
    struct fonts *fonts;
    struct textures *textures;
    const struct theme *theme;
};

struct painter *painter_open(SDL_Renderer *renderer, struct fonts *fonts)
{
    struct painter *painter = calloc(1, sizeof *painter);
    if (!painter)
        return NULL;
    painter->renderer = renderer;
    painter->fonts = fonts;
    painter->textures = textures_open(renderer, fonts);
    if (!painter->textures) {
        painter_close(painter);
        return NULL;
    }
    return painter;
}

void painter_close(struct painter *painter)
{
    if (!painter)
        return;
    textures_close(painter->textures);
    free(painter);
}

static SDL_Rect rect_of(struct rect rect)
{
    return (SDL_Rect){rect.x, rect.y, rect.w, rect.h};
}

static void fill(struct painter *painter, struct rect rect, enum token token)
{
    uint32_t color = painter->theme->rgba[token];
    SDL_Rect to = rect_of(rect);
    if (token == TOKEN_NONE || rect.w <= 0 || rect.h <= 0)
        return;
    SDL_SetRenderDrawBlendMode(painter->renderer, (color & 255) == 255
                                                      ? SDL_BLENDMODE_NONE
                                                      : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(painter->renderer, (Uint8)(color >> 24),
                           (Uint8)(color >> 16), (Uint8)(color >> 8),
                           (Uint8)color);
    SDL_RenderFillRect(painter->renderer, &to);
}

static void tint(const struct painter *painter, SDL_Texture *texture,
                 enum token token)
{
    uint32_t color = painter->theme->rgba[token];
    SDL_SetTextureColorMod(texture, (Uint8)(color >> 24), (Uint8)(color >> 16),
                           (Uint8)(color >> 8));
    SDL_SetTextureAlphaMod(texture, (Uint8)color);
}

/* The corners of a rounded shape: the quarters of a disc or ring. */
static void corners(struct painter *painter, struct rect rect, int radius,
                    int line, enum token token)
{
    const struct texture *disc = textures_disc(painter->textures, radius, line);
    if (!disc)
        return;
    tint(painter, disc->texture, token);
    for (int i = 0; i < 4; i++) {
        bool right = i & 1;
        bool low = i & 2;
        SDL_Rect from = {right ? radius : 0, low ? radius : 0, radius, radius};
        SDL_Rect to = {right ? rect.x + rect.w - radius : rect.x,
                       low ? rect.y + rect.h - radius : rect.y, radius, radius};
        SDL_RenderCopy(painter->renderer, disc->texture, &from, &to);
    }
}

static int shorter_half(struct rect rect)
{
    return (rect.w < rect.h ? rect.w : rect.h) / 2;
}

static void disc(struct painter *painter, struct rect r, int radius,
                 enum token token)
{
    int c = radius < shorter_half(r) ? radius : shorter_half(r);
    if (c <= 0 || token == TOKEN_NONE) {
        fill(painter, r, token);
        return;
    }
    corners(painter, r, c, 0, token);
    fill(painter, (struct rect){r.x + c, r.y, r.w - 2 * c, c}, token);
    fill(painter, (struct rect){r.x, r.y + c, r.w, r.h - 2 * c}, token);
    fill(painter, (struct rect){r.x + c, r.y + r.h - c, r.w - 2 * c, c}, token);
}

/* No pixel is painted twice, since the colour may let light through. */
static void ring(struct painter *painter, struct rect r, int radius, int line,
                 enum token token)
{
    int c = radius < shorter_half(r) ? radius : shorter_half(r);
    if (line > shorter_half(r)) {
        disc(painter, r, radius, token);
        return;
    }
    if (c < line) /* too small for a curve inside: square */
        c = 0;
    if (c > 0)
        corners(painter, r, c, line, token);
    int in = c > 0 ? c : line;
    fill(painter, (struct rect){r.x + c, r.y, r.w - 2 * c, line}, token);
    fill(painter, (struct rect){r.x + c, r.y + r.h - line, r.w - 2 * c, line},
         token);
    fill(painter, (struct rect){r.x, r.y + in, line, r.h - 2 * in}, token);
    fill(painter, (struct rect){r.x + r.w - line, r.y + in, line, r.h - 2 * in},
         token);
}

/* The filling ends under the middle of the border, so that it does not shine
 * through at the outer edge. */
static void box(struct painter *painter, const struct draw *item)
{
    struct rect r = item->rect;
    int in = item->line / 2;
    int radius = item->radius > in ? item->radius - in : 0;
    disc(painter, (struct rect){r.x + in, r.y + in, r.w - 2 * in, r.h - 2 * in},
         radius, item->fill);
    if (item->line > 0 && item->color != TOKEN_NONE)
        ring(painter, r, item->radius, item->line, item->color);
}

/* One side of a nine-patch: where its three parts are and go. */
struct patch {
    int from[3];
    int from_length[3];
    int to[3];
    int to_length[3];
};

static struct patch patch_of(int side, int at, int length)
{
    int end = side < length / 2 ? side : length / 2;
    return (struct patch){
        {0, side, 2 * side + 1 - end},
        {end, 1, end},
        {at, at + end, at + length - end},
        {end, length - 2 * end, end},
    };
}

/* The middle, hidden by what throws the shadow, is left out. */
static void shadow(struct painter *painter, const struct draw *item)
{
    int blur = item->size;
    int drop = blur * 8 / 28;
    const struct texture *mask =
        blur > 0 ? textures_shadow(painter->textures, blur) : NULL;
    if (!mask)
        return;
    struct patch x = patch_of(SHADOW_SIDES * blur, item->rect.x - blur,
                              item->rect.w + 2 * blur);
    struct patch y = patch_of(SHADOW_SIDES * blur, item->rect.y - blur + drop,
                              item->rect.h + 2 * blur);
    tint(painter, mask->texture, item->color);
    for (int i = 0; i < 9; i++) {
        int a = i % 3;
        int b = i / 3;
        SDL_Rect from = {x.from[a], y.from[b], x.from_length[a],
                         y.from_length[b]};
        SDL_Rect to = {x.to[a], y.to[b], x.to_length[a], y.to_length[b]};
        if (i != 4 && to.w > 0 && to.h > 0)
            SDL_RenderCopy(painter->renderer, mask->texture, &from, &to);
    }
}

/* Half rounded down for negative numbers too. */
static int half(int x)
{
    return x >= 0 ? x / 2 : -((1 - x) / 2);
}

/* The baseline is where CSS puts it: ascent and descent of the line's face
 * in the middle of the box. */
static void text(struct painter *painter, const struct draw *item)
{
    if (!item->text || !item->text[0] || item->color == TOKEN_NONE)
        return;
    int ascent = fonts_ascent(painter->fonts, item->face, item->size);
    int descent = fonts_descent(painter->fonts, item->face, item->size);
    const struct texture *line = textures_text(
        painter->textures, item->face, item->size, item->lang, item->text);
    if (!line)
        return;
    int spare = item->rect.w - (line->w - line->left);
    int x = item->rect.x + (item->align == ALIGN_LEFT     ? 0
                            : item->align == ALIGN_CENTRE ? half(spare)
                                                          : spare);
    int y = item->rect.y + half(item->rect.h - ascent - descent) + ascent;
    SDL_Rect to = {x - line->left, y - line->ascent, line->w, line->h};
    tint(painter, line->texture, item->color);
    SDL_RenderCopy(painter->renderer, line->texture, NULL, &to);
}

static void icon(struct painter *painter, const struct draw *item)
{
    SDL_Rect to = rect_of(item->rect);
    const struct texture *shape =
        textures_icon(painter->textures, item->icon, item->rect.w);
    if (!shape || item->color == TOKEN_NONE)
        return;
    tint(painter, shape->texture, item->color);
    SDL_RenderCopy(painter->renderer, shape->texture, NULL, &to);
}

static void seal(struct painter *painter, const struct draw *item)
{
    const struct texture *shape =
        textures_seal(painter->textures, item->seal, item->rect.w, item->text);
    if (!shape)
        return;
    SDL_Rect to = {item->rect.x - SEAL_MARGIN, item->rect.y - SEAL_MARGIN,
                   shape->w, shape->h};
    if (!item->turn) {
        SDL_RenderCopy(painter->renderer, shape->texture, NULL, &to);
        return;
    }
    SDL_SetTextureScaleMode(shape->texture, SDL_ScaleModeLinear);
    SDL_RenderCopyEx(painter->renderer, shape->texture, NULL, &to, item->turn,
                     NULL, SDL_FLIP_NONE);
}

static void strike(struct painter *painter, const struct draw *item)
{
    struct rect r = item->rect;
    int thick = item->line > 0 ? item->line : 1;
    fill(painter, (struct rect){r.x, r.y + r.h * 42 / 100, r.w, thick},
         item->color);
    fill(painter, (struct rect){r.x, r.y + r.h * 68 / 100, r.w, thick},
         item->color);
}

static void clip(struct painter *painter, struct rect rect)
{
    SDL_Rect to = rect_of(rect);
    SDL_RenderSetClipRect(painter->renderer,
                          rect.w > 0 && rect.h > 0 ? &to : NULL);
}

static void paint_item(struct painter *painter, const struct draw *item)
{
    switch (item->kind) {
    case DRAW_FILL:
        fill(painter, item->rect, item->color);
        break;
    case DRAW_BOX:
        box(painter, item);
        break;
    case DRAW_SHADOW:
        shadow(painter, item);
        break;
    case DRAW_TEXT:
        text(painter, item);
        break;
    case DRAW_ICON:
        icon(painter, item);
        break;
    case DRAW_SEAL:
        seal(painter, item);
        break;
    case DRAW_STRIKE:
        strike(painter, item);
        break;
    case DRAW_CLIP:
        clip(painter, item->rect);
        break;
    }
}

void painter_paint(struct painter *painter, const struct draw_list *list,
                   const struct theme *theme)
{
    painter->theme = theme;
    textures_begin(painter->textures, theme);
    clip(painter, (struct rect){0, 0, 0, 0});
    for (size_t i = 0; i < list->count; i++)
        paint_item(painter, &list->items[i]);
    clip(painter, (struct rect){0, 0, 0, 0});
}
