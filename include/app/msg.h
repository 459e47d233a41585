/*
 * msg.h -- everything that can happen to the program, as plain values.
 *
 * Keys, clicks, timers and finished saves all become messages; update() takes
 * nothing else. `text` lives until update() returns.
 */
#ifndef APP_MSG_H
#define APP_MSG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"

enum msg_kind {
    MSG_NONE,
    MSG_SHOWN,  /* the screen was painted for the first time */
    MSG_RESIZE, /* x, y: the window in pixels */
    MSG_QUIT,
    MSG_BACK,     /* Esc */
    MSG_STUDY,    /* begin; number: at most so many items, 0 all */
    MSG_MINUTES,  /* begin; number: as many items as fit so many minutes */
    MSG_MORE_NEW, /* learn new ones past today's */
    MSG_SHOW,     /* show the answer */
    MSG_GRADE,    /* number: enum grade */
    MSG_CHOOSE,   /* number: option from 0 */
    MSG_PICK,     /* number: +1 or -1, the option after or before without
                   * answering; x: lines by which it must come nearer */
    MSG_LEFT,  /* number: this part of a match, to be joined with a letter; x:
                * lines by which it must come nearer */
    MSG_RIGHT, /* number: this row on the right of a match; x the same */
    MSG_APART, /* what was joined last is no longer */
    MSG_SIDE,  /* number: +1 to the right side of a match, -1 to the left */
    MSG_STRIP, /* number: lift the strip in this place of an order, put the
                * lifted one down, or lay it here */
    MSG_LIFT,  /* the same with the strip under the arrow keys */
    MSG_PLACE, /* number: the lifted strip comes to this place; without one,
                * the strip there is lifted; x the same */
    MSG_MOVE,  /* number: +1 the lifted strip goes down by one, -1 up */
    MSG_DRAG,  /* x: place of the strip that the pointer moves, number: the
                * place it is over, y: px from there */
    MSG_DONT_KNOW,
    MSG_CONTINUE,
    MSG_FRONT, /* F: see the front again */
    MSG_UNDO,
    MSG_REDO,
    MSG_AGAIN,       /* study the missed ones again */
    MSG_OVERRULE,    /* "I was right" after a typed answer */
    MSG_TEXT,        /* text: typed into the field */
    MSG_COMPOSE,     /* text: what an input method is composing */
    MSG_DELETE,      /* in the field; number: 0 before the caret, 1 after it */
    MSG_CHECK,       /* check what was typed */
    MSG_FOCUS,       /* target: the control that has the ring from here on */
    MSG_HOVER,       /* target: the control under the pointer */
    MSG_PRESS,       /* target: the control that a button is held down on; y: px
                      * below its middle */
    MSG_FINISH,      /* whatever moves is at its end at once */
    MSG_SCROLL,      /* number: lines, up is negative */
    MSG_DECK,        /* number: choose this deck row; the chosen one, or -1 for
                      * it: study that deck alone */
    MSG_DECK_STEP,   /* number: +1 the next deck row, -1 the one before; x:
                      * lines by which it must come nearer to be seen */
    MSG_DROP,        /* text: path of a file let go over the window */
    MSG_GO,          /* number: enum screen */
    MSG_HELP,        /* the keys, over what is on show */
    MSG_MENU,        /* what else can be done here, over what is on show */
    MSG_CLOSE,       /* close what lies over the screen */
    MSG_ASIDE,       /* set the item on show aside until tomorrow */
    MSG_EDIT,        /* open the deck at the line of what is on show */
    MSG_OPEN_FOLDER, /* show the folder of the learner's decks */
    MSG_READ_DECKS,  /* read the decks again */
    MSG_DECKS_READ,  /* they were read; text: NULL or what went wrong */
    MSG_DECKS_CHANGED, /* a file where decks are */
    MSG_DECKS_READY,   /* they were read beside those in use */
    MSG_MEND,          /* the mistake on show, as it says */
    MSG_MENDED,        /* text: NULL or why not */
    MSG_PROBLEM,       /* number: +1 the next mistake in the decks, -1 back */
    MSG_EXCERPT,       /* text: the lines around the mistake on show */
    MSG_FULL_SCREEN,   /* in and out of it */
    MSG_COPY,          /* what is in the field, to the clipboard */
    MSG_CUT,
    MSG_PASTE,           /* ask for what is in the clipboard */
    MSG_CARET,           /* number: enum caret_move in the field */
    MSG_ZOOM,            /* number: +1 larger text, -1 smaller, 0 100 % */
    MSG_SETTING,         /* x: enum setting, number: what it becomes; y: 1
                          * while it is dragged */
    MSG_SETTING_STEP,    /* x: enum setting, number: steps */
    MSG_SETTINGS_SAVED,  /* text: NULL or what went wrong */
    MSG_LEARNER,         /* the name in the field is who learns now */
    MSG_LEARNER_CHANGED, /* the log is that learner's; text: NULL or why not */
    MSG_EXAM,            /* the date in the field is the exam's day */
    MSG_SECTION,         /* number: this part of the settings */
    MSG_FIT,             /* fit the model to the learner's memory */
    MSG_FIT_STOP,        /* and do not */
    MSG_FITTING,     /* number: per mille done, x: seconds left, -1: unknown */
    MSG_FITTED,      /* refit: what it came to; or text: why it did not */
    MSG_DERIVED,     /* progress is what the log says; text: NULL or why not */
    MSG_SAVED,       /* id: the event that is durable now */
    MSG_SAVE_FAILED, /* text: the sentence */
    MSG_NOT_DONE,    /* text: why what was asked for was not done */
    MSG_RETRY,       /* try to save again */
    MSG_TOAST,       /* the toast was read; away with it */
    MSG_TICK,        /* a deadline passed */
};

struct refit;

/* Where the caret goes in a text field. */
enum caret_move { CARET_LEFT, CARET_RIGHT, CARET_HOME, CARET_END };

/* A control is known by what it sends, so that the ring stays on it whatever
 * else appears or goes. MSG_NONE: none. */
struct control {
    enum msg_kind kind;
    int number;
    int x;
};

struct msg {
    enum msg_kind kind;
    int number;
    struct control target; /* MSG_FOCUS, MSG_HOVER, MSG_PRESS */
    int x;
    int y;
    const char *text;
    const struct refit *refit; /* MSG_FITTED; lives as long as text */
    struct moment at;          /* wall clock */
    int64_t mono_ms;           /* a clock that never goes back */
};

#endif
