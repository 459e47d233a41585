/*
 * format.h -- questions as other programs and paper take them.
 *
 * Markdown: a sheet of numbered questions, the answers at its end. GIFT: what
 * Moodle and others import; flip cards have no place there, and an order is
 * asked as a text to be written. Between the files of the command only.
 */
#ifndef CLI_FORMAT_H
#define CLI_FORMAT_H

#include "knowledge/question.h"

/* One question of a sheet, and one line of its answers. */
void markdown_question(int number, const struct question *question);
void markdown_answer(int number, const struct question *question);

/* One question; nothing of a flip card. */
void gift_question(const struct question *question);

#endif
