/* The icon of the desktop: the logo on clear ground, and no deck is read. */
#include "cli/cli.h"
#include "io/png_file.h"
#include "ui/logo.h"

static bool write_icon(const struct options *options, struct fonts *fonts,
                       struct arena *arena, struct error *err)
{
    int size =
        options->width < options->height ? options->width : options->height;
    uint8_t *rgba = arena_alloc(arena, (size_t)size * (size_t)size * 4);
    return logo_pixels(fonts, theme_builtin(), size, rgba, err) &&
           png_file_write_clear(options->words[1], size, size, rgba, err);
}

int cli_icon(const struct options *options)
{
    struct arena arena;
    struct error err;
    struct fonts *fonts = fonts_open(&err);
    arena_init(&arena, (size_t)1 << 29);
    bool good = fonts && write_icon(options, fonts, &arena, &err);
    fonts_close(fonts);
    arena_release(&arena);
    return good ? EXIT_DONE : cli_fail(&err);
}
