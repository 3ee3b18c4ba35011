/* SPDX-License-Identifier: MIT
 * agreement.c: agreements and sparrings: rows and events. */
#include "employer/agreement.h"

#include "base/text.h"
#include "engine/journal.h"

const char *const agreement_kind_codes[AGREEMENT_KIND_COUNT + 1] = { "centre", "partnership", "places", "cohort",
                                                                     "key_account", "teaching", NULL };
const char *const when_full_codes[WHEN_FULL_COUNT + 1] = { "reject", "queue", NULL };

bool agreement_is_centre(const struct agreement_row *agreement)
{
    return text_is(agreement->kind, agreement_kind_codes[AGREEMENT_CENTRE]);
}

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

static const char *number_text(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%lld", (long long)number);
}

/* A centre is a subject of its own, since it has deadlines of its own; the others are about the company. */
static struct event_draft draft_of(struct db *db, struct company_id home, struct agreement_id id, const char *kind,
                                   enum event_kind event)
{
    bool is_centre = text_is(kind, agreement_kind_codes[AGREEMENT_CENTRE]);

    return (struct event_draft){
        .stream = { STREAM_COMPANY, home.n },
        .kind = event,
        .code = kind,
        .subject = is_centre ? (struct subject){ SUBJECT_CENTRE, id.n } : (struct subject){ SUBJECT_COMPANY, home.n },
        .at = db_now(db),
        .fields = { { "agreement", number_text(db_arena(db), id.n) } },
    };
}

static struct event_draft signed_of(struct db *db, struct company_id home, struct agreement_id id,
                                    const struct agreement_terms *terms)
{
    struct arena *arena = db_arena(db);
    struct event_draft draft = draft_of(db, home, id, agreement_kind_codes[terms->kind], EVENT_AGREEMENT_SIGNED);

    draft.at = day_begin(terms->from);
    draft.is_day = true;
    draft.fields[1] = (struct draft_field){ "payment", terms->is_mentor_paid ? "ja" : "nej" };
    draft.fields[2] = (struct draft_field){ "places", number_text(arena, terms->place_count) };
    draft.fields[3] = (struct draft_field){ "from", day_iso(arena, terms->from) };
    draft.fields[4] = (struct draft_field){ "to", terms->to == DAY_NONE ? NULL : day_iso(arena, terms->to) };
    return draft;
}

static void write_lines(struct db *db, struct agreement_id id, const char *list, const char *typed)
{
    struct arena *arena = db_arena(db);
    struct text_pieces lines = text_split(arena, or_empty(typed), '\n');

    for (size_t i = 0; i < lines.count; i++) {
        const char *words = text_trim(arena, lines.at[i]);
        if (*words != 0)
            agreement_area_add(db, id, list, words, text_fold(arena, words));
    }
}

static void write_areas(struct db *db, struct agreement_id id, const struct agreement_terms *terms)
{
    agreement_area_clear(db, id);
    write_lines(db, id, "area", terms->areas);
    write_lines(db, id, "target", terms->targets);
}

struct agreement_id employer_agree(struct db *db, struct company_id company, const struct agreement_terms *terms)
{
    struct agreement_id id = agreement_insert(db, &(struct agreement_insert_in){
        .company = company,
        .kind = agreement_kind_codes[terms->kind],
        .contents = or_empty(terms->contents),
        .from_day = terms->from,
        .to_day = terms->to,
        .renew_day = terms->renew,
        .place_count = terms->place_count,
        .consultant = terms->consultant,
        .is_mentor_paid = terms->is_mentor_paid,
        .when_full = when_full_codes[terms->when_full],
    });
    struct event_draft draft = signed_of(db, company, id, terms);

    write_areas(db, id, terms);
    agreement_set_signed(db, journal_append(db, &draft), id);
    return id;
}

bool employer_change_agreement(struct db *db, const struct agreement_row *old, const struct agreement_terms *terms)
{
    struct event_draft draft = signed_of(db, old->home, old->id, terms);

    if (agreement_update(db, &(struct agreement_update_in){
            .id = old->id,
            .company = old->company,
            .contents = or_empty(terms->contents),
            .from_day = terms->from,
            .to_day = terms->to,
            .renew_day = terms->renew,
            .place_count = terms->place_count,
            .consultant = terms->consultant,
            .is_mentor_paid = terms->is_mentor_paid,
            .when_full = when_full_codes[terms->when_full],
            .version = old->version,
        }) == 0)
        return false;
    write_areas(db, old->id, terms);
    return journal_correct(db, old->signed_event, &draft);
}

bool employer_end_agreement(struct db *db, const struct agreement_row *agreement)
{
    struct event_draft draft = draft_of(db, agreement->home, agreement->id, agreement->kind, EVENT_AGREEMENT_ENDED);

    if (!text_is(agreement->state, "open"))
        return false;
    return agreement_set_state(db, "ended", db_today(db), journal_append(db, &draft), agreement->id) == 1;
}

bool employer_resume_agreement(struct db *db, const struct agreement_row *agreement)
{
    if (!text_is(agreement->state, "ended"))
        return false;
    journal_void(db, agreement->ended_event);
    return agreement_set_state(db, "open", DAY_NONE, 0, agreement->id) == 1;
}

struct sparring_id employer_spar(struct db *db, const struct agreement_row *centre, day held,
                                 const struct sparring_words *words)
{
    struct event_draft draft = draft_of(db, centre->home, centre->id, centre->kind, EVENT_CONTACT_MADE);

    draft.code = "sparring";
    draft.at = day_begin(held);
    draft.is_day = true;
    return sparring_insert(db, &(struct sparring_insert_in){
        .agreement = centre->id,
        .held_day = held,
        .staff = { db_actor(db).kind == ACTOR_STAFF ? db_actor(db).id : 0 },
        .needs = or_empty(words->needs),
        .wishes = or_empty(words->wishes),
        .ability = or_empty(words->ability),
        .event = journal_append(db, &draft),
    });
}

bool employer_unspar(struct db *db, struct company_id company, struct sparring_id sparring)
{
    struct sparring_row_list newest = sparrings_of_company(db, company, 1);

    if (newest.count == 0 || newest.at[0].id.n != sparring.n)
        return false;
    journal_void(db, newest.at[0].event);
    return sparring_remove(db, sparring) == 1;
}

const char *agreement_words(struct arena *arena, const struct agreement_area_row_list *areas, struct agreement_id agreement,
                            const char *list, const char *between)
{
    struct text out = text_new(arena);

    for (size_t i = 0; i < areas->count; i++) {
        if (areas->at[i].agreement.n != agreement.n || !text_is(areas->at[i].list, list))
            continue;
        if (out.length > 0)
            text_add(&out, between);
        text_add(&out, areas->at[i].words);
    }
    return text_done(&out);
}

const char *employer_full_words(struct request *r, struct company_id company)
{
    struct centre_room_row room;

    if (!centre_room(r->db, company, r->today, &room) || room.taken_count < room.place_count ||
        !text_is(room.when_full, when_full_codes[FULL_REJECT]))
        return NULL;
    return say_with(r->arena, r->language, SAY("Centret er fuldt: {1} af {2} pladser er i brug."),
                    number_text(r->arena, room.taken_count), number_text(r->arena, room.place_count), NULL);
}
