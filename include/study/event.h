/*
 * event.h -- what happened, as the log keeps it for ever.
 *
 * Events are facts about the past: never changed, never deleted. Memory states,
 * due days and statistics are derived from them. An event is identified by
 * (device, seq) and ordered by (hlc, device, seq), so the logs of two devices
 * merge by union. Undo is an event.
 */
#ifndef STUDY_EVENT_H
#define STUDY_EVENT_H

#include <stdint.h>

#include "memory/model.h"

enum { EVENT_DEVICE_BYTES = 16, EVENT_BODY_MAX = 4096 };

enum event_kind {
    EVENT_REVIEW = 1,
    EVENT_VOID = 2,    /* takes `target` back */
    EVENT_ASIDE = 3,   /* `item` waits until after `study_day` */
    EVENT_SETTING = 6, /* `name` becomes `value` */
};

enum mode { MODE_STUDY, MODE_QUIZ, MODE_CRAM, MODE_CLASS, MODE_IMPORT };

struct event_id {
    uint8_t device[EVENT_DEVICE_BYTES];
    uint64_t seq; /* 1, 2, 3 ... without a gap on each device */
};

struct event {
    struct event_id id; /* filled by the store when it is appended */
    int64_t hlc;        /* hybrid clock in ms, filled by the store */
    int kind;         /* enum event_kind; unknown kinds are kept as they are */
    const char *item; /* id as it was when answered; NULL for others */
    int64_t at_ms;    /* UTC wall clock */
    int32_t tz_min;
    int32_t study_day; /* as the learner saw it */
    enum grade grade;
    double chance;  /* of being right without knowing */
    double share;   /* of a class that was right; 1 for one learner */
    int32_t dur_ms; /* at most 600,000 */
    enum mode mode;
    struct event_id target; /* EVENT_VOID: what is taken back */
    const char *name; /* EVENT_SETTING: "target", "model", "new_per_day" */
    double value;     /* EVENT_SETTING */
    const char *body; /* JSON: form, seed, options, chosen ...; "{}" */
};

#endif
