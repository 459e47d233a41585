/* Small decks, each with one way to go wrong, beside sound twins of them. The
 * comment before a line says which rule it breaks: "; expect: twin". What
 * cannot be told as a mistake must never become a bad question. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "deck_text.h"
#include "knowledge/check.h"
#include "knowledge/check_proof.h"

#define FOLDER "tests/knowledge/planted/"

enum { TODAY = 20781, SEEDS = 1000 }; /* 2026-11-24 */

static const char expect[] = "; expect: ";

/* One planted deck; `never`: its defect is in no question of any form, whether
 * it is told or not. */
static const struct planted {
    const char *name;
    const char *beside; /* read before it, or NULL */
    bool never;
    const char *declined; /* an item that must not be a choice, or NULL */
} table[] = {
    {"after-unknown", NULL, false, NULL},
    {"alias", NULL, false, NULL},
    {"alias-clash", NULL, false, NULL},
    {"all-of-the-above", NULL, false, NULL},
    {"article-bare-past", NULL, false, NULL},
    {"article-option", NULL, false, NULL},
    {"article-range", NULL, false, NULL},
    {"article-roman-past", NULL, false, NULL},
    {"article-tell", NULL, false, NULL},
    {"back-with-title", NULL, false, NULL},
    {"base-rate", NULL, true, "p-a/sea"},
    {"blank-in-ask", NULL, false, NULL},
    {"card-of-missing", NULL, false, NULL},
    {"card-place", NULL, false, NULL},
    {"cards-base-rate", NULL, false, NULL},
    {"cloze-empty", NULL, false, NULL},
    {"cloze-nested", NULL, false, NULL},
    {"co-signatory", NULL, false, NULL},
    {"contained", NULL, false, NULL},
    {"contained-number", NULL, false, NULL},
    {"contradiction", NULL, false, NULL},
    {"covers-unknown", NULL, false, NULL},
    {"cyrillic-twin", NULL, false, NULL},
    {"date-leap", NULL, false, NULL},
    {"date-order", NULL, false, NULL},
    {"date-precision", NULL, false, NULL},
    {"date-shape", NULL, false, NULL},
    {"deck-home-typo", NULL, false, NULL},
    {"deck-seal-long", NULL, false, NULL},
    {"demonym", NULL, false, "c"},
    {"demonym-french", NULL, false, "c"},
    {"derived-unknown", NULL, false, NULL},
    {"duplicate-id", "duplicate-id-other", false, NULL},
    {"empty-braces", NULL, false, NULL},
    {"equal-dates", NULL, true, NULL},
    {"fact-co-signatory", NULL, true, NULL},
    {"fact-date-precision", NULL, true, NULL},
    {"fact-longest", NULL, true, "t0/aim"},
    {"fact-same-value-twice", NULL, true, NULL},
    {"fact-symbol", NULL, true, "helium/symbol"},
    {"fact-title-demonym", NULL, true, "t5/partner"},
    {"fact-title-in-japanese", NULL, true, "t1/name.ja"},
    {"fact-title-party", NULL, true, NULL},
    {"fact-title-year", NULL, true, NULL},
    {"fact-twin-places", NULL, true, NULL},
    {"few-wrong", NULL, false, NULL},
    {"field-in-ask", NULL, false, NULL},
    {"field-of-itself", NULL, false, NULL},
    {"final-stop", NULL, false, NULL},
    {"full-width", NULL, false, NULL},
    {"full-width-title", NULL, false, NULL},
    {"future-date", NULL, false, NULL},
    {"future-option", NULL, false, NULL},
    {"home-no-party", NULL, false, NULL},
    {"incomplete-relation", NULL, false, "p-a/ally"},
    {"incomplete-statement", NULL, false, NULL},
    {"index-word", NULL, false, NULL},
    {"kind-of-itself", NULL, false, NULL},
    {"leak-adjective-italian", NULL, false, NULL},
    {"leak-cloze", NULL, false, NULL},
    {"leak-ja", NULL, false, NULL},
    {"leak-number-word", NULL, false, NULL},
    {"leak-plural", NULL, false, NULL},
    {"leak-verb", NULL, false, NULL},
    {"limit-past", NULL, false, NULL},
    {"list-turned", NULL, false, NULL},
    {"longest-is-right", NULL, false, NULL},
    {"look-aandc", NULL, false, NULL},
    {"look-always", NULL, false, NULL},
    {"look-cannot", NULL, false, NULL},
    {"look-digits", NULL, false, NULL},
    {"look-neither", NULL, false, NULL},
    {"look-paren", NULL, false, NULL},
    {"look-quote", NULL, false, NULL},
    {"many-values", NULL, false, NULL},
    {"match-with-place", NULL, false, NULL},
    {"negative", NULL, false, NULL},
    {"nested-braces", NULL, false, NULL},
    {"nfc-nfd", NULL, false, NULL},
    {"nfc-nfd-kana", NULL, false, NULL},
    {"no-source", NULL, false, NULL},
    {"no-such-day", NULL, false, NULL},
    {"no-such-word", NULL, false, NULL},
    {"no-title", NULL, false, NULL},
    {"no-words", NULL, false, NULL},
    {"no-words-card", NULL, false, NULL},
    {"no-words-name", NULL, false, NULL},
    {"not-except", NULL, false, NULL},
    {"not-false", NULL, false, NULL},
    {"not-never", NULL, false, NULL},
    {"number-grouped", NULL, false, NULL},
    {"number-roman", NULL, false, NULL},
    {"number-shape", NULL, false, NULL},
    {"number-spelt", NULL, false, NULL},
    {"number-unit", NULL, false, NULL},
    {"one-party", NULL, false, NULL},
    {"open-brace", NULL, false, NULL},
    {"other-script", NULL, false, NULL},
    {"outline-twice", NULL, false, NULL},
    {"own-question-leaks", NULL, false, NULL},
    {"own-question-place", NULL, false, NULL},
    {"party-list", NULL, false, NULL},
    {"party-unknown", NULL, false, NULL},
    {"same-card", NULL, false, NULL},
    {"same-name-also", NULL, false, NULL},
    {"shape-answer-ja", NULL, false, NULL},
    {"shape-greek", NULL, false, NULL},
    {"shape-hangul", NULL, false, NULL},
    {"shape-percent", NULL, false, NULL},
    {"shape-unit", NULL, false, NULL},
    {"shape-year-among-days", NULL, false, NULL},
    {"single-row", NULL, true, "p-a/sea"},
    {"subject-cycle", NULL, false, NULL},
    {"subject-of-itself", NULL, false, NULL},
    {"subject-wrong-kind", NULL, false, NULL},
    {"successor", NULL, false, NULL},
    {"successor-alias", NULL, false, NULL},
    {"t-ended-before-signed", NULL, false, NULL},
    {"t-replaces-later", NULL, false, NULL},
    {"title-dashes", NULL, true, NULL},
    {"title-leaks-party", NULL, false, "c"},
    {"title-leaks-year", NULL, false, "c"},
    {"tpl-count-broken", NULL, false, NULL},
    {"tpl-ja-typo", NULL, false, NULL},
    {"tpl-not", NULL, false, NULL},
    {"tpl-year-of-nondate", NULL, false, NULL},
    {"twin-ampersand", NULL, false, NULL},
    {"twin-article", NULL, false, NULL},
    {"twin-case", NULL, false, NULL},
    {"twin-dash", NULL, false, NULL},
    {"twin-date-us", NULL, false, NULL},
    {"twin-decimal", NULL, false, NULL},
    {"twin-fwdigits", NULL, false, NULL},
    {"twin-halfkana", NULL, false, NULL},
    {"twin-in-field", NULL, false, NULL},
    {"twin-month-in", NULL, false, NULL},
    {"twin-number-big", NULL, false, NULL},
    {"twin-number-hundred", NULL, false, NULL},
    {"twin-ordinal", NULL, false, NULL},
    {"twin-roman-king", NULL, false, NULL},
    {"twin-two-wrongs-alias", NULL, false, NULL},
    {"twin-values", NULL, false, NULL},
    {"two-blanks", NULL, false, NULL},
    {"unknown-key", NULL, false, NULL},
    {"unknown-place", NULL, false, NULL},
    {"value-in-ask", NULL, false, NULL},
    {"value-twice-fold", NULL, false, NULL},
    {"vocabulary-twin", NULL, false, NULL},
    {"was-cycle", NULL, false, NULL},
    {"was-itself", NULL, false, NULL},
    {"wir-date", NULL, false, NULL},
    {"wir-name-turned", NULL, false, NULL},
    {"wir-no-of", NULL, false, NULL},
    {"wir-signer", NULL, false, NULL},
    {"wrong-same-list-comma", NULL, false, NULL},
    {"zwsp-twin", NULL, false, NULL},
};

