/* SPDX-License-Identifier: MIT
 * test_danish_track.c: how many modules a track has on a day, and what a wrong law/danish.yaml is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "law/danish_track.h"

static struct arena *arena;

static int begin(void **state)
{
    (void)state;
    arena = arena_new(4 << 20);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* The file with these rows, in a folder of its own, read and gone again. */
static const struct danish_tracks *read_rows(const char *rows, struct mistakes *mistakes)
{
    char folder[] = "/tmp/fodfaeste-danish.XXXXXX";

    assert_non_null(mkdtemp(folder));
    const char *path = arena_format(arena, "%s/danish.yaml", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "tracks:\n%s", rows);
    assert_int_equal(fclose(file), 0);
    *mistakes = mistakes_new(arena);
    const struct danish_tracks *tracks = danish_tracks_load(arena, folder, mistakes);
    unlink(path);
    rmdir(folder);
    return tracks;
}

static void same_mistake(const struct mistakes *mistakes, size_t i, int line, int column, const char *words)
{
    assert_true(i < mistakes->count);
    assert_int_equal(mistakes->at[i].line, line);
    assert_int_equal(mistakes->at[i].column, column);
    assert_string_equal(mistakes->at[i].file, "danish.yaml");
    if (strstr(mistakes->at[i].text, words) == NULL)
        fail_msg("»%s« does not say »%s«", mistakes->at[i].text, words);
}

static void the_program_has_six_six_and_five(void **state)
{
    static const struct { const char *track, *test; int modules; } tracks[] = { { "du1", "pd1", 6 }, { "du2", "pd2", 6 }, { "du3", "pd3", 5 } };
    const struct danish_tracks *kept = danish_tracks_kept();
    day on = day_of(2026, 3, 2);

    (void)state;
    assert_int_equal(kept->count, 3);
    for (size_t i = 0; i < 3; i++) {
        const struct danish_track *track = danish_track_on(kept, tracks[i].track, on);
        assert_non_null(track);
        assert_int_equal(track->modules, tracks[i].modules);
        assert_string_equal(track->test, tracks[i].test);
        assert_true(*track->basis != 0 && *track->source != 0);
    }
    assert_null(danish_track_on(kept, "fvu", on));
}

static void a_change_is_a_new_row(void **state)
{
    struct mistakes mistakes;
    const struct danish_tracks *tracks = read_rows(
        "  old: {track: du2, test: pd2, modules: 6, to: 2027-06-30, basis: b, source: s, mark: verified}\n"
        "  new: {track: du2, test: pd2, modules: 4, from: 2027-07-01, basis: b, source: s, mark: default}\n", &mistakes);

    (void)state;
    assert_non_null(tracks);
    assert_int_equal(danish_track_on(tracks, "du2", day_of(2027, 6, 29))->modules, 6);
    assert_int_equal(danish_track_on(tracks, "du2", day_of(2027, 6, 30))->modules, 6);
    assert_int_equal(danish_track_on(tracks, "du2", day_of(2027, 7, 1))->modules, 4);
    assert_null(danish_track_on(tracks, "du1", day_of(2027, 7, 1)));
}

static void every_mistake_has_its_place(void **state)
{
    struct mistakes mistakes;

    (void)state;
    assert_null(read_rows("  a: {track: du9, test: pd9, modules: 0, basis: b, source: s, mark: verified}\n"
                          "  b:\n"
                          "    track: du1\n"
                          "    modules: seks\n"
                          "    basis: b\n"
                          "    source: s\n"
                          "    mark: maaske\n", &mistakes));
    mistakes_sort(&mistakes);
    same_mistake(&mistakes, 0, 2, 6, "du9");
    same_mistake(&mistakes, 1, 2, 6, "pd9");
    same_mistake(&mistakes, 2, 2, 6, "fra 1 til 12");
    same_mistake(&mistakes, 3, 4, 5, "test");
    bool says_number = false, says_mark = false;
    for (size_t i = 0; i < mistakes.count; i++) {
        says_number = says_number || (mistakes.at[i].line == 5 && mistakes.at[i].column == 14);
        says_mark = says_mark || (mistakes.at[i].line == 8 && mistakes.at[i].column == 11);
    }
    assert_true(says_number && says_mark);
}

static void a_day_has_one_number(void **state)
{
    struct mistakes mistakes;

    (void)state;
    assert_null(read_rows("  a: {track: du1, test: pd1, modules: 6, to: 2027-07-01, basis: b, source: s, mark: verified}\n"
                          "  b: {track: du1, test: pd1, modules: 5, from: 2027-07-01, basis: b, source: s, mark: verified}\n", &mistakes));
    assert_int_equal(mistakes.count, 1);
    same_mistake(&mistakes, 0, 3, 6, "»b« gælder på samme dage som »a«");
    assert_null(read_rows("  a: {track: du1, test: pd1, modules: 6, from: 2027-07-02, to: 2027-07-01, basis: b, source: s, mark: verified}\n", &mistakes));
    same_mistake(&mistakes, 0, 2, 6, "før »from«");
    assert_null(read_rows("  a: [\n", &mistakes));
    assert_true(mistakes.count > 0 && mistakes.at[0].line > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_program_has_six_six_and_five),
        cmocka_unit_test(a_change_is_a_new_row),
        cmocka_unit_test(every_mistake_has_its_place),
        cmocka_unit_test(a_day_has_one_number),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
