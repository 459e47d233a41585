#include "io/png_file.h"

#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool write_file(const char *path, png_image *image,
                       const uint8_t *pixels, struct error *err)
{
    char temporary[4096];
    if ((size_t)snprintf(temporary, sizeof temporary, "%s.new", path) >=
        sizeof temporary)
        return error_set(err, "The path of the picture is too long");
    if (png_image_write_to_file(image, temporary, 0, pixels, 0, NULL) &&
        rename(temporary, path) == 0)
        return true;
    unlink(temporary);
    return error_set(err, "The picture %s cannot be written: %s", path,
                     image->message[0] ? image->message : strerror(errno));
}

static png_image image_of(int width, int height, png_uint_32 format)
{
    return (png_image){
        .version = PNG_IMAGE_VERSION,
        .width = (png_uint_32)width,
        .height = (png_uint_32)height,
        .format = format,
    };
}

bool png_file_write(const char *path, int width, int height, const uint8_t *rgb,
                    struct error *err)
{
    png_image image = image_of(width, height, PNG_FORMAT_RGB);
    return write_file(path, &image, rgb, err);
}

bool png_file_write_clear(const char *path, int width, int height,
                          const uint8_t *rgba, struct error *err)
{
    png_image image = image_of(width, height, PNG_FORMAT_RGBA);
    return write_file(path, &image, rgba, err);
}
