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
struct effect update_settings(struct app *app, const struct msg *msg);
struct effect update_welcome(struct app *app, const struct msg *msg);
struct effect update_mistakes(struct app *app, const struct msg *msg);

/* The sheets of components and motions: nothing can be done on them. */
struct effect update_picture(struct app *app, const struct msg *msg);

/* A setting changes, wherever that was asked for; also MSG_ZOOM. */
struct effect update_setting(struct app *app, const struct msg *msg);

/* What lies over the screen takes the message; false: it does not. */
bool update_overlay(struct app *app, const struct msg *msg,
                    struct effect *effect);

/* The parts of a question that are laid: joined, or put in order; while it is
 * asked. */
struct effect update_match(struct app *app, const struct msg *msg);
struct effect update_order(struct app *app, const struct msg *msg);

/* Nothing is joined yet, and all stand as they are shown. */
void laying_begin(struct app *app);

/* The part that is joined with that row on the right, -1 none; how many parts
 * of a match are not joined yet. */
int laying_joined_to(const struct app *app, int right);
int laying_left_to_match(const struct app *app);

/* What was laid is judged and saved. */
struct effect app_answer_parts(struct app *app);

/* Goes to one of the pages of the spine. */
void app_go_to(struct app *app, enum screen screen);

/* Nothing has the focus or the pointer. */
void app_forget_pointer(struct app *app);

/* Text goes into the open field at its caret, and out of it. */
struct effect update_field(struct app *app, const struct msg *msg);

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

/* The same, and the card on show leaves. */
void app_next(struct app *app);

/* The option that the arrow keys come to, -1 without. */
int app_picked_next(const struct app *app, int step);

/* Says so when a review raised an item to Held or Kept. */
void app_tell_stage(struct app *app, const char *item,
                    const struct progress_step *step);

/* The review of the question on show becomes pending. */
struct effect app_review(struct app *app, enum grade grade);

/* The reviews of all parts of the question on show become pending, one each. */
struct part_grade {
    enum grade grade;
    double chance; /* of it by luck */
};
struct effect app_review_parts(struct app *app,
                               const struct part_grade *grades);

/* Taking back the last answer, and giving it again, become pending. */
struct effect app_undo(struct app *app);
struct effect app_redo(struct app *app);

/* A wrong typed answer was right after all: void, then a new review. */
struct effect app_overrule(struct app *app);

/* A setting of the log becomes pending; `name` lives for ever. */
struct effect app_save_setting(struct app *app, const char *name, double value);

/* That setting is durable: it is obeyed, and kept with the others. */
struct effect app_setting_saved(struct app *app);

/* The screen of settings is gone to, or what has the ring on it changed. */
void app_settings_shown(struct app *app);
void app_settings_focused(struct app *app, struct control before);

/* True if a control of the page of settings is a text field. */
bool app_settings_is_field(struct control control);

/* Counts anew what the settings say of the load. */
void app_settings_counted(struct app *app);

/* The item on show waits until tomorrow: that becomes pending; and what happens
 * when it is durable. */
struct effect app_aside(struct app *app);
struct effect app_save_aside(struct app *app, const char *item);
void app_aside_saved(struct app *app);

/* The pending event is durable: goes on from there. */
struct effect app_saved(struct app *app);

/* It could not be saved: it is held in memory, and the person told so. */
struct effect app_save_failed(struct app *app, const char *why);

/* The window closes, once what is held is saved or given up. */
struct effect app_quit(struct app *app);

/* Lays something over the screen, and takes it away again. */
void app_open_overlay(struct app *app, enum overlay overlay);
void app_close_overlay(struct app *app);

/* The line that was mended last becomes what it was. */
struct effect app_unmend(struct app *app);

/* Goes to the page of mistakes, if there are any. */
struct effect app_go_mistakes(struct app *app);

/* Writes the body of a review event as JSON; `part` is the part of a match or
 * an order that it is about, else -1. */
void review_body(const struct app *app, int part, char out[EVENT_BODY_MAX]);

#endif
