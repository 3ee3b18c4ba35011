/* SPDX-License-Identifier: MIT
 * test_chart.c: that charts show their rows: where points stand, what is escaped, and the tables. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka.h needs these first. */
#include <cmocka.h>

#include "web/timeline.h"

static struct arena *arena;
static struct request request;

static struct page page_fresh(void)
{
    arena_reset(arena);
    request = (struct request){ .arena = arena };
    return (struct page){ .request = &request, .text = text_new(arena) };
}

static void shows(struct page *page, const char *words)
{
    if (strstr(text_done(&page->text), words) == NULL)
        fail_msg("not found: %s\nin: %s", words, text_done(&page->text));
}

static size_t count_of(struct page *page, const char *words)
{
    size_t count = 0;

    for (const char *p = text_done(&page->text); (p = strstr(p, words)) != NULL; p += strlen(words))
        count++;
    return count;
}

/* With FODFAESTE_TEST_CHARTS=FILE all charts go there too, to be looked at. */
static void keep(struct page *page)
{
    const char *name = getenv("FODFAESTE_TEST_CHARTS");
    FILE *out = name == NULL ? NULL : fopen(name, "ab");

    if (out != NULL) {
        fputs(text_done(&page->text), out);
        fclose(out);
    }
}

static const struct chart_head head = { "c", "Lønnede <timer>", "Fra 0 til 8." };

static void steps_stand_on_their_days(void **state)
{
    struct chart_step steps[] = {
        { day_of(2026, 6, 30), 0, 2000, NULL, "Solbakken" },
        { day_of(2026, 8, 17), 300, 2500, "3, lørdagsvagt", "Solbakken" },
        { day_of(2026, 11, 30), 800, 2500, NULL, "Bageri & brød" },
    };
    struct chart_steps chart = {
        .head = head,
        .from = day_of(2026, 6, 1), .until = day_of(2027, 1, 18), .today = day_of(2026, 12, 8),
        .at = steps, .count = 3, .main_name = "Lønnet", .thin_name = "Praktik",
        .top = 3700, .goal = 1700, .goal_label = "17 forsørger", .now_label = "8 lønnede",
    };
    struct page page = page_fresh();

    (void)state;
    chart_steps(&page, &chart);
    keep(&page);
    shows(&page, "<title id=\"c-t\">Lønnede &lt;timer&gt;</title><desc id=\"c-d\">Fra 0 til 8.</desc>");
    /* 190 of 231 days from 84 to 868; 8 of 37 hours from 196 up to 16. */
    shows(&page, "<circle class=\"dot\" cx=\"728.8\" cy=\"157.1\" r=\"5.0\"/>");
    shows(&page, "<line class=\"goal\" x1=\"84.0\" y1=\"113.3\" x2=\"868.0\" y2=\"113.3\"/>");
    shows(&page, "<path class=\"paid\" d=\"M84.0 196.0H182.4V196.0H345.3V181.4H701.7V157.1H728.8V157.1\"/>");
    shows(&page, "<tr><th scope=\"row\">30. nov. 2026</th><td class=\"num\">8</td><td class=\"num\">25</td>"
                 "<td>Bageri &amp; brød</td></tr>");
    assert_int_equal(count_of(&page, "<tr>"), 1 + 3);
    shows(&page, "y=\"162.1\">8 lønnede<");
}

static void words_at_the_top_stand_below_today(void **state)
{
    struct chart_step steps[] = { { day_of(2026, 6, 10), 3700, 3700, NULL, NULL } };
    struct chart_steps chart = {
        .head = head, .from = day_of(2026, 6, 1), .until = day_of(2026, 7, 1), .today = day_of(2026, 7, 1),
        .at = steps, .count = 1, .main_name = "Lønnet", .top = 3700, .now_label = "37 lønnede",
    };
    struct page page = page_fresh();

    (void)state;
    chart_steps(&page, &chart);
    shows(&page, "y=\"18.0\">i dag<");
    shows(&page, "y=\"35.0\">37 lønnede<");
}

static void what_is_planned_is_not_drawn(void **state)
{
    struct chart_step steps[] = { { day_of(2026, 6, 10), 500, 0, NULL, NULL }, { day_of(2026, 8, 1), 900, 0, NULL, NULL } };
    struct chart_steps chart = {
        .head = head, .from = day_of(2026, 6, 1), .until = day_of(2026, 9, 1), .today = day_of(2026, 7, 1),
        .at = steps, .count = 2, .main_name = "Lønnet",
    };
    struct page page = page_fresh();

    (void)state;
    chart_steps(&page, &chart);
    shows(&page, "V106.0H"); /* 5 of 10 hours, to today; the 9 of August are in the table only. */
    shows(&page, "<td class=\"num\">9</td>");
    assert_int_equal(count_of(&page, "class=\"prak\""), 0);
}

static void nothing_is_drawn_of_nothing(void **state)
{
    struct chart_steps steps = { .head = head, .from = 0, .until = 100, .today = 50, .main_name = "Lønnet" };
    struct chart_bars bars = { .head = head };
    struct page page = page_fresh();

    (void)state;
    chart_steps(&page, &steps);
    chart_bars(&page, &bars);
    assert_int_equal(count_of(&page, "<circle"), 0);
    assert_int_equal(count_of(&page, "<rect"), 0);
    assert_int_equal(count_of(&page, "</figure>"), 2);
}

