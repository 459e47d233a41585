#include "app/settings.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

enum { UNKNOWN = -1, DAY_LAST = 2932896, MINUTES_STEP = 5 };

/* Sizes of text that are offered; those between them come from options. */
static const int scales[] = {100, 110, 125, 150, 175, 200};

enum { SCALES = (int)(sizeof scales / sizeof scales[0]) };

static const struct about {
    const char *section;
    const char *name;
    const char *takes; /* for the sentence about a bad value */
    int normal;
    int least;
    int most;
    bool is_switch;
} table[] = {
    [SETTING_TARGET] = {"study", "target", "a number from 80 to 95", 90, 80, 95,
                        false},
    [SETTING_NEW] = {"study", "new-per-day", "a number from 0 to 50", 8, 0, 50,
                     false},
    [SETTING_FORM] = {"study", "ask-as", "by strength or the name of a form", 0,
                      0, FORM_COUNT, false},
    [SETTING_EXAM] = {"study", "exam", "a day such as 2026-12-14, or none", 0,
                      0, DAY_LAST, false},
    [SETTING_MINUTES] = {"study", "minutes-a-day", "a number from 5 to 240", 20,
                         5, 240, false},
    [SETTING_THEME] = {"look", "theme", "the name of a theme", 0, 0,
                       THEMES_MAX - 1, false},
    [SETTING_SCALE] = {"look", "text-size", "a number from 100 to 200", 100,
                       100, 200, false},
    [SETTING_FIT] = {"study", "fit-each-month", "on or off", 1, 0, 1, true},
    [SETTING_MOTION] = {"look", "motion", "on or off", 1, 0, 1, true},
    [SETTING_SOUND] = {"look", "sound", "on or off", 0, 0, 1, true},
    [SETTING_LEARNER] = {"study", "learner", "a name", 0, 0, 0, false},
};

enum { ROWS = SETTING_COUNT + 1 };

struct settings settings_default(void)
{
    struct settings settings;
    memset(&settings, 0, sizeof settings);
    for (int i = 0; i < SETTING_COUNT; i++)
        settings.values[i] = table[i].normal;
    return settings;
}

int settings_bounded(enum setting setting, int value)
{
    const struct about *about = &table[setting];
    if (value < about->least)
        return about->least;
    return value > about->most ? about->most : value;
}

/* The place of the nearest size offered, not above the value. */
static int scale_place(int value)
{
    int place = 0;
    while (place + 1 < SCALES && scales[place + 1] <= value)
        place++;
    return place;
}

int settings_stepped(enum setting setting, int value, int steps)
{
    if (setting == SETTING_MINUTES)
        steps *= MINUTES_STEP;
    if (setting != SETTING_SCALE)
        return settings_bounded(setting, value + steps);
    int place = scale_place(value);
    /* from between two sizes, down is the one just below */
    if (steps < 0 && value > scales[place])
        steps++;
    place += steps;
    place = place < 0 ? 0 : place >= SCALES ? SCALES - 1 : place;
    return scales[place];
}

const char *settings_name(enum setting setting)
{
    return table[setting].name;
}

const char *settings_section(enum setting setting)
{
    return table[setting].section;
}

void settings_take_study(struct settings *settings,
                         const struct study_settings *study)
{
    int target = (int)lround(study->target * 100);
    settings->values[SETTING_TARGET] = settings_bounded(SETTING_TARGET, target);
    settings->values[SETTING_NEW] =
        settings_bounded(SETTING_NEW, study->new_per_day);
    settings->values[SETTING_EXAM] = study->exam_day;
    settings->values[SETTING_MINUTES] =
        settings_bounded(SETTING_MINUTES, study->minutes);
}

const char *settings_form_text(int value)
{
    return value > 0 && value <= FORM_COUNT ? form_name((enum form)(value - 1))
                                            : "by strength";
}

int settings_form_read(const char *text)
{
    int form = form_of(text);
    if (strcmp(text, settings_form_text(0)) == 0)
        return 0;
    return form >= 0 ? form + 1 : UNKNOWN;
}

int settings_exam_read(const char *text)
{
    struct date date;
    text += strspn(text, " ");
    if (!*text || strcmp(text, "none") == 0)
        return 0;
    if (!date_read(text, &date) || date.about || !date.month || !date.day)
        return UNKNOWN;
    int32_t day = date_to_days(date);
    return day > 0 && day <= DAY_LAST ? day : UNKNOWN;
}

const char *settings_exam_text(struct arena *arena, int day)
{
    if (day == 0)
        return "none";
    struct date date = date_from_days(day);
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month,
                        date.day);
}

