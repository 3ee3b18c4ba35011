/* SPDX-License-Identifier: MIT
 * letters.c: a bulk of a thousand letters, from an approved batch to files in a folder: made, printed in children of
 * the press, frozen in the store, written. And what one letter costs by itself, with a child of its own. Text: the
 * guidance in Danish and, by turns, the six other languages. Run by ./run bench. */
#define _XOPEN_SOURCE 700 /* nftw */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/check.h"
#include "base/text.h"
#include "citizen/citizen.h"
#include "letter/letter.h"
#include "letter/outbox.h"
#include "letter/private.h"
#include "staff/staff.h"

enum { LETTERS = 1000, ONES = 30, LANGUAGES = 7, ARENA_MAX = 512 << 20 };

static const char *const languages[LANGUAGES] = { "da", "en", "ar", "uk", "ti", "fa", "so" };

static double seconds_of(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* This process and the children it has waited for. */
static double cpu_seconds(void)
{
    struct rusage own, children;

    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &children);
    return (double)(own.ru_utime.tv_sec + own.ru_stime.tv_sec + children.ru_utime.tv_sec + children.ru_stime.tv_sec) +
           (double)(own.ru_utime.tv_usec + own.ru_stime.tv_usec + children.ru_utime.tv_usec + children.ru_stime.tv_usec) / 1e6;
}

static void approve_texts(struct db *db, struct staff_id writer, struct staff_id approver)
{
    const struct letter_template *template = letter_template("vejledning");

    for (size_t i = 0; i < template->texts.count; i++) {
        struct letter_text_id text = letter_text_insert(db, &(struct letter_text_insert_in){
            .code = template->code, .language = template->texts.at[i].language, .title = template->texts.at[i].title,
            .words = template->texts.at[i].words, .valid_from_day = db_today(db), .valid_to_day = DAY_NONE, .is_own = false,
            .written_by = writer, .written_at = db_now(db) });
        letter_text_approve(db, "Bench", approver, db_now(db), text);
    }
}

static void add_citizens(struct db *db, struct unit_id unit)
{
    for (int i = 0; i < LETTERS; i++)
        citizen_create(db, &(struct citizen_facts){
            .first_name = "Prøve", .last_name = arena_format(db_arena(db), "Nummer%d", i), .town = "Prøveby",
            .language = languages[i % LANGUAGES], .law_basis = "integrationsloven", .unit = unit, .born = DAY_NONE,
            .permit_from = DAY_NONE, .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE,
            .street = "Kirkevej 7", .postal_code = "1234" });
}

/* A store with people and one approved batch to all of them. */
static void found(struct db *db, struct arena *arena, instant now)
{
    db_begin(db, DB_WRITE, arena, actor_system, now);
    staff_found(db);
    struct unit_id unit = unit_by_code(db, "integration");
    struct staff_id one = staff_add(db, &(struct staff_insert_in){ "en", "En Prøve", "", "12345678", "", unit }, NULL, "caseworker");
    struct staff_id two = staff_add(db, &(struct staff_insert_in){ "to", "To Prøve", "", "12345678", "", unit }, NULL, "team_leader");
    approve_texts(db, one, two);
    add_citizens(db, unit);
    struct letter_batch_id batch = letter_batch_insert(db, &(struct letter_batch_insert_in){
        .name = "Alle", .code = "vejledning", .language = "own", .channel = "print", .given = "", .made_by = one, .made_at = now });
    for (int i = 0; i < LANGUAGES; i++)
        letter_batch_add_enrolled(db, batch, "", languages[i], 1, one);
    letter_batch_approve(db, two, now, batch, 1);
    check(db_commit(db));
}

static void bench_bulk(struct db *db, struct arena *arena, const char *folder, instant now)
{
    struct outbox_counts counts = { 0 };
    double began = seconds_of(CLOCK_MONOTONIC), cpu = cpu_seconds();

    check(letter_batches_run(db, arena, now, &counts));
    double made = seconds_of(CLOCK_MONOTONIC);
    check(outbox_run(db, arena, folder, now, &counts));
    double sent = seconds_of(CLOCK_MONOTONIC);
    check(counts.made == LETTERS && counts.sent == LETTERS);
    printf("%d letters, Danish and a translation: made and frozen in %.1f s (%.0f/s), files in %.1f s; %.1f ms CPU a letter\n",
           LETTERS, made - began, LETTERS / (made - began), sent - made, 1000 * (cpu_seconds() - cpu) / LETTERS);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void bench_one(struct db *db, struct arena *arena, instant now)
{
    double times[ONES];

    for (int i = 0; i < ONES; i++) {
        struct letter_order order = { .citizen = { i + 1 }, .code = "vejledning", .language = "own" };
        struct print print;
        arena_reset(arena);
        db_begin(db, DB_READ, arena, actor_system, now);
        double began = seconds_of(CLOCK_MONOTONIC);
        letter_try(db, &order, &print);
        times[i] = 1000 * (seconds_of(CLOCK_MONOTONIC) - began);
        check(print.why == PAPER_FINE);
        check(db_commit(db));
    }
    qsort(times, ONES, sizeof *times, compare);
    printf("one letter with a child of its own: %.0f ms in the middle, %.0f ms at most\n", times[ONES / 2], times[ONES - 1]);
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

int main(void)
{
    char folder[] = "/tmp/fodfaeste-letters-XXXXXX", store[100], out[100];
    const char *why = "";
    instant now = instant_of(day_of(2026, 12, 8), 9, 0, 0);
    struct arena *arena = arena_new(ARENA_MAX);

    check(mkdtemp(folder) != NULL);
    snprintf(store, sizeof store, "sqlite:%s", folder);
    snprintf(out, sizeof out, "%s/udbakke", folder);
    struct db *db = db_open(store, &why);
    check(db != NULL && db_migrate(db, &why));
    found(db, arena, now);
    bench_one(db, arena, now);
    bench_bulk(db, arena, out, now);
    db_close(db);
    return nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}
