#include "study/confusions.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"

enum { FIRST_SLOTS = 64 };

void confusions_init(struct confusion_book *book, struct arena *arena)
{
    *book = (struct confusion_book){.arena = arena};
}

/* What stands behind the first `mark` in the text, or NULL. */
static const char *after(const char *text, const char *mark)
{
    const char *found = text ? strstr(text, mark) : NULL;
    return found ? found + strlen(mark) : NULL;
}

/* The body is written by the program itself, without spaces; a quote inside a
 * text is escaped, so that the marks are found nowhere else. */
static const char *option_chosen(const struct event *review)
{
    const char *number = after(review->body, ",\"chosen\":");
    const char *of = after(review->body, ",\"options\":[");
    if (review->grade != GRADE_AGAIN || !number)
        return NULL;
    for (long nth = strtol(number, NULL, 10); of && nth >= 0; nth--)
        of = after(of, "{\"of\":\"");
    return of;
}

/* The text up to its closing quote, or NULL where it has an escape. */
static const char *text_at(const char *text, struct arena *arena)
{
    size_t length = text ? strcspn(text, "\"\\") : 0;
    if (!length || text[length] != '"')
        return NULL;
    return arena_copy(arena, text, length);
}

const char *confusions_chosen(const struct event *review, struct arena *arena)
{
    return text_at(option_chosen(review), arena);
}

/* Wrong options of a card belong to no fact: their text stands for them. */
static const char *text_chosen(const struct event *review, struct arena *arena)
{
    return text_at(after(option_chosen(review), "\"text\":\""), arena);
}

static bool is_card(const char *item)
{
    return !strchr(item, '/');
}

static size_t slot_of(const struct confusion_book *book, const char *item)
{
    size_t at = (size_t)hash_text(0, item) & (book->slot_count - 1);
    while (book->slots[at] &&
           strcmp(book->entries[book->slots[at] - 1].item, item) != 0)
        at = (at + 1) & (book->slot_count - 1);
    return at;
}

static void make_room(struct confusion_book *book)
{
    if (2 * (book->count + 1) <= book->slot_count)
        return;
    book->slot_count = book->slot_count ? 2 * book->slot_count : FIRST_SLOTS;
    book->slots =
        arena_array(book->arena, book->slot_count, sizeof *book->slots);
    for (size_t i = 0; i < book->count; i++)
        book->slots[slot_of(book, book->entries[i].item)] = i + 1;
}

static struct confusion_entry *find(const struct confusion_book *book,
                                    const char *item)
{
    size_t slot = book->slot_count ? slot_of(book, item) : 0;
    if (!book->slot_count || !book->slots[slot])
        return NULL;
    return &book->entries[book->slots[slot] - 1];
}

static struct confusion_entry *entry_of(struct confusion_book *book,
                                        const char *item)
{
    struct confusion_entry *entry = find(book, item);
    if (entry)
        return entry;
    make_room(book);
    book->entries =
        arena_grow(book->arena, book->entries, book->count, book->count + 1,
                   &book->capacity, sizeof *book->entries);
    entry = &book->entries[book->count];
    *entry = (struct confusion_entry){.item = arena_text(book->arena, item)};
    book->slots[slot_of(book, item)] = ++book->count;
    return entry;
}

/* The one chosen before comes to the front, and stands there once. */
void confusions_note(struct confusion_book *book, const char *item,
                     const char *fact_id)
{
    struct confusions *of = &entry_of(book, item)->of;
    int at = 0;
    while (at < of->count && strcmp(of->facts[at], fact_id) != 0)
        at++;
    if (at == of->count && of->count == CONFUSIONS_MAX)
        at--;
    else if (at == of->count)
        of->count++;
    memmove(of->facts + 1, of->facts, (size_t)at * sizeof *of->facts);
    of->facts[0] = arena_text(book->arena, fact_id);
}

bool confusions_add(struct confusion_book *book, const char *item,
                    const struct event *review)
{
    const char *chosen = confusions_chosen(review, book->arena);
    if (chosen && !strcmp(chosen, item))
        chosen = is_card(item) ? text_chosen(review, book->arena) : NULL;
    if (!chosen)
        return false;
    confusions_note(book, item, chosen);
    return true;
}

void confusions_put(struct confusion_book *book, const char *item,
                    const struct confusions *before)
{
    entry_of(book, item)->of = *before;
}

const struct confusions *confusions_of(const struct confusion_book *book,
                                       const char *item)
{
    const struct confusion_entry *entry = find(book, item);
    return entry && entry->of.count ? &entry->of : NULL;
}
