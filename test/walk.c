/* SPDX-License-Identifier: MIT
 * walk.c: every route for every job function, with what a journey asks for as the example, just before the
 * journey does so itself. Every commit fails meanwhile, so that who may is seen to come so far, and nothing is
 * ever stored. Expected is what the program's own tables say: the route's permission, the `may:` of the
 * statements that ran for the one who may, and the guard. Somebody without permission or reach gets the very
 * page that an id gets which no row has; without the form's token and key nothing is done. */
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "base/check.h"
#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "db/probe.h"
#include "staff/roles.h"
#include "trial.h"
#include "web/clock.h"
#include "web/demo.h"
#include "web/serve.h"
#include "web/session.h"

enum { EXAMPLES_MAX = 3, SEEN_MAX = 200, ARENA_SIZE = 64 << 20, PERSONS_SIZE = 16 << 20, STRANGER_FIRST = 900000 };

static const char *const no_ids[] = { "987654321", "0", "-1", "x", "99999999999999999999" };

/* Somebody with a session. */
struct person {
    struct actor actor;
    const char *cookie, *csrf;
};

/* What ran for the one who may, and whose cases were seen. */
static struct seen {
    const struct statement *statements[SEEN_MAX];
    int64_t citizens[SEEN_MAX];
    size_t statement_count, citizen_count;
} seen;

/* An answer under commits that fail. */
struct outcome {
    int status;
    bool is_through; /* Nothing stood in the way but the commit. */
    bool has_left_a_trace;
    const char *body;
};

static struct arena *arena, *persons_arena;
static LIST_OF(struct person) persons;
static off_t spooled;
static bool is_example;
static bool is_reach_gained; /* The request itself gives the one who may the citizens it then reads: an import. */

static void see(void *context, const struct statement *statement, int64_t citizen)
{
    (void)context;
    for (size_t i = 0; citizen != 0 && i < seen.citizen_count; i++)
        if (seen.citizens[i] == citizen)
            return;
    if (citizen != 0 && seen.citizen_count < SEEN_MAX)
        seen.citizens[seen.citizen_count++] = citizen;
    for (size_t i = 0; i < seen.statement_count; i++)
        if (seen.statements[i] == statement)
            return;
    if (seen.statement_count < SEEN_MAX)
        seen.statements[seen.statement_count++] = statement;
}

static off_t spool_size(void)
{
    struct stat state;
    const char *folder = inside_server()->store + strlen("sqlite:");

    check(stat(arena_format(arena, "%s/access.spool", folder), &state) == 0);
    return state.st_size;
}

static struct person person_make(struct actor actor)
{
    struct db *db = serve_store();
    struct request r = { .arena = persons_arena, .db = db };
    struct person person = { .actor = actor };

    db_begin(db, DB_WRITE, persons_arena, actor_system, clock_now());
    const char *cookie = session_begin(&r, actor);
    check(db_commit(db));
    person.cookie = arena_copy(persons_arena, cookie, strcspn(cookie, ";"));
    db_begin(db, DB_READ, persons_arena, actor_system, clock_now());
    session_load(&r, person.cookie);
    person.csrf = arena_dup(persons_arena, session_csrf(&r));
    db_rollback(db);
    return person;
}

static const struct person *person_of(int64_t staff, permission_set permissions)
{
    struct actor actor = { ACTOR_STAFF, staff, permissions };

    for (size_t i = 0; i < persons.count; i++)
        if (persons.at[i].actor.id == staff && persons.at[i].actor.permissions == permissions)
            return &persons.at[i];
    struct person person = person_make(actor);
    *LIST_ADD(persons_arena, &persons) = person;
    return &persons.at[persons.count - 1];
}

/* Who asks in the journey. */
static struct actor actor_of(const char *cookies)
{
    struct request r = { .arena = arena, .db = serve_store() };

    db_begin(r.db, DB_READ, arena, actor_system, clock_now());
    session_load(&r, cookies);
    db_rollback(r.db);
    return r.actor;
}

static struct outcome try_with(bool is_failing, const char *cookies, const char *path, const char *form)
{
    struct db *db = serve_store();
    uint64_t state = watch_state(trial_watch());
    off_t spool = spool_size();

    db_fail_commits(db, is_failing);
    struct client_answer answer = inside_try(cookies, path, form);
    struct outcome outcome = {
        .status = answer.status,
        .is_through = db_is_commit_failed(db),
        .body = arena_copy(arena, answer.body, answer.length),
    };
    db_fail_commits(db, false);
    outcome.has_left_a_trace = watch_state(trial_watch()) != state || (!outcome.is_through && spool_size() != spool);
    return outcome;
}

