/*
 * window.h -- the window, and what a person does in it.
 *
 * SDL's software renderer without the accelerated framebuffer: it starts in a
 * fraction of the time, needs a fifth of the memory, and its pixels are those
 * of ui/picture. Waits without polling.
 */
#ifndef UI_WINDOW_H
#define UI_WINDOW_H

#include <SDL.h>

#include "app/draw.h"
#include "app/input.h"
#include "base/error.h"

struct window;

/* True if there is a display to open a window on; else the sentence. What was
 * learnt is kept, so that window_open() does not ask a second time. */
bool window_available(struct error *err);

/* NULL with a sentence when there is no display or the window cannot be. */
struct window *window_open(const char *title, int width, int height,
                           struct error *err);
void window_close(struct window *window);

SDL_Renderer *window_renderer(struct window *window);
void window_size(struct window *window, int *width, int *height);
void window_present(struct window *window);

/* Waits for the next thing that happens, at most `wait_ms` (-1: as long as it
 * takes); INPUT_WAKE when the time is over. */
struct input window_wait(struct window *window, int wait_ms);

/* Something happened elsewhere: window_wait() returns it. Any thread may. */
void window_tell(enum input_kind kind);

/* A finger scrolls by lines of so many px (24 unless told). */
void window_line_px(struct window *window, int px);

/* Opens or closes text input; an input method shows its list at `at`, which is
 * the caret's place. */
void window_text_input(struct window *window, bool open, struct rect at);

/* In and out of the whole screen. */
void window_full_screen(struct window *window);

/* The picture that the desktop shows for the window, which is freed; NULL
 * changes nothing. */
void window_icon(struct window *window, SDL_Surface *surface);

/* Puts text into the clipboard; false when it did not take it. */
bool window_copy(const char *text);

/* What the clipboard holds, from whomever and of any bytes; "" for nothing.
 * Lives until the next call. */
const char *window_clipboard(struct window *window);

/* When the display goes away under the window there is no way back: `lost` is
 * called with `self` to keep what must be kept, and the program ends with the
 * status it returns. It may not use the window. */
void window_on_loss(int (*lost)(void *self), void *self);

/* From now on SIGINT, SIGTERM and SIGHUP arrive as INPUT_CLOSE. */
void window_close_on_signals(void);

#endif
