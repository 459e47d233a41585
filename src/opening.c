#include "opening.h"

#include <errno.h>
#include <locale.h>
#include <time.h>

static bool open_desk(struct opening *opening)
{
    return desk_open_decks_if_any(opening->desk, opening->options,
                                  &opening->err) &&
           desk_open_log(opening->desk, opening->options, &opening->err);
}

/* The window changes the locale while it looks for a keyboard; numbers of a
 * deck are read as before all the same. */
static void *run(void *self)
{
    struct opening *opening = self;
    locale_t own = duplocale(LC_GLOBAL_LOCALE);
    if (own)
        uselocale(own);
    bool good = open_desk(opening);
    uselocale(LC_GLOBAL_LOCALE);
    if (own)
        freelocale(own);
    pthread_mutex_lock(&opening->lock);
    opening->good = good;
    opening->done = true;
    pthread_cond_signal(&opening->change);
    pthread_mutex_unlock(&opening->lock);
    return NULL;
}

void opening_begin(struct opening *opening, struct desk *desk,
                   const struct options *options)
{
    opening->desk = desk;
    opening->options = options;
    pthread_mutex_init(&opening->lock, NULL);
    pthread_cond_init(&opening->change, NULL);
    opening->has_thread =
        pthread_create(&opening->thread, NULL, run, opening) == 0;
    if (!opening->has_thread) {
        opening->good = open_desk(opening);
        opening->done = true;
    }
}

bool opening_wait(struct opening *opening, int ms)
{
    struct timespec until;
    int late = 0;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += ms % 1000 * 1000000L;
    until.tv_sec += ms / 1000 + until.tv_nsec / 1000000000L;
    until.tv_nsec %= 1000000000L;
    pthread_mutex_lock(&opening->lock);
    while (!opening->done && late != ETIMEDOUT)
        late = pthread_cond_timedwait(&opening->change, &opening->lock, &until);
    bool done = opening->done;
    pthread_mutex_unlock(&opening->lock);
    return done;
}

bool opening_end(struct opening *opening, struct error *err)
{
    if (opening->has_thread)
        pthread_join(opening->thread, NULL);
    opening->has_thread = false;
    if (!opening->good && err)
        *err = opening->err;
    return opening->good;
}
