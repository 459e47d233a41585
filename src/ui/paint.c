#include "ui/paint.h"

#include <stdlib.h>
#include <string.h>

#include "ui/mask.h"

enum { CACHE_MAX = 512 };

/* What a texture shows. */
enum shape { SHAPE_CORNER, SHAPE_SHADOW, SHAPE_ICON, SHAPE_SEAL, SHAPE_TEXT };

struct cached {
    enum shape shape;
    int a; /* what tells it from others of its shape */
    int b;
    int c;
    char *text; /* NULL for shapes */
    SDL_Texture *texture;
    int w;
    int h;
    unsigned used; /* the frame it was last used in */
};

struct painter {
    SDL_Renderer *renderer;
    struct fonts *fonts;
    const struct theme *theme;
    struct cached cache[CACHE_MAX];
    int count;
    unsigned frame;
};

struct painter *painter_open(SDL_Renderer *renderer, struct fonts *fonts)
{
    struct painter *painter = calloc(1, sizeof *painter);
    if (!painter)
        return NULL;
    painter->renderer = renderer;
    painter->fonts = fonts;
    return painter;
}

static void forget(struct cached *cached)
{
    if (cached->texture)
        SDL_DestroyTexture(cached->texture);
    free(cached->text);
}

void painter_close(struct painter *painter)
{
    if (!painter)
        return;
    for (int i = 0; i < painter->count; i++)
        forget(&painter->cache[i]);
    free(painter);
}

static bool is_same(const struct cached *cached, enum shape shape, int a, int b,
                    int c, const char *text)
{
    if (cached->shape != shape || cached->a != a || cached->b != b ||
        cached->c != c || !cached->text != !text)
        return false;
    return !text || strcmp(cached->text, text) == 0;
}

/* A free place, or that of what has not been used for longest. */
static struct cached *place(struct painter *painter)
{
    if (painter->count < CACHE_MAX)
        return &painter->cache[painter->count++];
    struct cached *oldest = &painter->cache[0];
    for (int i = 1; i < CACHE_MAX; i++)
        if (painter->cache[i].used < oldest->used)
            oldest = &painter->cache[i];
    forget(oldest);
    return oldest;
}

static SDL_Surface *render_seal(struct painter *painter, enum seal seal,
                                int size, const char *text)
{
    static const enum token inks[] = {
        [SEAL_NEW] = TOKEN_INK3,     [SEAL_LEARNING] = TOKEN_INK3,
        [SEAL_HELD] = TOKEN_SEAL,    [SEAL_KEPT] = TOKEN_ON_SEAL,
        [SEAL_LOGO] = TOKEN_ON_SEAL,
    };
    SDL_Surface *whole = mask_seal(seal, size, text && text[0], painter->theme);
    if (!whole || !text || !text[0])
        return whole;
    bool wide = (unsigned char)text[0] < 0x80 && text[1];
    int em = size * (wide ? 46 : 62) / 100;
    SDL_Surface *letter =
        fonts_render(painter->fonts, FACE_SEAL, em, "ja", text);
    if (!letter)
        return whole;
    uint32_t ink = painter->theme->rgba[inks[seal]];
    SDL_SetSurfaceColorMod(letter, (Uint8)(ink >> 24), (Uint8)(ink >> 16),
                           (Uint8)(ink >> 8));
    SDL_SetSurfaceBlendMode(letter, SDL_BLENDMODE_BLEND);
    SDL_Rect to = {(size - letter->w) / 2, (size - letter->h) / 2, letter->w,
                   letter->h};
    SDL_BlitSurface(letter, NULL, whole, &to);
    SDL_FreeSurface(letter);
    return whole;
}

