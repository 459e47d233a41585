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

#include "app/cue.h"
#include "app/draw.h"
#include "app/fitting.h"
#include "app/foretell.h"
#include "app/home.h"
#include "app/input.h"
#include "app/motion.h"
#include "app/msg.h"
#include "app/settings.h"
#include "knowledge/answer.h"
#include "study/ladder.h"
#include "study/session.h"

enum {
    APP_TYPED_MAX = 256,
    APP_NOTICE_MAX = 512,
    APP_TOAST_MS = 4000,
    APP_TOAST_HELD_MS = 1000, /* more, while it is read */
    APP_RETRY_MS = 10000,
    APP_ANSWER_MS_MAX = 600000,
    APP_BLINK_MS = 530, /* a caret shows as long, and hides as long */
    APP_BLINKS_MS = 20 * APP_BLINK_MS, /* then it stands: nobody is there */
    APP_FRAME_MS = 16, /* between two frames while something moves */
    APP_SETTINGS_UNDO_MAX = 32,
    APP_EXCERPT_MAX = 4096,
    APP_PATH_MAX = 4096,
    TARGET_MARKS = 4,
    APP_FIRST_CARDS = 5, /* that the first page offers */
    APP_HELD_MAX = 500,  /* events held in memory while nothing is saved */
    APP_HELD_ITEM_MAX = 256,
};

enum screen {
    SCREEN_HOME,
    SCREEN_STUDY,
    SCREEN_END,
    SCREEN_SETTINGS,
    SCREEN_WELCOME,    /* the first page a new learner sees */
    SCREEN_MISTAKES,   /* what is wrong with the decks */
    SCREEN_COMPONENTS, /* all parts in all states: a picture, for the eye */
    SCREEN_MOTION,     /* all motions at moments: a picture too */
    SCREEN_COUNT
};

/* The parts of the page of settings. */
enum settings_part { PART_STUDY, PART_LOOK, PART_COUNT };

/* What lies over the screen; everything below cannot be reached. */
enum overlay {
    OVERLAY_NONE,
    OVERLAY_HELP, /* the keys */
    OVERLAY_MENU, /* what else can be done: More, or the pages when narrow */
    OVERLAY_SAVE, /* an answer could not be saved */
};

/* Where a question stands. */
enum phase {
    PHASE_ASKING,   /* the question is open */
    PHASE_BACK,     /* a flip card's answer is shown, its grade is wanted */
    PHASE_FEEDBACK, /* a choice or typed answer is judged and saved */
};

/* What update() wants done outside. */
enum effect_kind {
    EFFECT_NONE,
    EFFECT_SAVE, /* append what app->pending has at once; report MSG_SAVED or
                    MSG_SAVE_FAILED */
    EFFECT_QUIT,
    EFFECT_SETTINGS, /* keep app->settings; report MSG_SETTINGS_SAVED */
    EFFECT_LEARNER,  /* open the log of app->settings.learner; report
                      * MSG_LEARNER_CHANGED */
    EFFECT_FULL_SCREEN,
    EFFECT_COPY,        /* app->clip, to the clipboard */
    EFFECT_PASTE,       /* send what is in the clipboard as MSG_TEXT */
    EFFECT_EDIT,        /* open app->edit_path at app->edit_line */
    EFFECT_OPEN_FOLDER, /* show the folder of the learner's decks */
    EFFECT_READ_DECKS,  /* read all decks again; report MSG_DECKS_READ */
    EFFECT_ADD_DECK,    /* copy app->dropped to the learner's decks and read all
                         * again; report MSG_DECKS_READ */
    EFFECT_EXCERPT,     /* read the lines around app->problem; MSG_EXCERPT */
    EFFECT_READ_BESIDE, /* read all decks beside those in use, while all goes
                         * on; report MSG_DECKS_READY */
    EFFECT_TAKE_DECKS,  /* use those; report MSG_DECKS_READ, or nothing when
                         * no file is another */
    EFFECT_MEND,   /* write app_problem()'s line as it should be; MSG_MENDED */
    EFFECT_UNMEND, /* and as it was; MSG_MENDED */
    EFFECT_FIT,    /* fit the model elsewhere; MSG_FITTING, MSG_FITTED */
    EFFECT_FIT_STOP, /* which then ends with MSG_FITTED soon */
    EFFECT_DERIVE,   /* derive app->progress from the log anew; MSG_DERIVED */
};

