/* Buttons: one main action, forward actions, others. */
#include "app/parts.h"

struct button_colors {
    enum token fill;
    enum token hovered;
    enum token pressed;
    enum token border;
    enum token text;
};

static struct button_colors colors_of(enum button_look look)
{
    static const struct button_colors colors[] = {
        [BUTTON_MAIN] = {TOKEN_SEAL_FILL, TOKEN_SEAL_HI, TOKEN_SEAL_LO,
                         TOKEN_SEAL_FILL, TOKEN_ON_SEAL},
        [BUTTON_INK] = {TOKEN_INK, TOKEN_INK2, TOKEN_INK, TOKEN_INK,
                        TOKEN_PAPER},
        [BUTTON_PLAIN] = {TOKEN_PAPER, TOKEN_WASH, TOKEN_WASH2, TOKEN_EDGE,
                          TOKEN_INK},
        [BUTTON_QUIET] = {TOKEN_NONE, TOKEN_WASH, TOKEN_WASH2, TOKEN_NONE,
                          TOKEN_INK},
    };
    return colors[look];
}

static bool is_bold(struct button button)
{
    return button.look == BUTTON_MAIN || button.look == BUTTON_INK;
}

static struct style label_style(const struct pen *pen, struct button button,
                                int height)
{
    struct style style = is_bold(button) ? STYLE_BODY_BOLD : STYLE_BODY;
    if (is_bold(button) && height >= pen_px(pen, 56))
        style = style_sized(style, 18, 26);
    return style;
}

static int pad_of(const struct pen *pen, struct button button, int height)
{
    int pad = button.look == BUTTON_QUIET ? 13
              : height >= pen_px(pen, 56) ? 25
              : height <= pen_px(pen, 36) ? 13
                                          : 21;
    return pen_px(pen, pad);
}

int pen_button_width(const struct pen *pen, struct button button, int height)
{
    int w = 2 * pad_of(pen, button, height) +
            pen_width(pen, label_style(pen, button, height), button.label);
    if (button.key)
        w += pen_px(pen, 12) + pen_keycap_width(pen, button.key);
    return w;
}

/* The label and the keycap of a button, in these colours. */
static void fill_in(struct pen *pen, struct rect rect, struct button button,
                    enum token text, enum token key, enum token key_fill)
{
    int pad = pad_of(pen, button, rect.h);
    bool wide = button.look == BUTTON_INK && rect.h >= pen_px(pen, 56);
    int lean = wide ? pen_px(pen, 4) : 0;
    pen_text_in(
        pen, style_colored(label_style(pen, button, rect.h), text),
        button.label,
        (struct rect){rect.x + pad + lean, rect.y, rect.w - 2 * pad, rect.h},
        ALIGN_LEFT);
    if (button.key)
        pen_keycap(pen, button.key, rect.x + rect.w - pad + lean,
                   rect.y + (rect.h - pen_px(pen, 22)) / 2, true, key,
                   key_fill);
}

static void disabled_button(struct pen *pen, struct rect rect,
                            struct button button)
{
    pen_box(pen, rect, pen_px(pen, 6), pen_px(pen, 1), TOKEN_RULE, TOKEN_WASH);
    fill_in(pen, rect, button, TOKEN_INK3, TOKEN_INK3, TOKEN_NONE);
}

void pen_button(struct pen *pen, struct rect rect, struct button button)
{
    if (button.disabled) {
        disabled_button(pen, rect, button);
        return;
    }
    int radius = pen_px(pen, 6);
    struct touch touch = pen_control(pen, rect, radius, button.control);
    struct button_colors colors = colors_of(button.look);
    if (button.initial)
        pen->initial = button.control;
    if (touch.pressed)
        rect.y += pen_px(pen, 1);
    pen_box(pen, rect, radius, colors.border ? pen_px(pen, 1) : 0,
            colors.border,
            touch.pressed   ? colors.pressed
            : touch.hovered ? colors.hovered
                            : colors.fill);
    fill_in(pen, rect, button, colors.text,
            is_bold(button) ? colors.text : TOKEN_INK2,
            is_bold(button) ? TOKEN_NONE : TOKEN_PAPER);
    if (pen->forced && touch.focused)
        pen_ring(pen, rect, radius);
}