static struct arena arena;
static struct problems problems;
static struct knowledge *knowledge;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)1 << 30);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static const char *text_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s cannot be read", path);
    char *text = arena_alloc(&arena, (size_t)1 << 20);
    size_t size = fread(text, 1, ((size_t)1 << 20) - 1, file);
    fclose(file);
    text[size] = '\0';
    return text;
}

/* Reads the kinds, what stands beside the deck, and the deck; checks all. */
static const char *check(const struct planted *planted, const char *folder)
{
    const char *names[5] = {"assets/kinds/parties.ini",
                            "assets/kinds/treaty.ini",
                            "assets/kinds/exercise.ini"};
    size_t count = 3;
    struct source sources[5];
    arena_reset(&arena);
    problems_init(&problems, &arena);
    if (planted->beside)
        names[count++] = arena_printf(&arena, FOLDER "%s.ini", planted->beside);
    names[count++] = arena_printf(&arena, "%s%s.ini", folder, planted->name);
    for (size_t i = 0; i < count; i++)
        sources[i] = deck_text(&arena, names[i], text_of(names[i]));
    knowledge = knowledge_build(&arena, sources, count, &problems);
    check_knowledge(knowledge, TODAY, &problems);
    check_questions(knowledge, TODAY, (struct check_watch){NULL, NULL},
                    &problems);
    problems_sort(&problems);
    return names[count - 1];
}

