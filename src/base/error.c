#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

static void write_text(struct error *err, enum error_cause cause,
                       const char *format, va_list args)
{
    if (!err)
        return;
    err->cause = cause;
    vsnprintf(err->text, sizeof err->text, format, args);
}

bool error_set(struct error *err, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    write_text(err, ERROR_INPUT, format, args);
    va_end(args);
    return false;
}

bool error_set_cause(struct error *err, enum error_cause cause,
                     const char *format, ...)
{
    va_list args;
    va_start(args, format);
    write_text(err, cause, format, args);
    va_end(args);
    return false;
}
