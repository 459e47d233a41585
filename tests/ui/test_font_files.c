#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"
#include "ui/canvas.h"
#include "ui/fonts.h"

/* A folder with fonts, which are all the fonts there are. */
struct folder {
    char path[64];
    uint8_t *font; /* what is in the sample */
    size_t size;
};

static void write_file(const struct folder *folder, const char *name,
                       const void *bytes, size_t size)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

static void write_configuration(const struct folder *folder)
{
    char text[512];
    char path[128];
    snprintf(text, sizeof text,
             "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM "
             "\"urn:fontconfig:fonts.dtd\"><fontconfig><dir>%s</dir>"
             "<cachedir>%s-cache</cachedir></fontconfig>",
             folder->path, folder->path);
    write_file(folder, "fonts.conf", text, strlen(text));
    snprintf(path, sizeof path, "%s/fonts.conf", folder->path);
    setenv("FONTCONFIG_FILE", path, 1);
}

/* The smallest of the fonts that building needs anyway. */
static FILE *open_sample(void)
{
    FcResult result;
    FcChar8 *path = NULL;
    FcConfig *config = FcInitLoadConfigAndFonts();
    FcPattern *wish = FcNameParse((const FcChar8 *)"DejaVu Sans Mono");
    FcConfigSubstitute(config, wish, FcMatchPattern);
    FcDefaultSubstitute(wish);
    FcPattern *font = FcFontMatch(config, wish, &result);
    FcPatternGetString(font, FC_FILE, 0, &path);
    FILE *file = path ? fopen((const char *)path, "rb") : NULL;
    FcPatternDestroy(font);
    FcPatternDestroy(wish);
    FcConfigDestroy(config);
    return file;
}

static int open_folder(void **state)
{
    static struct folder folder;
    strcpy(folder.path, "/tmp/pacta-fonts-XXXXXX");
    FILE *file = open_sample();
    if (!file || !mkdtemp(folder.path))
        return -1;
    fseek(file, 0, SEEK_END);
    folder.size = (size_t)ftell(file);
    rewind(file);
    folder.font = malloc(folder.size);
    if (fread(folder.font, 1, folder.size, file) != folder.size)
        return -1;
    fclose(file);
    write_configuration(&folder);
    *state = &folder;
    return 0;
}

static int close_folder(void **state)
{
    struct folder *folder = *state;
    char command[256];
    unsetenv("FONTCONFIG_FILE");
    snprintf(command, sizeof command, "rm -rf %s %s-cache", folder->path,
             folder->path);
    free(folder->font);
    return system(command);
}

static void remove_fonts(const struct folder *folder)
{
    char command[256];
    snprintf(command, sizeof command,
             "find %s -type f ! -name fonts.conf -delete", folder->path);
    assert_int_equal(system(command), 0);
}

static long ink_of(struct fonts *fonts, enum face face, const char *text)
{
    struct line_image line = fonts_render(fonts, face, 24, NULL, text);
    long ink = 0;
    for (int y = 0; line.surface && y < line.surface->h; y++)
        for (int x = 0; x < line.surface->w; x++)
            ink +=
                ((const uint8_t *)
                     line.surface->pixels)[y * line.surface->pitch + 4 * x + 3];
    SDL_FreeSurface(line.surface);
    return ink / 255;
}

/* Every face draws letters, whatever it is missing. */
static void assert_legible(void)
{
    struct error err;
    struct fonts *fonts = fonts_open(&err);
    assert_non_null(fonts);
    for (int face = 0; face < FACE_COUNT; face++)
        assert_true(ink_of(fonts, (enum face)face, "Pacta 1960") > 200);
    fonts_close(fonts);
}

static void assert_told(const char *sentence)
{
    struct error err;
    struct fonts *fonts = fonts_open(&err);
    assert_null(fonts);
    assert_string_equal(err.text, sentence);
}

static void F1_one_good_font_serves_every_face(void **state)
{
    const struct folder *folder = *state;
    write_file(folder, "good.ttf", folder->font, folder->size);
    assert_legible();
}

