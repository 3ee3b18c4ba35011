/* SPDX-License-Identifier: MIT
 * test_figures.c: the figures that the examples report come out of people written into a store's journal
 * (figures.cases), and what the keeper keeps says the same as what is counted now. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/list.h"
#include "base/text.h"
#include "engine/journal.h"
#include "results/kept.h"
#include "results/pages.h"

enum { ARENA_MAX = 64 << 20, LINE_MAX_LENGTH = 600, SUBJECTS_EACH = 100, FIELD_COUNT_MAX = 10, COUNTING_BYTES_MAX = 256 << 10 };

static struct db *db;
static struct arena *arena, *texts; /* Of a transaction; of the whole test. */
static const struct scheme *scheme;
static int64_t people;
static int figures;
static char figure[LINE_MAX_LENGTH];

/* ---- The store ---- */

static instant clock_of(int year)
{
    return day_end(day_of(year, 12, 31));
}

static void begin(enum db_purpose purpose)
{
    arena_reset(arena);
    db_begin(db, purpose, arena, actor_system, clock_of(2018));
}

static void open_store(void)
{
    char folder[] = "/tmp/fodfaeste-test-XXXXXX";
    const char *why = "";

    assert_non_null(mkdtemp(folder));
    db = db_open(arena_format(texts, "sqlite:%s", folder), &why);
    if (db == NULL || !db_migrate(db, &why))
        fail_msg("%s", why);
    people = 0;
}

static int set_up(void **state)
{
    struct mistakes mistakes;
    char *bytes = calloc(1, 1 << 16);
    FILE *file = fopen(SOURCE_ROOT "/src/results/figures.yaml", "r");

    (void)state;
    arena = arena_new(ARENA_MAX);
    texts = arena_new(ARENA_MAX);
    mistakes = mistakes_new(texts);
    assert_non_null(file);
    size_t length = fread(bytes, 1, 1 << 16, file);
    fclose(file);
    scheme = scheme_read(texts, "figures.yaml", bytes, length, &mistakes);
    if (scheme == NULL)
        mistakes_print(&mistakes, stderr);
    assert_non_null(scheme);
    free(bytes);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    if (db != NULL)
        db_close(db);
    arena_free(arena);
    arena_free(texts);
    return 0;
}

/* ---- People ---- */

static const struct {
    const char *begins;
    enum subject_kind subject;
} subjects[] = {
    { "enrolment.", SUBJECT_ENROLMENT }, { "placement.", SUBJECT_PLACEMENT }, { "hours.", SUBJECT_PLACEMENT },
    { "session.", SUBJECT_SESSION },     { "sanction.", SUBJECT_SANCTION },   { "relation.", SUBJECT_RELATION },
    { "agreement.", SUBJECT_CENTRE },    { "outcome.", SUBJECT_ENROLMENT },
};

static enum subject_kind subject_of(const char *name)
{
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (text_starts(name, subjects[i].begins))
            return subjects[i].subject;
    return SUBJECT_CITIZEN;
}

/* "placement.started(praktik) 2017-06-01 company=@ #2" */
static void tell(struct stream stream, const char *text)
{
    struct text_pieces words = text_split(arena, text_trim(arena, text), ' ');
    struct event_draft draft = { .stream = stream };
    char *name = arena_dup(arena, words.at[0]), *code = strchr(name, '(');
    day on = DAY_NONE;
    int64_t number = 1;
    size_t field = 0;

    if (code != NULL) {
        *code++ = 0;
        code[strcspn(code, ")")] = 0;
    }
    if (!event_kind_read(name, strlen(name), &draft.kind) || words.count < 2 || !day_read(words.at[1], &on))
        fail_msg("%s: not an event: %s", figure, text);
    for (size_t i = 2; i < words.count; i++) {
        char *value = strchr(arena_dup(arena, words.at[i]), '=');
        if (words.at[i][0] == '#') {
            text_to_int(words.at[i] + 1, &number);
            continue;
        }
        assert_non_null(value);
        assert_true(field < FIELD_COUNT_MAX);
        draft.fields[field].name = arena_copy(arena, words.at[i], (size_t)(strchr(words.at[i], '=') - words.at[i]));
        draft.fields[field++].value = text_is(value + 1, "@") ? arena_format(arena, "%lld", (long long)stream.id) : value + 1;
    }
    draft.code = code;
    draft.at = day_begin(on);
    draft.subject = (struct subject){ subject_of(name), stream.id * SUBJECTS_EACH + number };
    journal_append(db, &draft);
}