static void the_last_bar_is_now(void **state)
{
    struct chart_bar rows[] = { { "okt", 41200 }, { "nov", 50000 } };
    struct chart_bars chart = { head, rows, 2, "Timer" };
    struct page page = page_fresh();

    (void)state;
    chart_bars(&page, &chart);
    keep(&page);
    shows(&page, "<rect class=\"b1\" x=\"388.0\" y=\"18.0\" width=\"204.0\" height=\"132.0\"/>");
    assert_int_equal(count_of(&page, "class=\"b2\""), 1);
    shows(&page, "<th scope=\"row\">Timer</th><td class=\"num\">412</td><td class=\"num\">500</td>");
}

static void a_line_stops_where_nothing_was_counted(void **state)
{
    static const char *const labels[] = { "sep", "okt", "nov" };
    static const int one[] = { 91, -1, 74 }, all[] = { 90, 88, 75 };
    struct chart_line lines[] = { { "opfølgning", one }, { "alle regler", all } };
    struct chart_lines chart = { head, labels, 3, lines, 2, 60, 90, "90 mål" };
    struct page page = page_fresh();

    (void)state;
    chart_lines(&page, &chart);
    keep(&page);
    shows(&page, "<path class=\"paid\" d=\"M48.0 44.6M560.0 102.4\"/>");
    shows(&page, "<td class=\"num\">91</td><td class=\"num\">–</td><td class=\"num\">74</td>");
    shows(&page, "y=\"103.0\">75 alle regler</text>");
    shows(&page, "y=\"118.0\">74 opfølgning</text>"); /* 15 below, not 3.4. */
}

static void parts_fill_the_bar(void **state)
{
    struct chart_stack rows[] = { { "Alle 96", { 48, 24, 24, 0 }, 0, "50 %" }, { "Ingen", { 0 }, 0, "–" } };
    struct chart_stacks chart = { head, { "over 18,5", "under 18,5", "praktik", "endnu ikke" }, rows, 2 };
    struct page page = page_fresh();

    (void)state;
    chart_stacks(&page, &chart);
    keep(&page);
    shows(&page, "<rect class=\"b1\" x=\"96.0\" y=\"26.0\" width=\"252.0\" height=\"22.0\"/>");
    shows(&page, "<rect class=\"b3\" x=\"474.0\" y=\"26.0\" width=\"126.0\" height=\"22.0\"/>");
    assert_int_equal(count_of(&page, "class=\"b4\""), 1); /* Only in the legend. */
    assert_int_equal(count_of(&page, "<td class=\"num\">"), 8);
}

static void dots_stand_side_by_side(void **state)
{
    struct chart_dot rows[] = { { "Job efter tre år", 36, 40, "kilden" }, { "Helbred", 30, -1, NULL } };
    struct chart_dots chart = { head, "Fjordby", rows, 2 };
    struct page page = page_fresh();

    (void)state;
    chart_dots(&page, &chart);
    keep(&page);
    shows(&page, "<circle class=\"dot\" cx=\"357.6\" cy=\"36.0\" r=\"5.5\"/>");
    shows(&page, "<circle class=\"dot-open\" cx=\"374.0\" cy=\"36.0\" r=\"5.5\"/>");
    shows(&page, "<td class=\"num\">30</td><td class=\"num\">–</td><td></td>");
}

static void the_way_has_lanes(void **state)
{
    struct timeline_phase phases[] = {
        { day_of(2026, 6, 30), day_of(2026, 9, 27), "3 Praktik", TIMELINE_PAST },
        { day_of(2026, 9, 28), day_of(2026, 10, 4), "hul 4 dage", TIMELINE_HOLE },
        { day_of(2026, 10, 5), day_of(2027, 1, 3), "3 Praktik, Havnebageriet", TIMELINE_CURRENT },
    };
    struct timeline_point points[] = { { day_of(2026, 12, 4), true, NULL }, { day_of(2026, 12, 23), false, "23. dec." } };
    struct timeline_lane lanes[] = { { "Ordningen", points, 2 }, { "Loven", points, 1 } };
    struct timeline way = {
        head, day_of(2026, 6, 1), day_of(2027, 1, 18), day_of(2026, 12, 8), "Fase", phases, 3, lanes, 2,
    };
    struct page page = page_fresh();

    (void)state;
    timeline(&page, &way);
    keep(&page);
    assert_int_equal(count_of(&page, "class=\"done\""), 2);
    assert_int_equal(count_of(&page, "class=\"todo\""), 1);
    assert_int_equal(count_of(&page, "class=\"hole\""), 1);
    shows(&page, "<line class=\"now\" x1=\"728.8\"");
    shows(&page, "<td>23. dec. 2026</td><td></td><td>23. dec., endnu ikke</td>");
    assert_int_equal(count_of(&page, "<tr>"), 1 + 3 + 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_stand_on_their_days),
        cmocka_unit_test(words_at_the_top_stand_below_today), cmocka_unit_test(what_is_planned_is_not_drawn),
        cmocka_unit_test(nothing_is_drawn_of_nothing),
        cmocka_unit_test(the_last_bar_is_now),
        cmocka_unit_test(a_line_stops_where_nothing_was_counted),
        cmocka_unit_test(parts_fill_the_bar),
        cmocka_unit_test(dots_stand_side_by_side),
        cmocka_unit_test(the_way_has_lanes),
    };

    arena = arena_new(4 << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
