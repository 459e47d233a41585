#include "ui/window.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "ui/input.h"

enum { WIDTH_MIN = 640, HEIGHT_MIN = 480, LINE_PX = 24 };

struct window {
    SDL_Window *handle;
    SDL_Renderer *renderer;
    int width; /* as last told */
    int height;
    bool text_open;
    SDL_Rect caret; /* where the input method shows its list */
    struct pointing pointing;
    char *clipboard; /* what was last taken from it */
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
    SDL_SetHint(SDL_HINT_APP_NAME, "Pacta");
    /* the desktop finds pacta.desktop by these; SDL has no hints for them */
    SDL_setenv("SDL_VIDEO_X11_WMCLASS", "pacta", 0);
    SDL_setenv("SDL_VIDEO_WAYLAND_WMCLASS", "pacta", 0);
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
        error_set(err,
                  "The window cannot be opened (%s); write pacta ask to study "
                  "in the terminal",
                  SDL_GetError());
        window_close(window);
        return NULL;
    }
    SDL_SetWindowMinimumSize(window->handle, WIDTH_MIN, HEIGHT_MIN);
    window_size(window, &window->width, &window->height);
    window_line_px(window, LINE_PX);
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
    SDL_free(window->clipboard);
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

/* While a window is dragged by its edge sizes come faster than frames: the
 * last one is the only one that matters. One that is as before asks for no
 * more than to be painted. */
static void resized(struct window *window, struct input *input)
{
    SDL_PumpEvents();
    SDL_FlushEvent(SDL_WINDOWEVENT);
    window_size(window, &input->x, &input->y);
    bool same = input->x == window->width && input->y == window->height;
    input->kind = same ? INPUT_EXPOSE : INPUT_RESIZE;
    window->width = input->x;
    window->height = input->y;
}

static void translate_window(struct window *window, const SDL_Event *event,
                             struct input *input)
{
    switch (event->window.event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_DISPLAY_CHANGED:
        resized(window, input);
        break;
    case SDL_WINDOWEVENT_EXPOSED:
        input->kind = INPUT_EXPOSE;
        break;
    case SDL_WINDOWEVENT_LEAVE:
    case SDL_WINDOWEVENT_FOCUS_LOST:
        input->kind = INPUT_POINT;
        input->x = -1;
        input->y = -1;
        break;
    default:
        break;
    }
}

static struct input translate(struct window *window, const SDL_Event *event)
{
    struct input input = {.kind = INPUT_NONE};
    switch (event->type) {
    case SDL_QUIT:
        input.kind = INPUT_CLOSE;
        return input;
    case SDL_WINDOWEVENT:
        translate_window(window, event, &input);
        return input;
    case SDL_USEREVENT:
        input.kind = (enum input_kind)event->user.code;
        return input;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        input.kind = INPUT_EXPOSE;
        return input;
    default:
        return input_translate(&window->pointing, event);
    }
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

void window_tell(enum input_kind kind)
{
    SDL_Event event = {.user = {.type = SDL_USEREVENT, .code = (int)kind}};
    SDL_PushEvent(&event);
}

void window_line_px(struct window *window, int px)
{
    window->pointing.line_px = px > 0 ? px : 1;
}

/* An input method is told only what it does not know yet. */
void window_text_input(struct window *window, bool open, struct rect at)
{
    SDL_Rect where = {at.x, at.y, at.w, at.h};
    if (open && !(window->text_open && SDL_RectEquals(&where, &window->caret)))
        SDL_SetTextInputRect(&where);
    window->caret = where;
    if (open == window->text_open)
        return;
    window->text_open = open;
    if (open)
        SDL_StartTextInput();
    else
        SDL_StopTextInput();
}

void window_full_screen(struct window *window)
{
    Uint32 is = SDL_GetWindowFlags(window->handle) & SDL_WINDOW_FULLSCREEN;
    SDL_SetWindowFullscreen(window->handle,
                            is ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void window_icon(struct window *window, SDL_Surface *surface)
{
    if (surface)
        SDL_SetWindowIcon(window->handle, surface);
    SDL_FreeSurface(surface);
}

bool window_copy(const char *text)
{
    return SDL_SetClipboardText(text) == 0;
}

const char *window_clipboard(struct window *window)
{
    SDL_free(window->clipboard);
    window->clipboard = SDL_GetClipboardText();
    return window->clipboard ? window->clipboard : "";
}

static struct {
    int (*lost)(void *self);
    void *self;
} on_loss;

/* Xlib ends the program when this returns, with a message of its own. */
static int display_is_lost(void *display)
{
    (void)display;
    _Exit(on_loss.lost(on_loss.self));
}

void window_on_loss(int (*lost)(void *self), void *self)
{
    typedef int handler(void *display);
    handler *(*set)(handler *) = NULL;
    const char *driver = SDL_GetCurrentVideoDriver();
    void *xlib = driver && strcmp(driver, "x11") == 0
                     ? SDL_LoadObject("libX11.so.6")
                     : NULL;
    on_loss.lost = lost;
    on_loss.self = self;
    if (xlib)
        *(void **)&set = SDL_LoadFunction(xlib, "XSetIOErrorHandler");
    if (set)
        set(display_is_lost);
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
