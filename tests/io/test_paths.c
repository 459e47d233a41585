/* Where the learner's data lies: named, by XDG, at home, or nowhere. */
#include "io/store_world.h"

#include "io/paths.h"

struct asked {
    struct arena arena;
    const char *dir;
    struct error err;
    bool found;
};

static void set_or_unset(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static struct asked ask(const char *wanted, const char *share, const char *home)
{
    struct asked asked = {.dir = NULL};
    set_or_unset("XDG_DATA_HOME", share);
    set_or_unset("HOME", home);
    arena_init(&asked.arena, (size_t)1 << 20);
    asked.found = paths_data_dir(wanted, &asked.arena, &asked.dir, &asked.err);
    return asked;
}

static void is_found(const char *wanted, const char *share, const char *home,
                     const char *dir)
{
    struct asked asked = ask(wanted, share, home);
    assert_true(asked.found);
    assert_string_equal(asked.dir, dir);
    arena_release(&asked.arena);
}

static void is_refused(const char *wanted, const char *share, const char *home,
                       const char *reason)
{
    struct asked asked = ask(wanted, share, home);
    assert_false(asked.found);
    assert_non_null(strstr(asked.err.text, reason));
    assert_non_null(strstr(asked.err.text, "--data"));
    arena_release(&asked.arena);
}

static void the_folder_named_stands_over_all(void **state)
{
    (void)state;
    is_found("/srv/x", "/share", "/home/aiko", "/srv/x");
    is_found("here", "/share", "/home/aiko", "here");
    is_found("/srv/x", NULL, NULL, "/srv/x");
}

static void then_the_share_folder_then_home(void **state)
{
    (void)state;
    is_found(NULL, "/share", "/home/aiko", "/share/pacta");
    is_found(NULL, NULL, "/home/aiko", "/home/aiko/.local/share/pacta");
    is_found(NULL, "", "/home/aiko", "/home/aiko/.local/share/pacta");
}

/* S3: XDG asks to pass over what is not absolute. */
static void s3_a_relative_folder_is_passed_over(void **state)
{
    (void)state;
    is_found(NULL, "share", "/home/aiko", "/home/aiko/.local/share/pacta");
    is_refused(NULL, "share", "aiko", "no home folder");
}

static void s3_without_a_home_the_remedy_is_named(void **state)
{
    (void)state;
    is_refused(NULL, NULL, NULL, "no home folder");
    is_refused(NULL, NULL, "", "no home folder");
    is_refused("", "/share", "/home/aiko", "empty");
}

static void s3_a_path_of_4096_bytes_is_too_long(void **state)
{
    char path[4097];
    (void)state;
    memset(path, 'x', sizeof path - 1);
    path[0] = '/';
    path[4096] = '\0';
    is_refused(path, NULL, NULL, "too long");
    is_refused(NULL, path, NULL, "too long");
    is_refused(NULL, NULL, path, "too long");
}

static void what_came_with_the_program_is_found_or_not(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena, (size_t)1 << 20);
    assert_null(paths_find("no/such/folder", &arena));
    arena_release(&arena);
}

static void a_path_at_home_is_shown_with_a_tilde(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena, (size_t)1 << 20);
    setenv("HOME", "/home/aiko", 1);
    assert_string_equal(paths_shown("/home/aiko/decks", &arena), "~/decks");
    assert_string_equal(paths_shown("/home/aikosan/x", &arena),
                        "/home/aikosan/x");
    assert_string_equal(paths_shown("/srv/decks", &arena), "/srv/decks");
    assert_null(paths_shown(NULL, &arena));
    setenv("HOME", "/", 1);
    assert_string_equal(paths_shown("/srv", &arena), "/srv");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_folder_named_stands_over_all),
        cmocka_unit_test(then_the_share_folder_then_home),
        cmocka_unit_test(s3_a_relative_folder_is_passed_over),
        cmocka_unit_test(s3_without_a_home_the_remedy_is_named),
        cmocka_unit_test(s3_a_path_of_4096_bytes_is_too_long),
        cmocka_unit_test(what_came_with_the_program_is_found_or_not),
        cmocka_unit_test(a_path_at_home_is_shown_with_a_tilde),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
