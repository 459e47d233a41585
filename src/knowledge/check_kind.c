#include "knowledge/check_kind.h"

#include <string.h>

#include "knowledge/check_card.h"
#include "knowledge/suggest.h"
#include "knowledge/template.h"

/* What a template may name beside the fields of its kind. */
enum place {
    PLACE_TITLE = 1,
    PLACE_VALUE = 2,
    PLACE_PARTNER = 4,
    PLACE_DESCRIPTION = 8,
    PLACE_INDEX = 16,
    PLACE_HOME = 32,
    PLACE_COUNT = 64, /* {count|article|articles} */
    PLACE_OWN = 128,  /* the field itself, by its name */
    PLACE_FIELD = 256
};

static const struct {
    const char *name;
    enum place place;
} places[] = {
    {"title", PLACE_TITLE},     {"value", PLACE_VALUE},
    {"partner", PLACE_PARTNER}, {"description", PLACE_DESCRIPTION},
    {"index", PLACE_INDEX},     {"home", PLACE_HOME},
};

enum { PLACES = sizeof places / sizeof places[0] };

struct kind_check {
    const struct knowledge *knowledge;
    struct problems *problems;
};

/* A template, what it is for, and where it stands. */
struct sentence {
    const struct kind *kind;
    const struct field *field; /* NULL: it describes */
    const char *key;           /* "ask" */
    const char *text;
    const char *file;
    int line;
};

/* What each sort of sentence must have, one of them, and may not have. */
static const struct {
    const char *key;
    int needs;
    int never;
    const char *remedy;
} rules[] = {
    {"ask", PLACE_TITLE | PLACE_DESCRIPTION,
     PLACE_VALUE | PLACE_COUNT | PLACE_OWN,
     "ask for the value by {title}: When was {title} signed?"},
    {"back", PLACE_VALUE | PLACE_COUNT, PLACE_TITLE | PLACE_DESCRIPTION,
     "ask for the subject by {value}: Which agreement was signed on {value}?"},
    {"true", PLACE_VALUE | PLACE_COUNT, 0,
     "state both {title} and {value}: {title} was signed on {value}."},
    {"true", PLACE_TITLE | PLACE_DESCRIPTION, PLACE_OWN,
     "state both {title} and {value}: {title} was signed on {value}."},
    {"match", 0, ~PLACE_HOME,
     "ask about all of them at once; {home} may stand"},
    {"order", 0, ~PLACE_HOME,
     "ask about all of them at once; {home} may stand"},
    {"describe", PLACE_FIELD | PLACE_PARTNER,
     PLACE_TITLE | PLACE_VALUE | PLACE_DESCRIPTION | PLACE_INDEX | PLACE_COUNT,
     "describe it by its fields: the {family} signed on {signed}"},
};

enum { RULES = sizeof rules / sizeof rules[0] };

static enum place place_of(const struct sentence *sentence,
                           const struct template_place *place)
{
    bool year;
    const struct field *field = template_field(sentence->kind, place, &year);
    if (field)
        return field == sentence->field ? PLACE_OWN : PLACE_FIELD;
    if (place->length > 6 && memcmp(place->name, "count|", 6) == 0 &&
        memchr(place->name + 6, '|', place->length - 6) &&
        !memchr(place->name, '{', place->length))
        return PLACE_COUNT;
    for (size_t i = 0; i < PLACES; i++) {
        if (strlen(places[i].name) == place->length &&
            memcmp(places[i].name, place->name, place->length) == 0)
            return places[i].place;
    }
    return 0;
}

static const char *place_remedy(struct arena *arena, const struct kind *kind,
                                const char *name)
{
    size_t count = 0;
    if (!*name)
        return "write what stands there: {title}";
    if (strchr(name, '{'))
        return "write one place behind another, not inside it";
    const char **names =
        arena_array(arena, PLACES + kind->field_count, sizeof *names);
    for (size_t i = 0; i < PLACES; i++)
        names[count++] = places[i].name;
    for (size_t i = 0; i < kind->field_count; i++)
        names[count++] = kind->fields[i]->name;
    return suggest(arena, name, names, count);
}

