/*
 * sound.h -- short sounds, computed: a card, a seal, right, wrong.
 *
 * Off until it is switched on. The device is opened with the first sound and
 * given back some seconds after the last one, so that nothing wakes at rest.
 * A machine that cannot play is no error: it is silent, and is asked again
 * only when the sound is switched on anew.
 */
#ifndef UI_SOUND_H
#define UI_SOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "app/cue.h"

enum {
    SOUND_RATE = 44100, /* mono, 16 bits */
    SOUND_PEAK = 4096,  /* -18 dBFS: no sample is larger */
    SOUND_SAMPLES_MAX = SOUND_RATE / 4,
};

struct sound;

/* NULL without memory, which the other functions take for silence. */
struct sound *sound_open(void);

/* Before the window is closed. */
void sound_close(struct sound *sound);

/* On or off; off gives the device back at once. */
void sound_switch(struct sound *sound, bool on);

/* Plays; CUE_NONE plays nothing. */
void sound_play(struct sound *sound, enum cue cue);

/* Milliseconds until sound_rest() has something to do; -1: never. */
int sound_wait_ms(const struct sound *sound);

/* Gives the device back when nothing was played for a while. */
void sound_rest(struct sound *sound);

/* Writes the samples of a cue, at most SOUND_SAMPLES_MAX; how many. */
int sound_samples(enum cue cue, int16_t *samples);

#endif
