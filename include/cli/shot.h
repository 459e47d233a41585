/*
 * shot.h -- a screen as a picture: the ways to each of them.
 *
 * Between the files of the command only. The program is driven by messages as a
 * person would drive it; nothing it wants done outside is done.
 */
#ifndef CLI_SHOT_H
#define CLI_SHOT_H

#include "app/app.h"
#include "cli/desk.h"
#include "cli/look.h"
#include "ui/fonts.h"

struct shot {
    const struct options *options;
    struct desk desk;
    struct look look;
    struct app app;
    struct fonts *fonts;
    struct arena frame;
    struct arena before_arena; /* of `before` */
    struct draw_list before;   /* what was to be seen before the last message */
    int64_t mono_ms;
    bool disk_full; /* saves fail */
};

struct shot_row {
    const char *name;
    bool (*go)(struct shot *); /* false: there is nothing to show there */
};

/* The whole table, for messages and for the manual. */
const struct shot_row *shot_table(size_t *count);

/* Opens the decks that `decks` names, the log or an invented learner, fonts and
 * looks, and begins; false with a sentence. To be closed in either case. */
bool shot_open(struct shot *shot, const struct options *options,
               const struct options *decks, struct error *err);
void shot_close(struct shot *shot);

/* Sends a message. Time passes before it, so that nothing moves any more. */
void shot_act(struct shot *shot, struct msg msg);

/* Studies in that form until one has four parts, or, of decks that were named,
 * any; false: there is none. */
bool shot_begin_parts(struct shot *shot, enum form form);

/* Joins all pairs, the first two wrongly when `wrong`; puts all in order. */
void shot_match_all(struct shot *shot, bool wrong);
void shot_order_all(struct shot *shot);

/* The ways to them: some laid, none, wrongly and rightly answered. */
bool shot_match(struct shot *shot);
bool shot_match_open(struct shot *shot);
bool shot_match_wrong(struct shot *shot);
bool shot_match_right(struct shot *shot);
bool shot_order(struct shot *shot);
bool shot_order_open(struct shot *shot);
bool shot_order_wrong(struct shot *shot);
bool shot_order_right(struct shot *shot);

/* What is to be seen now, in an arena that is emptied for it. */
void shot_view(struct shot *shot, struct draw_list *list, struct arena *arena);

#endif
