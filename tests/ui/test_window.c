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

static struct input press(struct window *window, SDL_Scancode scancode,
                          SDL_Keycode sym, int mods)
{
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.keysym.scancode = scancode;
    event.key.keysym.sym = sym;
    event.key.keysym.mod = (Uint16)mods;
    return take(window, event);
}

static void digits_are_digits_wherever_they_stand(void **state)
{
    struct window *window = *state;
    for (int i = 0; i < 10; i++) {
        int row = i ? SDL_SCANCODE_1 + i - 1 : SDL_SCANCODE_0;
        int pad = i ? SDL_SCANCODE_KP_1 + i - 1 : SDL_SCANCODE_KP_0;
        int pad_sym = i ? (int)SDLK_KP_1 + i - 1 : (int)SDLK_KP_0;
        struct input azerty =
            press(window, (SDL_Scancode)row, (SDL_Keycode) "@&e\"'(-e_c"[i], 0);
        struct input number_pad =
            press(window, (SDL_Scancode)pad, pad_sym, KMOD_NUM);
        assert_int_equal(azerty.kind, INPUT_KEY);
        assert_int_equal(azerty.key, '0' + i);
        assert_int_equal(number_pad.key, '0' + i);
        assert_int_equal(number_pad.mods, 0);
    }
}

