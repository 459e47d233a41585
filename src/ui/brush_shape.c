/* Items that are one texture each: text, icons, seals and other shapes. */
#include "ui/brush.h"

#include "ui/mask.h"

/* Half rounded down for negative numbers too. */
static int half(int x)
{
    return x >= 0 ? x / 2 : -((1 - x) / 2);
}

/* The baseline is where CSS puts it: ascent and descent of the line's face
 * in the middle of the box. */
void brush_text(struct brush *brush, const struct draw *item)
{
    if (!item->text || !item->text[0] || item->color == TOKEN_NONE)
        return;
    int ascent = fonts_ascent(brush->fonts, item->face, item->size);
    int descent = fonts_descent(brush->fonts, item->face, item->size);
    const struct texture *line = textures_text(
        brush->textures, item->face, item->size, item->lang, item->text);
    if (!line)
        return;
    int spare = item->rect.w - (line->w - line->left);
    int x = item->rect.x + (item->align == ALIGN_LEFT     ? 0
                            : item->align == ALIGN_CENTRE ? half(spare)
                                                          : spare);
    int y = item->rect.y + half(item->rect.h - ascent - descent) + ascent;
    SDL_Rect to = {x - line->left, y - line->ascent, line->w, line->h};
    brush_tint(brush, line->texture, item->color);
    SDL_RenderCopy(brush->renderer, line->texture, NULL, &to);
}

static void copy_shape(struct brush *brush, const struct draw *item,
                       const struct texture *shape)
{
    if (!shape || item->color == TOKEN_NONE)
        return;
    SDL_Rect to = {item->rect.x, item->rect.y, shape->w, shape->h};
    brush_tint(brush, shape->texture, item->color);
    SDL_RenderCopy(brush->renderer, shape->texture, NULL, &to);
}

void brush_icon(struct brush *brush, const struct draw *item)
{
    if (item->rect.w > 0)
        copy_shape(brush, item,
                   textures_icon(brush->textures, item->icon, item->rect.w));
}

void brush_arc(struct brush *brush, const struct draw *item)
{
    int size = item->rect.w < item->rect.h ? item->rect.w : item->rect.h;
    if (size > 0 && item->rest < 1000)
        copy_shape(brush, item,
                   textures_arc(brush->textures, size, item->line,
                                item->rest > 0 ? item->rest : 0));
}

void brush_mark(struct brush *brush, const struct draw *item)
{
    if (item->rect.w > 0 && item->rect.h > 0)
        copy_shape(brush, item, textures_mark(brush->textures, item));
}

/* Only the border's pixels are copied: the middle of the mask is clear. */
void brush_dashes(struct brush *brush, const struct draw *item)
{
    struct rect r = item->rect;
    if (r.w <= 0 || r.h <= 0 || item->line <= 0 || item->color == TOKEN_NONE)
        return;
    const struct texture *mask = textures_dashes(brush->textures, item);
    if (!mask)
        return;
    int edge = item->radius > item->line ? item->radius : item->line;
    int across = edge < r.w / 2 ? edge : r.w / 2;
    int down = edge < r.h / 2 ? edge : r.h / 2;
    const SDL_Rect parts[] = {
        {0, 0, r.w, down},
        {0, down, across, r.h - 2 * down},
        {r.w - across, down, across, r.h - 2 * down},
        {0, r.h - down, r.w, down},
    };
    brush_tint(brush, mask->texture, item->color);
    for (int i = 0; i < 4; i++) {
        SDL_Rect to = {r.x + parts[i].x, r.y + parts[i].y, parts[i].w,
                       parts[i].h};
        SDL_RenderCopy(brush->renderer, mask->texture, &parts[i], &to);
    }
}

static void copy_turning(struct brush *brush, const struct draw *item,
                         const struct texture *shape, const SDL_Rect *to)
{
    SDL_SetTextureScaleMode(shape->texture, SDL_ScaleModeLinear);
    SDL_RenderCopyEx(brush->renderer, shape->texture, NULL, to, item->turn,
                     NULL, SDL_FLIP_NONE);
}

/* A seal that is stamped grows, turns and takes on ink about its middle; while
 * it does one texture serves for every angle. */
void brush_seal(struct brush *brush, const struct draw *item)
{
    bool moves = item->grow != 0 || item->fade > 0;
    if (item->rect.w <= 0 || item->fade >= 1000)
        return;
    const struct texture *shape =
        textures_seal(brush->textures, item->seal, item->rect.w,
                      moves ? 0 : item->turn, item->text);
    if (!shape)
        return;
    int grown = (shape->w * item->grow + 1000) / 2000;
    int over = (shape->w - item->rect.w) / 2 + grown;
    SDL_Rect to = {item->rect.x - over, item->rect.y - over,
                   shape->w + 2 * grown, shape->h + 2 * grown};
    SDL_SetTextureAlphaMod(shape->texture, brush_faded(brush, 255));
    if (moves)
        copy_turning(brush, item, shape, &to);
    else
        SDL_RenderCopy(brush->renderer, shape->texture, NULL, &to);
}
