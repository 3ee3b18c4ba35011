/* SPDX-License-Identifier: MIT
 * test_page.c: form.page and frame.page: what every page relies on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* cmocka.h needs these first. */
#include <cmocka.h>

#include "web/session.h"
#include "web_form_page.h"
#include "web_frame_page.h"

static struct arena *arena;
static struct request request;

static struct page page_fresh(enum language language)
{
    static const struct session session = { .csrf = "token", .message = "Gemt <nu>.", .undo_path = "/samtaler/3/fortryd" };

    arena_reset(arena);
    request = (struct request){
        .arena = arena,
        .language = language,
        .method = GET,
        .path = "/borger/5",
        .target = "/borger/5?fane=\"ny\"",
        .session = &session,
        .actor = { ACTOR_STAFF, 1, PERMISSION_BIT(MAY_CASE_READ) | PERMISSION_BIT(MAY_GROUP_READ) },
    };
    return page_new(&request);
}

static void shows(struct page *page, const char *words)
{
    if (strstr(text_done(&page->text), words) == NULL)
        fail_msg("not found: %s\nin: %s", words, text_done(&page->text));
}

static void shows_not(struct page *page, const char *words)
{
    if (strstr(text_done(&page->text), words) != NULL)
        fail_msg("found: %s\nin: %s", words, text_done(&page->text));
}

static const struct field name_field = { .name = "navn", .label = "Navn", .hint = "kan stå tom", .from = "fra plan" };

static void a_field_keeps_what_was_typed(void **state)
{
    struct page page = page_fresh(LANGUAGE_DA);
    struct form form = form_new(&request);

    (void)state;
    form_set(&form, "navn", "\"><script>");
    field_text(&page, &form, name_field);
    shows(&page, "<label for=\"f-navn\">");
    shows(&page, "id=\"f-navn\"");
    shows(&page, "value=\"&quot;&gt;&lt;script&gt;\"");
    shows(&page, "aria-describedby=\"f-navn-hint f-navn-from\"");
    shows(&page, "<span class=\"from\" id=\"f-navn-from\">fra plan</span>");
    shows_not(&page, "aria-invalid");
}

static void an_error_is_tied_to_its_field(void **state)
{
    struct page page = page_fresh(LANGUAGE_EN);
    struct form form = form_new(&request);

    (void)state;
    form_error(&form, "navn", "Skriv et navn.");
    post_form_begin(&page, &form, "/borger/5/navn");
    field_text(&page, &form, name_field);
    post_form_end(&page, &form, "/borger/5/navn");
    shows(&page, "<form method=\"post\" action=\"/borger/5/navn\"");
    shows(&page, "name=\"csrf\" value=\"token\"");
    shows(&page, "role=\"alert\"");
    shows(&page, "<h2>It is not saved yet</h2>");
    shows(&page, "<a href=\"#f-navn\">Skriv et navn.</a>");
    shows(&page, "aria-invalid=\"true\"");
    shows(&page, "aria-describedby=\"f-navn-hint f-navn-from f-navn-error\"");
    shows(&page, "id=\"f-navn-error\">Skriv et navn.</span>");
    shows(&page, "</form>");
}

static void a_date_that_is_none_is_still_shown(void **state)
{
    struct page page = page_fresh(LANGUAGE_DA);
    struct form form = form_new(&request);
    struct field field = { .name = "dag", .label = "Dag" };

    (void)state;
    form_set_day(&form, "dag", day_of(2026, 12, 8));
    field_day(&page, &form, field);
    shows(&page, "type=\"date\"");
    shows(&page, "value=\"2026-12-08\"");
    form_set(&form, "dag", "på tirsdag");
    field_day(&page, &form, field);
    shows(&page, "type=\"text\"");
    shows(&page, "value=\"på tirsdag\"");
}

static void choices_keep_what_was_chosen(void **state)
{
    static const struct choice ways[] = { { "phone", "Telefon" }, { "video", "Video" } };
    struct choices choices = { ways, 2 };
    struct field field = { .name = "how", .label = "Hvordan" };
    struct page page = page_fresh(LANGUAGE_DA);
    struct form form = form_new(&request);

    (void)state;
    form_set(&form, "how", "video");
    field_segment(&page, &form, field, choices);
    field_select(&page, &form, field, choices);
    field_checks(&page, &form, field, choices);
    shows(&page, "<input type=\"radio\" name=\"how\" value=\"phone\">Telefon");
    shows(&page, "<input type=\"radio\" name=\"how\" value=\"video\" checked>Video");
    shows(&page, "<option value=\"video\" selected>Video</option>");
    shows(&page, "<input type=\"checkbox\" name=\"how\" value=\"video\" checked>");
    shows(&page, "<legend class=\"lab\">Hvordan");
}

static void the_staff_frame_is_a_page(void **state)
{
    struct page page = page_fresh(LANGUAGE_EN);

    (void)state;
    staff_frame_begin(&page, "A & B", TAB_CITIZENS);
    staff_frame_end(&page, "A & B", TAB_CITIZENS);
    assert_int_equal(strncmp(text_done(&page.text), "<!DOCTYPE html><html lang=\"en\"><head>", 37), 0);
    shows(&page, "<title translate=\"no\">A &amp; B · Fodfæste</title>");
    shows(&page, "<a class=\"skip\" href=\"#main\">Skip to content</a>");
    shows(&page, "<a href=\"/borgere\" aria-current=\"page\">Citizens</a>");
    shows(&page, "<a href=\"/hold\">");
    shows(&page, "role=\"status\"><span>Gemt &lt;nu&gt;.</span>");
    shows(&page, "<form method=\"post\" action=\"/samtaler/3/fortryd\">");
    shows(&page, "name=\"tilbage\" value=\"/borger/5?fane=&quot;ny&quot;\"");
    shows(&page, "</body></html>");
}

static void before_log_in_there_is_no_way_out(void **state)
{
    struct page page = page_fresh(LANGUAGE_DA);

    (void)state;
    request.session = NULL;
    public_frame_begin(&page, "Log ind");
    public_frame_end(&page, "Log ind");
    shows(&page, "<body class=\"pub\"");
    shows_not(&page, "/log-ud");
    shows_not(&page, "role=\"status\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_keeps_what_was_typed),
        cmocka_unit_test(an_error_is_tied_to_its_field),
        cmocka_unit_test(a_date_that_is_none_is_still_shown),
        cmocka_unit_test(choices_keep_what_was_chosen),
        cmocka_unit_test(the_staff_frame_is_a_page),
        cmocka_unit_test(before_log_in_there_is_no_way_out),
    };

    arena = arena_new(4 << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
