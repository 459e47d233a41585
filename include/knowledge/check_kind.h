/*
 * check_kind.h -- what is wrong with kinds and their templates; inside the
 * room.
 *
 * Pure.
 */
#ifndef KNOWLEDGE_CHECK_KIND_H
#define KNOWLEDGE_CHECK_KIND_H

#include "knowledge/knowledge.h"

/* Adds what is wrong with each kind: places that no template can fill,
 * relations that are asked without being complete. */
void check_kinds(const struct knowledge *knowledge, struct problems *problems);

#endif
