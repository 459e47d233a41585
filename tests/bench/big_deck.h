/*
 * big_deck.h -- a deck of so many subjects with twelve fields each, made up.
 *
 * Everything is stated in full, so that every form is asked of it.
 */
#ifndef BENCH_BIG_DECK_H
#define BENCH_BIG_DECK_H

#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "io/deck_file.h"
#include "knowledge/knowledge.h"

static const struct {
    const char *name, *type, *ask, *more;
} big_fields[] = {
    {"opened", "date", "When was {title} opened?",
     "back = Which port was opened on {value}?\n"},
    {"rebuilt", "date", "When was {title} rebuilt?", ""},
    {"charted", "date", "When was {title} charted?", ""},
    {"coast", "place", "On which coast is {title}?", ""},
    {"builder", "name", "Who built {title}?", ""},
    {"pilot", "name", "Who pilots ships into {title}?", ""},
    {"trade", "choice", "What does {title} trade in?",
     "word = grain\nword = timber\nword = coal\nword = fish\nword = salt\n"},
    {"berths", "count", "How many berths has {title}?", ""},
    {"cranes", "count", "How many cranes has {title}?", ""},
    {"depth", "number", "How deep is {title}?", ""},
    {"rule", "text", "What is the rule of {title}?", ""},
    {"lamp", "text", "How is {title} lit?", ""},
};

enum { BIG_BYTES_EACH = 640 };

static inline unsigned big_below(struct random *random, uint64_t n)
{
    return (unsigned)random_below(random, n);
}

static inline size_t big_write_subject(char *out, size_t room, int i,
                                       struct random *random)
{
    static const char *const trades[] = {"grain", "timber", "coal", "fish",
                                         "salt"};
    unsigned a = big_below(random, 5000), b = big_below(random, 5000);
    unsigned year = 1800 + big_below(random, 200);
    unsigned month = 1 + big_below(random, 12), day = 1 + big_below(random, 28);
    int length = snprintf(
        out, room,
        "[port p-%d]\nname = Harbour of K%dm\n"
        "opened = %u-%02u-%02u\nrebuilt = %u-%02u-%02u\n"
        "charted = %u-%02u-%02u\ncoast = Coast %u\nbuilder = Mason %u\n"
        "pilot = Pilot %u\ntrade = %s\nberths = %u\ncranes = %u\n"
        "depth = %u m\nrule = ships of mark %u wait for flag %u at sea\n"
        "lamp = by %u lamps on %u poles along the quay\n\n",
        i, i, year, month, day, year + 9, day % 12 + 1, month, year - 30,
        13 - month, day, a % 700, a, b, trades[a % 5], 1 + a % 90, 1 + b % 90,
        4 + b % 40, a, b, b, a);
    return (size_t)length;
}

/* The kind, and all it can be asked. */
static inline const char *big_kind(struct arena *arena)
{
    const char *text = "[kind port]\nlabel = port\ntitle = name\n";
    for (size_t i = 0; i < sizeof big_fields / sizeof *big_fields; i++)
        text = arena_printf(arena,
                            "%s[field port.%s]\ntype = %s\ncomplete = yes\n"
                            "ask = %s\n%s"
                            "true = Of {title} this is so: {value}.\n",
                            text, big_fields[i].name, big_fields[i].type,
                            big_fields[i].ask, big_fields[i].more);
    return text;
}

/* Reads and indexes a deck of so many subjects. */
static inline struct knowledge *big_deck(struct arena *arena, int subjects)
{
    struct problems problems;
    static struct source sources[2];
    struct random random = random_seeded(1);
    size_t room = (size_t)(subjects + 1) * BIG_BYTES_EACH;
    char *text = arena_alloc(arena, room);
    size_t used = (size_t)snprintf(text, room, "[deck]\ntitle = Ports\n\n");
    for (int i = 0; i < subjects; i++)
        used += big_write_subject(text + used, room - used, i, &random);
    problems_init(&problems, arena);
    const char *kind = big_kind(arena);
    deck_text_read(kind, strlen(kind), "kinds", arena, &sources[0], &problems);
    deck_text_read(text, used, "ports", arena, &sources[1], &problems);
    return knowledge_build(arena, sources, 2, &problems);
}

#endif
