/*
 * leak.h -- does a stem give the answer away?
 *
 * The content words of the key (as shown, its aliases, the adjectives of
 * a country, the year of a date, an abbreviation or what it stands for) must
 * not occur in head or prompt, unless they stand in every option. Words are
 * compared after folding, an inflected one as its stem ("Japan", "Japanese").
 * Pure.
 */
#ifndef KNOWLEDGE_LEAK_H
#define KNOWLEDGE_LEAK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "knowledge/knowledge.h"

struct leak_key {
    struct text_words words;
    bool shown; /* as the option reads; otherwise a name it is known by */
};

struct leak {
    struct arena *arena;
    struct leak_key *keys;
    size_t key_count;
    size_t key_capacity;
    struct text_words *options; /* of a choice, the key's among them */
    size_t option_count;
    size_t option_capacity;
    struct text_words excused[4]; /* words that tell nothing of this kind */
    size_t excused_count;
};

/* Nothing to tell yet; what is added lives in `arena`. */
void leak_init(struct leak *leak, struct arena *arena);

/* The key as the option or the answer shows it. */
void leak_add_shown(struct leak *leak, struct text_words words);

/* The names of a subject in the deck's language: title, name, aliases,
 * adjectives; and its cities, which tell of it as well. */
void leak_add_names(struct leak *leak, const struct subject *subject);

/* What a subject is called in short: adjectives, names of one or two words.
 * Longer ones have words of every day. */
void leak_add_short_names(struct leak *leak, const struct subject *subject);

/* A value as shown and, where it names a subject, all of that one's names, the
 * Japanese one too. */
void leak_add_value(struct leak *leak, const struct value *value);

/* A value of that fact, and the parties of its subject that a value in Japanese
 * names: who reads フィリピン in it knows where it belongs. */
void leak_add_value_of(struct leak *leak, const struct fact *fact,
                       const struct value *value);

/* The parties of the subject that the value says in Japanese or is a city of:
 * who has a map of capitals needs no more. */
void leak_add_parties_told(struct leak *leak, const struct fact *fact,
                           const struct value *value);

/* The words of the value, and the names of the parties that it says in
 * Japanese or that it is a city of. */
struct text_words leak_words_told(struct arena *arena, const struct fact *fact,
                                  const struct value *value);

/* One option of a choice; words that stand in all of them tell nothing. */
void leak_add_option(struct leak *leak, struct text_words words);

/* Words that tell nothing (the kind's label, the home country, the template);
 * they excuse names, and the shown key as well where there are no options. */
void leak_excuse(struct leak *leak, const char *text);

/* True if the text gives the key away; NULL tells nothing. */
bool leak_in_text(const struct leak *leak, const char *text);

/* The content words of `words` that the other text has as well. */
struct text_words leak_shared(struct arena *arena,
                              const struct text_words *words,
                              const struct text_words *text);

/* True if each of `part` stands somewhere in `words`. */
bool leak_has_all(const struct text_words *words,
                  const struct text_words *part);

/* True if the word is made of first letters of words in a row: "nato". */
bool leak_is_initials_of(const char *word, const struct text_words *words);

/* True if a word of the text begins with that one and goes on: "He" and
 * "Helium". Only of words of one to three letters. */
bool leak_begins_word(const struct text_words *text, const char *word);

/* True for a word that carries no content: "of", "the". */
bool leak_is_stop_word(const char *folded);

#endif
