#include "knowledge/template.h"

#include <string.h>

/* A text that grows in an arena. */
struct writer {
    struct arena *arena;
    char *text;
    size_t used;
    size_t capacity;
};

static void write_bytes(struct writer *writer, const char *bytes, size_t length)
{
    writer->text = arena_grow(writer->arena, writer->text, writer->used,
                              writer->used + length + 1, &writer->capacity, 1);
    memcpy(writer->text + writer->used, bytes, length);
    writer->used += length;
    writer->text[writer->used] = '\0';
}

static void write_text(struct writer *writer, const char *text)
{
    write_bytes(writer, text, strlen(text));
}

static bool ends_with(const struct writer *writer, const char *end)
{
    size_t length = strlen(end);
    return writer->used >= length &&
           !memcmp(writer->text + writer->used - length, end, length);
}

/* "Japan–": what follows is one word with it. */
static bool in_compound(const struct writer *writer)
{
    return ends_with(writer, "–");
}

/* "the " where nobody wrote it already. */
static void write_the(struct writer *writer)
{
    if (!ends_with(writer, "the ") && !ends_with(writer, "The ") &&
        !in_compound(writer))
        write_text(writer, "the ");
}

/* On a day, but in a month or a year. */
static void write_date(struct writer *writer, const char *shown,
                       struct date date)
{
    bool is_day = date.day > 0;
    if (ends_with(writer, is_day ? " in " : " on ")) {
        writer->used -= 3;
        write_text(writer, is_day ? "on " : "in ");
    }
    write_text(writer, shown);
}

bool template_place_find(const char *text, struct template_place *place)
{
    const char *begin = strchr(text, '{');
    const char *end = begin ? strchr(begin, '}') : NULL;
    if (!end)
        return false;
    place->begin = begin;
    place->name = begin + 1;
    place->length = (size_t)(end - begin - 1);
    place->end = end + 1;
    return true;
}

static bool is_named(const struct template_place *place, const char *name)
{
    return place->length == strlen(name) &&
           !memcmp(place->name, name, place->length);
}

bool template_has(const char *text, const char *name)
{
    struct template_place place;
    for (; template_place_find(text, &place); text = place.end)
        if (is_named(&place, name))
            return true;
    return false;
}

const struct field *template_field(const struct kind *kind,
                                   const struct template_place *place,
                                   bool *year)
{
    static const char dot_year[] = ".year";
    const size_t tail = sizeof dot_year - 1;
    struct template_place name = *place;
    *year = name.length > tail &&
            !memcmp(name.name + name.length - tail, dot_year, tail);
    if (*year)
        name.length -= tail;
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = kind->fields[i];
        if (is_named(&name, field->name))
            return *year && field->type != TYPE_DATE ? NULL : field;
    }
    return NULL;
}

static void write_value(struct writer *writer, const struct value *value,
                        bool ja)
{
    char date[DATE_TEXT_MAX];
    if (ja && value->date.year) {
        date_format_ja(value->date, date, sizeof date);
        write_text(writer, date);
    } else if (ja && value->refers && value->refers->name_ja) {
        write_text(writer, value->refers->name_ja);
    } else if (value->date.year) {
        write_date(writer, value->shown, value->date);
    } else {
        if (!ja && value->refers && value->refers->takes_the)
            write_the(writer);
        write_text(writer, value->shown);
    }
}

static void write_year(struct writer *writer, const struct value *value,
                       bool ja)
{
    char text[DATE_TEXT_MAX];
    struct value year = {.date = {.year = value->date.year}, .shown = text};
    date_format(year.date, text, sizeof text);
    write_value(writer, &year, ja);
}

/* "Australia", "Australia and India", "Australia, India and Italy"; in a
 * compound "Australia–India". */
static void write_values(struct writer *writer, const struct fact *fact,
                         bool year, bool ja)
{
    bool compound = in_compound(writer);
    for (size_t i = 0; i < fact->value_count; i++) {
        bool last = i + 1 == fact->value_count;
        if (i && ja)
            write_text(writer, "・");
        else if (i && compound)
            write_text(writer, "–");
        else if (i)
            write_text(writer, last ? " and " : ", ");
        if (year)
            write_year(writer, &fact->values[i], ja);
        else
            write_value(writer, &fact->values[i], ja);
    }
}

static bool write_field(struct writer *writer,
                        const struct template_place *place,
                        const struct template_values *values)
{
    bool year;
    const struct field *field =
        template_field(values->subject->kind, place, &year);
    if (!field || field->indexed)
        return false;
    const struct fact *fact = subject_fact(values->subject, field->name, NULL);
    if (!fact || !fact->value_count)
        return false;
    write_values(writer, fact, year, values->ja);
    return true;
}

static bool write_title(struct writer *writer,
                        const struct template_values *values)
{
    const struct subject *subject = values->subject;
    if (values->description) {
        write_text(writer, values->description);
    } else if (values->ja) {
        if (!subject->name_ja)
            return false;
        write_text(writer, subject->name_ja);
    } else {
        if (subject->takes_the)
            write_the(writer);
        write_text(writer, subject->title);
    }
    return true;
}

static bool write_home(struct writer *writer,
                       const struct template_values *values)
{
    const struct deck *deck = values->subject->deck;
    if (!deck || !deck->home)
        return false;
    const struct subject *home = deck->home_party;
    if (values->ja && home && home->name_ja) {
        write_text(writer, home->name_ja);
        return true;
    }
    if (!values->ja && home && home->takes_the)
        write_the(writer);
    write_text(writer, deck->home);
    return true;
}

/* {count|article|articles}: the number and the noun that goes with it. */
static bool write_count(struct writer *writer,
                        const struct template_place *place,
                        const struct value *value)
{
    const char *one = memchr(place->name, '|', place->length);
    const char *close = place->end - 1;
    if (!value || !one)
        return false;
    const char *many = memchr(one + 1, '|', (size_t)(close - one - 1));
    if (!many)
        return false;
    write_text(writer, value->shown);
    write_text(writer, " ");
    bool is_one = value->number > 0.5 && value->number < 1.5;
    if (is_one)
        write_bytes(writer, one + 1, (size_t)(many - one - 1));
    else
        write_bytes(writer, many + 1, (size_t)(close - many - 1));
    return true;
}

static bool write_place(struct writer *writer,
                        const struct template_place *place,
                        const struct template_values *values)
{
    static const char count[] = "count|";
    if (is_named(place, "title") || is_named(place, "description"))
        return write_title(writer, values);
    if (is_named(place, "home"))
        return write_home(writer, values);
    if (place->length > sizeof count - 1 &&
        !memcmp(place->name, count, sizeof count - 1))
        return write_count(writer, place, values->value);
    if (is_named(place, "value") && values->value) {
        write_value(writer, values->value, values->ja);
        return true;
    }
    if (is_named(place, "index") && values->fact && values->fact->index) {
        write_text(writer, values->fact->index);
        return true;
    }
    return write_field(writer, place, values);
}

const char *template_fill(struct arena *arena, const char *text,
                          const struct template_values *values)
{
    struct writer writer = {.arena = arena};
    struct template_place place;
    while (template_place_find(text, &place)) {
        write_bytes(&writer, text, (size_t)(place.begin - text));
        if (!write_place(&writer, &place, values))
            return NULL;
        text = place.end;
    }
    write_text(&writer, text);
    if (writer.text[0] >= 'a' && writer.text[0] <= 'z' && !values->ja)
        writer.text[0] = (char)(writer.text[0] - 'a' + 'A');
    return writer.text;
}
