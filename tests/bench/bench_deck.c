/*
 * Reads and indexes a deck of 100,000 facts, beside inih alone with a handler
 * that does nothing. The goal is at most five times inih's time.
 */
#include <ini.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/random.h"
#include "io/deck_file.h"
#include "knowledge/knowledge.h"

enum { SUBJECTS = 10000, FIELDS = 10, ROUNDS = 7, TEXT_MAX = 16 << 20 };

static const double goal_ratio = 5;

static const char kinds[] =
    "[kind treaty]\n"
    "label = agreement\n"
    "title = name\n"
    "[field treaty.signed]\ntype = date\nask = When was {title} signed?\n"
    "back = Which agreement was signed on {value}?\n"
    "[field treaty.in force]\ntype = date\n"
    "ask = When did {title} enter into force?\n"
    "[field treaty.place]\ntype = place\nask = Where was {title} signed?\n"
    "[field treaty.party]\ntype = party\nof = party\nmany = yes\n"
    "[field treaty.signed by]\ntype = name\nmany = yes\n"
    "ask = Who signed {title}?\n"
    "[field treaty.family]\ntype = choice\nword = pact\nword = supply "
    "agreement\n"
    "[field treaty.articles]\ntype = count\n"
    "ask = How many articles has {title}?\n"
    "[field treaty.duration]\ntype = text\nask = How long is {title} in "
    "force?\n"
    "[field treaty.aim]\ntype = text\nask = What is {title} for?\n"
    "[field treaty.series]\ntype = number\nask = What is the number of "
    "{title}?\n"
    "[kind party]\nentity = yes\n"
    "[party north]\nname = North\n[party south]\nname = South\n"
    "[party east]\nname = East\n[party west]\nname = West\n";

static const char *pick(struct random *random, const char *const *words,
                        size_t count)
{
    return words[random_below(random, count)];
}

/* One subject with ten facts, as a treaty has them. */
static size_t write_subject(char *out, size_t room, int i,
                            struct random *random)
{
    static const char *const parties[] = {"North", "South", "East", "West"};
    static const char *const families[] = {"pact", "supply agreement"};
    static const char *const places[] = {"Tokyo",  "Canberra", "London",
                                         "Seoul",  "Delhi",    "Washington",
                                         "Manila", "Rome"};
    static const char *const clauses[] = {
        "mutual supply of fuel and ammunition",
        "protection of shared secret information",
        "entry of visiting forces for exercises",
        "joint development of equipment",
        "consultation when security is threatened"};
    int year = 1900 + (int)random_below(random, 120);
    int month = 1 + (int)random_below(random, 12);
    int day = 1 + (int)random_below(random, 28);
    int length = snprintf(
        out, room,
        "[treaty t-%d]\n"
        "name = Agreement number %d of the northern series\n"
        "signed = %d-%02d-%02d\n"
        "in force = %d-%02d-%02d\n"
        "place = %s %d\n"
        "party = %s\n"
        "signed by = Minister %d\n"
        "family = %s\n"
        "articles = %d\n"
        "duration = %d years, then for as long as neither side ends it\n"
        "aim = %s, and of what belongs to it, in part %d of the region\n"
        "series = %d\n"
        "source = Treaty text, page %d\n\n",
        i, i, year, month, day, year + 1, month, day, pick(random, places, 8),
        (int)random_below(random, 500), pick(random, parties, 4),
        (int)random_below(random, 3000), pick(random, families, 2),
        1 + (int)random_below(random, 40), 1 + (int)random_below(random, 90),
        pick(random, clauses, 5), (int)random_below(random, 5000), i, i % 900);
    return (size_t)length;
}

static size_t write_deck(char *out, size_t room)
{
    struct random random = random_seeded(1);
    size_t used = (size_t)snprintf(out, room, "[deck]\ntitle = Bench\n\n");
    for (int i = 0; i < SUBJECTS; i++)
        used += write_subject(out + used, room - used, i, &random);
    return used;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int do_nothing(void *user, const char *section, const char *name,
                      const char *value)
{
    (void)user;
    (void)section;
    (void)name;
    (void)value;
    return 1;
}

static double time_inih(const char *text)
{
    double start = seconds();
    ini_parse_string(text, do_nothing, NULL);
    return seconds() - start;
}

struct times {
    double read;
    double build;
    size_t facts;
    size_t problems;
};

static struct times time_pacta(const char *text, size_t length)
{
    struct arena arena;
    struct problems problems;
    struct source sources[2];
    struct times times;
    double start = seconds();
    arena_init(&arena, (size_t)2 << 30);
    problems_init(&problems, &arena);
    deck_text_read(kinds, sizeof kinds - 1, "kinds", &arena, &sources[0],
                   &problems);
    deck_text_read(text, length, "bench", &arena, &sources[1], &problems);
    times.read = seconds() - start;
    const struct knowledge *knowledge =
        knowledge_build(&arena, sources, 2, &problems);
    times.build = seconds() - start - times.read;
    times.facts = knowledge->fact_count;
    times.problems = problems.errors + problems.warnings;
    if (problems.count)
        printf("  %s:%d: %s\n", problems.list[0].file, problems.list[0].line,
               problems.list[0].message);
    arena_release(&arena);
    return times;
}

int main(void)
{
    static char text[TEXT_MAX];
    size_t length = write_deck(text, sizeof text);
    double inih = 1e9;
    struct times best = {1e9, 1e9, 0, 0};
    for (int round = 0; round < ROUNDS; round++) {
        double alone = time_inih(text);
        struct times times = time_pacta(text, length);
        inih = alone < inih ? alone : inih;
        if (times.read + times.build < best.read + best.build)
            best = times;
    }
    double ratio = (best.read + best.build) / inih;
    printf("deck of %zu facts, %.1f MB: inih alone %.0f ms, read %.0f ms, "
           "build and index %.0f ms, %zu problems\n",
           best.facts, (double)length * 1e-6, inih * 1e3, best.read * 1e3,
           best.build * 1e3, best.problems);
    printf("load and index / inih alone: %.2f (goal at most %.0f): %s\n", ratio,
           goal_ratio, ratio <= goal_ratio ? "met" : "missed");
    return 0;
}
