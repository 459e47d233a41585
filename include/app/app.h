/*
 * app.h -- the program as one value.
 *
 * update() takes the value and a message, changes the value and returns what
 * is to be done outside (an effect); view() makes the list of what is to be
 * seen. Nothing here knows a clock, a file or a window, so a sitting replays
 * from messages and compares as text. The window, the terminal and the
 * pictures all go round this one circle.
 *
 * Plain data: pointers lead into what never changes (knowledge), into the
 * sitting's arena, or to progress, which update() alone changes.
 */
#ifndef APP_APP_H
#define APP_APP_H

#include <stdbool.h>

#include "app/draw.h"
#include "app/input.h"
#include "app/msg.h"
#include "knowledge/answer.h"
#include "study/ladder.h"
#include "study/session.h"

enum {
    APP_TYPED_MAX = 256,
    APP_NOTICE_MAX = 512,
    APP_TOAST_MS = 4000,
    APP_RETRY_MS = 10000,
    APP_ANSWER_MS_MAX = 600000,
};

enum screen { SCREEN_HOME, SCREEN_STUDY, SCREEN_END, SCREEN_COUNT };

/* Where a question stands. */
enum phase {
    PHASE_ASKING,   /* the question is open */
    PHASE_BACK,     /* a flip card's answer is shown, its grade is wanted */
    PHASE_FEEDBACK, /* a choice or typed answer is judged and saved */
};

/* What update() wants done outside. */
enum effect_kind {
    EFFECT_NONE,
    EFFECT_SAVE, /* append app->pending; report MSG_SAVED or MSG_SAVE_FAILED */
    EFFECT_QUIT,
};

struct effect {
    enum effect_kind kind;
};

/* The event that is being saved. */
struct pending {
    bool open;   /* nothing else goes on until it is saved */
    bool failed; /* the last try failed; it is tried again */
    bool is_redo;
    bool is_overrule; /* a void that "I was right" follows up */
    struct event event;
    double recall; /* predicted just before a review */
    char body[EVENT_BODY_MAX];
};

/* An answer of this sitting, kept so that it can be given again after it was
 * taken back; in the sitting's arena. */
struct given {
    struct event event;
    double recall;
    struct given *next;
};

struct app {
    const struct knowledge *knowledge;
    const struct problems *problems; /* of the decks; may be NULL */
    struct progress *progress;
    struct arena *sitting;   /* reset when a sitting begins */
    const struct deck *deck; /* only this deck, or NULL for all */
    uint64_t seed;
    enum form form;     /* FORM_COUNT: the ladder chooses */
    bool saves_nothing; /* the learner was told why */

    enum screen screen;
    enum phase phase;
    struct moment now;
    int64_t mono_ms;
    int width; /* px */
    int height;
    int scale; /* per cent of text and controls */

    struct plan plan;
    struct session session;
    bool has_question;
    struct question question;
    int64_t shown_mono_ms;
    int chosen;        /* option, -1 none */
    int picked;        /* option under the arrow keys, -1 none */
    bool knew;         /* the last judged answer was right */
    bool seeing_front; /* PHASE_BACK: F shows the front once more */
    char typed[APP_TYPED_MAX];
    char composing[APP_TYPED_MAX];
    struct judgement judgement;

    int focus;    /* clickable that has the ring, -1 none */
    int hover;    /* clickable under the pointer, -1 none */
    int scroll;   /* lines */
    int deck_row; /* chosen on the home screen */

    struct pending pending;
    struct given *history;       /* answers that stand, the last one first */
    struct given *redo;          /* answers taken back, the last one first */
    char notice[APP_NOTICE_MAX]; /* a failure that stays until mended */
    char toast[APP_NOTICE_MAX];  /* a word that passes */
    int64_t toast_until_ms;
    int64_t retry_at_ms;
};

/* The program as it starts, on the home screen. */
void app_init(struct app *app, const struct knowledge *knowledge,
              const struct problems *problems, struct progress *progress,
              struct arena *sitting, struct moment now);

/* One step of the circle. */
struct effect update(struct app *app, const struct msg *msg);

/* What is to be seen. Texts live in the list's arena. */
void view(const struct app *app, const struct text_metrics *metrics,
          struct draw_list *list);

/* What an input means now: a message (kind MSG_NONE: nothing). `list` is what
 * was last painted. */
struct msg app_message(const struct app *app, const struct draw_list *list,
                       const struct input *input);

/* Milliseconds until something happens by itself (a toast passes, a save is
 * tried again); -1: nothing will. */
int app_wait_ms(const struct app *app);

/* True while a text field is open: the window then takes text input. */
bool app_wants_text(const struct app *app);

/* The intervals on the four grade buttons of the current question. */
void app_grade_dues(const struct app *app, struct due dues[GRADE_COUNT]);

#endif
