#include <stdio.h>
#include <time.h>

#include "cli/cli.h"

struct moment clock_now(const struct options *options)
{
    if (options->has_now)
        return options->now;
    struct timespec now;
    struct tm local;
    clock_gettime(CLOCK_REALTIME, &now);
    struct moment moment = {(int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000,
                            0};
    if (localtime_r(&now.tv_sec, &local))
        moment.tz_min = (int32_t)(local.tm_gmtoff / 60);
    return moment;
}

int64_t clock_mono_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int cli_fail(const struct error *err)
{
    static const int statuses[] = {
        [ERROR_INPUT] = EXIT_INPUT,
        [ERROR_USAGE] = EXIT_USAGE,
        [ERROR_IN_USE] = EXIT_IN_USE,
        [ERROR_READ_ONLY] = EXIT_INPUT,
    };
    fprintf(stderr, "pacta: %s\n", err->text);
    return statuses[err->cause];
}
