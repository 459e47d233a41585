#include "reading.h"

#include "ui/window.h"

static void changed(void *self)
{
    (void)self;
    window_tell(INPUT_DECKS_CHANGED);
}

void reading_open(struct reading *reading, struct desk *desk,
                  const struct options *options)
{
    reading->desk = desk;
    reading->options = options;
    size_t count =
        desk_places(desk, options, reading->places, FOLDER_WATCH_MAX);
    folder_watch_open(&reading->watch, reading->places, count, changed, NULL);
}

static void *run(void *self)
{
    struct reading *reading = self;
    desk_read_beside(&reading->beside, reading->options);
    window_tell(INPUT_DECKS_READY);
    return NULL;
}

void reading_begin(struct reading *reading)
{
    if (reading->is_begun) {
        reading->is_wanted_again = true;
        return;
    }
    desk_begin_beside(reading->desk, &reading->beside);
    reading->is_begun =
        pthread_create(&reading->thread, NULL, run, reading) == 0;
}

void reading_drop(struct reading *reading)
{
    if (reading->is_begun)
        pthread_join(reading->thread, NULL);
    reading->is_begun = false;
    reading->is_wanted_again = false;
}

enum reading_result reading_take(struct reading *reading, bool wanted,
                                 struct error *err)
{
    if (!reading->is_begun)
        return READING_NOTHING;
    bool again = reading->is_wanted_again;
    reading_drop(reading);
    if (again) {
        reading_begin(reading);
        return READING_NOTHING;
    }
    if (reading->beside.desk.seen == reading->desk->seen && !wanted)
        return READING_NOTHING;
    return desk_take(reading->desk, &reading->beside, err) ? READING_TAKEN
                                                           : READING_FAILED;
}

void reading_close(struct reading *reading)
{
    folder_watch_close(&reading->watch);
    reading_drop(reading);
}
