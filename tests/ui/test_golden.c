/* The sheets of components and motions, pixel by pixel beside tests/ui/golden.
 *
 * Glyphs are the same only with the same fonts and the same rasteriser, so
 * tests/ui/golden/made-with.txt says which they were; where this machine has
 * others the test fails and says so. PACTA_REWRITE=1 in the environment makes
 * all of them anew: look at the pictures before they are kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <SDL_ttf.h>
#include <cmocka.h>
#include <png.h>
#include <sys/stat.h>

#include "app/ways.h"
#include "canvas.h"
#include "io/png_file.h"
#include "ui/font_find.h"

enum { HEAD_BYTES = 65536, MADE_WITH_MAX = 4096 };

static const char made_with_path[] = "tests/ui/golden/made-with.txt";

static const struct golden {
    const char *name;
    void (*go)(struct play *);
    const char *theme;
    int width;
    int height;
} goldens[] = {
    {"components-light", way_components, "light", 1280, 1200},
    {"components-dark", way_components, "dark", 1280, 1200},
    {"components-projector", way_components, "projector", 1280, 1200},
    {"study-projector", way_study_back, "projector", 900, 600},
    {"motion", way_motion, "light", 1280, 800},
};

enum { GOLDEN_COUNT = sizeof goldens / sizeof goldens[0] };

static bool writes(void)
{
    return getenv("PACTA_REWRITE") != NULL;
}

/* Size and beginning of a file, in which a font has its checksum and
 * revision. */
static void describe(const struct font_file *file, char *out, size_t size)
{
    static uint8_t head[HEAD_BYTES];
    uint64_t hash = 0xcbf29ce484222325u;
    const char *name = strrchr(file->path, '/');
    struct stat about;
    FILE *stream = fopen(file->path, "rb");
    assert_non_null(stream);
    size_t length = fread(head, 1, sizeof head, stream);
    fclose(stream);
    assert_int_equal(stat(file->path, &about), 0);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ head[i]) * 0x100000001b3u;
    snprintf(out, size, "%s face %d, %lld bytes, %016llx\n",
             name ? name + 1 : file->path, file->index,
             (long long)about.st_size, (unsigned long long)hash);
}

/* A line for each thing that decides how a glyph looks. */
static const char *made_with(void)
{
    static char text[MADE_WITH_MAX];
    int major, minor, patch;
    struct font_book *book = font_book_open();
    assert_non_null(book);
    assert_int_equal(TTF_Init(), 0);
    TTF_GetFreeTypeVersion(&major, &minor, &patch);
    int used =
        snprintf(text, sizeof text, "FreeType %d.%d.%d\n", major, minor, patch);
    for (int i = 0; i < FACE_COUNT; i++) {
        const struct font_file *file = font_book_face(book, (enum face)i, 0);
        assert_non_null(file);
        describe(file, text + used, sizeof text - (size_t)used);
        used += (int)strlen(text + used);
    }
    font_book_close(book);
    TTF_Quit();
    return text;
}

static void expect_the_same_fonts(void)
{
    static char golden[MADE_WITH_MAX];
    const char *is = made_with();
    FILE *file = fopen(made_with_path, "r");
    if (!file)
        fail_msg("%s is missing; `make goldens` writes it", made_with_path);
    golden[fread(golden, 1, sizeof golden - 1, file)] = '\0';
    fclose(file);
    if (strcmp(golden, is) == 0)
        return;
    printf("made with:\n%shere:\n%s", golden, is);
    fail_msg("the pictures were made with other fonts than this machine has; "
             "compare by eye, then `make goldens`");
}

static void write_made_with(void)
{
    FILE *file = fopen(made_with_path, "w");
    assert_non_null(file);
    assert_true(fputs(made_with(), file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* The screen at rest. */
static void paint(struct canvas *canvas, const struct golden *golden)
{
    static struct play stage;
    struct text_metrics metrics = fonts_metrics(canvas->fonts);
    stage_open(&stage);
    stage.app.themes = theme_from_file(golden->theme);
    stage.app.theme_count = 1;
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE,
                                    .x = golden->width,
                                    .y = golden->height});
    golden->go(&stage);
    stage_do(&stage, MSG_FINISH, 0);
    view(&stage.app, &metrics, &canvas->list);
    canvas_paint_in(canvas, golden->theme);
    stage_close(&stage);
}

static const char *path_of(const struct golden *golden)
{
    static char path[256];
    snprintf(path, sizeof path, "tests/ui/golden/%s.png", golden->name);
    return path;
}

static uint8_t *read_png(const struct golden *golden, struct arena *arena)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    const char *path = path_of(golden);
    if (!png_image_begin_read_from_file(&image, path))
        fail_msg("%s is missing; `make goldens` writes it", path);
    image.format = PNG_FORMAT_RGB;
    assert_int_equal(image.width, golden->width);
    assert_int_equal(image.height, golden->height);
    uint8_t *rgb = arena_alloc(arena, PNG_IMAGE_SIZE(image));
    assert_true(png_image_finish_read(&image, NULL, rgb, 0, NULL));
    return rgb;
}

/* What is here lies beside the program then, to be looked at. */
static void write_difference(const struct canvas *canvas,
                             const struct golden *golden)
{
    char path[256];
    struct error err;
    mkdir("build", 0777);
    snprintf(path, sizeof path, "build/golden-%s.png", golden->name);
    if (png_file_write(path, canvas->width, canvas->height, canvas->rgb, &err))
        printf("%s is what it looks like now\n", path);
}

static bool is_same(struct canvas *canvas, const struct golden *golden)
{
    const uint8_t *was = read_png(golden, &canvas->arena);
    int pixels = canvas->width * canvas->height;
    int differ = 0;
    int first = -1;
    for (int i = 0; i < pixels; i++)
        if (memcmp(was + 3 * i, canvas->rgb + 3 * i, 3) != 0) {
            first = first < 0 ? i : first;
            differ++;
        }
    if (differ == 0)
        return true;
    printf("%s: %d pixels differ, the first one at %d,%d\n", golden->name,
           differ, first % canvas->width, first / canvas->width);
    write_difference(canvas, golden);
    return false;
}

/* Writes the golden, or compares with it. */
static bool check(const struct golden *golden)
{
    struct canvas canvas;
    struct error err;
    canvas_open(&canvas, golden->width, golden->height);
    paint(&canvas, golden);
    bool good = writes() ? png_file_write(path_of(golden), canvas.width,
                                          canvas.height, canvas.rgb, &err)
                         : is_same(&canvas, golden);
    canvas_close(&canvas);
    return good;
}

static void the_sheets_look_as_they_did(void **state)
{
    (void)state;
    if (writes())
        write_made_with();
    else
        expect_the_same_fonts();
    int different = 0;
    for (int i = 0; i < GOLDEN_COUNT; i++)
        different += !check(&goldens[i]);
    assert_int_equal(different, 0);
}

/* No pixel is left to chance, or to what was painted before. */
static void a_sheet_is_painted_the_same_twice(void **state)
{
    static uint8_t first[1280 * 1200 * 3];
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct canvas canvas;
        canvas_open(&canvas, goldens[0].width, goldens[0].height);
        paint(&canvas, &goldens[0]);
        if (i == 0)
            memcpy(first, canvas.rgb, sizeof first);
        else
            assert_memory_equal(first, canvas.rgb, sizeof first);
        canvas_close(&canvas);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sheets_look_as_they_did),
        cmocka_unit_test(a_sheet_is_painted_the_same_twice),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
