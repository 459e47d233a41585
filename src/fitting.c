#include "fitting.h"

#include "study/weights.h"

static bool watch(void *self, double done, double loss)
{
    struct fitting_work *work = self;
    (void)loss;
    atomic_store(&work->share, (int)(1000 * done));
    return atomic_load(&work->stop);
}

static void *run(void *self)
{
    struct fitting_work *work = self;
    struct reviews reviews;
    weights_reviews(work->events, work->event_count, work->knowledge,
                    &work->room, &reviews);
    pthread_mutex_lock(&work->lock);
    work->is_arranged = true;
    pthread_cond_signal(&work->change);
    pthread_mutex_unlock(&work->lock);
    work->result =
        refit_model(&reviews, &work->model, watch, work, &work->room);
    atomic_store(&work->done, true);
    return NULL;
}

static void forget(struct fitting_work *work)
{
    arena_release(&work->room);
    pthread_mutex_destroy(&work->lock);
    pthread_cond_destroy(&work->change);
}

bool fitting_begin(struct fitting_work *work, struct desk *desk, int64_t now_ms,
                   struct error *err)
{
    fitting_end(work);
    arena_init(&work->room, (size_t)16 << 30);
    pthread_mutex_init(&work->lock, NULL);
    pthread_cond_init(&work->change, NULL);
    work->knowledge = desk->knowledge;
    work->model = desk->progress.settings.model;
    work->from_ms = now_ms;
    work->told = 0;
    work->is_arranged = false;
    atomic_store(&work->stop, false);
    atomic_store(&work->done, false);
    atomic_store(&work->share, 0);
    bool good = store_read(desk->store, &work->room, &work->events,
                           &work->event_count, err);
    work->is_begun =
        good && pthread_create(&work->thread, NULL, run, work) == 0;
    if (work->is_begun)
        return true;
    forget(work);
    return good ? error_set(err, "There is not enough memory for a fit")
                : false;
}

void fitting_stop(struct fitting_work *work)
{
    atomic_store(&work->stop, true);
}

void fitting_settle(struct fitting_work *work)
{
    if (!work->is_begun)
        return;
    pthread_mutex_lock(&work->lock);
    while (!work->is_arranged)
        pthread_cond_wait(&work->change, &work->lock);
    pthread_mutex_unlock(&work->lock);
}

/* As far as what was done tells. */
static int seconds_left(const struct fitting_work *work, int64_t now_ms,
                        int share)
{
    int64_t spent = now_ms - work->from_ms;
    if (share < 20 || spent < 500)
        return -1;
    return (int)(spent * (1000 - share) / share / 1000) + 1;
}

bool fitting_report(struct fitting_work *work, int64_t now_ms, struct msg *msg)
{
    if (!work->is_begun)
        return false;
    if (atomic_load(&work->done)) {
        fitting_end(work);
        *msg = (struct msg){.kind = MSG_FITTED, .refit = &work->result};
        return true;
    }
    int share = atomic_load(&work->share);
    if (share == work->told)
        return false;
    work->told = share;
    *msg = (struct msg){.kind = MSG_FITTING,
                        .number = share,
                        .x = seconds_left(work, now_ms, share)};
    return true;
}

void fitting_end(struct fitting_work *work)
{
    if (!work->is_begun)
        return;
    fitting_stop(work);
    pthread_join(work->thread, NULL);
    work->is_begun = false;
    forget(work);
}
