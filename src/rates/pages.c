/* SPDX-License-Identifier: MIT
 * pages.c: the law's numbers with how surely each is known, and the municipality's own files. */
#include "rates/pages.h"

#include <string.h>

#include "base/text.h"
#include "rates_rates_page.h"

enum { FILE_SIZE_MAX = 200000 };

static const struct {
    const char *words, *class;
} marks[LAW_MARK_COUNT] = {
    [LAW_VERIFIED] = { SAY("bekræftet"), "ok" },
    [LAW_VERIFIED_OLD] = { SAY("fra før en reform"), "warn" },
    [LAW_UNVERIFIED] = { SAY("ikke læst"), "wait" },
    [LAW_DEFAULT] = { SAY("vores valg"), "no" },
};

const char *rates_mark_word(enum language language, enum law_mark mark)
{
    return say(language, marks[mark].words);
}

const char *rates_mark_class(enum law_mark mark)
{
    return marks[mark].class;
}

const char *rates_number_say(struct arena *arena, enum language language, int64_t thousandths)
{
    return say_number(arena, language, thousandths / 10);
}

static struct rate_line line_of(struct request *r, const struct law *law, const struct law_value *value)
{
    const struct law_version *version = law_value_on(law, value->name, r->today);
    struct rate_line line = {
        .name = value->name,
        .text = words_in(value->text, (int)r->language),
        .value = "–",
        .mark = say(r->language, "gælder ikke i dag"),
        .class = "no",
    };

    if (version == NULL)
        return line;
    if (version->value != LAW_VALUE_NONE)
        line.value = rates_number_say(r->arena, r->language, version->value);
    line.mark = rates_mark_word(r->language, version->mark);
    line.class = rates_mark_class(version->mark);
    line.basis = version->basis;
    line.source = version->source;
    line.is_test = version->is_test;
    return line;
}

static struct reply show(struct request *r, struct form form)
{
    const struct law *law = rates_law(r->db);
    struct rates_view view = {
        .files = rate_files(r->db),
        .form = form,
        .may_write = (r->actor.permissions & (PERMISSION_BIT(MAY_SCHEME_WRITE) | PERMISSION_SET_SYSTEM)) != 0,
    };
    const struct law_value *values = law_values(law, &view.lines.count);
    struct page page = page_new(r);

    view.lines.at = arena_array(r->arena, view.lines.count, sizeof *view.lines.at);
    for (size_t i = 0; i < view.lines.count; i++)
        view.lines.at[i] = line_of(r, law, &values[i]);
    rates_page(&page, &view);
    return form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

static struct reply rates_get(struct request *r)
{
    return show(r, form_new(r));
}

/* "Linje 4: der er intet lovtal »x«", one for each mistake. */
static void tell_mistakes(struct request *r, struct form *form, const struct mistakes *mistakes)
{
    struct text all = text_new(r->arena);

    for (size_t i = 0; i < mistakes->count; i++) {
        const struct mistake *mistake = &mistakes->at[i];
        if (i > 0)
            text_add(&all, "; ");
        if (mistake->line > 0)
            text_add(&all, say_with(r->arena, r->language, "Linje {1}: ", arena_format(r->arena, "%d", mistake->line), NULL));
        text_add(&all, mistake->text);
    }
    form_error(form, "fil", text_done(&all));
}

static struct reply rates_post(struct request *r)
{
    struct form form = form_read(r);
    const char *typed = form_text(&form, "fil", FORM_REQUIRED, FILE_SIZE_MAX);
    struct mistakes mistakes = mistakes_new(r->arena);

    if (form.error_count > 0)
        return show(r, form);
    const struct rates_file *file = rates_read(r->arena, "fil", typed, strlen(typed), &mistakes);
    if (file == NULL) {
        tell_mistakes(r, &form, &mistakes);
        return show(r, form);
    }
    rates_load(r->db, file);
    request_tell(r, say(r->language, "Satserne gælder nu."), NULL);
    return reply_see_other(r, "/lovtal");
}

static struct reply rates_withdraw_post(struct request *r)
{
    struct rate_file_id file = { request_id(r, "fil") };

    if (rate_file_withdraw(r->db, r->now, (struct staff_id){ r->actor.id }, file) != 1)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Filen er trukket tilbage. Dens tal bruges ikke mere."), NULL);
    return reply_see_other(r, "/lovtal");
}

static const struct route routes[] = {
    { GET, "/lovtal", MAY_LOGGED_IN, rates_get },
    { POST, "/lovtal", MAY_SCHEME_WRITE, rates_post },
    { POST, "/lovtal/{fil}/tilbage", MAY_SCHEME_WRITE, rates_withdraw_post },
    { 0 },
};

const struct feature rates_feature = { .name = "rates", .routes = routes };