/* "14 company x EVENT; EVENT" */
static void load(const char *line)
{
    const char *cross = strstr(line, " x ");
    struct text_pieces head = text_split(texts, arena_copy(texts, line, (size_t)(cross - line)), ' ');
    enum stream_kind kind = STREAM_CITIZEN;
    int64_t count = 0;

    assert_true(text_to_int(head.at[0], &count));
    for (int i = 0; i < STREAM_KIND_COUNT && head.count > 1; i++)
        if (text_is(stream_kind_names[i], head.at[1]))
            kind = (enum stream_kind)i;
    for (int64_t i = 0; i < count; i++) {
        begin(DB_WRITE);
        struct text_pieces events = text_split(arena, cross + 3, ';');
        struct stream stream = { kind, ++people };
        for (size_t k = 0; k < events.count; k++)
            tell(stream, events.at[k]);
        assert_true(db_commit(db));
    }
}

/* ---- What is said of them ---- */

static const char *words_of(const struct results *results, const char *id)
{
    for (size_t i = 0; i < results->goals.count; i++)
        if (text_is(results->goals.at[i].measure->id.text, id))
            return measured_words(arena, LANGUAGE_DA, scheme, &results->goals.at[i].measured, false);
    fail_msg("%s: no measure %s", figure, id);
    return "";
}

/* "MEASURE FROM TO: WORDS"; WORDS beginning with * may stand anywhere in what is said. */
static void expect(const char *line)
{
    char id[40], from_text[20], to_text[20];
    struct measured_period period;
    struct schemes only = { &scheme, 1 };
    struct unit_id all = { 0 };
    int end = 0;

    if (sscanf(line, " %39s %19s %10s:%n", id, from_text, to_text, &end) != 3 || end == 0)
        fail_msg("%s: not an expectation: %s", figure, line);
    to_text[strcspn(to_text, ":")] = 0;
    assert_true(day_read(from_text, &period.from) && day_read(to_text, &period.to));
    begin(DB_READ);
    struct results *results = results_take(db, only, period, &all, 1);
    assert_true(arena_used(arena) < COUNTING_BYTES_MAX); /* However many the people are. */
    const char *said = words_of(results, id), *wanted = text_trim(arena, line + end);
    bool is_right = *wanted == '*' ? strstr(said, wanted + 1) != NULL : text_is(said, wanted);
    if (!is_right)
        fail_msg("%s, %s: %s, not %s", figure, id, said, wanted);

    struct results kept = kept_read(arena, only, period, kept_write(arena, results));
    assert_string_equal(words_of(&kept, id), said);
    assert_int_equal(kept.year.all.all, results->year.all.all);
    assert_true(db_commit(db));
}

static void reported_figures_come_out(void **state)
{
    FILE *file = fopen(SOURCE_ROOT "/src/results/figures.cases", "r");
    char line[LINE_MAX_LENGTH];

    (void)state;
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (text_starts(line, "figure ")) {
            if (db != NULL)
                db_close(db);
            open_store();
            snprintf(figure, sizeof figure, "%.60s", line);
            figures++;
        } else if (text_starts(line, "=>")) {
            expect(line + 2);
        } else if (*line != 0 && *line != '#') {
            load(line);
        }
    }
    fclose(file);
    assert_true(figures >= 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reported_figures_come_out),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