static struct outcome try(const char *cookies, const char *path, const char *form)
{
    return try_with(true, cookies, path, form);
}

/* The same of a form with files. */
static const char *parts_with(const char *form, const char *name, const char *value)
{
    const char *field = strstr(form, arena_format(arena, "; name=\"%s\"\r\n\r\n", name));
    struct text text = text_new(arena);

    if (field == NULL)
        return form;
    size_t head = strlen("; name=\"\"\r\n\r\n") + strlen(name);
    text_add_bytes(&text, form, (size_t)(field - form));
    text_add_format(&text, "; name=\"%s\"\r\n\r\n%s", value == NULL ? "-" : name, value == NULL ? "" : value);
    text_add(&text, field + head + strcspn(field + head, "\r"));
    return text_done(&text);
}

/* The form with another value of a field; NULL leaves the field out. */
static const char *form_with(const char *form, const char *name, const char *value)
{
    struct percent_pairs pairs;
    struct text text = text_new(arena);

    if (form == NULL || text_starts(form, "--" CLIENT_BOUNDARY))
        return form == NULL ? NULL : parts_with(form, name, value);
    pairs = percent_pairs_read(arena, form, strlen(form));
    for (size_t i = 0; i < pairs.count; i++) {
        bool is_it = text_is(pairs.at[i].name, name);
        if (is_it && value == NULL)
            continue;
        text_add(&text, text.length == 0 ? "" : "&");
        percent_encode(&text, pairs.at[i].name);
        text_add_char(&text, '=');
        percent_encode(&text, is_it ? value : pairs.at[i].value);
    }
    return text_done(&text);
}

/* The path with another value of its n-th {name}, or NULL when it has not so many. */
static const char *path_with(const struct asked *asked, int n, const char *value)
{
    const char *pattern = asked->route->path, *path = asked->path;
    struct text text = text_new(arena);

    while (*pattern != 0) {
        size_t length = *pattern == '{' ? strcspn(path, "/?") : 1;
        if (*pattern == '{' && n-- == 0)
            text_add(&text, value);
        else
            text_add_bytes(&text, path, length);
        path += length;
        pattern += *pattern == '{' ? strcspn(pattern, "}") + 1 : 1;
    }
    text_add(&text, path);
    return n < 0 ? text_done(&text) : NULL;
}

/* The first {name} of the path as it is. */
static const char *first_value(const struct asked *asked)
{
    size_t start = strcspn(asked->route->path, "{");

    return arena_copy(arena, asked->path + start, strcspn(asked->path + start, "/?"));
}

static const char *replaced(const char *body, const char *what, const char *with)
{
    struct text text = text_new(arena);

    for (const char *p = body; *p != 0;) {
        if (text_starts(p, what)) {
            text_add(&text, with);
            p += strlen(what);
        } else {
            text_add_char(&text, *p++);
        }
    }
    return text_done(&text);
}

/* Is the refusal the very page that an id gets which no row has? */
static bool tells_nothing(const struct asked *asked, const struct person *person, const struct outcome *refused)
{
    const char *path = path_with(asked, 0, no_ids[0]);

    if (path == NULL)
        return true;
    struct outcome none = try(person->cookie, path, form_with(asked->form, "csrf", person->csrf));
    return none.status == refused->status &&
           strcmp(replaced(none.body, arena_format(arena, "/%s/", no_ids[0]), arena_format(arena, "/%s/", first_value(asked))),
                  refused->body) == 0;
}

static bool may_all_statements(permission_set has)
{
    for (size_t i = 0; i < seen.statement_count; i++) {
        permission_set may = seen.statements[i]->may;
        if ((may & (has | PERMISSION_SET_ANYONE | PERMISSION_BIT(MAY_LOGGED_IN))) == 0)
            return false;
    }
    return true;
}

/* Whom the request itself would have made. */
static bool is_new(int64_t citizen)
{
    const char *query = arena_format(arena, "SELECT count(*) FROM citizen WHERE id = %lld", (long long)citizen);

    return watch_number(trial_watch(), query) == 0;
}

