#include "app/ini.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { TEXT_MAX = 400 };

void ini_problem_add(struct ini_problems *problems, int line,
                     const char *format, ...)
{
    char text[TEXT_MAX];
    va_list values;
    if (problems->count++ >= INI_PROBLEMS_MAX)
        return;
    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    problems->list[problems->count - 1] =
        (struct ini_problem){line, arena_text(problems->arena, text)};
}

int ini_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    const char *rest = text + digits;
    int number = 0;
    if (digits == 0 || digits > 6)
        return -1;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (text[i] - '0');
    rest += strspn(rest, " ");
    if (*rest == '%')
        rest++;
    return *rest ? -1 : number;
}
