/* SPDX-License-Identifier: MIT
 * commands.c: `fodfaeste match MARKET` and `fodfaeste match --check MARKET FILE`. One JSON object on the output;
 * exit status 0 when the checker agrees, 1 when it does not, 2 for files that cannot be read. */
#include "matching/commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "matching/market_file.h"
#include "matching/witness.h"

enum { EXIT_UNREADABLE = 2, ROOM_FIRST = 1 << 16 };
#define ARENA_LIMIT (SIZE_MAX / 4)

/* Processor time in nanoseconds. */
static int64_t clock_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static double seconds(int64_t nanoseconds)
{
    return (double)nanoseconds / 1e9;
}

/* --- Files. --- */

static bool tell(const char *path, int64_t line, const char *why)
{
    if (line > 0)
        fprintf(stderr, "%s:%lld: %s\n", path, (long long)line, why);
    else
        fprintf(stderr, "%s: %s\n", path, why);
    return false;
}

/* All of a file, whose size may be known or not (a pipe). */
static bool read_whole(struct arena *arena, const char *path, struct text *into)
{
    FILE *file = fopen(path, "rb");
    struct stat status;

    *into = text_new(arena);
    if (file == NULL || fstat(fileno(file), &status) != 0 || S_ISDIR(status.st_mode)) {
        if (file != NULL)
            fclose(file);
        return tell(path, 0, "the file cannot be read");
    }
    into->room = (size_t)(status.st_size > 0 ? status.st_size : 0) + ROOM_FIRST;
    into->at = arena_take(arena, into->room);
    static char piece[ROOM_FIRST];
    for (size_t count; (count = fread(piece, 1, sizeof piece, file)) > 0;)
        text_add_bytes(into, piece, count);
    bool is_fine = ferror(file) == 0;
    fclose(file);
    return is_fine || tell(path, 0, "the file cannot be read");
}

static bool market_load(struct arena *arena, const char *path, struct market *market)
{
    struct market_mistake mistake;
    struct text bytes;

    if (!read_whole(arena, path, &bytes))
        return false;
    return market_read(arena, bytes.at, bytes.length, market, &mistake) || tell(path, mistake.line, mistake.why);
}

static bool assignment_load(struct arena *arena, const char *path, const struct market *market,
                            const int32_t **place_of)
{
    struct market_mistake mistake;
    struct text bytes;

    if (!read_whole(arena, path, &bytes))
        return false;
    return assignment_read(arena, bytes.at, bytes.length, market, place_of, &mistake)
        || tell(path, mistake.line, mistake.why);
}

static bool assignment_save(struct arena *arena, const char *path, const struct matching *m, int32_t citizens)
{
    int32_t *place_of = arena_array(arena, (size_t)citizens, sizeof *place_of);
    struct text text = text_new(arena);
    FILE *file = fopen(path, "wb");

    for (int32_t i = 0; i < citizens; i++)
        place_of[i] = matching_place_of(m, i);
    assignment_write(&text, citizens, place_of);
    bool is_fine = file != NULL && fwrite(text.at, 1, text.length, file) == text.length;
    is_fine = file != NULL && fclose(file) == 0 && is_fine;
    return is_fine || tell(path, 0, "the file could not be written");
}

/* --- Solving. --- */

static void print_result(const struct matching_result *result, int64_t read, int64_t all)
{
    printf("{\"matched\": %d, \"score\": %lld, \"matched_bound\": %d, \"bound\": %lld, \"certified\": %s, "
           "\"seconds\": {\"read\": %.6f",
           result->matched, (long long)result->score, result->matched_bound, (long long)result->score_bound,
           result->is_certified ? "true" : "false", seconds(read));
    for (int phase = 0; phase < MATCHING_PHASE_COUNT; phase++)
        printf(", \"%s\": %.6f", matching_phase_names[phase], seconds(result->nanoseconds[phase]));
    printf(", \"total\": %.6f}}\n", seconds(all));
}