static void keys_have_the_names_of_the_program(void **state)
{
    static const struct {
        SDL_Keycode code;
        int key;
    } keys[] = {
        {SDLK_RETURN, KEY_ENTER},
        {SDLK_KP_ENTER, KEY_ENTER},
        {SDLK_ESCAPE, KEY_ESCAPE},
        {SDLK_SPACE, KEY_SPACE},
        {SDLK_BACKSPACE, KEY_BACKSPACE},
        {SDLK_TAB, KEY_TAB},
        {SDLK_DELETE, KEY_DELETE},
        {SDLK_UP, KEY_UP},
        {SDLK_DOWN, KEY_DOWN},
        {SDLK_LEFT, KEY_LEFT},
        {SDLK_RIGHT, KEY_RIGHT},
        {SDLK_PAGEUP, KEY_PAGE_UP},
        {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
        {SDLK_HOME, KEY_HOME},
        {SDLK_END, KEY_END},
        {SDLK_F1, KEY_F1},
        {SDLK_F12, KEY_F12},
        {SDLK_KP_PLUS, '+'},
        {SDLK_f, 'f'},
        {0xe9, 0xe9},
        {SDLK_LSHIFT, 0},
    };
    struct window *window = *state;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        assert_int_equal(
            press(window, SDL_SCANCODE_UNKNOWN, keys[i].code, 0).key,
            keys[i].key);
}

static void modifiers_and_repeats_are_told(void **state)
{
    struct window *window = *state;
    struct input undo = press(window, SDL_SCANCODE_Z, SDLK_z, KMOD_RCTRL);
    struct input all = press(window, SDL_SCANCODE_Z, SDLK_z,
                             KMOD_LSHIFT | KMOD_LCTRL | KMOD_LALT);
    SDL_Event held = {.type = SDL_KEYDOWN};
    held.key.repeat = 1;

    assert_int_equal(undo.mods, MOD_CTRL);
    assert_false(undo.repeat);
    assert_int_equal(all.mods, MOD_SHIFT | MOD_CTRL | MOD_ALT);
    assert_true(take(window, held).repeat);
}

static void the_pointer_moves_presses_and_clicks(void **state)
{
    struct window *window = *state;
    SDL_Event event = {.type = SDL_MOUSEMOTION};
    event.motion.x = 12;
    event.motion.y = 34;
    struct input moved = take(window, event);
    event = (SDL_Event){.type = SDL_MOUSEBUTTONDOWN};
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = 56;
    event.button.y = 78;
    struct input pressed = take(window, event);
    event.type = SDL_MOUSEBUTTONUP;
    struct input clicked = take(window, event);
    event.button.button = SDL_BUTTON_RIGHT;
    struct input other = take(window, event);

    assert_int_equal(moved.kind, INPUT_POINT);
    assert_int_equal(moved.x, 12);
    assert_int_equal(moved.y, 34);
    assert_int_equal(pressed.kind, INPUT_PRESS);
    assert_int_equal(clicked.kind, INPUT_CLICK);
    assert_int_equal(clicked.x, 56);
    assert_int_equal(clicked.y, 78);
    assert_int_equal(other.kind, INPUT_NONE);
}

static void the_wheel_turned_up_is_negative(void **state)
{
    SDL_Event event = {.type = SDL_MOUSEWHEEL};
    event.wheel.y = 2;

    struct input input = take(*state, event);

    assert_int_equal(input.kind, INPUT_WHEEL);
    assert_int_equal(input.y, -2);
}

static void typed_text_arrives_as_it_is(void **state)
{
    SDL_Event event = {.type = SDL_TEXTINPUT};
    strcpy(event.text.text, "日本é");

    struct input input = take(*state, event);

    assert_int_equal(input.kind, INPUT_TEXT);
    assert_string_equal(input.text, "日本é");
}

static void what_is_being_composed_arrives_and_ends_empty(void **state)
{
    struct window *window = *state;
    SDL_Event event = {.type = SDL_TEXTEDITING};
    strcpy(event.edit.text, "にほn");
    event.edit.start = -1;
    struct input composing = take(window, event);
    event.edit.text[0] = '\0';
    struct input ended = take(window, event);

    assert_int_equal(composing.kind, INPUT_COMPOSE);
    assert_string_equal(composing.text, "にほn");
    assert_int_equal(ended.kind, INPUT_COMPOSE);
    assert_string_equal(ended.text, "");
}

/* SDL hands over memory of its own for it, which is given back. */
static void a_long_composition_is_cut_between_characters(void **state)
{
    struct window *window = *state;
    SDL_Event event = {.type = SDL_TEXTEDITING_EXT};
    event.editExt.text = SDL_malloc(3 * 100 + 1);
    for (int i = 0; i < 100; i++)
        memcpy(event.editExt.text + 3 * i, "条", 3);
    event.editExt.text[300] = '\0';

    struct input input = take(window, event);

    assert_int_equal(input.kind, INPUT_COMPOSE);
    assert_int_equal(strlen(input.text), 126);
}

static void of_many_sizes_the_last_one_is_told(void **state)
{
    struct window *window = *state;
    SDL_Event event = {.type = SDL_WINDOWEVENT};
    event.window.event = SDL_WINDOWEVENT_SIZE_CHANGED;
    for (int i = 0; i < 20; i++)
        assert_int_equal(SDL_PushEvent(&event), 1);
    SDL_Event key = {.type = SDL_KEYDOWN};
    key.key.keysym.sym = SDLK_f;
    assert_int_equal(SDL_PushEvent(&key), 1);

    struct input resized = window_wait(window, 1000);

    assert_int_equal(resized.kind, INPUT_RESIZE);
    assert_int_equal(resized.x, 800);
    assert_int_equal(resized.y, 600);
    assert_int_equal(window_wait(window, 1000).key, 'f');
    assert_int_equal(window_wait(window, 0).kind, INPUT_WAKE);
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
        IN_A_WINDOW(digits_are_digits_wherever_they_stand),
        IN_A_WINDOW(keys_have_the_names_of_the_program),
        IN_A_WINDOW(modifiers_and_repeats_are_told),
        IN_A_WINDOW(the_pointer_moves_presses_and_clicks),
        IN_A_WINDOW(the_wheel_turned_up_is_negative),
        IN_A_WINDOW(typed_text_arrives_as_it_is),
        IN_A_WINDOW(what_is_being_composed_arrives_and_ends_empty),
        IN_A_WINDOW(a_long_composition_is_cut_between_characters),
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
