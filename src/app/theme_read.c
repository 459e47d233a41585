/* A theme from the lines of its file. */
#include <stdlib.h>
#include <string.h>

#include "app/theme.h"

static int token_named(const char *name)
{
    for (int token = TOKEN_NONE + 1; token < TOKEN_COUNT; token++)
        if (strcmp(token_name((enum token)token), name) == 0)
            return token;
    return TOKEN_NONE;
}

/* Six hexadecimal digits; false for anything else. */
static bool read_rgb(const char *text, uint32_t *rgb)
{
    static const char digits[] = "0123456789abcdef";
    *rgb = 0;
    for (int i = 0; i < 6; i++) {
        char c = text[i];
        c = c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;
        const char *digit = c ? strchr(digits, c) : NULL;
        if (!digit)
            return false;
        *rgb = *rgb << 4 | (uint32_t)(digit - digits);
    }
    return true;
}

/* "B3301D", "#b3301d", "B3301D 62 %". */
static bool read_color(const char *text, uint32_t *rgba)
{
    uint32_t rgb;
    text += *text == '#';
    if (!read_rgb(text, &rgb))
        return false;
    text += 6;
    if (*text && *text != ' ')
        return false;
    text += strspn(text, " ");
    int cover = *text ? ini_number(text) : 100;
    if (cover < 0 || cover > 100)
        return false;
    *rgba = rgb << 8 | (uint32_t)((cover * 255 + 50) / 100);
    return true;
}

static void take_name(struct theme *theme, const struct ini_line *line,
                      struct ini_problems *problems)
{
    size_t length = strlen(line->value);
    if (strcmp(line->name, "name") != 0)
        ini_problem_add(problems, line->line,
                        "\"%.40s\" says nothing about a theme; write name",
                        line->name);
    else if (length == 0 || length > THEME_NAME_MAX)
        ini_problem_add(problems, line->line,
                        "the name of a theme has 1 to %d letters; it is called "
                        "%s",
                        THEME_NAME_MAX, theme->stem);
    else
        theme->name = line->value;
}

static void take_color(struct theme *theme, const struct ini_line *line,
                       bool given[TOKEN_COUNT], struct ini_problems *problems)
{
    int token = token_named(line->name);
    if (token == TOKEN_NONE)
        ini_problem_add(problems, line->line,
                        "there is no colour called \"%.40s\"", line->name);
    else if (given[token])
        ini_problem_add(problems, line->line,
                        "%s stands here a second time; the first is used",
                        line->name);
    else if (!read_color(line->value, &theme->rgba[token]))
        ini_problem_add(problems, line->line,
                        "\"%.40s\" is no colour; write six digits of 0-9 and "
                        "A-F, as in %s = %06X",
                        line->value, line->name,
                        (unsigned)(theme->rgba[token] >> 8));
    if (token != TOKEN_NONE)
        given[token] = true;
}

static void name_missing(const bool given[TOKEN_COUNT],
                         struct ini_problems *problems)
{
    const char *first = NULL;
    int count = 0;
    for (int token = TOKEN_NONE + 1; token < TOKEN_COUNT; token++) {
        if (given[token])
            continue;
        first = first ? first : token_name((enum token)token);
        count++;
    }
    if (count == 1)
        ini_problem_add(problems, 0,
                        "the colour %s is missing; that of the light theme is "
                        "used",
                        first);
    else if (count > 1)
        ini_problem_add(problems, 0,
                        "%s and %d more colours are missing; those of the "
                        "light theme are used",
                        first, count - 1);
}

struct theme theme_read(const struct ini_line *lines, size_t count,
                        const char *stem, struct ini_problems *problems)
{
    struct theme theme = *theme_builtin();
    bool given[TOKEN_COUNT] = {false};
    theme.stem = stem;
    theme.name = stem;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(lines[i].section, "theme") == 0)
            take_name(&theme, &lines[i], problems);
        else if (strcmp(lines[i].section, "colors") == 0)
            take_color(&theme, &lines[i], given, problems);
        else
            ini_problem_add(problems, lines[i].line,
                            "a theme has no part called \"%.40s\"; write it "
                            "below [theme] or [colors]",
                            lines[i].section);
    }
    name_missing(given, problems);
    return theme;
}

/* The bundled ones stand first, in the order that people expect. */
static int place_of(const struct theme *theme)
{
    static const char *const first[] = {"light", "dark", "projector"};
    int count = (int)(sizeof first / sizeof first[0]);
    for (int i = 0; i < count; i++)
        if (strcmp(theme->stem, first[i]) == 0)
            return i;
    return count;
}

static int by_place(const void *a, const void *b)
{
    const struct theme *x = a;
    const struct theme *y = b;
    int places = place_of(x) - place_of(y);
    if (places)
        return places;
    int names = strcmp(x->name, y->name);
    return names ? names : strcmp(x->stem, y->stem);
}

void theme_sort(struct theme *themes, int count)
{
    if (count > 1)
        qsort(themes, (size_t)count, sizeof *themes, by_place);
}
