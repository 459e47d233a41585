#include "app/flow.h"

enum { BAR_W = 3, BAR_INDENT = 23 };

struct flow flow_open(struct pen *pen, int w)
{
    struct flow flow = {.w = w};
    flow.blocks = arena_alloc(pen->list->arena, FLOW_MAX * sizeof *flow.blocks);
    return flow;
}

void flow_gap(struct flow *flow, int px)
{
    flow->y += px;
}

static struct flow_block *add(struct flow *flow, int h)
{
    static struct flow_block lost;
    struct flow_block *block =
        flow->count < FLOW_MAX ? &flow->blocks[flow->count++] : &lost;
    *block = (struct flow_block){.x = flow->indent,
                                 .y = flow->y,
                                 .w = flow->w - flow->indent,
                                 .h = h,
                                 .bar = flow->bar};
    if (block != &lost)
        flow->y += h;
    return block;
}

static void add_lines(struct pen *pen, struct flow *flow, struct style style,
                      const struct text_lines *lines)
{
    for (int i = 0; i < lines->count; i++) {
        struct flow_block *block = add(flow, pen_px(pen, style.line_height));
        block->text = lines->lines[i].text;
        block->style = style;
    }
}

void flow_text(struct pen *pen, struct flow *flow, struct style style,
               const char *text, bool balanced)
{
    struct text_lines lines =
        pen_lines(pen, style, text, flow->w - flow->indent, balanced);
    add_lines(pen, flow, style, &lines);
}

void flow_source(struct pen *pen, struct flow *flow, struct style style,
                 const char *source)
{
    int indent = pen_px(pen, 26);
    int first = flow->count;
    if (!source || !source[0])
        return;
    flow->indent += indent;
    flow_text(pen, flow, style, source, false);
    flow->indent -= indent;
    if (first < flow->count)
        flow->blocks[first].icon = true;
}

void flow_rule(struct flow *flow)
{
    add(flow, 1)->rule = true;
}

void flow_own(struct flow *flow, int h,
              void (*draw)(struct pen *, struct rect, int), int number,
              struct control sent)
{
    struct flow_block *block = add(flow, h);
    block->draw = draw;
    block->number = number;
    block->sent = sent;
}

void flow_beside_control(struct flow *flow, struct control beside)
{
    if (flow->count > 0)
        flow->blocks[flow->count - 1].beside = beside;
}

void flow_beside(struct pen *pen, struct flow *flow, enum token bar)
{
    flow->bar = bar;
    flow->indent = bar == TOKEN_NONE ? 0 : pen_px(pen, BAR_INDENT);
}

/* What is above the first block stays with it. */
static int top_of(const struct flow *flow, int block)
{
    return block > 0 ? flow->blocks[block].y : 0;
}

int flow_steps(const struct flow *flow, int room)
{
    int first = 0;
    while (first < flow->count - 1 && flow->y - top_of(flow, first) > room)
        first++;
    return first;
}

/* A bar goes on over the gaps between the blocks beside it. */
static void bar(struct pen *pen, const struct flow *flow, int i, int last,
                struct rect rect)
{
    const struct flow_block *block = &flow->blocks[i];
    int h = block->h;
    if (i < last && flow->blocks[i + 1].bar == block->bar)
        h = flow->blocks[i + 1].y - block->y;
    if (block->bar != TOKEN_NONE)
        pen_fill(
            pen,
            (struct rect){rect.x - block->x, rect.y, pen_px(pen, BAR_W), h},
            block->bar);
}

static void draw_block(struct pen *pen, const struct flow_block *block,
                       struct rect rect)
{
    int icon = pen_px(pen, 26);
    if (block->draw)
        block->draw(pen, rect, block->number);
    else if (block->rule)
        pen_fill(pen, rect, TOKEN_RULE);
    else
        pen_text_in(pen, block->style, block->text,
                    (struct rect){rect.x, rect.y,
                                  pen_width(pen, block->style, block->text),
                                  rect.h},
                    ALIGN_LEFT);
    if (block->icon)
        pen_icon(pen, ICON_PAGE, rect.x - icon,
                 rect.y + (rect.h - pen_px(pen, 18)) / 2, 18, TOKEN_INK2);
}

/* Tab reaches it none the less: how far it must come goes with it. */
static void hide(struct pen *pen, const struct flow_block *block,
                 struct rect rect, int steps)
{
    const struct control sent[] = {block->sent, block->beside};
    for (int i = 0; i < 2 && !pen->forced; i++) {
        if (sent[i].kind == MSG_NONE)
            continue;
        pen_control(pen, (struct rect){rect.x, rect.y, rect.w, 0}, 0, sent[i]);
        pen->list->items[pen->list->count - 1].away = steps * pen_px(pen, 24);
    }
}

/* Steps to scroll until block `i` is on show. */
static int steps_to(const struct flow *flow, int first, int i, int room)
{
    const struct flow_block *block = &flow->blocks[i];
    if (i < first)
        return i - first;
    int to = first;
    while (to < i && block->y + block->h - top_of(flow, to) > room)
        to++;
    return to - first;
}

bool flow_draw(struct pen *pen, const struct flow *flow, struct rect rect)
{
    int most = flow_steps(flow, rect.h);
    int first = pen->app->scroll < most ? pen->app->scroll : most;
    int last = first;
    pen->list->scroll_max = most;
    if (flow->count == 0)
        return false;
    int top = top_of(flow, first);
    while (last + 1 < flow->count &&
           flow->blocks[last + 1].y + flow->blocks[last + 1].h - top <= rect.h)
        last++;
    for (int i = 0; i < flow->count; i++) {
        const struct flow_block *block = &flow->blocks[i];
        struct rect at = {rect.x + block->x, rect.y + block->y - top, block->w,
                          block->h};
        if (i < first || i > last) {
            hide(pen, block, (struct rect){rect.x, rect.y, rect.w, 0},
                 steps_to(flow, first, i, rect.h));
            continue;
        }
        bool tall = block->h > rect.h;
        if (tall)
            pen_clip(pen, rect);
        bar(pen, flow, i, last, at);
        draw_block(pen, block, at);
        if (tall)
            pen_unclip(pen);
    }
    return last + 1 < flow->count;
}
