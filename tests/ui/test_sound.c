/* Sounds: as long and as loud as they are meant to be, and a machine without
 * any is silent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/sound.h"

static const enum cue cues[] = {CUE_CARD, CUE_SEAL, CUE_RIGHT, CUE_WRONG};

enum { CUES = sizeof cues / sizeof cues[0], HEARD_MAX = 1 << 22 };

static int16_t samples[SOUND_SAMPLES_MAX];
static int16_t heard[HEARD_MAX];

static void every_sound_is_as_long_as_it_is_meant_to_be(void **state)
{
    static const int ms[CUES] = {60, 70, 120, 90};
    (void)state;
    for (int i = 0; i < CUES; i++)
        assert_int_equal(sound_samples(cues[i], samples),
                         SOUND_RATE * ms[i] / 1000);
    assert_int_equal(sound_samples(CUE_NONE, samples), 0);
}

/* -18 dBFS is 12.59 % of the largest sample. */
static void no_sound_is_louder_than_18_db_below_full(void **state)
{
    (void)state;
    for (int i = 0; i < CUES; i++) {
        int count = sound_samples(cues[i], samples);
        int peak = 0;
        for (int j = 0; j < count; j++)
            if (abs(samples[j]) > peak)
                peak = abs(samples[j]);
        assert_true(peak <= 4125);
        assert_true(peak > 400);
    }
}

static void no_sound_begins_or_ends_with_a_click(void **state)
{
    (void)state;
    for (int i = 0; i < CUES; i++) {
        int count = sound_samples(cues[i], samples);
        assert_true(abs(samples[0]) < 64);
        assert_true(abs(samples[count - 1]) < 64);
    }
}

/* Whole waves from sign to sign. */
static double hertz(const int16_t *from, int count)
{
    int rises = 0;
    for (int i = 1; i < count; i++)
        rises += from[i - 1] < 0 && from[i] >= 0;
    return (double)rises * SOUND_RATE / count;
}

static void right_rises_and_wrong_is_low(void **state)
{
    (void)state;
    int half = sound_samples(CUE_RIGHT, samples) / 2;
    assert_true(hertz(samples, half) > 620 && hertz(samples, half) < 670);
    assert_true(hertz(samples + half, half) > 840 &&
                hertz(samples + half, half) < 890);
    int count = sound_samples(CUE_WRONG, samples);
    assert_true(hertz(samples, count) > 190 && hertz(samples, count) < 230);
}

static size_t read_heard(const char *path)
{
    FILE *file = fopen(path, "rb");
    size_t count = 0;
    if (file) {
        count = fread(heard, sizeof heard[0], HEARD_MAX, file);
        fclose(file);
    }
    return count;
}

/* True if what was played holds the samples, one after the other. */
static bool holds(size_t heard_count, const int16_t *part, int count)
{
    size_t bytes = (size_t)count * sizeof part[0];
    for (size_t i = 0; i + (size_t)count <= heard_count; i++)
        if (heard[i] == part[0] && memcmp(heard + i, part, bytes) == 0)
            return true;
    return false;
}

/* SDL's driver of a file takes what a sound card would. */
static void what_is_played_is_what_was_computed(void **state)
{
    char path[] = "/tmp/pacta-sound-XXXXXX";
    int count = sound_samples(CUE_RIGHT, samples);
    bool arrived = false;
    (void)state;
    close(mkstemp(path));
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", path, 1);
    struct sound *sound = sound_open();

    sound_switch(sound, true);
    sound_play(sound, CUE_RIGHT);
    assert_true(sound_wait_ms(sound) > 0);
    for (int i = 0; i < 400 && !arrived; i++) {
        SDL_Delay(25);
        arrived = holds(read_heard(path), samples, count);
    }
    sound_close(sound);
    unlink(path);
    assert_true(arrived);
}

static void off_opens_nothing_and_plays_nothing(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct sound *sound = sound_open();
    sound_play(sound, CUE_WRONG);
    assert_int_equal(sound_wait_ms(sound), -1);
    assert_false(SDL_WasInit(SDL_INIT_AUDIO));
    sound_close(sound);
}

static void switched_off_the_device_is_given_back(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct sound *sound = sound_open();
    sound_switch(sound, true);
    assert_false(SDL_WasInit(SDL_INIT_AUDIO));
    sound_play(sound, CUE_CARD);
    assert_true(SDL_WasInit(SDL_INIT_AUDIO));
    sound_rest(sound); /* too soon to rest */
    assert_true(SDL_WasInit(SDL_INIT_AUDIO));
    sound_switch(sound, false);
    assert_false(SDL_WasInit(SDL_INIT_AUDIO));
    assert_int_equal(sound_wait_ms(sound), -1);
    sound_close(sound);
}

static void a_machine_that_cannot_play_is_silent_and_asked_once(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "of another world", 1);
    struct sound *sound = sound_open();
    sound_switch(sound, true);
    sound_play(sound, CUE_RIGHT);
    assert_int_equal(sound_wait_ms(sound), -1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    sound_play(sound, CUE_RIGHT); /* not asked again */
    assert_int_equal(sound_wait_ms(sound), -1);
    sound_switch(sound, false);
    sound_switch(sound, true);
    sound_play(sound, CUE_RIGHT);
    assert_true(sound_wait_ms(sound) >= 0);
    sound_close(sound);
}

static void many_sounds_at_once_do_not_pile_up(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct sound *sound = sound_open();
    sound_switch(sound, true);
    for (int i = 0; i < 1000; i++)
        sound_play(sound, CUE_SEAL);
    /* the first device that SDL opens is 2 */
    assert_true(SDL_GetQueuedAudioSize(2) <= SOUND_RATE * 2);
    sound_close(sound);
    sound_close(NULL);
    sound_play(NULL, CUE_SEAL);
    sound_switch(NULL, true);
    sound_rest(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sound_is_as_long_as_it_is_meant_to_be),
        cmocka_unit_test(no_sound_is_louder_than_18_db_below_full),
        cmocka_unit_test(no_sound_begins_or_ends_with_a_click),
        cmocka_unit_test(right_rises_and_wrong_is_low),
        cmocka_unit_test(what_is_played_is_what_was_computed),
        cmocka_unit_test(off_opens_nothing_and_plays_nothing),
        cmocka_unit_test(switched_off_the_device_is_given_back),
        cmocka_unit_test(a_machine_that_cannot_play_is_silent_and_asked_once),
        cmocka_unit_test(many_sounds_at_once_do_not_pile_up),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