bool settings_learner_may_be(const char *name)
{
    bool seen = false;
    for (const char *c = name; *c; c++) {
        if ((unsigned char)*c < ' ' || *c == 127)
            return false;
        seen = seen || *c != ' ';
    }
    return seen && strlen(name) < SETTINGS_NAME_MAX && name[0] != ' ' &&
           name[strlen(name) - 1] != ' ' && text_is_utf8(name, strlen(name));
}

bool settings_equal(const struct settings *a, const struct settings *b)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        if (a->values[i] != b->values[i])
            return false;
    return strcmp(a->learner, b->learner) == 0;
}

struct settings settings_changed(const struct settings *kept,
                                 const struct settings *before,
                                 const struct settings *now)
{
    struct settings changed = *kept;
    for (int i = 0; i < SETTING_COUNT; i++)
        if (now->values[i] != before->values[i])
            changed.values[i] = now->values[i];
    if (strcmp(now->learner, before->learner) != 0)
        memcpy(changed.learner, now->learner, sizeof changed.learner);
    return changed;
}

static int setting_named(const struct ini_line *line)
{
    for (int i = 0; i < ROWS; i++)
        if (strcmp(table[i].section, line->section) == 0 &&
            strcmp(table[i].name, line->name) == 0)
            return i;
    return UNKNOWN;
}

/* The value as a number, or UNKNOWN. */
static int value_of(enum setting setting, const char *text,
                    const struct theme *themes, int theme_count)
{
    if (setting == SETTING_THEME) {
        const struct theme *theme = theme_named(themes, theme_count, text);
        return theme ? (int)(theme - themes) : UNKNOWN;
    }
    if (setting == SETTING_EXAM)
        return settings_exam_read(text);
    if (setting == SETTING_FORM)
        return settings_form_read(text);
    if (table[setting].is_switch)
        return strcmp(text, "on") == 0    ? 1
               : strcmp(text, "off") == 0 ? 0
                                          : UNKNOWN;
    int value = ini_number(text);
    return settings_bounded(setting, value) == value ? value : UNKNOWN;
}

/* What stands before a remark: " ;" or " #" begins one. */
static const char *without_remark(struct arena *arena, const char *value)
{
    size_t length = 0;
    while (value[length] &&
           !(value[length] == ' ' && strchr(";#", value[length + 1]) &&
             value[length + 1]))
        length++;
    while (length > 0 && value[length - 1] == ' ')
        length--;
    return arena_copy(arena, value, length);
}

static void take_value(struct settings_reading *read, enum setting setting,
                       const struct ini_line *line, const struct theme *themes,
                       int theme_count)
{
    struct arena *arena = read->problems.arena;
    const char *text = without_remark(arena, line->value);
    int value = value_of(setting, text, themes, theme_count);
    if (value != UNKNOWN)
        read->settings.values[setting] = value;
    else if (setting == SETTING_THEME)
        ini_problem_add(&read->problems, line->line,
                        "there is no theme called \"%.40s\"; %s is used", text,
                        theme_count ? themes[0].stem : "light");
    else if (setting == SETTING_EXAM || setting == SETTING_FORM)
        ini_problem_add(&read->problems, line->line,
                        "%s is \"%.40s\" but takes %s; %s is used", line->name,
                        text, table[setting].takes,
                        setting == SETTING_EXAM ? "none" : "by strength");
    else
        ini_problem_add(&read->problems, line->line,
                        "%s is \"%.40s\" but takes %s; %s is used", line->name,
                        text, table[setting].takes,
                        table[setting].is_switch
                            ? table[setting].normal ? "on" : "off"
                            : arena_printf(arena, "%d", table[setting].normal));
}

static void take_learner(struct settings_reading *read,
                         const struct ini_line *line)
{
    size_t length = strlen(line->value);
    if (length == 0)
        return;
    if (settings_learner_may_be(line->value))
        memcpy(read->settings.learner, line->value, length + 1);
    else
        ini_problem_add(&read->problems, line->line,
                        "learner takes a name of at most %d bytes; nobody is "
                        "named",
                        SETTINGS_NAME_MAX - 1);
}

struct settings_reading settings_read(const struct ini_line *lines,
                                      size_t count, const struct theme *themes,
                                      int theme_count, struct arena *arena)
{
    struct settings_reading read = {.settings = settings_default(),
                                    .problems = {.arena = arena}};
    for (size_t i = 0; i < count; i++) {
        int setting = setting_named(&lines[i]);
        if (setting == UNKNOWN)
            continue;
        if (read.lines[setting]) {
            ini_problem_add(&read.problems, lines[i].line,
                            "%s stands in line %d already; that one is used",
                            lines[i].name, read.lines[setting]);
            continue;
        }
        read.lines[setting] = lines[i].line;
        if (setting == SETTING_LEARNER)
            take_learner(&read, &lines[i]);
        else
            take_value(&read, (enum setting)setting, &lines[i], themes,
                       theme_count);
    }
    return read;
}
