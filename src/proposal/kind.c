/* SPDX-License-Identifier: MIT
 * kind.c: the table of kinds of market, and what is done for a course before and after. */
#include "proposal/kind.h"

#include "base/text.h"
#include "group/group.h"
#include "mentor/mentor.h"
#include "web/say.h"

/* A group that is opened, or goes on, has its place. */
static void ready_groups(struct db *db, struct unit_id unit)
{
    proposal_group_places(db, "hold", db_now(db), unit, db_today(db));
}

static day course_begins(struct db *db, const struct course_group_row *group)
{
    return group->from_day > db_today(db) ? group->from_day : db_today(db);
}

/* The same as the group's own page asks about. */
static struct text_pieces doubt_course(struct db *db, enum language language, const struct proposal_accepted_row *accepted)
{
    struct course_group_row group;
    struct citizen_row citizen;

    if (!course_group_load(db, accepted->course_group, &group) || !citizen_load(db, accepted->citizen, &citizen))
        return (struct text_pieces){ 0 };
    return group_doubts(db, language, &group, &citizen, course_begins(db, &group));
}

static bool start_course(struct db *db, const struct proposal_accepted_row *accepted, const char *reason)
{
    struct course_group_row group;

    if (!course_group_load(db, accepted->course_group, &group))
        return false;
    struct join join = group_join(db, accepted->course_group, accepted->citizen, course_begins(db, &group));
    if (join.why == JOIN_FINE && *reason != 0)
        group_keep_reason(db, join.member, accepted->citizen, reason);
    return join.why == JOIN_FINE;
}

const struct market_kind market_kinds[] = {
    { .code = "work", .subject = SUBJECT_PROPOSAL, .party = "company", .said = "Virksomheden", .told = "virksomheden", .legend = SAY("Virksomhedens svar"),
      .accept = SAY("Acceptér: pladsen holdes, mens borgeren og virksomheden spørges. Intet begynder, før begge siger ja."),
      .accepted = SAY("Accepteret. Spørg nu borgeren og virksomheden; pladsen holdes.") },
    { .code = "mentor", .subject = SUBJECT_VOLUNTEER_PROPOSAL, .is_told_nameless = true, .relation = "mentor", .is_no_free = true,
      .is_no_lasting = true, .party = "mentor", .said = "Mentoren", .told = "mentoren", .legend = SAY("Mentorens svar"),
      .accept = SAY("Acceptér: pladsen holdes, mens borgeren og mentoren spørges. Begge kan sige nej uden grund."),
      .accepted = SAY("Accepteret. Spørg nu borgeren og mentoren; pladsen holdes."),
      .begin = SAY("Begge har sagt ja. Nu har borgeren en mentor.") },
    { .code = "language_buddy", .subject = SUBJECT_VOLUNTEER_PROPOSAL, .is_told_nameless = true,
      .party = "language_buddy", .said = "Sprogmakkeren", .told = "sprogmakkeren", .legend = SAY("Sprogmakkerens svar"),
      .accept = SAY("Acceptér: pladsen holdes, mens borgeren og sprogmakkeren spørges. Siger begge ja, er de makkere."),
      .accepted = SAY("Accepteret. Spørg nu borgeren og sprogmakkeren; pladsen holdes."),
      .begin = SAY("Begge har sagt ja. Nu er de makkere.") },
    { .code = "course_seat", .subject = SUBJECT_SEAT_PROPOSAL, .told = "holdet", .is_told_nameless = true,
      .accept = SAY("Acceptér: pladsen holdes, mens borgeren spørges. Siger borgeren ja, begynder pladsen på holdet i dag, eller når holdet begynder."),
      .accepted = SAY("Accepteret. Spørg nu borgeren; pladsen holdes."),
      .begin = SAY("Borgeren har sagt ja og er på holdet, fra i dag eller fra holdets første dag."), .ready = ready_groups,
      .start_may = PERMISSION_BIT(MAY_GROUP_WRITE) | PERMISSION_BIT(MAY_CASE_WRITE), .doubts = doubt_course,
      .start = start_course },
    { 0 },
};
const struct market_kind *const market_kind_work = &market_kinds[0];

struct market_kind_list all_market_kinds(void)
{
    return (struct market_kind_list){ market_kinds, sizeof market_kinds / sizeof *market_kinds - 1 };
}

bool market_kind_may_begin(const struct market_kind *kind, struct actor actor)
{
    return kind->start_may == 0 || (actor.permissions & kind->start_may) != 0;
}

struct stream market_kind_stream(const struct market_kind *kind, const struct market_side *side)
{
    enum stream_kind stream = subject_streams[kind->subject];
    int64_t id = stream == STREAM_COMPANY ? side->company.n
                 : stream == STREAM_GROUP ? side->course_group.n
                                          : VOLUNTEER_PERSON_FIRST + side->volunteer.n;

    return (struct stream){ stream, id };
}

const struct market_kind *market_kind_find(const char *code)
{
    for (const struct market_kind *kind = market_kinds; kind->code != NULL; kind++)
        if (text_is(kind->code, code))
            return kind;
    return NULL;
}