static int solve_in(struct arena *arena, const char *path, const struct command_line *line)
{
    struct matching_options options = { .clock = clock_now, .is_fair = command_value(line, "--fair") != NULL };
    const char *save = command_value(line, "--assignment");
    struct market market;
    int64_t began = clock_now();

    if (!market_load(arena, path, &market))
        return EXIT_UNREADABLE;
    int64_t read = clock_now() - began;
    struct matching *m = matching_new(arena, &market, &options);
    struct matching_result result = matching_solve(m);
    int64_t all = clock_now() - began;
    if (save != NULL && !assignment_save(arena, save, m, market.citizens))
        return EXIT_FAILURE;
    print_result(&result, read, all);
    return result.is_certified ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* --- Checking. --- */

static const char *const fault_texts[] = {
    [CERTIFICATE_FINE] = "",
    [CERTIFICATE_NO_SUCH_PAIR] = "a citizen has a place that is no pair of hers: citizen",
    [CERTIFICATE_AWAY] = "somebody who is away has a place: citizen",
    [CERTIFICATE_OVERFULL] = "more citizens than seats: place",
    [CERTIFICATE_PRICE] = "the sum is too large to add: number",
    [CERTIFICATE_GAIN] = "a pair is worth more than it costs: citizen",
    [CERTIFICATE_NOT_BEST] = "a better assignment exists, or this one could not be proven best",
};

static struct certificate_claim claim_of(struct arena *arena, const struct market *market, const int32_t *place_of,
                                         int64_t *price)
{
    struct market_row *rows = arena_array(arena, (size_t)market->citizens, sizeof *rows);

    for (int32_t i = 0; i < market->citizens; i++) {
        int32_t count = (int32_t)(market->start[i + 1] - market->start[i]);
        struct market_pair *at = arena_take(arena, (size_t)count * sizeof *at);
        for (int32_t k = 0; k < count; k++)
            at[k] = market->pairs[market->start[i] + k];
        rows[i] = (struct market_row){ at, count, count };
    }
    return (struct certificate_claim){
        .citizens = market->citizens, .places = market->places, .rows = rows, .capacity = market->capacity,
        .place_of = place_of, .price = price,
    };
}

static void print_check(const struct certificate *c, int64_t read, int64_t check)
{
    bool is_bound = c->fault == CERTIFICATE_FINE || c->fault == CERTIFICATE_NOT_BEST;

    printf("{\"matched\": %lld, \"score\": %lld, ", (long long)c->reached.persons, (long long)c->reached.points);
    if (is_bound)
        printf("\"matched_bound\": %lld, \"bound\": %lld, ", (long long)c->bound.persons, (long long)c->bound.points);
    else
        printf("\"matched_bound\": null, \"bound\": null, ");
    printf("\"certified\": %s, ", c->fault == CERTIFICATE_FINE ? "true" : "false");
    if (c->fault != CERTIFICATE_FINE && c->at != MATCHING_NONE)
        printf("\"reason\": \"%s %d\", ", fault_texts[c->fault], c->at);
    else if (c->fault != CERTIFICATE_FINE)
        printf("\"reason\": \"%s\", ", fault_texts[c->fault]);
    printf("\"seconds\": {\"read\": %.6f, \"check\": %.6f}}\n", seconds(read), seconds(check));
}

/* First that it is an assignment at all, then prices that prove it. */
static int check_in(struct arena *arena, const char *market_path, const char *path)
{
    struct market market;
    const int32_t *place_of;
    int64_t began = clock_now();

    if (!market_load(arena, market_path, &market) || !assignment_load(arena, path, &market, &place_of))
        return EXIT_UNREADABLE;
    int64_t read = clock_now() - began;
    int64_t *price = arena_array(arena, (size_t)market.places, sizeof *price);
    struct certificate_claim claim = claim_of(arena, &market, place_of, price);
    struct certificate certificate = { 0 };
    if (!certificate_check(&certificate, arena, &claim) && certificate.fault == CERTIFICATE_NOT_BEST) {
        witness_find(arena, &claim, price);
        certificate_check(&certificate, arena, &claim);
    }
    print_check(&certificate, read, clock_now() - began - read);
    return certificate.fault == CERTIFICATE_FINE ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int match_run(const struct command_line *line)
{
    bool is_check = command_value(line, "--check") != NULL;

    if (line->rest_count != (is_check ? 2 : 1)) {
        fprintf(stderr, "fodfaeste match: say `match MARKET [--assignment FILE]` or `match --check MARKET FILE`\n");
        return EXIT_UNREADABLE;
    }
    struct arena *arena = arena_new(ARENA_LIMIT);
    int status = is_check ? check_in(arena, line->rest[0], line->rest[1]) : solve_in(arena, line->rest[0], line);
    arena_free(arena);
    return status;
}

static const struct command_option match_options[] = {
    { "--assignment", "FILE", "writes `match CITIZEN PLACE` for each who gets a place", false },
    { "--fair", NULL, "first raises the lowest score of any pair as far as it goes", false },
    { "--check", NULL, "only checks whether the assignment in FILE is the best there is", false },
    { 0 },
};

const struct command match_command = {
    "match", "assigns citizens to places with seats, proven best; FILE formats are in src/matching/market_file.h",
    "MARKET | --check MARKET FILE", match_options, match_run,
};
