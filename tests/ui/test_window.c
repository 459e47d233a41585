#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/window.h"

/* What the driver says of a new window is taken before a test begins. */
static int open_one(void **state)
{
    struct error err;
    struct window *window = window_open("Pacta", 800, 600, &err);
    *state = window;
    while (window && window_wait(window, 0).kind != INPUT_WAKE)
        continue;
    return window ? 0 : -1;
}

static int close_one(void **state)
{
    window_close(*state);
    return 0;
}

static struct input take(struct window *window, SDL_Event event)
{
    assert_int_equal(SDL_PushEvent(&event), 1);
    return window_wait(window, 1000);
}

static struct input report(struct window *window, Uint8 what)
{
    SDL_Event event = {.type = SDL_WINDOWEVENT};
    event.window.event = what;
    return take(window, event);
}

static void what_a_person_does_arrives_in_order(void **state)
{
    struct window *window = *state;
    SDL_Event key = {.type = SDL_KEYDOWN};
    key.key.keysym.sym = SDLK_f;
    SDL_Event turned = {.type = SDL_MOUSEWHEEL};
    turned.wheel.preciseY = .4f;
    assert_int_equal(SDL_PushEvent(&key), 1);
    assert_int_equal(take(window, turned).key, 'f');
    assert_int_equal(take(window, turned).y, -1);
}

static void a_pointer_that_leaves_is_nowhere(void **state)
{
    struct input left = report(*state, SDL_WINDOWEVENT_LEAVE);
    struct input lost = report(*state, SDL_WINDOWEVENT_FOCUS_LOST);
    assert_int_equal(left.kind, INPUT_POINT);
    assert_int_equal(left.x, -1);
    assert_int_equal(lost.kind, INPUT_POINT);
    assert_int_equal(lost.y, -1);
}

static void a_finger_scrolls_by_the_lines_that_are_told(void **state)
{
    struct window *window = *state;
    SDL_Event event = {.type = SDL_MOUSEBUTTONDOWN};
    event.button.which = SDL_TOUCH_MOUSEID;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.y = 400;
    window_line_px(window, 48);
    take(window, event);
    event = (SDL_Event){.type = SDL_MOUSEMOTION};
    event.motion.which = SDL_TOUCH_MOUSEID;
    event.motion.y = 380;
    assert_int_equal(take(window, event).kind, INPUT_CLICK);
    event.motion.y = 304;
    assert_int_equal(take(window, event).y, 2);
}

static void the_clipboard_gives_back_what_it_was_given(void **state)
{
    struct window *window = *state;
    assert_string_equal(window_clipboard(window), "");
    assert_true(window_copy("1960年 é"));
    assert_string_equal(window_clipboard(window), "1960年 é");
    assert_true(window_copy("1952"));
    assert_string_equal(window_clipboard(window), "1952");
}

static void an_icon_can_be_set_and_no_icon_changes_nothing(void **state)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, 32, 32, 32, SDL_PIXELFORMAT_ARGB8888);
    assert_non_null(surface);
    window_icon(*state, surface);
    window_icon(*state, NULL);
}

static void the_whole_screen_is_taken_and_given_back(void **state)
{
    SDL_Window *handle = SDL_RenderGetWindow(window_renderer(*state));
    assert_false(SDL_GetWindowFlags(handle) & SDL_WINDOW_FULLSCREEN);
    window_full_screen(*state);
    assert_true(SDL_GetWindowFlags(handle) & SDL_WINDOW_FULLSCREEN);
    window_full_screen(*state);
    assert_false(SDL_GetWindowFlags(handle) & SDL_WINDOW_FULLSCREEN);
}

static void the_desktop_finds_the_window_by_its_class(void **state)
{
    (void)state;
    assert_string_equal(SDL_getenv("SDL_VIDEO_X11_WMCLASS"), "pacta");
    assert_string_equal(SDL_GetHint(SDL_HINT_APP_NAME), "Pacta");
}

static void of_many_sizes_the_last_one_is_told(void **state)
{
    struct window *window = *state;
    SDL_Window *handle = SDL_RenderGetWindow(window_renderer(window));
    for (int i = 1; i <= 20; i++)
        SDL_SetWindowSize(handle, 700 + i, 500 + i);
    SDL_Event key = {.type = SDL_KEYDOWN};
    key.key.keysym.sym = SDLK_f;
    assert_int_equal(SDL_PushEvent(&key), 1);

    struct input resized = window_wait(window, 1000);

    assert_int_equal(resized.kind, INPUT_RESIZE);
    assert_int_equal(resized.x, 720);
    assert_int_equal(resized.y, 520);
    assert_int_equal(window_wait(window, 1000).key, 'f');
    assert_int_equal(window_wait(window, 0).kind, INPUT_WAKE);
}