static SDL_Surface *render(struct painter *painter, enum shape shape, int a,
                           int b, int c, const char *text)
{
    switch (shape) {
    case SHAPE_CORNER:
        return mask_corner(a, b);
    case SHAPE_SHADOW:
        return mask_shadow(a);
    case SHAPE_ICON:
        return mask_icon((enum icon)a, b);
    case SHAPE_SEAL:
        return render_seal(painter, (enum seal)a, b, text);
    default:
        return fonts_render(painter->fonts, (enum face)a, b, c ? "ja" : NULL,
                            text);
    }
}

/* The texture of a shape or text; NULL where it has no ink. */
static struct cached *cached(struct painter *painter, enum shape shape, int a,
                             int b, int c, const char *text)
{
    for (int i = 0; i < painter->count; i++) {
        struct cached *found = &painter->cache[i];
        if (is_same(found, shape, a, b, c, text)) {
            found->used = painter->frame;
            return found->texture ? found : NULL;
        }
    }
    SDL_Surface *surface = render(painter, shape, a, b, c, text);
    struct cached *made = place(painter);
    *made = (struct cached){
        shape, a, b, c, text ? strdup(text) : NULL, NULL, 0, 0, painter->frame};
    if (!surface)
        return NULL;
    made->w = surface->w;
    made->h = surface->h;
    made->texture = SDL_CreateTextureFromSurface(painter->renderer, surface);
    SDL_FreeSurface(surface);
    if (made->texture)
        SDL_SetTextureBlendMode(made->texture, SDL_BLENDMODE_BLEND);
    return made->texture ? made : NULL;
}

static uint32_t color_of(const struct painter *painter, enum token token)
{
    return painter->theme->rgba[token];
}

static void fill(struct painter *painter, struct rect rect, enum token token)
{
    uint32_t color = color_of(painter, token);
    SDL_Rect to = {rect.x, rect.y, rect.w, rect.h};
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
    uint32_t color = color_of(painter, token);
    SDL_SetTextureColorMod(texture, (Uint8)(color >> 24), (Uint8)(color >> 16),
                           (Uint8)(color >> 8));
    SDL_SetTextureAlphaMod(texture, (Uint8)color);
}

/* The four corners of a rounded shape, from one mask. */
static void corners(struct painter *painter, struct rect rect, int radius,
                    int line, enum token token)
{
    struct cached *mask = cached(painter, SHAPE_CORNER, radius, line, 0, NULL);
    if (!mask)
        return;
    tint(painter, mask->texture, token);
    for (int i = 0; i < 4; i++) {
        int flip =
            (i & 1 ? SDL_FLIP_HORIZONTAL : 0) | (i & 2 ? SDL_FLIP_VERTICAL : 0);
        SDL_Rect to = {i & 1 ? rect.x + rect.w - radius : rect.x,
                       i & 2 ? rect.y + rect.h - radius : rect.y, radius,
                       radius};
        SDL_RenderCopyEx(painter->renderer, mask->texture, NULL, &to, 0, NULL,
                         (SDL_RendererFlip)flip);
    }
}

static int fitting_radius(struct rect rect, int radius)
{
    int most = (rect.w < rect.h ? rect.w : rect.h) / 2;
    return radius > most ? most : radius;
}

static void disc(struct painter *painter, struct rect rect, int radius,
                 enum token token)
{
    int r = fitting_radius(rect, radius);
    if (r > 0)
        corners(painter, rect, r, 0, token);
    fill(painter, (struct rect){rect.x + r, rect.y, rect.w - 2 * r, r}, token);
    fill(painter, (struct rect){rect.x, rect.y + r, rect.w, rect.h - 2 * r},
         token);
    fill(painter,
         (struct rect){rect.x + r, rect.y + rect.h - r, rect.w - 2 * r, r},
         token);
}

static void ring(struct painter *painter, struct rect rect, int radius,
                 int line, enum token token)
{
    int r = fitting_radius(rect, radius);
    if (r > 0)
        corners(painter, rect, r, line, token);
    int in = r > 0 ? r : line;
    fill(painter, (struct rect){rect.x + r, rect.y, rect.w - 2 * r, line},
         token);
    fill(
        painter,
        (struct rect){rect.x + r, rect.y + rect.h - line, rect.w - 2 * r, line},
        token);
    fill(painter, (struct rect){rect.x, rect.y + in, line, rect.h - 2 * in},
         token);
    fill(painter,
         (struct rect){rect.x + rect.w - line, rect.y + in, line,
                       rect.h - 2 * in},
         token);
}

