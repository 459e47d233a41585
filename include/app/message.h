/*
 * message.h -- what keys and the pointer mean on a question whose parts are
 * laid.
 *
 * They look at what was last painted: which row lies beside which, which place
 * the pointer is over. Nothing changes here. Between the files of the app only.
 */
#ifndef APP_MESSAGE_H
#define APP_MESSAGE_H

#include "app/keys.h"

/* Lines of text by which a control must come nearer to be seen. */
int message_lines_away(const struct app *app, const struct draw *item);

/* The ring goes to the row above or below it, or to the other side. */
struct msg message_match_step(const struct app *app,
                              const struct draw_list *list,
                              const struct key_row *row);

/* A row that is chosen, or a place that is meant, comes into sight. */
struct msg message_lay(const struct app *app, const struct draw_list *list,
                       const struct key_row *row);

/* The strip that is pressed goes with the pointer, and lies where it is let
 * go; kind MSG_NONE: none is, or the click is one. */
struct msg message_carry(const struct app *app, const struct draw_list *list,
                         const struct input *input);

#endif