static void a_size_that_is_as_before_is_only_painted(void **state)
{
    assert_int_equal(report(*state, SDL_WINDOWEVENT_SIZE_CHANGED).kind,
                     INPUT_EXPOSE);
    assert_int_equal(report(*state, SDL_WINDOWEVENT_DISPLAY_CHANGED).kind,
                     INPUT_EXPOSE);
}

static void what_a_window_tells_besides_is_nothing(void **state)
{
    static const Uint8 others[] = {
        SDL_WINDOWEVENT_MOVED, SDL_WINDOWEVENT_MINIMIZED,
        SDL_WINDOWEVENT_FOCUS_GAINED, SDL_WINDOWEVENT_ENTER};
    for (size_t i = 0; i < sizeof others; i++)
        assert_int_equal(report(*state, others[i]).kind, INPUT_NONE);
}

static void a_window_that_was_hidden_asks_to_be_painted(void **state)
{
    SDL_Event event = {.type = SDL_WINDOWEVENT};
    event.window.event = SDL_WINDOWEVENT_EXPOSED;
    assert_int_equal(take(*state, event).kind, INPUT_EXPOSE);
}

static void waiting_ends_when_the_time_is_over(void **state)
{
    Uint64 before = SDL_GetTicks64();

    struct input input = window_wait(*state, 50);

    assert_int_equal(input.kind, INPUT_WAKE);
    assert_true(SDL_GetTicks64() - before >= 45);
}

static void text_input_is_open_only_while_it_is_wanted(void **state)
{
    struct window *window = *state;
    struct rect where = {10, 20, 1, 30};
    assert_false(SDL_IsTextInputActive());
    window_text_input(window, true, where);
    assert_true(SDL_IsTextInputActive());
    window_text_input(window, true, where);
    window_text_input(window, false, where);
    assert_false(SDL_IsTextInputActive());
}

static void a_window_has_its_size(void **state)
{
    int width;
    int height;
    window_size(*state, &width, &height);
    assert_int_equal(width, 800);
    assert_int_equal(height, 600);
}

static void closing_and_signals_are_one_input(void **state)
{
    struct window *window = *state;
    SDL_Event event = {.type = SDL_QUIT};
    assert_int_equal(take(window, event).kind, INPUT_CLOSE);

    window_close_on_signals();
    kill(getpid(), SIGTERM);
    assert_int_equal(window_wait(window, 1000).kind, INPUT_CLOSE);
    kill(getpid(), SIGHUP);
    assert_int_equal(window_wait(window, 1000).kind, INPUT_CLOSE);
}

static void no_display_is_said_in_a_sentence(void **state)
{
    struct error err;
    (void)state;
    unsetenv("SDL_VIDEODRIVER");
    unsetenv("WAYLAND_DISPLAY");
    setenv("DISPLAY", ":4321", 1);

    bool there = window_available(&err);
    struct window *window = window_open("Pacta", 800, 600, NULL);

    setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_false(there);
    assert_null(window);
    assert_non_null(strstr(err.text, "There is no display"));
    window_close(NULL);
}

static void a_display_is_found_before_a_window_opens(void **state)
{
    struct error err;
    (void)state;
    assert_true(window_available(&err));
    assert_true(window_available(&err));
    struct window *window = window_open("Pacta", 640, 480, &err);
    assert_non_null(window);
    window_close(window);
}

#define IN_A_WINDOW(test)                                                      \
    cmocka_unit_test_setup_teardown(test, open_one, close_one)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_WINDOW(what_a_person_does_arrives_in_order),
        IN_A_WINDOW(a_pointer_that_leaves_is_nowhere),
        IN_A_WINDOW(a_finger_scrolls_by_the_lines_that_are_told),
        IN_A_WINDOW(the_clipboard_gives_back_what_it_was_given),
        IN_A_WINDOW(an_icon_can_be_set_and_no_icon_changes_nothing),
        IN_A_WINDOW(the_whole_screen_is_taken_and_given_back),
        IN_A_WINDOW(the_desktop_finds_the_window_by_its_class),
        IN_A_WINDOW(a_size_that_is_as_before_is_only_painted),
        IN_A_WINDOW(what_a_window_tells_besides_is_nothing),
        IN_A_WINDOW(of_many_sizes_the_last_one_is_told),
        IN_A_WINDOW(a_window_that_was_hidden_asks_to_be_painted),
        IN_A_WINDOW(waiting_ends_when_the_time_is_over),
        IN_A_WINDOW(text_input_is_open_only_while_it_is_wanted),
        IN_A_WINDOW(a_window_has_its_size),
        cmocka_unit_test(a_display_is_found_before_a_window_opens),
        cmocka_unit_test(no_display_is_said_in_a_sentence),
        IN_A_WINDOW(closing_and_signals_are_one_input),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
