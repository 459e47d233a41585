#include "ui/layer.h"

#include <stdlib.h>

#include "ui/squeeze.h"

struct layers {
    SDL_Renderer *renderer;
    int w; /* of the window */
    int h;
    SDL_Texture *targets[LAYERS_MAX];
    struct rect rects[LAYERS_MAX];
    int depth;
    int used; /* most at once in this frame */
    SDL_Texture *gone;
    bool gone_used;
    SDL_Surface *pixels;  /* what was read back */
    SDL_Texture *scratch; /* what is copied from it */
    uint32_t serial;      /* of the last frame */
};

struct layers *layers_open(SDL_Renderer *renderer)
{
    struct layers *layers = calloc(1, sizeof *layers);
    if (layers)
        layers->renderer = renderer;
    return layers;
}

static void drop(SDL_Texture **texture)
{
    if (*texture)
        SDL_DestroyTexture(*texture);
    *texture = NULL;
}

static void drop_layers(struct layers *layers)
{
    for (int i = 0; i < LAYERS_MAX; i++)
        drop(&layers->targets[i]);
    drop(&layers->scratch);
    SDL_FreeSurface(layers->pixels);
    layers->pixels = NULL;
}

void layers_close(struct layers *layers)
{
    if (!layers)
        return;
    drop_layers(layers);
    drop(&layers->gone);
    free(layers);
}

static SDL_Texture *target(const struct layers *layers, uint32_t format)
{
    return SDL_CreateTexture(layers->renderer, format, SDL_TEXTUREACCESS_TARGET,
                             layers->w, layers->h);
}

/* The frame on show becomes the one that is gone. */
static void keep(struct layers *layers)
{
    const uint32_t format = SDL_PIXELFORMAT_RGB888;
    SDL_Surface *frame =
        SDL_CreateRGBSurfaceWithFormat(0, layers->w, layers->h, 32, format);
    if (!layers->gone)
        layers->gone = target(layers, format);
    if (!frame || !layers->gone ||
        SDL_RenderReadPixels(layers->renderer, NULL, format, frame->pixels,
                             frame->pitch) != 0 ||
        SDL_UpdateTexture(layers->gone, NULL, frame->pixels, frame->pitch) != 0)
        drop(&layers->gone);
    SDL_FreeSurface(frame);
}

void layers_begin(struct layers *layers, uint32_t serial)
{
    int w = 0;
    int h = 0;
    SDL_GetRendererOutputSize(layers->renderer, &w, &h);
    bool same_size = w == layers->w && h == layers->h;
    if (!same_size) {
        drop_layers(layers);
        drop(&layers->gone);
    }
    layers->w = w;
    layers->h = h;
    layers->gone_used = false;
    if (serial != layers->serial) {
        drop(&layers->gone);
        if (same_size)
            keep(layers);
        layers->gone_used = true; /* the frame that begins a motion keeps it */
    }
    layers->serial = serial;
    layers->depth = 0;
    layers->used = 0;
}

void layers_end(struct layers *layers)
{
    if (!layers->gone_used)
        drop(&layers->gone);
    if (layers->used == 0 && !layers->gone)
        drop_layers(layers);
}

void layers_clip(struct layers *layers, struct rect rect)
{
    SDL_Rect to = {rect.x, rect.y, rect.w, rect.h};
    SDL_RenderSetClipRect(layers->renderer,
                          rect.w > 0 && rect.h > 0 ? &to : NULL);
}

static void paint_on(struct layers *layers, int depth)
{
    SDL_SetRenderTarget(layers->renderer,
                        depth > 0 ? layers->targets[depth - 1] : NULL);
    layers->depth = depth;
}

static struct rect within(const struct layers *layers, struct rect rect)
{
    SDL_Rect a = {rect.x, rect.y, rect.w, rect.h};
    SDL_Rect b = {0, 0, layers->w, layers->h};
    SDL_Rect both;
    if (!SDL_IntersectRect(&a, &b, &both))
        return (struct rect){0, 0, 0, 0};
    return (struct rect){both.x, both.y, both.w, both.h};
}

bool layers_push(struct layers *layers, struct rect rect)
{
    int depth = layers->depth;
    if (depth == LAYERS_MAX)
        return false;
    if (!layers->targets[depth])
        layers->targets[depth] = target(layers, SDL_PIXELFORMAT_ARGB8888);
    if (!layers->targets[depth])
        return false;
    struct rect in = within(layers, rect);
    SDL_Rect all = {in.x, in.y, in.w, in.h};
    layers->rects[depth] = in;
    paint_on(layers, depth + 1);
    if (depth + 1 > layers->used)
        layers->used = depth + 1;
    SDL_RenderSetClipRect(layers->renderer, NULL);
    SDL_SetRenderDrawBlendMode(layers->renderer, SDL_BLENDMODE_NONE);
    SDL_SetRenderDrawColor(layers->renderer, 0, 0, 0, 0);
    SDL_RenderFillRect(layers->renderer, &all);
    return true;
}

