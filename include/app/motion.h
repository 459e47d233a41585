/*
 * motion.h -- what moves, and how far along it is.
 *
 * A motion is a kind, when it began and how long it lasts; view() asks how much
 * of it is done and draws that. Nothing waits for a motion: any key finishes
 * all at once. With motion turned off all but the cross-fade are at their end
 * from the beginning. Pure: time is app->mono_ms.
 */
#ifndef APP_MOTION_H
#define APP_MOTION_H

#include <stdbool.h>
#include <stdint.h>

enum motion_kind {
    MOTION_TURN,   /* the card turns: 220 ms */
    MOTION_STAMP,  /* a seal is stamped: 220 ms */
    MOTION_STRIKE, /* a wrong answer is struck out: 240 ms */
    MOTION_LEAVE,  /* the card leaves, the next rises: 160 ms */
    MOTION_PAGE,   /* one page becomes another: 120 ms */
    MOTION_GROW,   /* bars and rings grow: 300 ms */
    MOTION_RING,   /* the focus ring comes to another control: 80 ms */
    MOTION_FADE,   /* in place of the others when motion is reduced: 80 ms */
    MOTION_COUNT
};

struct motion {
    int64_t from_ms;
    bool runs;
};

struct app;

/* Begins a motion now; a cross-fade where motion is reduced. */
void motion_begin(struct app *app, enum motion_kind kind);

/* The ring comes to another control, over what is on show; at once where motion
 * is reduced. */
void motion_ring(struct app *app);

/* All of them are at their end. */
void motion_finish(struct app *app);

/* Ends those whose time is over. */
void motion_pass(struct app *app);

/* Milliseconds a motion of that kind lasts. */
int motion_ms(enum motion_kind kind);

/* Milliseconds since it began, at most motion_ms(); motion_ms() when it does
 * not run. */
int motion_at_ms(const struct app *app, enum motion_kind kind);

/* 0 to 1, the same as a share; 1 when it does not run. */
double motion_share(const struct app *app, enum motion_kind kind);

/* True while anything moves. */
bool motion_runs(const struct app *app);

/* How far along eased movements are: 1-(1-t)^3 and t^3, for t from 0 to 1. */
double motion_ease_out(double t);
double motion_ease_in(double t);

/* Of the turn at `ms`: width as a share (1 to .06 to 1), darkening (0 to .1).
 */
double motion_turn_width(int ms);
double motion_turn_shade(int ms);

/* Of the stamp at `ms`: size (1.35, .96 at 160, 1), ink (0 to 1), degrees (-9
 * to -4). */
double motion_stamp_size(int ms);
double motion_stamp_ink(int ms);
double motion_stamp_turn(int ms);

/* Of the toast on show: how much of it is seen (0 to 1), milliseconds it is
 * there in all, milliseconds until it looks otherwise. */
double motion_toast_ink(const struct app *app);
int motion_toast_ms(const struct app *app);
int motion_toast_wait_ms(const struct app *app);

/* Of the strokes at `ms`: how long the first or second one is. */
double motion_strike_length(int stroke, int ms);

#endif