static bool reaches_all_citizens(struct actor actor)
{
    struct db *db = serve_store();
    bool is_reached = true;

    instant now = demo_now(db, arena);
    db_begin(db, DB_READ, arena, actor_system, now);
    for (size_t i = 0; i < seen.citizen_count && is_reached; i++)
        is_reached = is_new(seen.citizens[i]) || casefile_guard(db, actor, seen.citizens[i]);
    db_rollback(db);
    return is_reached;
}

/* A unit's own meeting, and its proposals: for its people, and of the citizens each sees her own. */
static bool is_of_unit(const struct route *route)
{
    return text_starts(route->path, "/koordinering/") || text_starts(route->path, "/forslag/{unit}");
}

/* Those who see all cases see every unit's proposals. */
static bool is_of_all_units(const struct route *route, struct actor actor)
{
    return text_starts(route->path, "/forslag/") && (actor.permissions & PERMISSION_BIT(MAY_CASE_ALL)) != 0;
}

/* Files that only their sender sees, and the address of one's own calendar. */
static bool is_of_one(const struct route *route)
{
    return text_starts(route->path, "/indlaes/{") || text_starts(route->path, "/fremmoedefil/{") || text_starts(route->path, "/min-kalender/{");
}

/* A chief mentor sees own volunteers, and what was written to them. */
static bool is_of_chief(const struct route *route, struct actor actor)
{
    return text_starts(route->path, "/frivillige/") && (actor.permissions & PERMISSION_BIT(MAY_NETWORK_WRITE)) != 0 &&
           (actor.permissions & PERMISSION_BIT(MAY_COMPANY_WRITE)) == 0;
}

/* What the tables say: 404, or through, or either when a branch may have asked for less. */
enum expected { EXPECTED_REFUSED, EXPECTED_THROUGH, EXPECTED_EITHER };

static enum expected expected_of(const struct asked *asked, struct actor actor)
{
    int needed = asked->route->permission;
    bool has_id = strchr(asked->route->path, '{') != NULL && !is_of_unit(asked->route);

    if (needed < PERMISSION_COUNT && (actor.permissions & PERMISSION_BIT(needed)) == 0)
        return EXPECTED_REFUSED;
    if (is_of_unit(asked->route) && actor.id >= STRANGER_FIRST && !is_of_all_units(asked->route, actor))
        return EXPECTED_REFUSED;
    if (is_of_chief(asked->route, actor))
        return EXPECTED_EITHER;
    if (!reaches_all_citizens(actor))
        return has_id && !is_reach_gained ? EXPECTED_REFUSED : EXPECTED_EITHER;
    if (is_of_one(asked->route) && actor.id >= STRANGER_FIRST)
        return EXPECTED_REFUSED;
    return may_all_statements(actor.permissions) ? EXPECTED_THROUGH : EXPECTED_EITHER;
}

/* A page that only sends on to another says nothing of its own; the other is walked, too. */
static bool is_sent_on(const char *cookies, const struct asked *asked)
{
    return asked->form == NULL && try_with(false, cookies, asked->path, NULL).status == 303;
}

static void judge(const struct asked *asked, const struct person *person, const char *role, const char *which)
{
    struct outcome outcome = try(person->cookie, asked->path, form_with(asked->form, "csrf", person->csrf));
    enum expected expected = expected_of(asked, person->actor);
    bool is_refused = (!outcome.is_through && outcome.status == 404) || is_sent_on(person->cookie, asked);

    trial_is(expected != EXPECTED_REFUSED || is_refused, "%s (%s) is not refused: %d", role, which, outcome.status);
    if (expected == EXPECTED_THROUGH && asked->route->permission == MAY_CASE_BREAK_GLASS)
        expected = EXPECTED_EITHER; /* Who sees the case already has nothing to open. */
    trial_is(expected != EXPECTED_THROUGH || outcome.is_through, "%s (%s) may, and gets %d", role, which, outcome.status);
    trial_is(is_refused || outcome.is_through, "%s (%s) gets %d", role, which, outcome.status);
    trial_is(!outcome.has_left_a_trace, "%s (%s) has left a trace", role, which);
    trial_is(!is_refused || outcome.is_through || tells_nothing(asked, person, &outcome), "%s (%s) can tell a row that is there", role, which);
}

static void walk_roles(const struct asked *asked, struct actor actor)
{
    for (size_t i = 0; i < role_template_count; i++) {
        const struct role_template *role = &role_templates[i];
        judge(asked, person_of(actor.id, role->permissions), role->code, "same unit");
        judge(asked, person_of(STRANGER_FIRST + (int64_t)i, role->permissions), role->code, "elsewhere");
    }
    struct outcome nobody = try_with(false, "", asked->path, asked->form);
    trial_is(nobody.status == 303 && !nobody.has_left_a_trace, "nobody gets %d", nobody.status);
}

