/* SDL's events, as what a person did. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "ui/input.h"

static struct pointing pointing;

static int begin(void **state)
{
    (void)state;
    pointing = (struct pointing){.line_px = 24};
    return 0;
}

static struct input take(SDL_Event event)
{
    return input_translate(&pointing, &event);
}

static struct input press(SDL_Scancode scancode, SDL_Keycode sym, int mods)
{
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.keysym.scancode = scancode;
    event.key.keysym.sym = sym;
    event.key.keysym.mod = (Uint16)mods;
    return take(event);
}

static void digits_are_digits_wherever_they_stand(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) {
        int row = i ? SDL_SCANCODE_1 + i - 1 : SDL_SCANCODE_0;
        int pad = i ? SDL_SCANCODE_KP_1 + i - 1 : SDL_SCANCODE_KP_0;
        int pad_sym = i ? (int)SDLK_KP_1 + i - 1 : (int)SDLK_KP_0;
        struct input azerty =
            press((SDL_Scancode)row, (SDL_Keycode) "@&e\"'(-e_c"[i], 0);
        struct input number_pad = press((SDL_Scancode)pad, pad_sym, KMOD_NUM);
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
        {SDLK_AC_BACK, KEY_ESCAPE},
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
        {SDLK_F5, KEY_F1 + 4},
        {SDLK_F12, KEY_F12},
        {SDLK_KP_PLUS, '+'},
        {SDLK_KP_MINUS, '-'},
        {SDLK_KP_MULTIPLY, '*'},
        {SDLK_KP_DIVIDE, '/'},
        {SDLK_KP_PERIOD, '.'},
        {SDLK_KP_COMMA, ','},
        {SDLK_f, 'f'},
        {0xe9, 0xe9},
        {SDLK_LSHIFT, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        assert_int_equal(press(SDL_SCANCODE_UNKNOWN, keys[i].code, 0).key,
                         keys[i].key);
}

static void a_presenters_buttons_are_keys(void **state)
{
    (void)state;
    assert_int_equal(press(SDL_SCANCODE_PAGEDOWN, SDLK_PAGEDOWN, 0).key,
                     KEY_PAGE_DOWN);
    assert_int_equal(press(SDL_SCANCODE_PERIOD, SDLK_PERIOD, 0).key, '.');
    assert_int_equal(press(SDL_SCANCODE_B, SDLK_b, 0).key, 'b');
    assert_int_equal(press(SDL_SCANCODE_F5, SDLK_F5, KMOD_LSHIFT).mods,
                     MOD_SHIFT);
}

static void letters_of_other_scripts_are_where_the_latin_ones_are(void **state)
{
    (void)state;
    assert_int_equal(press(SDL_SCANCODE_Q, 0x439, KMOD_LCTRL).key, 'q'); /* й */
    assert_int_equal(press(SDL_SCANCODE_H, 0x3b7, 0).key, 'h');  /* η */
    assert_int_equal(press(SDL_SCANCODE_A, SDLK_q, 0).key, 'q'); /* AZERTY */
    assert_int_equal(press(SDL_SCANCODE_APOSTROPHE, 0xf9, 0).key, 0xf9);
}

static void ctrl_plus_and_minus_are_where_the_layout_has_them(void **state)
{
    static const struct {
        SDL_Scancode scancode;
        SDL_Keycode sym;
        int mods;
        int key;
    } keys[] = {
        {SDL_SCANCODE_EQUALS, SDLK_EQUALS, KMOD_LSHIFT, '+'},       /* US */
        {SDL_SCANCODE_EQUALS, SDLK_EQUALS, 0, '+'},                 /* US */
        {SDL_SCANCODE_RIGHTBRACKET, SDLK_PLUS, 0, '+'},             /* German */
        {SDL_SCANCODE_SEMICOLON, SDLK_SEMICOLON, KMOD_LSHIFT, '+'}, /* Japan */
        {SDL_SCANCODE_SEMICOLON, SDLK_SEMICOLON, 0, ';'},
        {SDL_SCANCODE_KP_PLUS, SDLK_KP_PLUS, 0, '+'},
        {SDL_SCANCODE_6, SDLK_MINUS, 0, '-'}, /* AZERTY */
        {SDL_SCANCODE_MINUS, SDLK_MINUS, 0, '-'},
        {SDL_SCANCODE_KP_MINUS, SDLK_KP_MINUS, 0, '-'},
        {SDL_SCANCODE_0, 0xe0, 0, '0'}, /* AZERTY */
        {SDL_SCANCODE_KP_0, SDLK_KP_0, 0, '0'},
    };
    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct input input =
            press(keys[i].scancode, keys[i].sym, keys[i].mods | KMOD_LCTRL);
        assert_int_equal(input.key, keys[i].key);
        assert_true(input.mods & MOD_CTRL);
    }
    assert_int_equal(press(SDL_SCANCODE_6, SDLK_MINUS, 0).key, '6');
}

