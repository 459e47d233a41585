#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/png_file.h"

static const uint8_t pixels[2 * 3 * 3] = {255, 0,   0,  0, 255, 0, 0, 0, 255,
                                          1,   127, 13, 9, 8,   7, 6, 5, 4};

static int make_folder(void **state)
{
    static char folder[64];
    strcpy(folder, "/tmp/pacta-png-XXXXXX");
    *state = mkdtemp(folder);
    return *state ? 0 : -1;
}

static int remove_folder(void **state)
{
    return rmdir(*state);
}

static void a_picture_has_the_pixels_that_were_given(void **state)
{
    char path[128];
    struct error err;
    uint8_t read[sizeof pixels];
    png_image image = {.version = PNG_IMAGE_VERSION};
    snprintf(path, sizeof path, "%s/a.png", (const char *)*state);

    assert_true(png_file_write(path, 3, 2, pixels, &err));

    assert_true(png_image_begin_read_from_file(&image, path));
    image.format = PNG_FORMAT_RGB;
    assert_int_equal(image.width, 3);
    assert_int_equal(image.height, 2);
    assert_true(png_image_finish_read(&image, NULL, read, 0, NULL));
    assert_memory_equal(read, pixels, sizeof pixels);
    assert_int_equal(unlink(path), 0); /* and the folder is empty again */
}

static void clear_pixels_stay_clear(void **state)
{
    static const uint8_t clear[2 * 4] = {179, 48, 29, 255, 179, 48, 29, 0};
    char path[128];
    struct error err;
    uint8_t read[sizeof clear];
    png_image image = {.version = PNG_IMAGE_VERSION};
    snprintf(path, sizeof path, "%s/a.png", (const char *)*state);

    assert_true(png_file_write_clear(path, 2, 1, clear, &err));

    assert_true(png_image_begin_read_from_file(&image, path));
    image.format = PNG_FORMAT_RGBA;
    assert_true(png_image_finish_read(&image, NULL, read, 0, NULL));
    assert_memory_equal(read, clear, sizeof clear);
    assert_int_equal(unlink(path), 0);
}

static void a_folder_that_is_not_there_is_named(void **state)
{
    char path[128];
    struct error err;
    snprintf(path, sizeof path, "%s/none/a.png", (const char *)*state);

    assert_false(png_file_write(path, 3, 2, pixels, &err));

    assert_non_null(strstr(err.text, path));
}

static void a_folder_in_the_way_is_left_alone(void **state)
{
    struct error err;
    char path[128];
    snprintf(path, sizeof path, "%s", (const char *)*state);

    assert_false(png_file_write(path, 3, 2, pixels, &err));

    assert_non_null(strstr(err.text, path));
    assert_int_equal(access(path, F_OK), 0);
    strcat(path, ".new");
    assert_int_not_equal(access(path, F_OK), 0);
}

#define IN_A_FOLDER(test)                                                      \
    cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_picture_has_the_pixels_that_were_given),
        IN_A_FOLDER(clear_pixels_stay_clear),
        IN_A_FOLDER(a_folder_that_is_not_there_is_named),
        IN_A_FOLDER(a_folder_in_the_way_is_left_alone),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