static void walk_ids(const struct asked *asked, const char *cookies)
{
    for (int n = 0; path_with(asked, n, "") != NULL; n++) {
        for (size_t i = 0; i < sizeof no_ids / sizeof *no_ids; i++) {
            struct outcome outcome = try(cookies, path_with(asked, n, no_ids[i]), asked->form);
            struct asked other = { asked->client, path_with(asked, n, no_ids[i]), asked->form, asked->route };
            trial_is(((!outcome.is_through && outcome.status == 404) || is_sent_on(cookies, &other)) && !outcome.has_left_a_trace,
                     "%s gets %d%s", path_with(asked, n, no_ids[i]), outcome.status,
                     outcome.is_through ? " at the commit" : "");
        }
    }
}

static void walk_secrets(const struct asked *asked, const char *cookies)
{
    static const struct {
        const char *field, *value;
    } wrong[] = { { "csrf", NULL }, { "csrf", "" }, { "csrf", "00" }, { "once", NULL }, { "once", "" } };

    for (size_t i = 0; asked->form != NULL && i < sizeof wrong / sizeof *wrong; i++) {
        struct outcome outcome = try(cookies, asked->path, form_with(asked->form, wrong[i].field, wrong[i].value));
        trial_is(!outcome.is_through && outcome.status == 403 && !outcome.has_left_a_trace, "with %s %s: %d",
                 wrong[i].value == NULL ? "no" : "a wrong", wrong[i].field, outcome.status);
    }
}

/* People of no unit's roles and no team, one for each job function, whom rows can name. */
static void add_strangers(void)
{
    sqlite3 *store = NULL;
    const char *folder = inside_server()->store + strlen("sqlite:");

    check(sqlite3_open(arena_format(arena, "%s/fodfaeste.db", folder), &store) == SQLITE_OK);
    for (size_t i = 0; i < role_template_count; i++)
        check(sqlite3_exec(store, arena_format(arena, "INSERT INTO staff (id, login, name, unit, is_active) SELECT %d, 'fremmed%zu',"
                                                      " 'Fremmed %zu', min(id), 1 FROM unit", STRANGER_FIRST + (int)i, i, i),
                           NULL, NULL, NULL) == SQLITE_OK);
    sqlite3_close(store);
}

static void begin(void)
{
    if (arena == NULL) {
        arena = arena_new(ARENA_SIZE);
        persons_arena = arena_new(PERSONS_SIZE);
        add_strangers();
    }
    arena_reset(arena);
    seen = (struct seen){ 0 };
}

static void inspect(struct arena *of_journey, const struct asked *asked)
{
    const char *cookies = inside_cookies(of_journey, asked->client);

    begin();
    trial_of(asked);
    db_probe(serve_store(), see, NULL);
    struct outcome itself = try(cookies, asked->path, asked->form);
    db_probe(serve_store(), NULL, NULL);
    is_example = itself.is_through;
    spooled = spool_size();
    int *examples = trial_route_count(asked->route);
    if (!is_example || *examples >= EXAMPLES_MAX)
        return;
    ++*examples;
    struct actor actor = actor_of(cookies);
    is_reach_gained = !reaches_all_citizens(actor);
    bool is_for_all = asked->route->permission == MAY_ANYONE || asked->route->permission == MAY_LINK;
    if (actor.kind == ACTOR_STAFF && !is_for_all) {
        walk_roles(asked, actor);
        walk_secrets(asked, cookies);
    }
    walk_ids(asked, cookies);
}

/* A page with a case on it is in the log before it is shown. */
static void answered(struct arena *of_journey, const struct asked *asked, const struct client_answer *answer)
{
    (void)of_journey;
    if (is_example && asked->form == NULL && answer->status == 200 && seen.citizen_count > 0)
        trial_is(spool_size() > spooled, "a case was shown and is not in the access log");
}

static void look(const struct route *route, void *context)
{
    (void)context;
    trial_is(*trial_route_count(route) > 0,
             "no journey gets an answer from %s %s: add a step to a journey of its feature, which is its example here",
             route->method == GET ? "GET" : "POST", route->path);
}

static void finish(void)
{
    route_each(look, NULL);
}

const struct trial walk_trial = { "roles", "answers", inspect, answered, finish, false };
