/*
 * exam.h -- studying towards a day on which much is to be recalled at once.
 *
 * Until then the ordinary plan stands. What would be due only after the day,
 * and would be recalled there with less than EXAM_RECALL, is brought forward
 * to the last days before it, as late as there is room: each day takes no more
 * than its minutes hold, so nothing piles up on the last one. The stronger a
 * memory the earlier its turn, for it fades least until the day.
 *
 * So the target rises as the day nears: what is wanted on the day itself, seen
 * from so many days before. The log is untouched; due days stay what they are.
 * Pure.
 *
 * Against other ways, foretold for 100 learners of 60 days with 180 cards, 20
 * days before the day, 20 (and 10) minutes a day, 15 seconds an answer, their
 * weights off by half the spread between learners:
 *
 *                                  recalled      answers    longest day
 *     no exam set                  92.0 (91.7) % 254 (230)   5 ( 4) min
 *     no interval beyond the day   94.2 (92.7) % 322 (259)  20 (10) min
 *     the same, all of it done     95.5 %        409        33 min
 *     this plan                    95.9 (94.5) % 412 (356)  18 (10) min
 */
#ifndef STUDY_EXAM_H
#define STUDY_EXAM_H

#include "study/progress.h"

enum {
    EXAM_DAYS_MAX = 120, /* nothing is brought forward from further away */
    EXAM_DAYS_LEAST = 3, /* that what is brought forward is spread over */
    EXAM_MINUTES = 20,   /* a day, where nothing else was said */
    EXAM_MINUTES_MAX = 600,
};

/* What is wanted on the day of each card. */
#define EXAM_RECALL .97

/* Answers that a card takes: of one that was met, now and then two; of a new
 * one, which is seldom known, three. */
#define EXAM_ANSWERS_DUE 1.1
#define EXAM_ANSWERS_NEW 2.6

/* A card that was met before. */
struct exam_card {
    int32_t due;       /* days from today on which it is due; 0: today */
    double recall;     /* on the day, if it is not reviewed before */
    double keeps_days; /* its interval: how strong it is */
    uint32_t place;    /* what the caller knows it by */
};

/* Days from a study day to the exam; 0 where none is set or it is over. */
int32_t exam_days_left(const struct study_settings *settings, int32_t today);

/* Answers that so many minutes hold. */
double exam_answers(double minutes, double seconds_per_answer);

/*
 * Brings the cards whose turn is today to the front of `cards` and returns how
 * many they are: of those not due today, in an order of its own. `room` is the
 * number of cards that a day holds. The same cards in another order give the
 * same choice.
 */
size_t exam_bring_forward(struct exam_card *cards, size_t count,
                          int32_t days_left, int32_t room);

#endif
