/*
 * check_card.h -- what is wrong with cards written by hand; inside the room.
 *
 * Each function looks at one card and adds what it finds, in the line of the
 * option or question that it is about. Pure.
 */
#ifndef KNOWLEDGE_CHECK_CARD_H
#define KNOWLEDGE_CHECK_CARD_H

#include "knowledge/knowledge.h"

enum { OPTIONS_COMPARED_MAX = 50 }; /* no card has more by hand */

/* What every card is looked at with. */
struct card_check {
    const struct knowledge *knowledge;
    struct problems *problems;
    struct arena *arena; /* forgotten after each card */
    int32_t today;
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

/* Adds what gives the answer away by its looks, and what no clean question
 * has: "all of the above", NOT, places that no card fills. */
void check_look(const struct card_check *check, const struct card *card);

/* Adds a question that tells its answer. */
void check_card_leak(const struct card_check *check, const struct card *card);

/* The party of that name, or NULL. */
const struct subject *check_party(const struct card_check *check,
                                  const char *name);

/* The words of an option with all spellings of a number as digits. */
struct text_words check_words_of(const struct card_check *check,
                                 const char *text);

/* True for "Japan and India" and "India and Japan". */
bool check_same_list(const struct text_words *a, const struct text_words *b);

/* The lines of a card: its question, its answer, its nth wrong option. */
int check_ask_line(const struct card *card);
int check_answer_line(const struct card *card);
int check_wrong_line(const struct card *card, size_t nth);

/* What the card asks, with a blank for the braces of a cloze. */
const char *check_asked(const struct card_check *check,
                        const struct card *card);

#endif