static void box(struct painter *painter, const struct draw *item)
{
    struct rect rect = item->rect;
    if (item->fill != TOKEN_NONE) {
        int in = item->line / 2;
        struct rect inner = {rect.x + in, rect.y + in, rect.w - 2 * in,
                             rect.h - 2 * in};
        disc(painter, inner, item->radius - in > 0 ? item->radius - in : 0,
             item->fill);
    }
    if (item->line > 0 && item->color != TOKEN_NONE)
        ring(painter, rect, item->radius, item->line, item->color);
}

/* A nine-patch whose middle, hidden by what throws the shadow, is left out. */
static void shadow(struct painter *painter, const struct draw *item)
{
    int blur = item->size;
    struct cached *mask = cached(painter, SHAPE_SHADOW, blur, 0, 0, NULL);
    if (!mask || blur <= 0)
        return;
    int side = 2 * blur;
    struct rect r = {item->rect.x - blur, item->rect.y - blur + blur / 3,
                     item->rect.w + 2 * blur, item->rect.h + 2 * blur};
    int from[3] = {0, side, side + 1};
    int from_size[3] = {side, 1, side};
    int x[3] = {r.x, r.x + side, r.x + r.w - side};
    int w[3] = {side, r.w - 2 * side, side};
    int y[3] = {r.y, r.y + side, r.y + r.h - side};
    int h[3] = {side, r.h - 2 * side, side};
    tint(painter, mask->texture, item->color);
    for (int i = 0; i < 9; i++) {
        int column = i % 3;
        int row = i / 3;
        SDL_Rect source = {from[column], from[row], from_size[column],
                           from_size[row]};
        SDL_Rect to = {x[column], y[row], w[column], h[row]};
        if (i != 4 && to.w > 0 && to.h > 0)
            SDL_RenderCopy(painter->renderer, mask->texture, &source, &to);
    }
}

static void text(struct painter *painter, const struct draw *item)
{
    if (!item->text || !item->text[0])
        return;
    struct cached *line = cached(painter, SHAPE_TEXT, (int)item->face,
                                 item->size, item->lang != NULL, item->text);
    if (!line)
        return;
    int spare = item->rect.w - line->w;
    int x = item->rect.x + (item->align == ALIGN_LEFT     ? 0
                            : item->align == ALIGN_CENTRE ? spare / 2
                                                          : spare);
    int y = item->rect.y + (item->rect.h - line->h) / 2;
    SDL_Rect to = {x, y, line->w, line->h};
    tint(painter, line->texture, item->color);
    SDL_RenderCopy(painter->renderer, line->texture, NULL, &to);
}

static void picture(struct painter *painter, const struct draw *item,
                    struct cached *shape)
{
    if (!shape)
        return;
    SDL_Rect to = {item->rect.x, item->rect.y, item->rect.w, item->rect.h};
    if (item->kind == DRAW_ICON)
        tint(painter, shape->texture, item->color);
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
    SDL_Rect to = {rect.x, rect.y, rect.w, rect.h};
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
        picture(painter, item,
                cached(painter, SHAPE_ICON, (int)item->icon, item->rect.w, 0,
                       NULL));
        break;
    case DRAW_SEAL:
        picture(painter, item,
                cached(painter, SHAPE_SEAL, (int)item->seal, item->rect.w, 0,
                       item->text ? item->text : ""));
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
    painter->frame++;
    clip(painter, (struct rect){0, 0, 0, 0});
    for (size_t i = 0; i < list->count; i++)
        paint_item(painter, &list->items[i]);
    clip(painter, (struct rect){0, 0, 0, 0});
}