static void F1_without_fonts_there_is_a_sentence(void **state)
{
    (void)state;
    assert_told("No font was found; install the package fonts-dejavu-core");
}

static void F1_files_that_are_no_fonts_are_passed_over(void **state)
{
    const struct folder *folder = *state;
    struct random random = random_seeded(7);
    uint8_t *noise = malloc(folder->size);
    for (size_t i = 0; i < folder->size; i++)
        noise[i] = (uint8_t)random_below(&random, 256);
    write_file(folder, "empty.ttf", noise, 0);
    write_file(folder, "random.ttf", noise, folder->size);
    write_file(folder, "woff.woff2", noise, 1000);
    write_file(folder, "short.ttf", folder->font, 1000);
    write_file(folder, "half.ttf", folder->font, folder->size / 2);
    assert_told("No font was found; install the package fonts-dejavu-core");

    write_file(folder, "good.ttf", folder->font, folder->size);
    assert_legible();
    free(noise);
}

/* fontconfig has read the folder when the file goes bad. */
static void F1_a_font_that_went_bad_gives_way_to_another(void **state)
{
    const struct folder *folder = *state;
    static const size_t sizes[] = {0, 1, 12, 1000};
    for (int i = 0; i < 4; i++) {
        remove_fonts(folder);
        write_file(folder, "a.ttf", folder->font, folder->size);
        write_file(folder, "b.ttf", folder->font, folder->size);
        assert_legible();
        /* In the folder's cache still, since its time does not change. */
        write_file(folder, i % 2 ? "a.ttf" : "b.ttf", folder->font, sizes[i]);
        assert_legible();
    }
}

static void F1_when_all_fonts_went_bad_there_is_a_sentence(void **state)
{
    const struct folder *folder = *state;
    write_file(folder, "a.ttf", folder->font, folder->size);
    assert_legible();
    write_file(folder, "a.ttf", folder->font, 100);
    assert_told("No font can be read; install the package fonts-dejavu-core "
                "anew");
}

/* Letters of which each is a pattern of 8 x 8. */
static void F1_a_font_of_fixed_size_is_no_harm(void **state)
{
    static const char head[] =
        "STARTFONT 2.1\nFONT -x-bits-medium-r-normal--8-80-75-75-c-80-iso10646-"
        "1\nSIZE 8 75 75\nFONTBOUNDINGBOX 8 8 0 0\nSTARTPROPERTIES 4\n"
        "FAMILY_NAME \"Bits\"\nPIXEL_SIZE 8\nFONT_ASCENT 8\nFONT_DESCENT 0\n"
        "ENDPROPERTIES\nCHARS 94\n";
    const struct folder *folder = *state;
    char *text = calloc(1, 20000);
    size_t used = (size_t)sprintf(text, "%s", head);
    for (int c = 33; c < 127; c++)
        used += (size_t)sprintf(
            text + used,
            "STARTCHAR c%d\nENCODING %d\nSWIDTH 500 0\nDWIDTH 8 0\nBBX 8 8 0 "
            "0\nBITMAP\nFF\n81\n81\n81\n81\n81\n81\nFF\nENDCHAR\n",
            c, c);
    used += (size_t)sprintf(text + used, "ENDFONT\n");
    write_file(folder, "bits.bdf", text, used);

    struct error err;
    struct fonts *fonts = fonts_open(&err);
    if (fonts)
        ink_of(fonts, FACE_SERIF, "Pacta 1960");
    fonts_close(fonts);
    free(text);
}

/* Bytes changed, stretches cleared, doubled or cut off, early in the file more
 * often, where its tables are named. */
static size_t mutate(const struct folder *folder, uint8_t *font,
                     struct random *random)
{
    size_t size = folder->size;
    memcpy(font, folder->font, size);
    int changes = 1 + (int)random_below(random, 30);
    for (int i = 0; i < changes; i++) {
        size_t range = random_below(random, 2) ? 400 : size;
        size_t at = random_below(random, range);
        size_t length = 1 + random_below(random, 60);
        if (at + 2 * length > size)
            continue;
        switch (random_below(random, 4)) {
        case 0:
            memset(font + at, 0, length);
            break;
        case 1:
            memset(font + at, 255, length);
            break;
        case 2:
            memcpy(font + at, font + at + length, length);
            break;
        default:
            font[at] ^= (uint8_t)(1u << random_below(random, 8));
            break;
        }
    }
    return random_below(random, 5) ? size : 1 + random_below(random, size);
}

