#include "knowledge/leak.h"

#include <string.h>

enum {
    STEM_MIN = 5,        /* letters before an ending is looked at */
    ENDING_MAX = 3,      /* "Japan" + "ese" */
    LONG_STEM_MIN = 9,   /* as many alike: any ending */
    LONG_ENDING_MAX = 6, /* "demilitaris" + "e", + "ation" */
    INITIALS_MIN = 3,    /* two letters are initials of too much */
    SHORT_NAME_WORDS_MAX = 2,
    SYMBOL_MAX = 3 /* letters of "He" */
};

/* One character between U+3040 and U+30FF. */
static bool is_one_kana(const char *word)
{
    const unsigned char *p = (const unsigned char *)word;
    return p[0] == 0xe3 && p[1] >= 0x81 && p[1] <= 0x83 && p[2] && !p[3];
}

/* A name in kana is cut into single letters; one of them says nothing. */
bool leak_is_stop_word(const char *folded)
{
    static const char *const stop[] = {
        "a",    "an",   "and",  "as",    "at",   "be",     "by",    "did",
        "do",   "does", "for",  "from",  "had",  "has",    "have",  "how",
        "in",   "into", "is",   "it",    "its",  "of",     "on",    "or",
        "s",    "that", "the",  "their", "this", "to",     "under", "was",
        "were", "what", "when", "where", "who",  "which",  "with",  "between",
        "の",   "と",   "は",   "が",    "を",   "に",     "で",    "か",
        "間",   "及ひ", "及び", "した",  "され", "された",
    };
    for (size_t i = 0; i < sizeof stop / sizeof *stop; i++)
        if (!strcmp(folded, stop[i]))
            return true;
    return is_one_kana(folded);
}

void leak_init(struct leak *leak, struct arena *arena)
{
    memset(leak, 0, sizeof *leak);
    leak->arena = arena;
}

static void add_key(struct leak *leak, struct text_words words, bool shown)
{
    leak->keys = arena_grow(leak->arena, leak->keys, leak->key_count,
                            leak->key_count + 1, &leak->key_capacity,
                            sizeof *leak->keys);
    leak->keys[leak->key_count++] = (struct leak_key){words, shown};
}

static void add_name(struct leak *leak, const char *name)
{
    if (name)
        add_key(leak, text_words(leak->arena, name), false);
}

void leak_add_shown(struct leak *leak, struct text_words words)
{
    add_key(leak, words, true);
}

void leak_add_names(struct leak *leak, const struct subject *subject)
{
    for (size_t i = 0; i < subject->adjective_count; i++)
        add_name(leak, subject->adjectives[i]);
    for (size_t i = 0; i < subject->city_count; i++)
        add_name(leak, subject->cities[i]);
    for (size_t i = 0; i < subject->name_count; i++)
        add_key(leak, subject->names[i], false);
    if (subject->name_count)
        return;
    add_name(leak, subject->title);
    if (subject->name != subject->title)
        add_name(leak, subject->name);
    for (size_t i = 0; i < subject->also_count; i++)
        add_name(leak, subject->also[i]);
}

void leak_add_short_names(struct leak *leak, const struct subject *subject)
{
    for (size_t i = 0; i < subject->adjective_count; i++)
        leak_add_shown(leak, text_words(leak->arena, subject->adjectives[i]));
    for (size_t i = 0; i < subject->name_count; i++)
        if (subject->names[i].count <= SHORT_NAME_WORDS_MAX)
            leak_add_shown(leak, subject->names[i]);
}

void leak_add_value(struct leak *leak, const struct value *value)
{
    add_key(leak, value->words, true);
    if (!value->refers)
        return;
    leak_add_names(leak, value->refers);
    add_name(leak, value->refers->name_ja);
}

void leak_add_option(struct leak *leak, struct text_words words)
{
    leak->options = arena_grow(leak->arena, leak->options, leak->option_count,
                               leak->option_count + 1, &leak->option_capacity,
                               sizeof *leak->options);
    leak->options[leak->option_count++] = words;
}

void leak_excuse(struct leak *leak, const char *text)
{
    const size_t room = sizeof leak->excused / sizeof *leak->excused;
    if (text && leak->excused_count < room)
        leak->excused[leak->excused_count++] = text_words(leak->arena, text);
}

static bool has_digit(const char *word)
{
    return strpbrk(word, "0123456789") != NULL;
}

/* The same word, or one the other with an ending: "Japan", "Japanese". */
static bool same_word(const char *a, const char *b)
{
    size_t i = 0;
    while (a[i] && a[i] == b[i])
        i++;
    if (!a[i] && !b[i])
        return true;
    size_t endings = strlen(a + i) + strlen(b + i);
    if (i < STEM_MIN || has_digit(a) || has_digit(b))
        return false;
    if (i >= LONG_STEM_MIN)
        return endings <= LONG_ENDING_MAX;
    return !(a[i] && b[i]) && endings <= ENDING_MAX;
}