struct effect {
    enum effect_kind kind;
};

/* The event that is being saved, or those of one answer about several items:
 * all of them, or none. */
struct pending {
    bool open;    /* nothing else goes on until that is done or has failed */
    bool is_held; /* the first of those that are held */
    bool is_redo;
    bool is_overrule; /* a void that "I was right" follows up */
    int count;
    struct event events[PARTS_MAX];
    double recalls[PARTS_MAX]; /* predicted just before a review */
    char bodies[PARTS_MAX][EVENT_BODY_MAX];
};

/* An event that could not be saved and stands in memory until it is; its texts
 * stand here, since nothing else lives as long. */
struct held {
    struct event event; /* its id is a ticket: see held.h */
    int together;       /* of the first of one answer: so many events; of the
                         * others 0 */
    char item[APP_HELD_ITEM_MAX];
    char body[EVENT_BODY_MAX];
};

/* An answer of this sitting, kept so that it can be given again after it was
 * taken back; in the sitting's arena. */
struct given {
    int count;
    struct event *events;
    double *recalls;
    struct given *next;
};

/* How far the parts of a match or an order are laid. */
struct laying {
    int joined[PARTS_MAX]; /* match: the row on the right that is joined with
                            * part i; -1: none */
    int left;              /* the part that waits for its letter, -1 none */
    int right;             /* the row on the right that waits, -1 none */
    int at[PARTS_MAX];     /* order: the part that stands in place k now */
    int lifted;            /* the place of the lifted strip, -1 none */
    int drag_px;           /* how far the pointer moved it down */
    int hold_px;           /* where below its middle the pointer took hold */
    int joins;             /* so many were made */
    int turn[PARTS_MAX];   /* part i was joined as the so-manieth */
    bool passed;           /* "I do not know": nothing was laid */
};

struct app {
    const struct knowledge *knowledge;
    const struct problems *problems; /* of the decks; may be NULL */
    struct progress *progress;
    struct arena *sitting;   /* reset when a sitting begins */
    const struct deck *deck; /* only this deck, or NULL for all */
    uint64_t seed;
    enum form form;     /* of this run; FORM_COUNT: as the settings say */
    bool saves_nothing; /* the learner was told why */

    enum screen screen;
    enum phase phase;
    struct moment now;
    int64_t mono_ms;
    int width; /* px */
    int height;

    struct settings settings;
    struct settings settings_before[APP_SETTINGS_UNDO_MAX]; /* last one last */
    int settings_before_count;
    int section;                  /* the part of the settings on show */
    const char *settings_trouble; /* why they are not kept; NULL: they are */
    bool settings_told;           /* and the person was told so */
    int load; /* cards a day now, and what another target would make it */
    int load_other;
    int other_target;          /* per cent */
    int load_at[TARGET_MARKS]; /* cards a day at 80, 85, 90 and 95 % */
    struct foretold foretold;
    char learner_before[SETTINGS_NAME_MAX]; /* while another log is opened */
    bool drags; /* the thumb of a slider is being moved */
    struct fitting fitting;
    const struct theme *themes;
    int theme_count;
    enum overlay overlay;
    struct control focus_before; /* has it again when the overlay closes */
    int over_scroll;             /* lines of what is over the screen */
    struct motion motions[MOTION_COUNT];
    uint32_t motion_serial;    /* counts motions: see DRAW_GONE */
    enum cue cue;              /* the sound of the last message */
    int problem;               /* on show on the page of mistakes */
    enum screen mistakes_from; /* where that page goes back to */
    bool reads_beside; /* the decks to come were read beside those in use */
    bool decks_ready;  /* and wait to be taken */
    bool wants_decks;  /* a person asked for them */
    bool may_unmend;   /* the last mend can be taken back */
    bool mends;        /* the next reading follows one, or its taking back */
    int mended_line;
    char excerpt[APP_EXCERPT_MAX];
    const char *edit_path; /* EFFECT_EDIT */
    int edit_line;
    char clip[APP_TYPED_MAX];