static void report_place(const struct kind_check *check,
                         const struct sentence *sentence,
                         const struct template_place *place)
{
    struct arena *arena = check->knowledge->arena;
    const char *name = arena_copy(arena, place->name, place->length);
    problems_add(check->problems, PROBLEM_ERROR, sentence->file, sentence->line,
                 "template", place_remedy(arena, sentence->kind, name),
                 "nothing can stand for {%s} in a template of \"%s\"",
                 suggest_quoted(arena, name), sentence->kind->id);
}

/* Reports what nothing can stand for; false where there is such a thing. */
static bool read_places(const struct kind_check *check,
                        const struct sentence *sentence, int *found)
{
    struct template_place place;
    const char *text = sentence->text;
    bool is_clean = true;
    for (; template_place_find(text, &place); text = place.end) {
        enum place known = place_of(sentence, &place);
        *found |= (int)known;
        if (!known)
            report_place(check, sentence, &place);
        is_clean = is_clean && known;
        if (memchr(text, '}', (size_t)(place.begin - text)))
            break;
    }
    if (!is_clean || !strpbrk(text, "{}"))
        return is_clean;
    problems_add(check->problems, PROBLEM_ERROR, sentence->file, sentence->line,
                 "template", "write both braces of each place: {title}",
                 "the template \"%s\" has a brace without its other half",
                 suggest_quoted(check->knowledge->arena, sentence->text));
    return false;
}

static void report_rule(const struct kind_check *check,
                        const struct sentence *sentence, size_t rule,
                        const char *what)
{
    problems_add(
        check->problems, PROBLEM_ERROR, sentence->file, sentence->line,
        "template", rules[rule].remedy, "`%s` of \"%s\" %s", sentence->key,
        sentence->field ? sentence->field->name : sentence->kind->id, what);
}

/* "Which of these was NOT signed?" cannot be asked of every subject. */
static void check_wording(const struct kind_check *check,
                          const struct sentence *sentence)
{
    if (strncmp(sentence->key, "ask", 3) != 0 &&
        strncmp(sentence->key, "back", 4) != 0 &&
        strncmp(sentence->key, "true", 4) != 0)
        return;
    struct card_check asked = {.arena = check->knowledge->arena};
    if (check_is_negative(&asked, sentence->text))
        problems_add(
            check->problems, PROBLEM_WARNING, sentence->file, sentence->line,
            "clean-form", "ask for what is the case",
            "`%s` of \"%s\" asks for what is not the case", sentence->key,
            sentence->field ? sentence->field->name : sentence->kind->id);
}

static void check_sentence(const struct kind_check *check,
                           const struct sentence *sentence)
{
    int found = 0;
    if (!sentence->text || !read_places(check, sentence, &found))
        return;
    check_wording(check, sentence);
    for (size_t i = 0; i < RULES; i++) {
        if (strcmp(rules[i].key, sentence->key) != 0)
            continue;
        if (found & rules[i].never) {
            report_rule(check, sentence, i,
                        found & rules[i].never & PLACE_OWN
                            ? "tells the value that it asks for"
                            : "has a place that may not stand there");
            return;
        }
        if (rules[i].needs && !(found & rules[i].needs)) {
            report_rule(check, sentence, i,
                        "would be the same for every subject");
            return;
        }
    }
}

static struct sentence sentence_of(const struct field *field, const char *key,
                                   const char *written, const char *text)
{
    return (struct sentence){
        .kind = field->kind,
        .field = field,
        .key = key,
        .text = text,
        .file = field->file,
        .line = section_line(field->section, written, 0),
    };
}

