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
    MSG_BACK,   /* Esc */
    MSG_STUDY,  /* begin; number: at most so many items, 0 all */
    MSG_SHOW,   /* show the answer */
    MSG_GRADE,  /* number: enum grade */
    MSG_CHOOSE, /* number: option from 0 */
    MSG_PICK,   /* number: focus this option without answering */
    MSG_DONT_KNOW,
    MSG_CONTINUE,
    MSG_FRONT, /* F: see the front again */
    MSG_UNDO,
    MSG_REDO,
    MSG_AGAIN,       /* study the missed ones again */
    MSG_OVERRULE,    /* "I was right" after a typed answer */
    MSG_TEXT,        /* text: typed into the field */
    MSG_COMPOSE,     /* text: what an input method is composing */
    MSG_DELETE,      /* Backspace in the field */
    MSG_CHECK,       /* check what was typed */
    MSG_FOCUS,       /* number: +1 next, -1 previous */
    MSG_HOVER,       /* number: clickable under the pointer, -1 none */
    MSG_SCROLL,      /* number: lines, up is negative */
    MSG_DECK,        /* number: choose this deck row */
    MSG_SAVED,       /* id: the event that is durable now */
    MSG_SAVE_FAILED, /* text: the sentence */
    MSG_RETRY,       /* try to save again */
    MSG_TICK,        /* a deadline passed */
};

struct msg {
    enum msg_kind kind;
    int number;
    int x;
    int y;
    const char *text;
    struct moment at; /* wall clock */
    int64_t mono_ms;  /* a clock that never goes back */
};

#endif
