/*
 * png_file.h -- pixels into a PNG file.
 */
#ifndef IO_PNG_FILE_H
#define IO_PNG_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

/* Writes width * height * 3 bytes; the file appears whole or not at all. */
bool png_file_write(const char *path, int width, int height, const uint8_t *rgb,
                    struct error *err);

/* The same with clear pixels: width * height * 4 bytes, the last of each four
 * says how much covers the ground. */
bool png_file_write_clear(const char *path, int width, int height,
                          const uint8_t *rgba, struct error *err);

#endif
