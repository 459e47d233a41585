#include "ui/input.h"

#include <stdlib.h>
#include <string.h>

enum { TAP_PX = 12, WHEEL_LINES = 3 };

static int named_key(SDL_Keycode code)
{
    static const struct {
        SDL_Keycode code;
        int key;
    } keys[] = {
        {SDLK_RETURN, KEY_ENTER},   {SDLK_KP_ENTER, KEY_ENTER},
        {SDLK_RETURN2, KEY_ENTER},  {SDLK_ESCAPE, KEY_ESCAPE},
        {SDLK_AC_BACK, KEY_ESCAPE}, {SDLK_BACKSPACE, KEY_BACKSPACE},
        {SDLK_TAB, KEY_TAB},        {SDLK_DELETE, KEY_DELETE},
        {SDLK_UP, KEY_UP},          {SDLK_DOWN, KEY_DOWN},
        {SDLK_LEFT, KEY_LEFT},      {SDLK_RIGHT, KEY_RIGHT},
        {SDLK_PAGEUP, KEY_PAGE_UP}, {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
        {SDLK_HOME, KEY_HOME},      {SDLK_END, KEY_END},
        {SDLK_KP_PLUS, '+'},        {SDLK_KP_MINUS, '-'},
        {SDLK_KP_MULTIPLY, '*'},    {SDLK_KP_DIVIDE, '/'},
        {SDLK_KP_PERIOD, '.'},      {SDLK_KP_COMMA, ','},
        {SDLK_KP_EQUALS, '='},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (keys[i].code == code)
            return keys[i].key;
    if (code >= SDLK_F1 && code <= SDLK_F12)
        return KEY_F1 + (int)(code - SDLK_F1);
    return code > 0 && code < 0x110000 ? (int)code : 0;
}

/* Digits by where they are: AZERTY shifts them, the number pad has its own. */
static int digit_at(SDL_Scancode code)
{
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_9)
        return '1' + (int)(code - SDL_SCANCODE_1);
    if (code >= SDL_SCANCODE_KP_1 && code <= SDL_SCANCODE_KP_9)
        return '1' + (int)(code - SDL_SCANCODE_KP_1);
    return code == SDL_SCANCODE_0 || code == SDL_SCANCODE_KP_0 ? '0' : 0;
}

/* SDL says 6 of the key that writes - there. */
static bool is_azerty(void)
{
    return SDL_GetKeyFromScancode(SDL_SCANCODE_Q) == SDLK_a;
}

/* Ctrl + and Ctrl - where the layout has them: AZERTY writes - where others
 * have 6, and + needs Shift on many, on Japanese ones beside the L. */
static int sign_with_ctrl(const SDL_Keysym *sym)
{
    if (!(sym->mod & KMOD_CTRL))
        return 0;
    if (sym->sym == SDLK_EQUALS || sym->sym == SDLK_PLUS ||
        (sym->sym == SDLK_SEMICOLON && (sym->mod & KMOD_SHIFT)))
        return '+';
    bool is_minus = sym->sym == SDLK_MINUS ||
                    (sym->scancode == SDL_SCANCODE_6 && is_azerty());
    return is_minus ? '-' : 0;
}

/* Letters of layouts without Latin ones (Russian, Greek, Arabic), by where
 * they are. */
static int letter_at(const SDL_Keysym *sym)
{
    bool is_letter_key =
        sym->scancode >= SDL_SCANCODE_A && sym->scancode <= SDL_SCANCODE_Z;
    bool is_foreign = sym->sym >= 0x80 && !(sym->sym & SDLK_SCANCODE_MASK);
    return is_letter_key && is_foreign
               ? 'a' + (int)(sym->scancode - SDL_SCANCODE_A)
               : 0;
}

static int key_of(const SDL_Keysym *sym)
{
    int key = sign_with_ctrl(sym);
    if (!key)
        key = digit_at(sym->scancode);
    if (!key)
        key = letter_at(sym);
    return key ? key : named_key(sym->sym);
}

static int mods_of(Uint16 mods)
{
    return (mods & KMOD_SHIFT ? MOD_SHIFT : 0) |
           (mods & KMOD_CTRL ? MOD_CTRL : 0) | (mods & KMOD_ALT ? MOD_ALT : 0);
}

static void copy_text(struct input *input, const char *text)
{
    size_t length = strnlen(text, sizeof input->text);
    if (length == sizeof input->text)
        for (length--;
             length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80;)
            length--;
    memcpy(input->text, text, length);
    input->text[length] = '\0';
}

static void translate_text(const SDL_Event *event, struct input *input)
{
    input->kind = event->type == SDL_TEXTINPUT ? INPUT_TEXT : INPUT_COMPOSE;
    if (event->type == SDL_TEXTINPUT) {
        copy_text(input, event->text.text);
    } else if (event->type == SDL_TEXTEDITING) {
        copy_text(input, event->edit.text);
    } else if (event->editExt.text) {
        copy_text(input, event->editExt.text);
        SDL_free(event->editExt.text);
    }
}

static void translate_drop(const SDL_Event *event, struct input *input)
{
    if (!event->drop.file)
        return;
    if (event->type == SDL_DROPFILE) {
        input->kind = INPUT_DROP;
        copy_text(input, event->drop.file);
    }
    SDL_free(event->drop.file);
}

/* Whole lines; the rest waits until it is one. */
static void translate_wheel(struct pointing *pointing, const SDL_Event *event,
                            struct input *input)
{
    float notches = event->wheel.preciseY;
    if (notches == 0)
        notches = (float)event->wheel.y;
    if (notches * pointing->turned > 0)
        pointing->turned = 0; /* the other way: what was left is forgotten */
    pointing->turned -= notches * WHEEL_LINES;
    int lines = (int)pointing->turned;
    pointing->turned -= (float)lines;
    if (lines == 0)
        return;
    input->kind = INPUT_WHEEL;
    input->y = lines;
}

static void at(struct input *input, enum input_kind kind, int x, int y)
{
    input->kind = kind;
    input->x = x;
    input->y = y;
}

/* A finger that moves on scrolls; the first step takes the press back. */
static void translate_drag(struct pointing *pointing, int y,
                           struct input *input)
{
    int moved = pointing->from_y - y;
    if (!pointing->touched)
        return;
    if (!pointing->dragged) {
        if (abs(moved) <= TAP_PX)
            return;
        pointing->dragged = true;
        at(input, INPUT_CLICK, -1, -1);
        return;
    }
    int lines = moved / pointing->line_px;
    if (lines == 0)
        return;
    pointing->from_y -= lines * pointing->line_px;
    at(input, INPUT_WHEEL, 0, lines);
}

static void translate_motion(struct pointing *pointing,
                             const SDL_MouseMotionEvent *motion,
                             struct input *input)
{
    if (motion->which == SDL_TOUCH_MOUSEID)
        translate_drag(pointing, motion->y, input);
    else
        at(input, INPUT_POINT, motion->x, motion->y);
}

static void translate_button(struct pointing *pointing,
                             const SDL_MouseButtonEvent *button,
                             struct input *input)
{
    bool down = button->type == SDL_MOUSEBUTTONDOWN;
    bool is_finger = button->which == SDL_TOUCH_MOUSEID;
    bool was_dragged = pointing->dragged;
    if (button->button != SDL_BUTTON_LEFT)
        return;
    if (is_finger) {
        pointing->touched = down;
        pointing->dragged = false;
        pointing->from_y = button->y;
    }
    if (!is_finger || down || !was_dragged)
        at(input, down ? INPUT_PRESS : INPUT_CLICK, button->x, button->y);
}

struct input input_translate(struct pointing *pointing, const SDL_Event *event)
{
    struct input input = {.kind = INPUT_NONE};
    switch (event->type) {
    case SDL_KEYDOWN:
        input.kind = INPUT_KEY;
        input.key = key_of(&event->key.keysym);
        input.mods = mods_of(event->key.keysym.mod);
        input.repeat = event->key.repeat != 0;
        break;
    case SDL_TEXTINPUT:
    case SDL_TEXTEDITING:
    case SDL_TEXTEDITING_EXT:
        translate_text(event, &input);
        break;
    case SDL_MOUSEMOTION:
        translate_motion(pointing, &event->motion, &input);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        translate_button(pointing, &event->button, &input);
        break;
    case SDL_MOUSEWHEEL:
        translate_wheel(pointing, event, &input);
        break;
    case SDL_DROPFILE:
    case SDL_DROPTEXT:
        translate_drop(event, &input);
        break;
    default:
        break;
    }
    return input;
}
