/*
 * input.h -- what a person did, before it means anything.
 *
 * The window (ui) makes these from SDL events; the app's key table and the
 * last painted list turn them into messages. No SDL here.
 */
#ifndef APP_INPUT_H
#define APP_INPUT_H

#include <stdbool.h>
#include <stdint.h>

enum input_kind {
    INPUT_NONE,
    INPUT_KEY,     /* key, mods, repeat */
    INPUT_TEXT,    /* text */
    INPUT_COMPOSE, /* text: what the input method holds now, may be "" */
    INPUT_POINT,   /* x, y: the pointer moved; -1, -1: it left the window */
    INPUT_PRESS,   /* x, y: button or finger down */
    INPUT_CLICK,   /* x, y: and up again; -1, -1: it became a drag, no click */
    INPUT_WHEEL,   /* y: lines, up is negative; of a wheel or a finger */
    INPUT_DROP,    /* text: the path of a file let go over the window */
    INPUT_RESIZE,  /* x, y: size in pixels */
    INPUT_EXPOSE,  /* the window wants to be painted */
    INPUT_CLOSE,   /* the window was closed, or a signal asks to end */
    INPUT_WAKE,    /* the wait is over, nothing happened */
    INPUT_DECKS_CHANGED, /* a file where decks are */
    INPUT_DECKS_READY,   /* they were read beside those in use */
};

/* Characters are their code point in lower case; the rest stands here. */
enum key {
    KEY_ENTER = 13,
    KEY_ESCAPE = 27,
    KEY_SPACE = 32,
    KEY_BACKSPACE = 8,
    KEY_TAB = 9,
    KEY_DELETE = 127,
    KEY_UP = 0x110000,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_F1, /* KEY_F1 + n - 1 */
    KEY_F12 = KEY_F1 + 11,
};

enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4 };

/* Bytes of a text with its NUL; longer ones are cut between characters. */
enum { INPUT_TEXT_MAX = 4096 };

struct input {
    enum input_kind kind;
    int key; /* number pad and AZERTY digits arrive as '0' to '9' */
    int mods;
    bool repeat;
    int x;
    int y;
    char text[INPUT_TEXT_MAX];
};

#endif
