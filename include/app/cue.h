/*
 * cue.h -- the sounds that go with what happens.
 *
 * update() names one, the window plays it; never the only sign of anything.
 */
#ifndef APP_CUE_H
#define APP_CUE_H

enum cue {
    CUE_NONE,
    CUE_CARD,  /* a card turns */
    CUE_SEAL,  /* a seal is stamped */
    CUE_RIGHT, /* a right answer */
    CUE_WRONG,
};

#endif
