/*
 * update.h -- the parts of update(), between the files of the app room only.
 *
 * One function a screen, and what they share: saving, asking, going elsewhere.
 * Pure, as all of the app.
 */
#ifndef APP_UPDATE_H
#define APP_UPDATE_H

#include "app/app.h"

struct effect update_home(struct app *app, const struct msg *msg);
struct effect update_study(struct app *app, const struct msg *msg);
struct effect update_end(struct app *app, const struct msg *msg);

/* Goes to a screen with nothing focused, hovered or scrolled. */
void app_go(struct app *app, enum screen screen);

/* Goes home and plans what is due now. */
void app_go_home(struct app *app);

/* Shows a word for a few seconds. */
void app_toast(struct app *app, const char *text);

/* Begins a sitting with app->plan, at most `limit` items (0: all). */
void app_begin(struct app *app, int limit);

/* Makes the question of the sitting's current item, or ends the sitting. */
void app_ask(struct app *app);

/* The review of the question on show becomes pending. */
struct effect app_review(struct app *app, enum grade grade);

/* Taking back the last answer, and giving it again, become pending. */
struct effect app_undo(struct app *app);
struct effect app_redo(struct app *app);

/* A wrong typed answer was right after all: void, then a new review. */
struct effect app_overrule(struct app *app);

/* The pending event is durable: goes on from there. */
struct effect app_saved(struct app *app);

/* Writes the body of a review event as JSON. */
void app_review_body(const struct app *app, char *out, size_t size);

#endif
