/*
 * json_question.h -- a question as the fields of an object, the same ones in
 * `pacta questions` and `pacta ask`.
 */
#ifndef CLI_JSON_QUESTION_H
#define CLI_JSON_QUESTION_H

#include "cli/json.h"
#include "knowledge/question.h"

/* Adds the fields of a question; of one that is not answered yet, none that
 * tells which option is right. */
void json_question(struct json *json, const struct question *question,
                   uint64_t seed, bool answered);

#endif
