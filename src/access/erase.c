/* SPDX-License-Identifier: MIT
 * erase.c: a citizen's data erased in two steps: what goes and what stays, then once more by name. While
 * an enrolment runs the case is in use, and nothing is erased. */
#include "access/pages.h"
#include "access_erase_page.h"

static const char *const grounds[] = { "opbevaring", "flyttet", "ret", NULL };
static const struct choice ground_rows[] = {
    { "opbevaring", SAY("tiden for opbevaring er gået") },
    { "flyttet", SAY("flyttet fra kommunen") },
    { "ret", SAY("borgerens ret til sletning") },
};
const struct choices erase_grounds = { ground_rows, sizeof ground_rows / sizeof *ground_rows };

static bool load(struct request *r, struct erase_view *v)
{
    size_t count = 0;

    if (!access_citizen(r, &v->citizen, &v->name))
        return false;
    while (holdings[count] != NULL)
        count++;
    v->holdings = (struct holding_rows){ holdings, count };
    v->running = enrolment_running(r->db, v->citizen.id);
    v->path = arena_format(r->arena, "/borger/%lld/slet", (long long)v->citizen.id.n);
    return true;
}

static struct reply show(struct request *r, const struct erase_view *v)
{
    struct page page = page_new(r);

    erase_page(&page, v);
    return v->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply erase_get(struct request *r)
{
    struct erase_view v = { .form = form_new(r) };

    return load(r, &v) ? show(r, &v) : reply_not_found(r);
}

struct reply erase_post(struct request *r)
{
    struct erase_view v = { .form = form_read(r) };

    if (!load(r, &v))
        return reply_not_found(r);
    form_choice(&v.form, "grundlag", FORM_REQUIRED, grounds);
    if (v.running > 0)
        form_error(&v.form, "grundlag", say(r->language, "Borgeren har et forløb i gang. Afslut det først."));
    if (v.form.error_count > 0)
        return show(r, &v);
    if (!form_flag(&v.form, "for_altid")) {
        v.is_last_step = true;
        return show(r, &v);
    }
    access_erase(r->db, v.citizen.id);
    request_tell(r, say(r->language, "Oplysningerne er slettet."), NULL);
    return reply_see_other(r, "/borger/%lld/indsigt", (long long)v.citizen.id.n);
}
