/*
 * Whole sittings, replayed from text: each file in tests/app/sittings holds
 * what was pressed (> Enter) and, indented below it, what stood on the screen
 * then. With PACTA_REWRITE=1 in the environment the files are written anew, to
 * be read through and kept.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/stage.h"

enum { TEXT_MAX = 1 << 16, LINE_MAX_BYTES = 512 };

static struct play stage;
static char was[TEXT_MAX];
static char is[TEXT_MAX];
static size_t used;

static void put(const char *text)
{
    size_t length = strlen(text);
    assert_true(used + length < sizeof is);
    memcpy(is + used, text, length + 1);
    used += length;
}

static int key_named(const char *name)
{
    static const struct {
        const char *name;
        int key;
    } keys[] = {
        {"Enter", KEY_ENTER},
        {"Esc", KEY_ESCAPE},
        {"Space", KEY_SPACE},
        {"Backspace", KEY_BACKSPACE},
        {"Tab", KEY_TAB},
        {"Up", KEY_UP},
        {"Down", KEY_DOWN},
        {"Left", KEY_LEFT},
        {"Right", KEY_RIGHT},
        {"F1", KEY_F1},
        {"PageDown", KEY_PAGE_DOWN},
        {"PageUp", KEY_PAGE_UP},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (strcmp(keys[i].name, name) == 0)
            return keys[i].key;
    return name[0];
}

/* "> Ctrl+z", "> text 6650", "> disk full", "> disk free". */
static void act(const char *what)
{
    struct input input = {.kind = INPUT_KEY};
    if (strcmp(what, "disk full") == 0 || strcmp(what, "disk free") == 0) {
        stage.disk_full = strcmp(what, "disk full") == 0;
        return;
    }
    if (strncmp(what, "text ", 5) == 0) {
        input.kind = INPUT_TEXT;
        snprintf(input.text, sizeof input.text, "%.100s", what + 5);
    } else if (strncmp(what, "Ctrl+", 5) == 0) {
        input.mods = MOD_CTRL;
        input.key = key_named(what + 5);
    } else if (strncmp(what, "Shift+", 6) == 0) {
        input.mods = MOD_SHIFT;
        input.key = key_named(what + 6);
    } else {
        input.key = key_named(what);
    }
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
}

/* Every line of text that is on show, in reading order of the list. */
static void show(void)
{
    const struct draw_list *list = stage_view(&stage);
    char line[LINE_MAX_BYTES];
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].kind != DRAW_TEXT || !list->items[i].text)
            continue;
        snprintf(line, sizeof line, "    %s\n", list->items[i].text);
        put(line);
    }
    snprintf(line, sizeof line, "    = %llu saved, %lld reviews\n",
             (unsigned long long)stage.saved,
             (long long)stage.progress.reviews);
    put(line);
}

static void read_text(const char *path)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(was, 1, sizeof was - 1, file);
    was[length] = '\0';
    fclose(file);
}

static void write_text(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(is, file);
    fclose(file);
}

/* The lines that begin with > are obeyed, those that begin with # are kept. */
static void replay(void)
{
    char line[LINE_MAX_BYTES];
    used = 0;
    for (const char *at = was; *at;) {
        size_t length = strcspn(at, "\n");
        snprintf(line, sizeof line, "%.*s", (int)length, at);
        at += length + (at[length] == '\n');
        if (line[0] != '>' && line[0] != '#')
            continue;
        put(line);
        put("\n");
        if (line[0] == '#')
            continue;
        act(line + 2);
        show();
    }
}

static void expect_replay(const char *name)
{
    char path[LINE_MAX_BYTES];
    snprintf(path, sizeof path, "tests/app/sittings/%s.txt", name);
    stage_open(&stage);
    read_text(path);
    replay();
    stage_close(&stage);
    if (getenv("PACTA_REWRITE"))
        write_text(path);
    else
        assert_string_equal(is, was);
}

static void a_first_sitting_from_beginning_to_end(void **state)
{
    (void)state;
    expect_replay("first");
}

static void a_sitting_with_mistakes_and_second_thoughts(void **state)
{
    (void)state;
    expect_replay("second-thoughts");
}

static void a_sitting_on_a_full_disk(void **state)
{
    (void)state;
    expect_replay("full-disk");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_first_sitting_from_beginning_to_end),
        cmocka_unit_test(a_sitting_with_mistakes_and_second_thoughts),
        cmocka_unit_test(a_sitting_on_a_full_disk),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