static void check_field(const struct kind_check *check,
                        const struct field *field)
{
    const struct sentence sentences[] = {
        sentence_of(field, "ask", "ask", field->ask.text),
        sentence_of(field, "ask", "ask.ja", field->ask.ja),
        sentence_of(field, "back", "back", field->back.text),
        sentence_of(field, "back", "back.ja", field->back.ja),
        sentence_of(field, "true", "true", field->truth.text),
        sentence_of(field, "true", "true.ja", field->truth.ja),
        sentence_of(field, "match", "match", field->match),
        sentence_of(field, "order", "order", field->order),
    };
    for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
        check_sentence(check, &sentences[i]);
}

static void check_descriptions(const struct kind_check *check,
                               const struct kind *kind)
{
    for (size_t i = 0; i < kind->describe_count; i++) {
        struct sentence sentence = {
            .kind = kind,
            .key = "describe",
            .text = kind->describe[i],
            .file = kind->file,
            .line = kind->describe_lines[i],
        };
        check_sentence(check, &sentence);
    }
}

/* Two words of a vocabulary that no one can tell apart. */
static void check_vocabulary(const struct kind_check *check,
                             const struct field *field)
{
    struct arena *arena = check->knowledge->arena;
    for (size_t i = 1; i < field->word_count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (strcmp(text_fold(arena, field->words[i]),
                       text_fold(arena, field->words[k])) != 0)
                continue;
            problems_add(check->problems, PROBLEM_ERROR, field->file,
                         section_line(field->section, "word", i), "twin",
                         "keep one of the two words",
                         "\"%s\" of \"%s\" is \"%s\" once more",
                         suggest_quoted(arena, field->words[i]), field->name,
                         suggest_quoted(arena, field->words[k]));
            break;
        }
    }
}

/* Without all values stated, no wrong option can be proved wrong. */
static void check_promise(const struct kind_check *check,
                          const struct field *field)
{
    static const char *const keys[] = {"true", "match", "order", "back"};
    const char *const texts[] = {field->truth.text, field->match, field->order,
                                 field->back.text};
    bool relates = field->type == TYPE_PARTY || field->type == TYPE_SUBJECT;
    if (field->complete)
        return;
    if (relates && field->ask.text)
        problems_add(check->problems, PROBLEM_WARNING, field->file, field->line,
                     "not-complete",
                     "write `complete = yes` once decks state all its values",
                     "\"%s\" of \"%s\" is asked, but no wrong option can be "
                     "proved wrong",
                     field->name, field->kind->id);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0] && !relates; i++) {
        if (texts[i])
            problems_add(
                check->problems, PROBLEM_WARNING, field->file,
                section_line(field->section, keys[i], 0), "not-complete",
                "write `complete = yes` once decks state all its values, or "
                "leave the line out",
                "`%s` of \"%s\" needs the promise that all values are stated",
                keys[i], field->name);
    }
}

void check_kinds(const struct knowledge *knowledge, struct problems *problems)
{
    struct kind_check check = {knowledge, problems};
    for (size_t i = 0; i < knowledge->kind_count; i++) {
        const struct kind *kind = knowledge->kinds[i];
        check_descriptions(&check, kind);
        for (size_t k = 0; k < kind->field_count; k++) {
            check_field(&check, kind->fields[k]);
            check_promise(&check, kind->fields[k]);
            check_vocabulary(&check, kind->fields[k]);
        }
    }
}

void check_own_question(const struct knowledge *knowledge,
                        const struct fact *fact, struct problems *problems)
{
    struct kind_check check = {knowledge, problems};
    struct sentence sentence = {
        .kind = fact->field->kind,
        .field = fact->field,
        .key = "",
        .text = fact->ask,
        .file = fact->file,
        .line = fact->ask_line,
    };
    int found = 0;
    if (!fact->ask || !read_places(&check, &sentence, &found) ||
        !(found & (PLACE_VALUE | PLACE_COUNT | PLACE_OWN)))
        return;
    problems_add(problems, PROBLEM_ERROR, fact->file, fact->ask_line,
                 "template", "leave the place out",
                 "the question of \"%s\" tells the value that it asks for",
                 fact->id);
}
