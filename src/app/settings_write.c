/* The text of settings.ini, changed in as few places as can be. */
#include <string.h>

#include "app/settings.h"

static const char head[] = "; Settings of Pacta, written when one is changed; "
                           "you may edit them here.\n";

/* The text made so far. */
struct out {
    struct arena *arena;
    char *text;
    size_t used;
    size_t capacity;
};

static void put(struct out *out, const char *text, size_t length)
{
    out->text = arena_grow(out->arena, out->text, out->used,
                           out->used + length + 1, &out->capacity, 1);
    memcpy(out->text + out->used, text, length);
    out->used += length;
    out->text[out->used] = '\0';
}

static void put_text(struct out *out, const char *text)
{
    put(out, text, strlen(text));
}

/* What is being written. */
struct writing {
    const struct settings *settings;
    const struct settings_reading *read;
    const struct theme *themes;
    int theme_count;
    struct arena *arena;
    struct out out;
    bool written[SETTING_COUNT + 1];
};

static const char *value_text(const struct writing *w, int setting)
{
    if (setting == SETTING_LEARNER)
        return w->settings->learner;
    int value = w->settings->values[setting];
    if (setting == SETTING_THEME)
        return value < w->theme_count ? w->themes[value].stem : "light";
    if (setting == SETTING_EXAM)
        return settings_exam_text(w->arena, value);
    if (setting == SETTING_FORM)
        return settings_form_text(value);
    if (setting == SETTING_MOTION || setting == SETTING_SOUND ||
        setting == SETTING_FIT)
        return value ? "on" : "off";
    return arena_printf(w->arena, "%d", value);
}

static bool same(const struct settings *a, const struct settings *b,
                 int setting)
{
    return setting == SETTING_LEARNER
               ? strcmp(a->learner, b->learner) == 0
               : a->values[setting] == b->values[setting];
}

/* Which setting a line of the old text is changed for; -1: it stays. */
static int changed_at(const struct writing *w, int line)
{
    for (int i = 0; i <= SETTING_COUNT; i++)
        if (w->read->lines[i] == line &&
            !same(&w->read->settings, w->settings, i))
            return i;
    return -1;
}

/* A remark at the end of a line that is no name. */
static const char *remark(const char *value, const char *end)
{
    for (const char *c = value; c + 1 < end; c++)
        if (*c == ' ' && (c[1] == ';' || c[1] == '#'))
            return c;
    return end;
}

static void put_changed(struct writing *w, const char *line, const char *end,
                        int setting)
{
    const char *equals = memchr(line, '=', (size_t)(end - line));
    put(&w->out, line, (size_t)((equals ? equals + 1 : end) - line));
    put_text(&w->out, " ");
    put_text(&w->out, value_text(w, setting));
    if (setting != SETTING_LEARNER && equals) {
        const char *from = remark(equals, end);
        put(&w->out, from, (size_t)(end - from));
    }
}

static bool is_missing(const struct writing *w, int setting)
{
    struct settings normal = settings_default();
    return !w->read->lines[setting] && !w->written[setting] &&
           !same(&normal, w->settings, setting);
}

/* Those of a section that the file does not say. */
static void put_missing(struct writing *w, const char *section)
{
    for (int i = 0; i <= SETTING_COUNT; i++) {
        if (!is_missing(w, i) ||
            strcmp(settings_section((enum setting)i), section) != 0)
            continue;
        w->written[i] = true;
        put_text(&w->out, settings_name((enum setting)i));
        put_text(&w->out, " = ");
        put_text(&w->out, value_text(w, i));
        put_text(&w->out, "\n");
    }
}

/* New ones go right below the head of their section. */
static void after_line(struct writing *w, const char *line, const char *end)
{
    static const char *const heads[] = {"study", "look"};
    while (line < end && end[-1] == ' ')
        end--;
    for (int i = 0; i < 2; i++) {
        size_t length = strlen(heads[i]);
        if ((size_t)(end - line) == length + 2 && line[0] == '[' &&
            memcmp(line + 1, heads[i], length) == 0 && line[length + 1] == ']')
            put_missing(w, heads[i]);
    }
}

static const char *end_of_line(const char *text)
{
    return text + strcspn(text, "\r\n");
}

static const char *next_line(const char *end)
{
    if (end[0] == '\r' && end[1] == '\n')
        return end + 2;
    return *end ? end + 1 : end;
}

static void put_old(struct writing *w, const char *old)
{
    int number = 0;
    while (*old) {
        const char *end = end_of_line(old);
        const char *next = next_line(end);
        int setting = changed_at(w, ++number);
        if (setting >= 0)
            put_changed(w, old, end, setting);
        else
            put(&w->out, old, (size_t)(end - old));
        if (next > end)
            put(&w->out, end, (size_t)(next - end));
        else
            put_text(&w->out, "\n");
        after_line(w, old, end);
        old = next;
    }
}

static void put_sections(struct writing *w)
{
    for (int i = 0; i <= SETTING_COUNT; i++) {
        if (!is_missing(w, i))
            continue;
        const char *section = settings_section((enum setting)i);
        put_text(&w->out, "\n[");
        put_text(&w->out, section);
        put_text(&w->out, "]\n");
        put_missing(w, section);
    }
}

const char *settings_write(const struct settings *settings,
                           const struct settings_reading *read, const char *old,
                           const struct theme *themes, int theme_count,
                           struct arena *arena)
{
    struct writing w = {.settings = settings,
                        .read = read,
                        .themes = themes,
                        .theme_count = theme_count,
                        .arena = arena,
                        .out = {.arena = arena}};
    put_text(&w.out, old[0] ? "" : head);
    put_old(&w, old);
    put_sections(&w);
    return w.out.text;
}