/* The line after the next "; expect: RULE" from `line` on; 0 at the end. */
static int next_expected(const char **text, int *line, char rule[64])
{
    while (**text) {
        const char *begin = *text;
        const char *end = strchr(begin, '\n');
        *text = end ? end + 1 : begin + strlen(begin);
        ++*line;
        if (strncmp(begin, expect, sizeof expect - 1) != 0)
            continue;
        int length = (int)strcspn(begin + sizeof expect - 1, "\n");
        snprintf(rule, 64, "%.*s", length, begin + sizeof expect - 1);
        return *line + 1;
    }
    return 0;
}

/* What is found is what is expected, and nothing else. */
static void assert_found(const char *path)
{
    const char *text = text_of(path);
    char rule[64];
    int line = 0, wanted;
    size_t found = 0;
    while ((wanted = next_expected(&text, &line, rule)) > 0) {
        if (found == problems.count)
            fail_msg("%s:%d: %s is not told", path, wanted, rule);
        const struct problem *problem = &problems.list[found++];
        if (strcmp(problem->file, path) != 0 || problem->line != wanted ||
            strcmp(problem->rule, rule) != 0)
            fail_msg("%s:%d: %s is not told, but %s:%d: %s: %s", path, wanted,
                     rule, problem->file, problem->line, problem->rule,
                     problem->message);
        assert_true(problem->remedy && problem->remedy[0]);
    }
    if (found < problems.count)
        fail_msg("%s:%d: %s: %s is told as well", problems.list[found].file,
                 problems.list[found].line, problems.list[found].rule,
                 problems.list[found].message);
}

