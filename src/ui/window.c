#include "ui/window.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH_MIN = 640, HEIGHT_MIN = 480 };

struct window {
    SDL_Window *handle;
    SDL_Renderer *renderer;
    bool text_open;
};

/* A text console or a picture in memory is no display to sit before: only the
 * systems with windows are tried, or what SDL_VIDEODRIVER names. */
static void set_hints(void)
{
    const char *wayland = SDL_getenv("WAYLAND_DISPLAY");
    SDL_SetHint(SDL_HINT_VIDEODRIVER,
                wayland && wayland[0] ? "x11,wayland" : "x11,cocoa,windows");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_IME_SUPPORT_EXTENDED_TEXT, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

bool window_available(struct error *err)
{
    set_hints();
    if (SDL_WasInit(SDL_INIT_VIDEO) || SDL_InitSubSystem(SDL_INIT_VIDEO) == 0)
        return true;
    return error_set(err, "There is no display to open a window on; write "
                          "pacta ask to study in the terminal");
}

struct window *window_open(const char *title, int width, int height,
                           struct error *err)
{
    if (!window_available(err))
        return NULL;
    struct window *window = calloc(1, sizeof *window);
    if (!window) {
        error_set(err, "There is not enough memory for a window");
        return NULL;
    }
    SDL_StopTextInput();
    window->handle =
        SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         width, height, SDL_WINDOW_RESIZABLE);
    if (window->handle)
        window->renderer =
            SDL_CreateRenderer(window->handle, -1, SDL_RENDERER_SOFTWARE);
    if (!window->renderer) {
        error_set(err, "The window cannot be opened (%s)", SDL_GetError());
        window_close(window);
        return NULL;
    }
    SDL_SetWindowMinimumSize(window->handle, WIDTH_MIN, HEIGHT_MIN);
    return window;
}

void window_close(struct window *window)
{
    if (!window)
        return;
    if (window->renderer)
        SDL_DestroyRenderer(window->renderer);
    if (window->handle)
        SDL_DestroyWindow(window->handle);
    SDL_Quit();
    free(window);
}

SDL_Renderer *window_renderer(struct window *window)
{
    return window->renderer;
}

void window_size(struct window *window, int *width, int *height)
{
    SDL_GetRendererOutputSize(window->renderer, width, height);
}

void window_present(struct window *window)
{
    SDL_RenderPresent(window->renderer);
}

static int named_key(SDL_Keycode code)
{
    static const struct {
        SDL_Keycode code;
        int key;
    } keys[] = {
        {SDLK_RETURN, KEY_ENTER},   {SDLK_KP_ENTER, KEY_ENTER},
        {SDLK_ESCAPE, KEY_ESCAPE},  {SDLK_BACKSPACE, KEY_BACKSPACE},
        {SDLK_TAB, KEY_TAB},        {SDLK_DELETE, KEY_DELETE},
        {SDLK_UP, KEY_UP},          {SDLK_DOWN, KEY_DOWN},
        {SDLK_LEFT, KEY_LEFT},      {SDLK_RIGHT, KEY_RIGHT},
        {SDLK_PAGEUP, KEY_PAGE_UP}, {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
        {SDLK_HOME, KEY_HOME},      {SDLK_END, KEY_END},
        {SDLK_KP_PLUS, '+'},        {SDLK_KP_MINUS, '-'},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (keys[i].code == code)
            return keys[i].key;
    if (code >= SDLK_F1 && code <= SDLK_F12)
        return KEY_F1 + (int)(code - SDLK_F1);
    return code > 0 && code < 0x110000 ? (int)code : 0;
}

/* Digits by where they are: AZERTY shifts them, the number pad has its own. */
static int key_of(const SDL_Keysym *sym)
{
    SDL_Scancode code = sym->scancode;
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_9)
        return '1' + (int)(code - SDL_SCANCODE_1);
    if (code == SDL_SCANCODE_0 || code == SDL_SCANCODE_KP_0)
        return '0';
    if (code >= SDL_SCANCODE_KP_1 && code <= SDL_SCANCODE_KP_9)
        return '1' + (int)(code - SDL_SCANCODE_KP_1);
    return named_key(sym->sym);
}

static int mods_of(Uint16 mods)
{
    return (mods & KMOD_SHIFT ? MOD_SHIFT : 0) |
           (mods & KMOD_CTRL ? MOD_CTRL : 0) | (mods & KMOD_ALT ? MOD_ALT : 0);
}

static void copy_text(struct input *input, const char *text)
{
    size_t length = strnlen(text, sizeof input->text - 1);
    while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80)
        length--;
    memcpy(input->text, text, length);
    input->text[length] = '\0';
}

static void translate_pointer(const SDL_Event *event, struct input *input)
{
    switch (event->type) {
    case SDL_MOUSEMOTION:
        input->kind = INPUT_POINT;
        input->x = event->motion.x;
        input->y = event->motion.y;
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        if (event->button.button != SDL_BUTTON_LEFT)
            break;
        input->kind =
            event->type == SDL_MOUSEBUTTONUP ? INPUT_CLICK : INPUT_PRESS;
        input->x = event->button.x;
        input->y = event->button.y;
        break;
    default:
        input->kind = INPUT_WHEEL;
        input->y = -event->wheel.y;
        break;
    }
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

/* While a window is dragged by its edge sizes come faster than frames: the
 * last one is the only one that matters. */
static void translate_window(struct window *window, const SDL_Event *event,
                             struct input *input)
{
    if (event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        SDL_PumpEvents();
        SDL_FlushEvent(SDL_WINDOWEVENT);
        input->kind = INPUT_RESIZE;
        window_size(window, &input->x, &input->y);
    } else if (event->window.event == SDL_WINDOWEVENT_EXPOSED) {
        input->kind = INPUT_EXPOSE;
    }
}

static struct input translate(struct window *window, const SDL_Event *event)
{
    struct input input = {.kind = INPUT_NONE};
    switch (event->type) {
    case SDL_QUIT:
        input.kind = INPUT_CLOSE;
        break;
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
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEWHEEL:
        translate_pointer(event, &input);
        break;
    case SDL_WINDOWEVENT:
        translate_window(window, event, &input);
        break;
    default:
        break;
    }
    return input;
}

struct input window_wait(struct window *window, int wait_ms)
{
    SDL_Event event;
    int got = wait_ms < 0 ? SDL_WaitEvent(&event)
                          : SDL_WaitEventTimeout(&event, wait_ms);
    if (!got)
        return (struct input){.kind = INPUT_WAKE};
    return translate(window, &event);
}

void window_text_input(struct window *window, bool open, struct rect at)
{
    SDL_Rect where = {at.x, at.y, at.w, at.h};
    if (open)
        SDL_SetTextInputRect(&where);
    if (open == window->text_open)
        return;
    window->text_open = open;
    if (open)
        SDL_StartTextInput();
    else
        SDL_StopTextInput();
}

static sigset_t ending_signals(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    return signals;
}

/* SDL's wait does not end with a signal, and a handler may not push events: a
 * thread of its own takes the signals as they come. */
static int push_signals(void *unused)
{
    sigset_t signals = ending_signals();
    int signal;
    (void)unused;
    while (sigwait(&signals, &signal) == 0) {
        SDL_Event quit = {.type = SDL_QUIT};
        SDL_PushEvent(&quit);
    }
    return 0;
}

void window_close_on_signals(void)
{
    sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
    SDL_Thread *thread = SDL_CreateThread(push_signals, "signals", NULL);
    if (thread)
        SDL_DetachThread(thread);
    else
        pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
}
