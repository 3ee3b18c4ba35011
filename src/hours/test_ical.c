/* SPDX-License-Identifier: MIT
 * test_ical.c: lines of iCalendar as the RFC wants them. An independent client reads whole calendars in
 * test/browser/calendar.test.mjs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hours/ical.h"

static struct arena *arena;

static const char *one_event(const struct ical_event *event)
{
    struct ical calendar = ical_begin(arena, "Min uge", "kommune.example:8080", instant_of(day_of(2026, 12, 8), 9, 12, 0));

    ical_event(&calendar, event);
    return ical_end(&calendar);
}

static struct ical_event some_event(void)
{
    return (struct ical_event){ .name = "hold-1-2026-12-08-480", .on = day_of(2026, 12, 8), .from = 480, .to = 720, .title = "Dansk", .version = 1 };
}

static void lines_end_with_both_and_are_never_longer_than_75_octets(void **state)
{
    (void)state;
    struct ical_event event = some_event();

    /* Letters of one, two, three and four octets, so that each cut falls inside one of them somewhere. */
    for (size_t shift = 0; shift < 8; shift++) {
        event.title = arena_format(arena, "%.*s%s", (int)shift, "aaaaaaaa",
                                   "æøåæøåæøåæøåæøåæøåæøåæøåæøåæøåæøå𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€");
        const char *text = one_event(&event);
        for (const char *line = text, *end; *line != 0; line = end + 2) {
            end = strstr(line, "\r\n");
            assert_non_null(end);
            assert_true(end - line <= 75);
            assert_null(memchr(line, '\n', (size_t)(end - line)));
            assert_true(text_is_utf8(line, (size_t)(end - line)));
        }
    }
}

static void words_are_escaped_and_nothing_of_them_is_a_line_of_its_own(void **state)
{
    (void)state;
    struct ical_event event = some_event();

    event.title = "A; b, c\\ d\nEND:VEVENT\r\t";
    const char *text = one_event(&event);
    assert_non_null(strstr(text, "SUMMARY:A\\; b\\, c\\\\ d\\nEND:VEVENT\r\n"));
    event.place = event.description = "";
    text = one_event(&event);
    assert_null(strstr(text, "LOCATION"));
    assert_null(strstr(text, "DESCRIPTION"));
}

static void times_are_local_and_say_where(void **state)
{
    (void)state;
    struct ical_event event = some_event();
    const char *text = one_event(&event);

    assert_non_null(strstr(text, "DTSTART;TZID=Europe/Copenhagen:20261208T080000\r\n"));
    assert_non_null(strstr(text, "DTEND;TZID=Europe/Copenhagen:20261208T120000\r\n"));
    assert_non_null(strstr(text, "DTSTAMP:20261208T081200Z\r\n"));
    assert_non_null(strstr(text, "UID:hold-1-2026-12-08-480@kommune.example\r\n"));
    event.to = 1440;
    assert_non_null(strstr(one_event(&event), "DTEND;TZID=Europe/Copenhagen:20261209T000000\r\n"));
    event.from = event.to = 0;
    assert_non_null(strstr(one_event(&event), "DTSTART;VALUE=DATE:20261208\r\nDTEND;VALUE=DATE:20261209\r\n"));
}

static void what_is_called_off_stays_and_says_so(void **state)
{
    (void)state;
    struct ical_event event = some_event();

    assert_non_null(strstr(one_event(&event), "SEQUENCE:0\r\nSTATUS:CONFIRMED\r\n"));
    event.is_cancelled = true;
    event.version = 3;
    assert_non_null(strstr(one_event(&event), "SEQUENCE:2\r\nSTATUS:CANCELLED\r\n"));
}

static int make_arena(void **state)
{
    (void)state;
    arena = arena_new(1 << 22);
    return 0;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_with_both_and_are_never_longer_than_75_octets),
        cmocka_unit_test(words_are_escaped_and_nothing_of_them_is_a_line_of_its_own),
        cmocka_unit_test(times_are_local_and_say_where),
        cmocka_unit_test(what_is_called_off_stays_and_says_so),
    };

    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
