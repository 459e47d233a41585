/*
 * ask_parts.h -- matches and orders in a sitting in the terminal.
 *
 * What is asked is written with numbers and letters, and one line answers all
 * of it. Between the files that make the sitting.
 */
#ifndef CLI_ASK_PARTS_H
#define CLI_ASK_PARTS_H

#include "app/laying.h"
#include "cli/ask.h"
#include "cli/json.h"

/* What a line says: of a match, which row on the right belongs to each part;
 * of an order, which part comes in each place. False when it does not say all
 * of that, each once. */
bool ask_parts_read(const struct ask *ask, const char *line,
                    int laid[PARTS_MAX]);

/* How it is to be written; in the arena of the step. */
const char *ask_parts_hint(struct ask *ask);

/* Writes the parts below the question. */
void ask_parts_show(const struct ask *ask);

/* Writes which of them were right, and what is; the same as a JSON list. */
void ask_parts_show_result(const struct ask *ask);
void ask_parts_json(struct json *json, const struct ask *ask);

#endif