static void modifiers_and_repeats_are_told(void **state)
{
    (void)state;
    struct input undo = press(SDL_SCANCODE_Z, SDLK_z, KMOD_RCTRL);
    struct input all =
        press(SDL_SCANCODE_Z, SDLK_z, KMOD_LSHIFT | KMOD_LCTRL | KMOD_LALT);
    SDL_Event held = {.type = SDL_KEYDOWN};
    held.key.repeat = 1;

    assert_int_equal(undo.mods, MOD_CTRL);
    assert_false(undo.repeat);
    assert_int_equal(all.mods, MOD_SHIFT | MOD_CTRL | MOD_ALT);
    assert_true(take(held).repeat);
}

static struct input button(Uint32 type, Uint32 which, int x, int y)
{
    SDL_Event event = {.type = type};
    event.button.which = which;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = x;
    event.button.y = y;
    return take(event);
}

static struct input motion(Uint32 which, int x, int y)
{
    SDL_Event event = {.type = SDL_MOUSEMOTION};
    event.motion.which = which;
    event.motion.x = x;
    event.motion.y = y;
    return take(event);
}

static void expect(struct input input, enum input_kind kind, int x, int y)
{
    assert_int_equal(input.kind, kind);
    assert_int_equal(input.x, x);
    assert_int_equal(input.y, y);
}

static void the_pointer_moves_presses_and_clicks(void **state)
{
    SDL_Event other = {.type = SDL_MOUSEBUTTONDOWN};
    (void)state;
    other.button.button = SDL_BUTTON_RIGHT;
    expect(motion(0, 12, 34), INPUT_POINT, 12, 34);
    expect(button(SDL_MOUSEBUTTONDOWN, 0, 56, 78), INPUT_PRESS, 56, 78);
    expect(motion(0, 96, 178), INPUT_POINT, 96, 178);
    expect(button(SDL_MOUSEBUTTONUP, 0, 96, 178), INPUT_CLICK, 96, 178);
    assert_int_equal(take(other).kind, INPUT_NONE);
}

static void a_tap_is_a_click_even_when_the_finger_trembles(void **state)
{
    (void)state;
    assert_int_equal(motion(SDL_TOUCH_MOUSEID, 100, 200).kind, INPUT_NONE);
    expect(button(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, 100, 200),
           INPUT_PRESS, 100, 200);
    assert_int_equal(motion(SDL_TOUCH_MOUSEID, 100, 212).kind, INPUT_NONE);
    expect(button(SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, 100, 205), INPUT_CLICK,
           100, 205);
}

static void a_finger_that_moves_on_scrolls_and_clicks_nothing(void **state)
{
    (void)state;
    button(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, 100, 300);
    /* the press is taken back at once */
    expect(motion(SDL_TOUCH_MOUSEID, 100, 287), INPUT_CLICK, -1, -1);
    /* up by 50 px from where it went down: two lines on */
    expect(motion(SDL_TOUCH_MOUSEID, 100, 250), INPUT_WHEEL, 0, 2);
    assert_int_equal(motion(SDL_TOUCH_MOUSEID, 100, 240).kind, INPUT_NONE);
    expect(motion(SDL_TOUCH_MOUSEID, 100, 228), INPUT_WHEEL, 0, 1);
    expect(motion(SDL_TOUCH_MOUSEID, 100, 276), INPUT_WHEEL, 0, -2);
    assert_int_equal(
        button(SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, 100, 276).kind,
        INPUT_NONE);
    /* and the next tap is one */
    button(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, 5, 5);
    expect(button(SDL_MOUSEBUTTONUP, SDL_TOUCH_MOUSEID, 5, 5), INPUT_CLICK, 5,
           5);
}

static struct input turn(float notches)
{
    SDL_Event event = {.type = SDL_MOUSEWHEEL};
    event.wheel.y = (int)notches;
    event.wheel.preciseY = notches;
    return take(event);
}

static void a_notch_of_the_wheel_is_three_lines_and_up_is_negative(void **state)
{
    (void)state;
    expect(turn(2), INPUT_WHEEL, 0, -6);
    expect(turn(-1), INPUT_WHEEL, 0, 3);
}

