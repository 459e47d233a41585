/*
 * Any bytes as a deck. Whatever is read is clean text within the limits, and
 * every problem names a line that exists; what is understood of it is checked
 * and asked in every form, and each question that is made keeps its promises.
 * Build with clang -fsanitize=fuzzer,address,undefined; run in the root of the
 * sources, where the kinds are.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "io/deck_file.h"
#include "knowledge/check.h"
#include "knowledge/check_proof.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TODAY = 20781, ITEMS_ASKED_MAX = 24, KINDS_MAX = 16 };

static struct source kinds[KINDS_MAX];
static size_t kind_count;

/* Once, and kept for all that follow. */
static void read_kinds(void)
{
    static struct arena arena;
    static struct problems problems;
    const char **paths;
    arena_init(&arena, (size_t)1 << 28);
    problems_init(&problems, &arena);
    size_t count = deck_files_find("assets/kinds", &arena, &paths, &problems);
    for (size_t i = 0; i < count && kind_count + 1 < KINDS_MAX; i++)
        kind_count += deck_file_read(paths[i], paths[i], &arena,
                                     &kinds[kind_count], &problems);
    assert(kind_count > 0);
}

static void check_text(struct arena *arena, const char *text, size_t limit)
{
    size_t length = strlen(text);
    assert(length <= limit);
    assert(text_is_utf8(text, length));
    assert(text_visible(arena, text) == text);
}

static void check_section(struct arena *arena, const struct section *section)
{
    check_text(arena, section->id, SOURCE_ID_MAX);
    check_text(arena, section->sort, SOURCE_ID_MAX);
    assert(section->sort[0]);
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *entry = &section->entries[i];
        check_text(arena, entry->key, SOURCE_ID_MAX);
        check_text(arena, entry->value, SOURCE_VALUE_MAX);
        assert(entry->key[0] && entry->line > section->line);
    }
}

/* A text with braces of its own looks like a place that was not filled. */
static bool is_sound(struct fault fault)
{
    return !fault.rule || strcmp(fault.rule, "clean-form") == 0;
}

static void ask(const struct proof *proof, struct question_request request)
{
    struct question question;
    struct error why_not = {0};
    arena_reset(proof->arena);
    if (!question_make(proof->knowledge, request, proof->arena, &question,
                       &why_not)) {
        assert(why_not.text[0] && request.form != FORM_FLIP);
        return;
    }
    struct fault fault = proof_of(proof, &question);
    if (!is_sound(fault))
        fprintf(stderr, "%s as %s: %s: %s\n", request.item->id,
                form_name(request.form), fault.rule, fault.message);
    assert(is_sound(fault));
}

static void ask_all(const struct knowledge *knowledge, uint64_t seed)
{
    struct proof proof;
    struct arena lasting, arena;
    arena_init(&lasting, (size_t)1 << 28);
    arena_init(&arena, (size_t)1 << 28);
    proof_init(&proof, knowledge, TODAY, &lasting, &arena);
    for (size_t i = 0; i < knowledge->item_count && i < ITEMS_ASKED_MAX; i++) {
        struct question_request request = {
            .item = &knowledge->items[i],
            .options = 3 + (int)(seed % 3),
            .seed = seed,
            .today = TODAY,
        };
        for (int form = 0; form < FORM_COUNT; form++) {
            request.form = (enum form)form;
            ask(&proof, request);
        }
    }
    arena_release(&arena);
    arena_release(&lasting);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct problems problems;
    struct source sources[KINDS_MAX];
    if (kind_count == 0)
        read_kinds();
    memcpy(sources, kinds, sizeof kinds);
    struct source *source = &sources[kind_count];
    arena_init(&arena, (size_t)1 << 28);
    problems_init(&problems, &arena);
    assert(deck_text_read((const char *)data, size, "fuzz.ini", &arena, source,
                          &problems));
    for (size_t i = 0; i < source->count; i++)
        check_section(&arena, &source->sections[i]);
    struct knowledge *knowledge =
        knowledge_build(&arena, sources, kind_count + 1, &problems);
    check_knowledge(knowledge, TODAY, &problems);
    ask_all(knowledge, size);
    for (size_t i = 0; i < problems.count; i++) {
        const struct problem *problem = &problems.list[i];
        if (strcmp(problem->file, "fuzz.ini") == 0)
            assert((size_t)problem->line <= size + 1);
        assert(problem->rule[0] && problem->message[0] && problem->remedy[0]);
    }
    arena_release(&arena);
    return 0;
}
