#include "io/png_file.h"

#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool png_file_write(const char *path, int width, int height, const uint8_t *rgb,
                    struct error *err)
{
    char temporary[4096];
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    image.width = (png_uint_32)width;
    image.height = (png_uint_32)height;
    image.format = PNG_FORMAT_RGB;
    if ((size_t)snprintf(temporary, sizeof temporary, "%s.new", path) >=
        sizeof temporary)
        return error_set(err, "The path of the picture is too long");
    if (png_image_write_to_file(&image, temporary, 0, rgb, 0, NULL) &&
        rename(temporary, path) == 0)
        return true;
    unlink(temporary);
    return error_set(err, "The picture %s cannot be written: %s", path,
                     image.message[0] ? image.message : strerror(errno));
}