static void parts_of_a_notch_add_up(void **state)
{
    int lines = 0;
    (void)state;
    assert_int_equal(turn(.25f).kind, INPUT_NONE);
    expect(turn(.25f), INPUT_WHEEL, 0, -1);
    begin(NULL);
    for (int i = 0; i < 64; i++)
        lines += turn(-1.f / 16).y;
    assert_int_equal(lines, 12);
}

static void the_other_way_begins_anew(void **state)
{
    (void)state;
    turn(.25f);
    expect(turn(-.375f), INPUT_WHEEL, 0, 1);
}

static void typed_text_arrives_as_it_is(void **state)
{
    SDL_Event event = {.type = SDL_TEXTINPUT};
    (void)state;
    strcpy(event.text.text, "日本é");

    struct input input = take(event);

    assert_int_equal(input.kind, INPUT_TEXT);
    assert_string_equal(input.text, "日本é");
}

static void what_is_being_composed_arrives_and_ends_empty(void **state)
{
    SDL_Event event = {.type = SDL_TEXTEDITING};
    (void)state;
    strcpy(event.edit.text, "にほn");
    event.edit.start = -1;
    struct input composing = take(event);
    event.edit.text[0] = '\0';
    struct input ended = take(event);

    assert_int_equal(composing.kind, INPUT_COMPOSE);
    assert_string_equal(composing.text, "にほn");
    assert_int_equal(ended.kind, INPUT_COMPOSE);
    assert_string_equal(ended.text, "");
}

static char *characters(int count)
{
    char *text = SDL_malloc((size_t)count * 3 + 1);
    for (int i = 0; i < count; i++)
        memcpy(text + 3 * i, "条", 3);
    text[3 * count] = '\0';
    return text;
}

/* SDL hands over memory of its own for it, which is given back. */
static void a_long_composition_arrives_whole(void **state)
{
    SDL_Event event = {.type = SDL_TEXTEDITING_EXT};
    (void)state;
    event.editExt.text = characters(100);
    struct input input = take(event);
    assert_int_equal(input.kind, INPUT_COMPOSE);
    assert_int_equal(strlen(input.text), 300);
}

static void what_is_longer_is_cut_between_characters(void **state)
{
    SDL_Event event = {.type = SDL_TEXTEDITING_EXT};
    (void)state;
    event.editExt.text = characters(2000);
    assert_int_equal(strlen(take(event).text), 4095);
    event.editExt.text = SDL_malloc(4098);
    memset(event.editExt.text, 'a', 4094);
    memcpy(event.editExt.text + 4094, "条", 4);
    assert_int_equal(strlen(take(event).text), 4094);
}

static void a_file_let_go_over_the_window_arrives_by_its_path(void **state)
{
    SDL_Event event = {.type = SDL_DROPFILE};
    (void)state;
    event.drop.file = SDL_strdup("/tmp/条約 1.ini");
    struct input input = take(event);
    assert_int_equal(input.kind, INPUT_DROP);
    assert_string_equal(input.text, "/tmp/条約 1.ini");
}

static void other_drops_are_nothing_and_given_back(void **state)
{
    SDL_Event text = {.type = SDL_DROPTEXT};
    SDL_Event nameless = {.type = SDL_DROPFILE};
    (void)state;
    text.drop.file = SDL_strdup("words");
    assert_int_equal(take(text).kind, INPUT_NONE);
    assert_int_equal(take(nameless).kind, INPUT_NONE);
}

#define ANEW(test) cmocka_unit_test_setup(test, begin)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ANEW(digits_are_digits_wherever_they_stand),
        ANEW(keys_have_the_names_of_the_program),
        ANEW(a_presenters_buttons_are_keys),
        ANEW(letters_of_other_scripts_are_where_the_latin_ones_are),
        ANEW(ctrl_plus_and_minus_are_where_the_layout_has_them),
        ANEW(modifiers_and_repeats_are_told),
        ANEW(the_pointer_moves_presses_and_clicks),
        ANEW(a_tap_is_a_click_even_when_the_finger_trembles),
        ANEW(a_finger_that_moves_on_scrolls_and_clicks_nothing),
        ANEW(a_notch_of_the_wheel_is_three_lines_and_up_is_negative),
        ANEW(parts_of_a_notch_add_up),
        ANEW(the_other_way_begins_anew),
        ANEW(typed_text_arrives_as_it_is),
        ANEW(what_is_being_composed_arrives_and_ends_empty),
        ANEW(a_long_composition_arrives_whole),
        ANEW(what_is_longer_is_cut_between_characters),
        ANEW(a_file_let_go_over_the_window_arrives_by_its_path),
        ANEW(other_drops_are_nothing_and_given_back),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
