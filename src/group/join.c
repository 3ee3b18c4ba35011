/* SPDX-License-Identifier: MIT
 * join.c: a citizen comes on a group, onto its waiting list, or just came. What speaks against it does not
 * stop it: it is done when somebody says why, and that is kept. */
#include "base/list.h"
#include "base/text.h"
#include "group/private.h"
#include "law/glossary.h"

/* Another gender than the group is for, or what the scheme asks of who comes. */
static void doubt_entry(struct request *r, const struct course_group_row *group, const struct citizen_row *citizen,
                        struct doubt_words *doubts)
{
    struct entry entry = group_entry(r->db, group, citizen);

    if (entry.gender == ENTRY_OTHERS)
        *LIST_ADD(r->arena, doubts) =
            say_with(r->arena, r->language, "Holdet er et lukket hold ({1}). Om borgeren står der: {2}.",
                     glossary_label((int)r->language, "gender", group->for_whom),
                     glossary_label((int)r->language, "gender", citizen->sex), NULL);
    if (entry.is_against_scheme && entry.gender != ENTRY_OTHERS)
        *LIST_ADD(r->arena, doubts) = say(r->language, "Ordningen siger, at holdet er for andre.");
}

/* Others who have waited longer, when she is not the one who is offered the place. */
void group_doubt_queue(struct request *r, struct course_group_id group, struct citizen_id citizen, struct doubt_words *doubts)
{
    struct group_wait_line_list waits = group_wait_of_group(r->db, group);
    int64_t before = 0;

    for (size_t i = 0; i < waits.count; i++) {
        bool is_hers = waits.at[i].citizen.n == citizen.n;
        if (is_hers && text_is(waits.at[i].state, WAIT_OFFERED))
            return;
        if (is_hers)
            break;
        before += text_is(waits.at[i].state, WAIT_WAITING);
    }
    if (before > 0)
        *LIST_ADD(r->arena, doubts) = say_with(r->arena, r->language, "{1} har ventet længere på en plads.",
                                               arena_format(r->arena, "%lld", (long long)before), NULL);
}

/* Whoever is offered a place keeps it until she answers: is there another one on that day? Her own is not asked about. */
void group_doubt_offered(struct request *r, const struct course_group_row *group, struct citizen_id citizen, day on,
                         struct doubt_words *doubts)
{
    struct group_places_taken_row taken;
    struct group_wait_row wait;

    if (group_wait_open(r->db, group->id, citizen, &wait) && text_is(wait.state, WAIT_OFFERED))
        return;
    if (group_places_taken(r->db, group->id, on, citizen, &taken) && taken.offered_count > 0 &&
        taken.member_count + taken.offered_count >= group->capacity)
        *LIST_ADD(r->arena, doubts) = say(r->language, "De ledige pladser er tilbudt andre og holdes fri, til der er svar.");
}

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
    struct doubt_words doubts = { 0 };
    const char *reason = form_text(form, "grund", FORM_OPTIONAL, REASON_MAX);
    struct doubt doubt = { .name = citizen_name(r->arena, person->first_name, person->last_name),
                           .path = arena_format(r->arena, "/hold/%lld/deltagere", (long long)group->id.n),
                           .button = SAY("Sæt på holdet alligevel") };

    doubt_entry(r, group, person, &doubts);
    group_doubt_queue(r, group->id, person->id, &doubts);
    group_doubt_offered(r, group, person->id, from, &doubts);
    if (doubts.count > 0 && *reason == 0) {
        doubt.words = (struct text_pieces){ doubts.at, doubts.count };
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