static void every_planted_defect_is_told_in_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const char *path = check(&table[i], FOLDER);
        assert_found(path);
        assert_true(table[i].never || problems.count > 0);
    }
}

static void no_sound_twin_is_told_of(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        check(&table[i], FOLDER "sound/");
        if (problems.count > 0)
            fail_msg("%s:%d: %s: %s", problems.list[0].file,
                     problems.list[0].line, problems.list[0].rule,
                     problems.list[0].message);
    }
}

/* Makes the item in that form and size; the question must be sound. */
static void prove(const struct proof *proof, struct question_request request)
{
    struct question question;
    struct error why_not;
    arena_reset(proof->arena);
    if (!question_make(knowledge, request, proof->arena, &question, &why_not))
        return;
    struct fault fault = proof_of(proof, &question);
    if (fault.rule)
        fail_msg("%s as %s: %s: %s", request.item->id, form_name(request.form),
                 fault.rule, fault.message);
}

/* Each of the sizes in turn; a form that declines one seed may take another. */
static void prove_item(const struct proof *proof, const struct item *item,
                       enum form form)
{
    bool is_drawn = form == FORM_CHOICE || form == FORM_MATCH ||
                    form == FORM_ORDER || form == FORM_TRUTH;
    uint64_t seeds = is_drawn ? SEEDS : 1;
    for (uint64_t seed = 0; seed < seeds; seed++) {
        struct question_request request = {
            .item = item,
            .form = form,
            .options = OPTIONS_MIN + (int)(seed % 3),
            .seed = seed,
            .today = TODAY,
        };
        prove(proof, request);
    }
}

static void prove_all(struct arena *lasting, struct arena *short_lived)
{
    struct proof proof;
    proof_init(&proof, knowledge, TODAY, lasting, short_lived);
    for (size_t i = 0; i < knowledge->item_count; i++) {
        for (int form = 0; form < FORM_COUNT; form++)
            prove_item(&proof, &knowledge->items[i], (enum form)form);
    }
}

static void what_is_not_told_never_becomes_a_bad_question(void **state)
{
    (void)state;
    struct arena lasting, short_lived;
    arena_init(&lasting, (size_t)1 << 28);
    arena_init(&short_lived, (size_t)1 << 28);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (!table[i].never)
            continue;
        check(&table[i], FOLDER);
        prove_all(&lasting, &short_lived);
        arena_reset(&lasting);
    }
    arena_release(&short_lived);
    arena_release(&lasting);
}

static bool is_a_choice(const char *id)
{
    const struct item *item = knowledge_item(knowledge, id);
    assert_non_null(item);
    struct question_request request = {
        .item = item, .form = FORM_CHOICE, .options = 3, .today = TODAY};
    for (; request.seed < SEEDS; request.seed++) {
        struct question question;
        struct error why_not;
        if (question_make(knowledge, request, &arena, &question, &why_not))
            return true;
    }
    return false;
}

static void what_would_tell_is_no_choice_though_its_sound_twin_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (!table[i].declined)
            continue;
        check(&table[i], FOLDER);
        if (is_a_choice(table[i].declined))
            fail_msg("%s of %s is a choice", table[i].declined, table[i].name);
        check(&table[i], FOLDER "sound/");
        if (!is_a_choice(table[i].declined))
            fail_msg("%s of the sound %s is none", table[i].declined,
                     table[i].name);
    }
}

/* A test with an arena of its own. */
#define SENTENCE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        SENTENCE(every_planted_defect_is_told_in_its_line),
        SENTENCE(no_sound_twin_is_told_of),
        SENTENCE(what_is_not_told_never_becomes_a_bad_question),
        SENTENCE(what_would_tell_is_no_choice_though_its_sound_twin_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