static void F1_200_mutated_fonts_do_no_harm(void **state)
{
    const struct folder *folder = *state;
    struct random random = random_seeded(1960);
    uint8_t *font = malloc(folder->size);
    int opened = 0;
    for (int i = 0; i < 200; i++) {
        struct error err;
        char name[32];
        remove_fonts(folder);
        snprintf(name, sizeof name, "mutant-%d.ttf", i);
        write_file(folder, name, font, mutate(folder, font, &random));
        struct fonts *fonts = fonts_open(&err);
        opened += fonts != NULL;
        if (fonts) {
            ink_of(fonts, FACE_SERIF, "Agreements must be kept, 1960");
            ink_of(fonts, FACE_MONO, "Zürich a\xcc\x81 שלום 条約 \xef\xbf\xbf");
        }
        fonts_close(fonts);
    }
    free(font);
    assert_true(opened > 20 && opened < 200);
}

static uint8_t *paint_seal(struct canvas *canvas, enum seal seal, int size,
                           const char *text)
{
    canvas->list.count = 0;
    canvas_ground(canvas);
    struct draw *item =
        canvas_add(canvas, DRAW_SEAL, 10, 10, size, size, TOKEN_SEAL);
    item->seal = seal;
    item->text = text;
    canvas_paint(canvas);
    return canvas->rgb;
}

static bool are_alike(struct canvas *canvas, enum seal seal, int size,
                      const char *text, const char *other)
{
    uint8_t *rgb = paint_seal(canvas, seal, size, text);
    return memcmp(rgb, paint_seal(canvas, seal, size, other), 80 * 80 * 3) == 0;
}

/* With letters it has them; else its shape alone tells the stage, as on small
 * seals. No box is ever stamped. */
static void a_seal_whose_character_no_font_has_shows_letters(void **state)
{
    const struct folder *folder = *state;
    struct canvas canvas;
    write_file(folder, "good.ttf", folder->font, folder->size);
    canvas_open(&canvas, 80, 80);
    for (int seal = SEAL_NEW; seal <= SEAL_LOGO; seal++) {
        assert_true(are_alike(&canvas, (enum seal)seal, 48, "米 US", "US"));
        assert_true(are_alike(&canvas, (enum seal)seal, 48, "守", NULL));
        assert_true(are_alike(&canvas, (enum seal)seal, 48, " ", ""));
        assert_true(are_alike(&canvas, (enum seal)seal, 20, "US", NULL));
        assert_false(are_alike(&canvas, (enum seal)seal, 48, "US", "AU"));
    }
    canvas_close(&canvas);
}

static void a_seal_whose_character_a_font_has_shows_that(void **state)
{
    struct canvas canvas;
    (void)state;
    canvas_open(&canvas, 80, 80);
    for (int seal = SEAL_NEW; seal <= SEAL_LOGO; seal++) {
        assert_true(are_alike(&canvas, (enum seal)seal, 48, "米 US", "米"));
        assert_false(are_alike(&canvas, (enum seal)seal, 48, "米 US", "US"));
    }
    canvas_close(&canvas);
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, open_folder, close_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(F1_one_good_font_serves_every_face),
        IN_FOLDER(F1_without_fonts_there_is_a_sentence),
        IN_FOLDER(F1_files_that_are_no_fonts_are_passed_over),
        IN_FOLDER(F1_a_font_that_went_bad_gives_way_to_another),
        IN_FOLDER(F1_when_all_fonts_went_bad_there_is_a_sentence),
        IN_FOLDER(F1_a_font_of_fixed_size_is_no_harm),
        IN_FOLDER(F1_200_mutated_fonts_do_no_harm),
        IN_FOLDER(a_seal_whose_character_no_font_has_shows_letters),
        cmocka_unit_test(a_seal_whose_character_a_font_has_shows_that),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
