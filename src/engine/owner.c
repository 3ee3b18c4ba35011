/* SPDX-License-Identifier: MIT
 * owner.c: whose a row is: the citizen's or company's own consultant, the only one with the role where the scheme seats
 * it, their deputy while they are away, else the unit's list. */
#include "base/text.h"
#include "engine/obligation_private.h"

struct owners owners_of(struct db *db, struct offices *offices, struct stream stream)
{
    struct owners owners = { .citizen = { stream.kind == STREAM_CITIZEN ? stream.id : 0 },
                             .offices = offices, .changes = DAY_NONE };
    struct company_id company = { stream.kind == STREAM_COMPANY ? stream.id : 0 };

    if (owners.citizen.n != 0)
        owners.unit.n = engine_unit_of_citizen(db, owners.citizen);
    else if (stream.kind == STREAM_UNIT)
        owners.unit.n = stream.id;
    else if (company.n != 0)
        owners.unit.n = engine_unit_of_company(db, company);
    else if (stream.kind == STREAM_GROUP)
        owners.unit.n = engine_unit_of_group(db, (struct course_group_id){ stream.id });
    if (owners.citizen.n != 0 || company.n != 0)
        owners.team = engine_team(db, owners.citizen, company, db_now(db));
    return owners;
}

/* The unit in which the scheme seats a role; the citizen's own when it seats it nowhere, or in a unit that
 * this municipality has not. */
static struct unit_id unit_of_seat(struct db *db, const struct owners *owners, struct code scheme, struct code role)
{
    const struct ruleset *rules = owners->offices->rules;

    for (size_t i = 0; i < rules->scheme_count; i++) {
        const struct scheme_policy *policy = &rules->schemes[i];
        if (!code_is(policy->id, scheme))
            continue;
        for (size_t k = 0; k < policy->seat_count; k++) {
            if (!code_is(policy->seats[k].role, role))
                continue;
            int64_t unit = engine_unit_of_code(db, policy->seats[k].unit.text);
            return unit == 0 ? owners->unit : (struct unit_id){ unit };
        }
    }
    return owners->unit;
}

/* The codes of a row live as long as the rules, so that a seat may outlive the stream it was asked for. */
static struct seat seat_of(struct db *db, const struct owners *owners, const struct obligation *row)
{
    struct offices *offices = owners->offices;

    for (size_t i = 0; i < offices->seat_count; i++) {
        const struct seat *seat = &offices->seats[i];
        if (seat->home.n == owners->unit.n && code_is(seat->scheme, row->scheme) && code_is(seat->role, row->owner_role))
            return *seat;
    }
    struct seat seat = { .scheme = row->scheme, .role = row->owner_role, .home = owners->unit, .unit = owners->unit };
    if (!code_is_none(row->owner_role)) {
        seat.unit = unit_of_seat(db, owners, row->scheme, row->owner_role);
        seat.only = engine_role_only(db, seat.unit, row->owner_role.text);
    }
    if (offices->seat_count < SEATS_MAX)
        offices->seats[offices->seat_count++] = seat;
    return seat;
}

/* A company centre may have a consultant of its own (S43), an errand was given to one by name (S18), and whoever looks
 * after a group has its free places, whatever her role. */
static int64_t person_of_subject(struct db *db, const struct seat *seat, struct subject subject)
{
    if (subject.kind == SUBJECT_GROUP_PLACE)
        return engine_group_responsible(db, (struct group_place_id){ subject.id });
    if (subject.id == 0 || code_is_none(seat->role) || !text_is(seat->role.text, "company_consultant"))
        return 0;
    if (subject.kind == SUBJECT_CENTRE)
        return engine_centre_consultant(db, (struct agreement_id){ subject.id });
    return subject.kind == SUBJECT_ERRAND ? engine_errand_consultant(db, (struct errand_id){ subject.id }) : 0;
}

/* The citizen's own consultant, coordinator or mentor; else the only one with the role in its unit. */
static int64_t owner_by_role(struct db *db, const struct owners *owners, const struct seat *seat, const struct obligation *row)
{
    int64_t own = person_of_subject(db, seat, row->subject);

    if (own != 0)
        return own;
    for (size_t i = 0; i < owners->team.count && !code_is_none(seat->role); i++)
        if (text_is(owners->team.at[i].role, seat->role.text))
            return owners->team.at[i].staff;
    return seat->only;
}

static struct deputy deputy_of(struct db *db, struct offices *offices, int64_t staff)
{
    struct engine_deputy_row row;

    for (size_t i = 0; i < offices->deputy_count; i++)
        if (offices->deputies[i].staff == staff)
            return offices->deputies[i];
    struct deputy deputy = { .staff = staff, .acting = staff, .changes = DAY_NONE };
    if (engine_deputy(db, db_today(db), staff, &row)) {
        deputy.acting = row.acting;
        deputy.changes = row.changes_day;
    }
    if (offices->deputy_count < DEPUTIES_MAX)
        offices->deputies[offices->deputy_count++] = deputy;
    return deputy;
}

/* Of a proposal to a volunteer or a group: whoever accepted it, in the unit whose citizen it is about. */
static void give_to_accepter(struct db *db, const struct obligation *row, struct owned *owned)
{
    struct engine_accepter_row accepter;
    enum subject_kind kind = row->subject.kind;

    if ((kind != SUBJECT_VOLUNTEER_PROPOSAL && kind != SUBJECT_SEAT_PROPOSAL) ||
        !engine_accepter(db, (struct proposal_id){ row->subject.id }, &accepter))
        return;
    owned->unit = accepter.unit;
    owned->staff = row->assigned_to != 0 ? row->assigned_to : accepter.staff;
}

/* Somebody away is replaced by the deputy, one step only; then it is the unit's. What is settled stays
 * with the one who had it. */
struct owned owned_by(struct db *db, struct owners *owners, const struct obligation *row)
{
    struct seat seat = seat_of(db, owners, row);
    struct owned owned = { seat.unit, row->assigned_to != 0 ? row->assigned_to : owner_by_role(db, owners, &seat, row) };

    give_to_accepter(db, row, &owned);
    if (row->settled_at != INSTANT_NONE || owned.staff == 0)
        return owned;
    struct deputy deputy = deputy_of(db, owners->offices, owned.staff);
    if (deputy.changes != DAY_NONE && (owners->changes == DAY_NONE || deputy.changes < owners->changes))
        owners->changes = deputy.changes;
    owned.staff = deputy.acting;
    return owned;
}
