/* SPDX-License-Identifier: MIT
 * join.c: a citizen comes on a group, onto its waiting list, or just came. What speaks against it (doubt.c) does not
 * stop it: it is done when somebody says why, and that is kept. */
#include "group/private.h"

/* What stands in the way of joining, in words; NULL for nothing. */
static const char *join_problem(struct request *r, enum join_why why)
{
    static const char *const words[JOIN_WHY_COUNT] = {
        [JOIN_IS_MEMBER] = SAY("Borgeren er på holdet allerede."),
        [JOIN_GROUP_ENDED] = SAY("Holdet er slut på den dag."),
        [JOIN_NO_GROUP] = SAY("Holdet findes ikke."),
    };

    return words[why] == NULL ? NULL : say(r->language, words[why]);
}

static void tell_joined(struct request *r, const struct course_group_row *group, bool is_over_capacity)
{
    const char *capacity = arena_format(r->arena, "%lld", (long long)group->capacity);

    if (is_over_capacity)
        request_tell(r, say_with(r->arena, r->language,
                                 "Borgeren er på holdet. Der er nu flere end {1}, tilbudte pladser talt med; det stopper ikke noget.", capacity, NULL),
                     NULL);
    else
        request_tell(r, say(r->language, "Borgeren er på holdet."), NULL);
}

static struct reply join_again(struct request *r, const struct course_group_row *group, const struct form *form,
                               const struct doubt *doubt)
{
    struct group_view view = group_view_of(r, group);

    view.join_form = *form;
    view.doubt = *doubt;
    return group_show(r, &view);
}

/* On the group from a day on; asks why when something speaks against it. */
static struct reply join_now(struct request *r, const struct course_group_row *group, const struct citizen_row *person,
                             struct form *form, day from)
{
    struct text_pieces doubts = group_doubts(r->db, r->language, group, person, from);
    const char *reason = form_text(form, "grund", FORM_OPTIONAL, REASON_MAX);
    struct doubt doubt = { .name = citizen_name(r->arena, person->first_name, person->last_name),
                           .path = arena_format(r->arena, "/hold/%lld/deltagere", (long long)group->id.n),
                           .button = SAY("Sæt på holdet alligevel") };

    if (doubts.count > 0 && *reason == 0) {
        doubt.words = doubts;
        form_error(form, "grund", say(r->language, "Skriv hvorfor, hvis det skal gælde."));
        return join_again(r, group, form, &doubt);
    }
    struct join join = group_join(r->db, group->id, person->id, from);
    if (join.why != JOIN_FINE) {
        form_error(form, "borger", join_problem(r, join.why));
        return join_again(r, group, form, &(struct doubt){ 0 });
    }
    if (doubts.count > 0)
        group_keep_reason(r->db, join.member, person->id, reason);
    tell_joined(r, group, join.is_over_capacity);
    return reply_see_other(r, "/hold/%lld", (long long)group->id.n);
}

static struct reply write_up(struct request *r, const struct course_group_row *group, const struct citizen_row *person)
{
    struct group_wait_id id = group_wait(r->db, group, person->id);

    request_tell(r, id.n == 0 ? say(r->language, "Borgeren står allerede på ventelisten.")
                              : say(r->language, "Borgeren står på ventelisten, sidst i rækken."), NULL);
    return reply_see_other(r, "/hold/%lld", (long long)group->id.n);
}

static struct reply came(struct request *r, const struct course_group_row *group, const struct citizen_row *person,
                         struct form *form, day on)
{
    struct group_member_row member;
    struct group_member_id id = group_drop_in(r->db, group, person->id, on);

    if (id.n == 0 || !group_member_load(r->db, id, &member)) {
        form_error(form, "fra", say(r->language, "Holdet mødes ikke den dag."));
        return join_again(r, group, form, &(struct doubt){ 0 });
    }
    request_tell(r, say_with(r->arena, r->language, "{1} er skrevet som mødt.",
                             citizen_name(r->arena, person->first_name, person->last_name), NULL),
                 !member.is_drop_in ? NULL
                                    : arena_format(r->arena, "/hold/%lld/deltagere/%lld/kom-ikke", (long long)group->id.n,
                                                   (long long)id.n));
    return reply_see_other(r, "/hold/%lld/fremmoede?dag=%s", (long long)group->id.n, day_iso(r->arena, on));
}

struct reply group_join_post(struct request *r)
{
    struct form form = form_read(r);
    struct citizen_id citizen = { form_int(&form, "borger", FORM_REQUIRED, 1, INT64_MAX) };
    bool is_waiting = form_has(&form, "handling", "vent"), is_drop_in = form_has(&form, "handling", "kom");
    day from = form_day(&form, "fra", is_waiting ? FORM_OPTIONAL : FORM_REQUIRED);
    struct course_group_row group;
    struct citizen_row person;

    if (!group_of_path(r, &group))
        return reply_not_found(r);
    if (form.error_count > 0)
        return join_again(r, &group, &form, &(struct doubt){ 0 });
    if (!citizen_load(r->db, citizen, &person))
        return reply_not_found(r);
    if (is_waiting)
        return write_up(r, &group, &person);
    return is_drop_in ? came(r, &group, &person, &form, from) : join_now(r, &group, &person, &form, from);
}

struct reply group_drop_out_post(struct request *r)
{
    struct group_member_row member;

    if (!group_member_load(r->db, (struct group_member_id){ request_id(r, "deltager") }, &member) ||
        member.course_group.n != request_id(r, "hold") || !group_drop_out(r->db, &member))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Det er fortrudt."), NULL);
    return reply_see_other(r, "/hold/%lld/fremmoede?dag=%s", (long long)member.course_group.n,
                           day_iso(r->arena, member.from_day));
}
