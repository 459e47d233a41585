#include "ui/sound.h"

#include <SDL.h>
#include <math.h>
#include <stdlib.h>

enum { REST_MS = 5000, EDGE_MS = 4, QUEUE_MS_MAX = 250, BUFFER = 1024 };

struct sound {
    bool on;
    bool failed; /* this machine cannot play */
    bool begun;  /* SDL's audio is open */
    SDL_AudioDeviceID device;
    Uint64 played_ms;
};

static int samples_of(int ms)
{
    return SOUND_RATE * ms / 1000;
}

/* Begins and ends at nothing, so that it does not click. */
static double edge(int i, int count)
{
    int near = i < count - 1 - i ? i : count - 1 - i;
    int ramp = samples_of(EDGE_MS);
    return near < ramp ? (double)near / ramp : 1;
}

static int tone(int16_t *out, double hertz, int ms, double fading)
{
    int count = samples_of(ms);
    for (int i = 0; i < count; i++) {
        double t = (double)i / SOUND_RATE;
        double wave = sin(2 * M_PI * hertz * t) * exp(-fading * t);
        out[i] = (int16_t)lround(wave * edge(i, count) * SOUND_PEAK);
    }
    return count;
}

/* Noise without its high part, swelling and falling: paper that moves. */
static int rustle(int16_t *out, int ms)
{
    int count = samples_of(ms);
    uint32_t seed = 1960;
    double soft = 0;
    for (int i = 0; i < count; i++) {
        seed = seed * 1664525 + 1013904223;
        double noise = (double)(seed >> 8) / (1 << 23) - 1;
        double swell = sin(M_PI * i / (count - 1));
        soft += .25 * (noise - soft);
        out[i] = (int16_t)lround(soft * swell * swell * SOUND_PEAK);
    }
    return count;
}

int sound_samples(enum cue cue, int16_t *samples)
{
    switch (cue) {
    case CUE_CARD:
        return rustle(samples, 60);
    case CUE_SEAL:
        return tone(samples, 90, 70, 40);
    case CUE_RIGHT: {
        int first = tone(samples, 660, 60, 0);
        return first + tone(samples + first, 880, 60, 0);
    }
    case CUE_WRONG:
        return tone(samples, 220, 90, 0);
    default:
        return 0;
    }
}

static void alsa_says_nothing(const char *file, int line, const char *function,
                              int code, const char *format, ...)
{
    (void)file, (void)line, (void)function, (void)code, (void)format;
}

/* Where there is no sound card ALSA writes a page about it to the terminal. */
static void hush_alsa(void)
{
    typedef void handler(const char *, int, const char *, int, const char *,
                         ...);
    void *alsa = SDL_LoadObject("libasound.so.2");
    void (*set)(handler *) = NULL;
    if (alsa)
        *(void **)&set = SDL_LoadFunction(alsa, "snd_lib_error_set_handler");
    if (set)
        set(alsa_says_nothing);
}

static bool open_device(struct sound *sound)
{
    SDL_AudioSpec wanted = {.freq = SOUND_RATE,
                            .format = AUDIO_S16SYS,
                            .channels = 1,
                            .samples = BUFFER};
    if (sound->device)
        return true;
    if (!sound->begun) {
        hush_alsa();
        sound->begun = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    }
    if (sound->begun)
        sound->device = SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0);
    sound->failed = !sound->device;
    if (sound->device)
        SDL_PauseAudioDevice(sound->device, 0);
    return sound->device != 0;
}

static void give_back(struct sound *sound)
{
    if (sound->device)
        SDL_CloseAudioDevice(sound->device);
    if (sound->begun)
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    sound->device = 0;
    sound->begun = false;
}

struct sound *sound_open(void)
{
    return calloc(1, sizeof(struct sound));
}

void sound_close(struct sound *sound)
{
    if (!sound)
        return;
    give_back(sound);
    free(sound);
}

void sound_switch(struct sound *sound, bool on)
{
    if (!sound || sound->on == on)
        return;
    sound->on = on;
    sound->failed = false;
    if (!on)
        give_back(sound);
}

void sound_play(struct sound *sound, enum cue cue)
{
    int16_t samples[SOUND_SAMPLES_MAX];
    int count = sound_samples(cue, samples);
    if (!sound || !sound->on || sound->failed || count == 0)
        return;
    if (!open_device(sound)) {
        give_back(sound);
        return;
    }
    sound->played_ms = SDL_GetTicks64();
    Uint32 waiting = SDL_GetQueuedAudioSize(sound->device);
    if (waiting / sizeof samples[0] < (Uint32)samples_of(QUEUE_MS_MAX))
        SDL_QueueAudio(sound->device, samples,
                       (Uint32)((size_t)count * sizeof samples[0]));
}

int sound_wait_ms(const struct sound *sound)
{
    if (!sound || !sound->device)
        return -1;
    Uint64 since = SDL_GetTicks64() - sound->played_ms;
    return since < REST_MS ? (int)(REST_MS - since) : 0;
}

void sound_rest(struct sound *sound)
{
    if (sound_wait_ms(sound) == 0)
        give_back(sound);
}
