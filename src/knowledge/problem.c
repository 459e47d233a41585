#include "knowledge/problem.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { MESSAGE_MAX = 1024 };

void problems_init(struct problems *problems, struct arena *arena)
{
    memset(problems, 0, sizeof *problems);
    problems->arena = arena;
}

/* Dots instead of the end that there was no room for; no half character. */
static void shorten(char message[MESSAGE_MAX + 4])
{
    size_t cut = MESSAGE_MAX - 1;
    while (cut > 0 && ((unsigned char)message[cut - 1] & 0xc0) == 0x80)
        cut--;
    if (cut > 0 && (unsigned char)message[cut - 1] >= 0xc0)
        cut--;
    memcpy(message + cut, "...", 4);
}

/* A file may have any bytes for its name; a problem is text. */
static const char *shown(struct arena *arena, const char *file)
{
    if (!file)
        return NULL;
    return text_visible(arena, text_mended(arena, file, strlen(file), NULL));
}

void problems_add(struct problems *problems, enum severity severity,
                  const char *file, int line, const char *rule,
                  const char *remedy, const char *format, ...)
{
    if (severity == PROBLEM_ERROR)
        problems->errors++;
    else
        problems->warnings++;
    if (problems->count == PROBLEMS_MAX)
        return;
    char message[MESSAGE_MAX + 4];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(message, MESSAGE_MAX, format, args);
    va_end(args);
    if (length >= MESSAGE_MAX)
        shorten(message);
    problems->list = arena_grow(problems->arena, problems->list,
                                problems->count, problems->count + 1,
                                &problems->capacity, sizeof *problems->list);
    problems->list[problems->count++] = (struct problem){
        .severity = severity,
        .file = shown(problems->arena, file),
        .line = line,
        .rule = arena_text(problems->arena, rule),
        .message = arena_text(problems->arena, message),
        .remedy = arena_text(problems->arena, remedy),
    };
}

/* A merge of two sorted halves keeps equal ones in their order. */
static int compare(const struct problem *a, const struct problem *b)
{
    int by_file = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    return by_file ? by_file : (a->line > b->line) - (a->line < b->line);
}

static void sort(struct problem *list, struct problem *spare, size_t count)
{
    if (count < 2)
        return;
    size_t half = count / 2;
    sort(list, spare, half);
    sort(list + half, spare, count - half);
    memcpy(spare, list, count * sizeof *list);
    for (size_t i = 0, a = 0, b = half; i < count; i++) {
        bool from_a =
            a < half && (b == count || compare(&spare[a], &spare[b]) <= 0);
        list[i] = from_a ? spare[a++] : spare[b++];
    }
}

void problems_sort(struct problems *problems)
{
    struct problem *spare =
        arena_array(problems->arena, problems->count, sizeof *spare);
    sort(problems->list, spare, problems->count);
}