static bool has_word(const struct text_words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (same_word(words->words[i], word))
            return true;
    return false;
}

static bool in_every_option(const struct leak *leak, const char *word)
{
    for (size_t i = 0; i < leak->option_count; i++)
        if (!has_word(&leak->options[i], word))
            return false;
    return leak->option_count > 0;
}

static bool is_excused(const struct leak *leak, const struct leak_key *key,
                       const char *word)
{
    if (leak_is_stop_word(word) || in_every_option(leak, word))
        return true;
    if (key->shown && leak->option_count)
        return false;
    for (size_t i = 0; i < leak->excused_count; i++)
        if (has_word(&leak->excused[i], word))
            return true;
    return false;
}

/* True if the letters of `word` begin words that stand in a row from `at`;
 * little words may be left out ("ACSA": acquisition and cross-servicing
 * agreement). */
static bool initials_from(const char *word, const struct text_words *words,
                          size_t at)
{
    const char *letter = word;
    for (size_t i = at; i < words->count && *letter; i++) {
        if (words->words[i][0] == *letter)
            letter++;
        else if (letter == word || !leak_is_stop_word(words->words[i]))
            return false;
    }
    return !*letter;
}

bool leak_is_initials_of(const char *word, const struct text_words *words)
{
    if (strlen(word) < INITIALS_MIN || leak_is_stop_word(word))
        return false;
    for (size_t i = 0; i + INITIALS_MIN <= words->count; i++)
        if (initials_from(word, words, i))
            return true;
    return false;
}

/* True if a name in kana stands in the stem. */
static bool kana_in_words(const struct leak *leak, const struct leak_key *key,
                          const struct text_words *stem)
{
    for (size_t i = 0; i < key->words.count; i++) {
        struct text_words run = {key->words.words + i, 0};
        while (i < key->words.count && is_one_kana(key->words.words[i]))
            i++, run.count++;
        bool is_shared = leak->option_count > 0;
        for (size_t k = 0; k < leak->option_count; k++)
            is_shared = is_shared && text_has_words(&leak->options[k], &run);
        if (run.count > 1 && !is_shared && text_has_words(stem, &run))
            return true;
    }
    return false;
}

bool leak_begins_word(const struct text_words *text, const char *word)
{
    size_t length = strlen(word);
    if (length == 0 || length > SYMBOL_MAX || has_digit(word))
        return false;
    for (size_t i = 0; i < text->count; i++) {
        if (strncmp(text->words[i], word, length) == 0 &&
            text->words[i][length])
            return true;
    }
    return false;
}

/* A symbol that is the beginning of what it stands for, unless each option is
 * the beginning of some word. */
static bool symbol_in_words(const struct leak *leak, const struct leak_key *key,
                            const struct text_words *stem)
{
    if (!key->shown || key->words.count != 1 || leak->option_count == 0 ||
        !leak_begins_word(stem, key->words.words[0]))
        return false;
    for (size_t i = 0; i < leak->option_count; i++) {
        if (leak->options[i].count != 1 ||
            !leak_begins_word(stem, leak->options[i].words[0]))
            return true;
    }
    return false;
}

static bool key_in_words(const struct leak *leak, const struct leak_key *key,
                         const struct text_words *stem)
{
    if (kana_in_words(leak, key, stem) || symbol_in_words(leak, key, stem))
        return true;
    for (size_t i = 0; i < key->words.count; i++) {
        const char *word = key->words.words[i];
        if (is_excused(leak, key, word))
            continue;
        if (has_word(stem, word) || leak_is_initials_of(word, stem))
            return true;
    }
    for (size_t i = 0; i < stem->count; i++)
        if (!is_excused(leak, key, stem->words[i]) &&
            leak_is_initials_of(stem->words[i], &key->words))
            return true;
    return false;
}

bool leak_in_text(const struct leak *leak, const char *text)
{
    if (!text)
        return false;
    struct text_words stem = text_words(leak->arena, text);
    for (size_t i = 0; i < leak->key_count; i++)
        if (key_in_words(leak, &leak->keys[i], &stem))
            return true;
    return false;
}

struct text_words leak_shared(struct arena *arena,
                              const struct text_words *words,
                              const struct text_words *text)
{
    struct text_words found = {
        arena_array(arena, words->count + 1, sizeof *found.words), 0};
    for (size_t i = 0; i < words->count; i++)
        if (!leak_is_stop_word(words->words[i]) &&
            has_word(text, words->words[i]))
            found.words[found.count++] = words->words[i];
    return found;
}

bool leak_has_all(const struct text_words *words, const struct text_words *part)
{
    for (size_t i = 0; i < part->count; i++)
        if (!has_word(words, part->words[i]))
            return false;
    return true;
}
