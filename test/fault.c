/* SPDX-License-Identifier: MIT
 * fault.c: each request of each journey with its n-th database call failing. The answer is 500, a page with a
 * number and with what was typed; no row of any table has changed; and the same request, sent again without the
 * failure, does what the journey expects. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"
#include "db/probe.h"
#include "trial.h"
#include "web/error_page.h"
#include "web/serve.h"

/* Of many calls the first and the last are tried, and some in between, always the same; fewer of a page that journeys
 * ask for often. With FODFAESTE_FAULTS=all every one is. */
enum { EDGE_POST = 12, BETWEEN_POST = 16, EDGE_GET = 2, BETWEEN_GET = 2, OFTEN = 6, ARENA_SIZE = 16 << 20 };

static struct arena *arena; /* Of one try. */

static bool are_all_wanted(void)
{
    const char *wanted = getenv("FODFAESTE_FAULTS");

    return wanted != NULL && text_is(wanted, "all");
}

static bool is_chosen(int64_t n, int64_t calls, bool is_post, bool is_often)
{
    int64_t edge = is_post ? EDGE_POST : EDGE_GET, between = is_post ? BETWEEN_POST : BETWEEN_GET;

    if (are_all_wanted())
        return true;
    if (is_often) {
        edge = 1;
        between = 2;
    }
    int64_t step = (calls - 2 * edge) / between + 1;
    return n <= edge || n > calls - edge || (n - edge) % step == 0;
}

static const char *value_in(const struct html_form *form, size_t number, const char *name)
{
    if (number >= form->fields.count || !text_is(form->fields.at[number].name, name))
        return NULL;
    return form->fields.at[number].value;
}

/* The page's form holds all pairs in their order; with a password among them there is no form, and no password. */
static bool is_typed_kept(const char *typed, const char *body)
{
    struct percent_pairs pairs = percent_pairs_read(arena, typed, strlen(typed));
    struct html_page page = html_read(arena, body);

    if (text_starts(typed, "--" CLIENT_BOUNDARY)) /* A file has to be chosen anew. */
        return page.forms.count == 0;

    for (size_t i = 0; i < pairs.count; i++)
        if (error_page_is_secret(pairs.at[i].name) && pairs.at[i].value[0] != 0)
            return page.forms.count == 0 && strstr(body, pairs.at[i].value) == NULL;
    if (pairs.count == 0)
        return true;
    if (page.forms.count != 1 || page.forms.at[0].fields.count != pairs.count)
        return false;
    for (size_t i = 0; i < pairs.count; i++) {
        const char *value = value_in(&page.forms.at[0], i, pairs.at[i].name);
        if (value == NULL || !text_is(value, pairs.at[i].value))
            return false;
    }
    return true;
}

/* A whole page that says in either language that nothing is stored. */
static bool is_proper(const char *body)
{
    return strstr(body, "<h1>") != NULL && strstr(body, "</html>") != NULL &&
           (strstr(body, "Fejlnummer ") != NULL || strstr(body, "Error number ") != NULL);
}

static void judge(const struct asked *asked, const struct client_answer *answer, const char *what, bool is_unchanged)
{
    arena_reset(arena);
    trial_is(answer->status == 500 && is_proper(answer->body) && is_unchanged &&
                 (asked->form == NULL || is_typed_kept(asked->form, answer->body)),
             "%s fails: %d%s%s%s", what, answer->status, is_unchanged ? "" : ", and rows have changed",
             is_proper(answer->body) ? "" : ", no proper page",
             asked->form == NULL || is_typed_kept(asked->form, answer->body) ? "" : ", what was typed is lost");
}

static void inspect(struct arena *of_journey, const struct asked *asked)
{
    struct db *db = serve_store();
    const char *cookies = inside_cookies(of_journey, asked->client);

    uint64_t state = watch_state(trial_watch());
    if (arena == NULL)
        arena = arena_new(ARENA_SIZE);
    trial_of(asked);
    watch_counters_keep(trial_watch());
    db_fail_commits(db, true);
    inside_try(cookies, asked->path, asked->form); /* What a process reads only once is read. */
    struct client_answer answer = inside_try(cookies, asked->path, asked->form);
    int64_t calls = db_statement_count(db) + 1; /* The first of all asks how far the clock was moved. */
    bool is_committing = db_is_commit_failed(db);
    db_fail_commits(db, false);
    if (is_committing)
        judge(asked, &answer, "the commit", watch_state(trial_watch()) == state);

    bool is_often = ++*trial_route_count(asked->route) > OFTEN;
    for (int64_t n = 1; n < calls; n++) {
        if (!is_chosen(n, calls, asked->form != NULL, is_often))
            continue;
        db_fail_at(db, n);
        answer = inside_try(cookies, asked->path, asked->form);
        db_fail_at(db, 0);
        char what[60];
        snprintf(what, sizeof what, "call %lld of %lld", (long long)n, (long long)calls);
        judge(asked, &answer, what, watch_state(trial_watch()) == state);
    }
    watch_counters_restore(trial_watch());
}

/* After all that, the request itself. What it should do the journey knows. */
static void answered(struct arena *of_journey, const struct asked *asked, const struct client_answer *answer)
{
    (void)of_journey;
    (void)asked;
    trial_is(answer->status < 500, "afterwards: %d", answer->status);
}

const struct trial fault_trial = { "faults", "failing calls", inspect, answered, NULL, true };
