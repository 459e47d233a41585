#include "ui/brush.h"

#include "ui/mask.h"

Uint8 brush_faded(const struct brush *brush, uint32_t alpha)
{
    int left = brush->fade < 1000 ? 1000 - brush->fade : 0;
    return (Uint8)(((int)(alpha & 255) * left + 500) / 1000);
}

/* Of a veil over all of a window, SDL blends tiles twice as fast as a
 * filled rect; but where what is painted on has clear pixels itself, tiles make
 * them opaque. */
static bool veil(struct brush *brush, SDL_Rect rect, uint32_t rgb, Uint8 alpha)
{
    enum { WORTH_IT = 1 << 16 };
    if (rect.w * rect.h < WORTH_IT || SDL_GetRenderTarget(brush->renderer))
        return false;
    const struct texture *tile = textures_plain(brush->textures, rgb);
    if (!tile)
        return false;
    SDL_SetTextureAlphaMod(tile->texture, alpha);
    for (int y = 0; y < rect.h; y += tile->h)
        for (int x = 0; x < rect.w; x += tile->w) {
            int w = rect.w - x < tile->w ? rect.w - x : tile->w;
            int h = rect.h - y < tile->h ? rect.h - y : tile->h;
            SDL_Rect from = {0, 0, w, h};
            SDL_Rect to = {rect.x + x, rect.y + y, w, h};
            SDL_RenderCopy(brush->renderer, tile->texture, &from, &to);
        }
    return true;
}

void brush_fill(struct brush *brush, struct rect rect, enum token token)
{
    uint32_t color = brush->theme->rgba[token];
    SDL_Rect to = {rect.x, rect.y, rect.w, rect.h};
    if (token == TOKEN_NONE || rect.w <= 0 || rect.h <= 0)
        return;
    Uint8 alpha = brush_faded(brush, color);
    if (alpha < 255 && veil(brush, to, color >> 8, alpha))
        return;
    SDL_SetRenderDrawBlendMode(brush->renderer, alpha == 255
                                                    ? SDL_BLENDMODE_NONE
                                                    : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(brush->renderer, (Uint8)(color >> 24),
                           (Uint8)(color >> 16), (Uint8)(color >> 8), alpha);
    SDL_RenderFillRect(brush->renderer, &to);
}

void brush_tint(const struct brush *brush, SDL_Texture *texture,
                enum token token)
{
    uint32_t color = brush->theme->rgba[token];
    SDL_SetTextureColorMod(texture, (Uint8)(color >> 24), (Uint8)(color >> 16),
                           (Uint8)(color >> 8));
    SDL_SetTextureAlphaMod(texture, brush_faded(brush, color));
}

/* The corners of a rounded shape: the quarters of a disc or ring. */
static void corners(struct brush *brush, struct rect rect, int radius, int line,
                    enum token token)
{
    const struct texture *disc = textures_disc(brush->textures, radius, line);
    if (!disc)
        return;
    brush_tint(brush, disc->texture, token);
    for (int i = 0; i < 4; i++) {
        bool right = i & 1;
        bool low = i & 2;
        SDL_Rect from = {right ? radius : 0, low ? radius : 0, radius, radius};
        SDL_Rect to = {right ? rect.x + rect.w - radius : rect.x,
                       low ? rect.y + rect.h - radius : rect.y, radius, radius};
        SDL_RenderCopy(brush->renderer, disc->texture, &from, &to);
    }
}

static int shorter_half(struct rect rect)
{
    return (rect.w < rect.h ? rect.w : rect.h) / 2;
}

static void disc(struct brush *brush, struct rect r, int radius,
                 enum token token)
{
    int c = radius < shorter_half(r) ? radius : shorter_half(r);
    if (c <= 0 || token == TOKEN_NONE) {
        brush_fill(brush, r, token);
        return;
    }
    corners(brush, r, c, 0, token);
    brush_fill(brush, (struct rect){r.x + c, r.y, r.w - 2 * c, c}, token);
    brush_fill(brush, (struct rect){r.x, r.y + c, r.w, r.h - 2 * c}, token);
    brush_fill(brush, (struct rect){r.x + c, r.y + r.h - c, r.w - 2 * c, c},
               token);
}

/* No pixel is painted twice, since the colour may let light through. */
static void ring(struct brush *brush, struct rect r, int radius, int line,
                 enum token token)
{
    int c = radius < shorter_half(r) ? radius : shorter_half(r);
    if (line > shorter_half(r)) {
        disc(brush, r, radius, token);
        return;
    }
    if (c < line) /* too small for a curve inside: square */
        c = 0;
    if (c > 0)
        corners(brush, r, c, line, token);
    int in = c > 0 ? c : line;
    brush_fill(brush, (struct rect){r.x + c, r.y, r.w - 2 * c, line}, token);
    brush_fill(brush,
               (struct rect){r.x + c, r.y + r.h - line, r.w - 2 * c, line},
               token);
    brush_fill(brush, (struct rect){r.x, r.y + in, line, r.h - 2 * in}, token);
    brush_fill(brush,
               (struct rect){r.x + r.w - line, r.y + in, line, r.h - 2 * in},
               token);
}

/* The filling ends under the middle of the border, so that it does not shine
 * through at the outer edge. */
void brush_box(struct brush *brush, const struct draw *item)
{
    struct rect r = item->rect;
    int in = item->line / 2;
    int radius = item->radius > in ? item->radius - in : 0;
    disc(brush, (struct rect){r.x + in, r.y + in, r.w - 2 * in, r.h - 2 * in},
         radius, item->fill);
    if (item->line > 0 && item->color != TOKEN_NONE)
        ring(brush, r, item->radius, item->line, item->color);
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
void brush_shadow(struct brush *brush, const struct draw *item)
{
    int blur = item->size;
    int drop = blur * 8 / 28;
    const struct texture *mask =
        blur > 0 ? textures_shadow(brush->textures, blur) : NULL;
    if (!mask)
        return;
    struct patch x = patch_of(SHADOW_SIDES * blur, item->rect.x - blur,
                              item->rect.w + 2 * blur);
    struct patch y = patch_of(SHADOW_SIDES * blur, item->rect.y - blur + drop,
                              item->rect.h + 2 * blur);
    brush_tint(brush, mask->texture, item->color);
    for (int i = 0; i < 9; i++) {
        int a = i % 3;
        int b = i / 3;
        SDL_Rect from = {x.from[a], y.from[b], x.from_length[a],
                         y.from_length[b]};
        SDL_Rect to = {x.to[a], y.to[b], x.to_length[a], y.to_length[b]};
        if (i != 4 && to.w > 0 && to.h > 0)
            SDL_RenderCopy(brush->renderer, mask->texture, &from, &to);
    }
}

/* How much of a stroke is there: the first takes the first half of the time. */
static int stroke_length(const struct draw *item, int stroke)
{
    int done = 2 * (1000 - item->rest) - 1000 * stroke;
    int share = done < 0 ? 0 : done > 1000 ? 1000 : done;
    return item->rect.w * share / 1000;
}

void brush_strike(struct brush *brush, const struct draw *item)
{
    struct rect r = item->rect;
    int thick = item->line > 0 ? item->line : 1;
    int upper = r.y + (r.h * 42 + 50) / 100;
    int lower = r.y + (r.h * 69 + 50) / 100;
    brush_fill(brush, (struct rect){r.x, upper, stroke_length(item, 0), thick},
               item->color);
    brush_fill(brush, (struct rect){r.x, lower, stroke_length(item, 1), thick},
               item->color);
}
