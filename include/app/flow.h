/*
 * flow.h -- the body of a sheet: blocks one below the other, scrolled by whole
 * blocks when they do not fit.
 *
 * A block is a line of text, a hairline or something a screen draws itself.
 * What does not fit as a whole is not drawn; what was scrolled away can still
 * be reached by Tab when it is a control. At most FLOW_MAX blocks; text past
 * them is left out. Between the files of the app only.
 */
#ifndef APP_FLOW_H
#define APP_FLOW_H

#include "app/parts.h"

enum { FLOW_MAX = 512 };

struct flow_block {
    int x; /* px from the flow's left side */
    int y; /* px from its top */
    int w;
    int h;
    const char *text; /* a line of it */
    struct style style;
    bool icon;             /* a source's icon before it */
    bool rule;             /* a hairline */
    enum token bar;        /* a bar 3 px wide along the left side, or none */
    struct control sent;   /* of a block that is a control */
    struct control beside; /* of a second one in it */
    void (*draw)(struct pen *pen, struct rect rect, int number);
    int number;
};

struct flow {
    int w;
    int y; /* below the last block */
    int indent;
    enum token bar; /* of the blocks to come */
    struct flow_block *blocks;
    int count;
};

/* An empty flow of that width. */
struct flow flow_open(struct pen *pen, int w);

/* Room between two blocks. */
void flow_gap(struct flow *flow, int px);

/* Wrapped text (balanced where asked), a block a line. */
void flow_text(struct pen *pen, struct flow *flow, struct style style,
               const char *text, bool balanced);

/* A source with its icon; nothing where there is none. */
void flow_source(struct pen *pen, struct flow *flow, struct style style,
                 const char *source);

/* A hairline. */
void flow_rule(struct flow *flow);

/* Something `h` px high that a screen draws itself. */
void flow_own(struct flow *flow, int h,
              void (*draw)(struct pen *, struct rect, int), int number,
              struct control sent);

/* The block that was added last has a second control. */
void flow_beside_control(struct flow *flow, struct control beside);

/* What follows stands beside a bar of that colour; TOKEN_NONE: no longer. */
void flow_beside(struct pen *pen, struct flow *flow, enum token bar);

/* Steps by which the flow can be scrolled in `room` px. */
int flow_steps(const struct flow *flow, int room);

/* Draws what is on show of it in `rect`; returns true while more lies below.
 * The list's scroll_max becomes the number of steps. */
bool flow_draw(struct pen *pen, const struct flow *flow, struct rect rect);

/* "More below" with its key, from (x, y); a line 22 high. */
void flow_more(struct pen *pen, int x, int y);

#endif
