/*
 * check_card.h -- what is wrong with cards written by hand; inside the room.
 *
 * Each function looks at one card and adds what it finds, in the line of the
 * option or question that it is about. Pure.
 */
#ifndef KNOWLEDGE_CHECK_CARD_H
#define KNOWLEDGE_CHECK_CARD_H

#include "knowledge/knowledge.h"
#include "knowledge/table.h"

enum { OPTIONS_COMPARED_MAX = 50 }; /* no card has more by hand */

/* What every card is looked at with. */
struct card_check {
    const struct knowledge *knowledge;
    struct problems *problems;
    struct arena *arena; /* forgotten after each card */
    int32_t today;
    struct table *titles; /* folded title of two words or more: the subject */
};

/* Adds what is wrong with each card: twins, wrong options that are right, an
 * answer that its own question tells, the same question asked twice. */
void check_cards(const struct knowledge *knowledge, int32_t today,
                 struct problems *problems);

/* Adds the wrong options that are right by what is known of the subject, and
 * an answer that is not. */
void check_wrong_options(const struct card_check *check,
                         const struct card *card);

/* Adds options of another shape, a day to come, an article past the last. */
void check_shapes(const struct card_check *check, const struct card *card);

/* Adds what gives the answer away by its looks. */
void check_look(const struct card_check *check, const struct card *card);

/* Adds what no clean question has: "all of the above", NOT, two gaps. */
void check_clean(const struct card_check *check, const struct card *card);

/* Adds a warning about a text of the card. */
void check_report(const struct card_check *check, const struct card *card,
                  int line, const char *rule, const char *remedy,
                  const char *what, const char *text);

/* How many wrong options are compared with one another. */
size_t check_compared(const struct card *card);

/* True for a question that asks for what is not the case. */
bool check_is_negative(const struct card_check *check, const char *asked);

/* Adds a question that tells its answer. */
void check_card_leak(const struct card_check *check, const struct card *card);

/* The subject a card is of, or else the one its question names by its title;
 * NULL: none. */
const struct subject *check_subject_of(const struct card_check *check,
                                       const struct card *card);

/* Fills the table that check_subject_of looks into. */
void check_gather_titles(const struct knowledge *knowledge,
                         struct table *titles);

/* The party of that name, or NULL. */
const struct subject *check_party(const struct card_check *check,
                                  const char *name);

/* The writing of letters, as bits. */
enum check_script {
    SCRIPT_LATIN = 1,
    SCRIPT_GREEK = 2,
    SCRIPT_CYRILLIC = 4,
    SCRIPT_HAN = 8, /* and kana */
    SCRIPT_HANGUL = 16,
    SCRIPT_HEBREW = 32,
    SCRIPT_ARABIC = 64,
    SCRIPT_INDIAN = 128,
    SCRIPT_THAI = 256
};

/* The writings a text has; how one of them is called: "in Greek letters". */
unsigned check_scripts_of(const char *text);
const char *check_script_name(unsigned scripts);

/* True if a word has letters of two writings that look alike. */
bool check_mixes_scripts(const char *text);

/* The words of an option with all spellings of a number as digits. */
struct text_words check_words_of(const struct card_check *check,
                                 const char *text);

/* True for "third" and "3rd". */
bool check_is_ordinal(const char *word);

/* True for "Japan and India" and "India and Japan", and for a name of two words
 * turned round. */
bool check_same_list(const struct text_words *a, const struct text_words *b);

/* The lines of a card: its question, its answer, its nth wrong option. */
int check_ask_line(const struct card *card);
int check_answer_line(const struct card *card);
int check_wrong_line(const struct card *card, size_t nth);

/* What the card asks, with a blank for the braces of a cloze. */
const char *check_asked(const struct card_check *check,
                        const struct card *card);

#endif