    struct plan plan;
    struct session session;
    bool has_question;
    struct question question;
    const struct knowledge *asked_of; /* the question points into it */
    int64_t shown_mono_ms;
    int chosen;                /* option, -1 none */
    int picked;                /* option under the arrow keys, -1 none */
    bool knew;                 /* the last judged answer was right */
    enum form form_before;     /* of the card that leaves: see MOTION_LEAVE */
    bool seeing_front;         /* PHASE_BACK: F shows the front once more */
    char typed[APP_TYPED_MAX]; /* in the text field, whichever is open */
    int caret;                 /* bytes of it that stand before the caret */
    int64_t caret_from_ms;     /* the caret shows, then blinks from here on */
    char composing[APP_TYPED_MAX];
    struct judgement judgement;
    struct laying laying;

    struct control focus;   /* has the ring */
    struct control hover;   /* under the pointer */
    struct control pressed; /* a button is held down on it */
    int scroll;             /* lines */
    int deck_row;           /* chosen on the home screen */
    struct home home;
    const char *decks_folder;   /* of the learner, as shown; NULL: none */
    char dropped[APP_PATH_MAX]; /* a file let go over the window */

    struct pending pending;
    struct arena held_texts;                     /* where the held ones stand */
    struct held *held[APP_HELD_MAX + PARTS_MAX]; /* in order; room used again */
    int held_room;                               /* how many places were made */
    int held_count;
    uint64_t held_ticket;     /* the last one given */
    struct moment held_tried; /* when a save failed last */
    int strip;     /* px that the line about them takes from the height */
    bool quitting; /* as soon as all are saved */
    bool may_quit; /* the person was told what would be lost */
    struct given *history;       /* answers that stand, the last one first */
    struct given *redo;          /* answers taken back, the last one first */
    char notice[APP_NOTICE_MAX]; /* a failure that stays until mended */
    char toast[APP_NOTICE_MAX];  /* a word that passes */
    bool toast_sealed;           /* beside a seal of toast_seal */
    enum seal toast_seal;
    bool toast_undoes;   /* beside the key that gives it again */
    bool toast_may_undo; /* beside the key that takes it back */
    bool toast_leads;    /* beside the key of the page of mistakes */
    int64_t toast_from_ms;
    int64_t toast_until_ms;
    int64_t retry_at_ms;
};

/* The program as it starts, on the home screen. */
void app_init(struct app *app, const struct knowledge *knowledge,
              const struct problems *problems, struct progress *progress,
              struct arena *sitting, struct moment now);

/* Gives back what was held; see app_held() first. */
void app_close(struct app *app);

/* Opens with the first page when the learner has answered nothing yet. */
void app_welcome(struct app *app);

/* How many answers are held in memory because they could not be saved. */
int app_held(const struct app *app);

/* The mistake on show on the page of mistakes; NULL: there is none. */
const struct problem *app_problem(const struct app *app);

/* One step of the circle. */
struct effect update(struct app *app, const struct msg *msg);

/* What is to be seen. Texts live in the list's arena. */
void view(const struct app *app, const struct text_metrics *metrics,
          struct draw_list *list);

/* Brings the log in line with settings that were read from a file: the event
 * that is missing, to be saved. */
struct effect app_settings_agree(struct app *app);

/* The same while decks and answers are still read: only size, settings and
 * themes of the program are looked at. */
void view_opening(const struct app *app, const struct text_metrics *metrics,
                  struct draw_list *list);

/* What an input means now: a message (kind MSG_NONE: nothing). `list` is what
 * was last painted. */
struct msg app_message(const struct app *app, const struct draw_list *list,
                       const struct input *input);

/* Milliseconds until something happens by itself (a frame of a motion, a toast
 * that passes, a save tried again); -1: nothing will. */
int app_wait_ms(const struct app *app);

/* False while the caret of an open field hides between two blinks. */
bool app_caret_shows(const struct app *app);

/* True while a text field is open: the window then takes text input. */
bool app_wants_text(const struct app *app);

/* What a click on the toast, or Enter there, does. */
struct control app_toast_control(const struct app *app);

/* How the question on show is answered. */
enum form app_form(const struct app *app);

/* Per cent of text and controls. */
int app_scale(const struct app *app);

/* The colours in use. */
const struct theme *app_theme(const struct app *app);

/* The intervals on the four grade buttons of the current question. */
void app_grade_dues(const struct app *app, struct due dues[GRADE_COUNT]);

#endif
