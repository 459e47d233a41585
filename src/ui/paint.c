#include "ui/paint.h"

#include <stdlib.h>

#include "ui/brush.h"
#include "ui/layer.h"

enum { NESTS_MAX = 16 };

/* A layer whose end is still to come. */
struct nest {
    const struct draw *layer; /* NULL: painted where it is */
    struct rect clip;         /* before it */
};

struct painter {
    struct brush brush;
    struct layers *layers;
    struct rect clip; /* in force; empty: none */
    struct nest nests[NESTS_MAX];
    int depth; /* may be more */
};

struct painter *painter_open(SDL_Renderer *renderer, struct fonts *fonts)
{
    struct painter *painter = calloc(1, sizeof *painter);
    if (!painter)
        return NULL;
    painter->brush.renderer = renderer;
    painter->brush.fonts = fonts;
    painter->brush.textures = textures_open(renderer, fonts);
    painter->layers = layers_open(renderer);
    if (!painter->brush.textures || !painter->layers) {
        painter_close(painter);
        return NULL;
    }
    return painter;
}

void painter_close(struct painter *painter)
{
    if (!painter)
        return;
    textures_close(painter->brush.textures);
    layers_close(painter->layers);
    free(painter);
}

static void clip(struct painter *painter, struct rect rect)
{
    painter->clip = rect;
    layers_clip(painter->layers, rect);
}

/* A layer that nothing happens to is painted where it is. */
static bool is_changed(const struct draw *layer)
{
    return layer->squeeze || layer->shade || layer->dx || layer->dy ||
           layer->fade;
}

static void open_layer(struct painter *painter, const struct draw *layer)
{
    int depth = painter->depth++;
    if (depth >= NESTS_MAX)
        return;
    bool pushed =
        is_changed(layer) && layers_push(painter->layers, layer->rect);
    painter->nests[depth] = (struct nest){pushed ? layer : NULL, painter->clip};
    if (pushed)
        clip(painter, layer->rect);
}

static void close_layer(struct painter *painter)
{
    if (painter->depth == 0 || --painter->depth >= NESTS_MAX)
        return;
    const struct nest *nest = &painter->nests[painter->depth];
    painter->clip = nest->clip;
    if (nest->layer)
        layers_pop(painter->layers, nest->layer, nest->clip);
    else
        clip(painter, nest->clip);
}

/* A border lies over the filling: fading, the two are one picture. */
static void paint_box(struct painter *painter, const struct draw *item)
{
    bool two =
        item->line > 0 && item->color != TOKEN_NONE && item->fill != TOKEN_NONE;
    if (item->fade <= 0 || !two) {
        brush_box(&painter->brush, item);
        return;
    }
    struct draw layer = {.rect = item->rect, .fade = item->fade};
    open_layer(painter, &layer);
    painter->brush.fade = 0;
    brush_box(&painter->brush, item);
    close_layer(painter);
}

static void paint_item(struct painter *painter, const struct draw *item)
{
    struct brush *brush = &painter->brush;
    brush->fade = item->fade;
    switch (item->kind) {
    case DRAW_FILL:
        brush_fill(brush, item->rect, item->color);
        break;
    case DRAW_BOX:
        paint_box(painter, item);
        break;
    case DRAW_SHADOW:
        brush_shadow(brush, item);
        break;
    case DRAW_TEXT:
        brush_text(brush, item);
        break;
    case DRAW_ICON:
        brush_icon(brush, item);
        break;
    case DRAW_SEAL:
        brush_seal(brush, item);
        break;
    case DRAW_STRIKE:
        brush_strike(brush, item);
        break;
    case DRAW_DASHES:
        brush_dashes(brush, item);
        break;
    case DRAW_ARC:
        brush_arc(brush, item);
        break;
    case DRAW_MARK:
        brush_mark(brush, item);
        break;
    case DRAW_LAYER:
        open_layer(painter, item);
        break;
    case DRAW_LAYER_END:
        close_layer(painter);
        break;
    case DRAW_GONE:
        layers_gone(painter->layers, item, painter->clip);
        break;
    case DRAW_CLIP:
        clip(painter, item->rect);
        break;
    }
}

void painter_paint(struct painter *painter, const struct draw_list *list,
                   const struct theme *theme)
{
    painter->brush.theme = theme;
    painter->depth = 0;
    textures_begin(painter->brush.textures, theme);
    clip(painter, (struct rect){0, 0, 0, 0});
    layers_begin(painter->layers, list->serial);
    for (size_t i = 0; i < list->count; i++)
        paint_item(painter, &list->items[i]);
    while (painter->depth > 0)
        close_layer(painter);
    clip(painter, (struct rect){0, 0, 0, 0});
    layers_end(painter->layers);
}
