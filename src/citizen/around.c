/* SPDX-License-Identifier: MIT
 * around.c: a citizen's family, what she can, and what work must take into account. A line is added and
 * taken off, never edited: it is short. */
#include "citizen/consideration.h"
#include "citizen/master.h"

static const struct choice kind_rows[] = { { "can", SAY("Kan") }, { "consideration", SAY("Hensyn") } };
const struct choices skill_kinds = { kind_rows, sizeof kind_rows / sizeof *kind_rows };

enum { NAME_MAX = 100, WORDS_MAX = 300 };

static struct reply back(struct request *r, struct citizen_id citizen)
{
    return reply_see_other(r, "/borger/%lld/stamdata", (long long)citizen.n);
}

/* Says it is there, with the way back. */
static struct reply added(struct request *r, struct citizen_id citizen, const char *part, int64_t id)
{
    request_tell(r, say(r->language, "Det er gemt."),
                 arena_format(r->arena, "/borger/%lld/%s/%lld/fjern", (long long)citizen.n, part, (long long)id));
    return back(r, citizen);
}

struct reply relative_post(struct request *r)
{
    struct master_view v = { 0 };

    if (!master_load(r, &v))
        return reply_not_found(r);
    v.relative = form_read(r);
    struct citizen_relative_insert_in relative = {
        .citizen = v.citizen.id,
        .name = form_text(&v.relative, "navn", FORM_REQUIRED, NAME_MAX),
        .relation = form_text(&v.relative, "relation", FORM_REQUIRED, NAME_MAX),
        .born_day = form_day(&v.relative, "barn_foedt", FORM_OPTIONAL),
        .is_at_home = form_flag(&v.relative, "hjemme"),
    };
    if (v.relative.error_count > 0)
        return master_show(r, &v);

    return added(r, v.citizen.id, "familie", citizen_relative_insert(r->db, &relative).n);
}

struct reply relative_remove_post(struct request *r)
{
    struct citizen_id citizen = { request_id(r, "citizen") };

    if (citizen_relative_delete(r->db, (struct citizen_relative_id){ request_id(r, "person") }, citizen) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fjernet."), NULL);
    return back(r, citizen);
}

struct reply skill_post(struct request *r)
{
    static const char *const kinds[] = { "can", "consideration", NULL };
    struct master_view v = { 0 };

    if (!master_load(r, &v))
        return reply_not_found(r);
    v.skill = form_read(r);
    int kind = form_choice(&v.skill, "slags", FORM_REQUIRED, kinds);
    const char *words = form_text(&v.skill, "ord", FORM_REQUIRED, WORDS_MAX);
    citizen_refuse_diagnosis(&v.skill, "ord", words);
    if (v.skill.error_count > 0)
        return master_show(r, &v);

    return added(r, v.citizen.id, "kan", citizen_add_skill(r->db, v.citizen.id, kinds[kind], words).n);
}

struct reply skill_remove_post(struct request *r)
{
    struct citizen_id citizen = { request_id(r, "citizen") };

    if (citizen_drop_skill(r->db, citizen, (struct citizen_skill_id){ request_id(r, "kan") }) == 0)
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fjernet."), NULL);
    return back(r, citizen);
}
