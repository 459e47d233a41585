/*
 * library.h -- what the two halves of the library share. Between the files of
 * memory alone.
 */
#ifndef LIBRARY_H
#define LIBRARY_H

#include "memory/model.h"
#include "pacta-memory.h"

/* The model inside; false for a kind that is none. */
bool library_kind(int kind, enum model_kind *inside);

/* A model as strangers see it. */
void library_model(const struct memory_model *inside,
                   struct pacta_model *model);

static inline bool library_is_rating(int rating)
{
    return rating >= PACTA_AGAIN && rating <= PACTA_EASY;
}

static inline bool library_is_chance(double chance)
{
    return chance >= 0.0 && chance < 1.0;
}

#endif