static int per_mille(int share)
{
    return share < 0 ? 0 : share > 1000 ? 1000 : share;
}

/* Where a part of the item's rect comes to lie: squeezed about the middle, and
 * moved. */
static SDL_Rect placed(const struct draw *item, struct rect part)
{
    int left = 1000 - per_mille(item->squeeze);
    int twice_middle = 2 * item->rect.x + item->rect.w;
    int w = (part.w * left + 500) / 1000;
    int from_middle = (2 * part.x - twice_middle) * left / 1000;
    int x = twice_middle + from_middle;
    return (SDL_Rect){(x - (x & 1)) / 2 + item->dx, part.y + item->dy,
                      w > 0 ? w : 1, part.h};
}

static void set_fade(SDL_Texture *texture, int fade)
{
    int left = 1000 - per_mille(fade);
    SDL_SetTextureAlphaMod(texture, (Uint8)((255 * left + 500) / 1000));
    SDL_SetTextureBlendMode(texture, left == 1000 ? SDL_BLENDMODE_NONE
                                                  : SDL_BLENDMODE_BLEND);
}

/* The pixels that are painted on at present, in that format. */
static SDL_Surface *read_back(struct layers *layers, struct rect part,
                              uint32_t format)
{
    SDL_Rect from = {part.x, part.y, part.w, part.h};
    SDL_Surface *pixels = layers->pixels;
    if (!pixels || pixels->w < part.w || pixels->h < part.h) {
        SDL_FreeSurface(pixels);
        pixels = SDL_CreateRGBSurfaceWithFormat(0, part.w, part.h, 32,
                                                SDL_PIXELFORMAT_ARGB8888);
        layers->pixels = pixels;
    }
    if (!pixels || SDL_RenderReadPixels(layers->renderer, &from, format,
                                        pixels->pixels, pixels->pitch) != 0)
        return NULL;
    return pixels;
}

static bool make_scratch(struct layers *layers, int w, int h)
{
    int has_w = 0;
    int has_h = 0;
    if (layers->scratch)
        SDL_QueryTexture(layers->scratch, NULL, NULL, &has_w, &has_h);
    if (has_w >= w && has_h >= h)
        return true;
    drop(&layers->scratch);
    layers->scratch =
        SDL_CreateTexture(layers->renderer, SDL_PIXELFORMAT_ARGB8888,
                          SDL_TEXTUREACCESS_STREAMING, w, h);
    return layers->scratch != NULL;
}

/* Copies what was read back to where the painting goes. */
static void put(struct layers *layers, SDL_Surface *pixels, struct rect part,
                const struct draw *item)
{
    SDL_Rect to = placed(item, part);
    SDL_Rect from = {0, 0, to.w, to.h};
    if (!make_scratch(layers, part.w, part.h))
        return;
    squeeze_pixels(pixels, part.w, part.h, to.w, per_mille(item->shade));
    SDL_UpdateTexture(layers->scratch, &from, pixels->pixels, pixels->pitch);
    set_fade(layers->scratch, item->fade);
    SDL_SetTextureBlendMode(layers->scratch, SDL_BLENDMODE_BLEND);
    SDL_RenderCopy(layers->renderer, layers->scratch, &from, &to);
}

void layers_pop(struct layers *layers, const struct draw *layer,
                struct rect clip)
{
    struct rect part = layers->rects[layers->depth - 1];
    bool seen = part.w > 0 && part.h > 0 && layer->fade < 1000;
    SDL_RenderSetClipRect(layers->renderer, NULL);
    SDL_Surface *pixels =
        seen ? read_back(layers, part, SDL_PIXELFORMAT_ARGB8888) : NULL;
    paint_on(layers, layers->depth - 1);
    layers_clip(layers, clip);
    if (pixels)
        put(layers, pixels, part, layer);
}

void layers_gone(struct layers *layers, const struct draw *item,
                 struct rect clip)
{
    struct rect part = within(layers, item->rect);
    if (!layers->gone)
        return;
    layers->gone_used = true;
    if (part.w <= 0 || part.h <= 0 || item->fade >= 1000)
        return;
    if (item->squeeze == 0 && item->shade == 0) {
        SDL_Rect from = {part.x, part.y, part.w, part.h};
        SDL_Rect to = placed(item, part);
        set_fade(layers->gone, item->fade);
        SDL_RenderCopy(layers->renderer, layers->gone, &from, &to);
        return;
    }
    int depth = layers->depth;
    SDL_SetRenderTarget(layers->renderer, layers->gone);
    SDL_Surface *pixels = read_back(layers, part, SDL_PIXELFORMAT_ARGB8888);
    paint_on(layers, depth);
    layers_clip(layers, clip);
    if (pixels)
        put(layers, pixels, part, item);
}
