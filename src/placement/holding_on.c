/* SPDX-License-Identifier: MIT
 * holding_on.c: signatures, risks and absence of a placement as rows and events. */
#include "placement/holding_on.h"

#include "base/text.h"
#include "engine/journal.h"

enum { ANSWER_VERSION = 1 };
static const char expectation_form[] = "forventning";

const char *const agreement_party_codes[AGREEMENT_PARTY_COUNT + 1] = { "citizen", "company", "centre", NULL };

const char *placement_expectation(const struct placement_row *placement, enum agreement_party party)
{
    const char *const words[AGREEMENT_PARTY_COUNT] = {
        [PARTY_CITIZEN] = placement->expect_citizen,
        [PARTY_COMPANY] = placement->expect_company,
        [PARTY_CENTRE] = placement->expect_centre,
    };

    return words[party] == NULL ? "" : words[party];
}

const char *placement_expectations(struct arena *arena, const struct placement_row *placement)
{
    struct text text = text_new(arena);

    for (int party = 0; party < AGREEMENT_PARTY_COUNT; party++)
        text_add_format(&text, "%s\n", placement_expectation(placement, (enum agreement_party)party));
    return text_done(&text);
}

bool is_signature_of(struct arena *arena, const struct placement_signature_row *signature, const struct placement_row *placement)
{
    return text_is(signature->words, placement_expectations(arena, placement));
}

static struct event_draft draft_about(const struct placement_row *placement, enum event_kind kind, const char *code, day on)
{
    return (struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n },
        .kind = kind,
        .code = code,
        .subject = { SUBJECT_PLACEMENT, placement->id.n },
        .at = day_begin(on),
        .is_day = true,
    };
}

/* How many others have signed what stands there now. */
static int others_signed(struct db *db, const struct placement_signature_row_list *all, const struct placement_row *placement,
                         enum agreement_party party)
{
    int count = 0;

    for (size_t i = 0; i < all->count; i++)
        count += !text_is(all->at[i].party, agreement_party_codes[party]) && is_signature_of(db_arena(db), &all->at[i], placement);
    return count;
}

void placement_sign(struct db *db, const struct placement_row *placement, enum agreement_party party, const char *name, day on)
{
    struct placement_signature_row_list all = placement_signatures(db, placement->citizen, placement->id);
    const char *code = agreement_party_codes[party];
    struct event_draft signed_now = draft_about(placement, EVENT_AGREEMENT_SIGNED, expectation_form, on);
    struct event_draft answered = draft_about(placement, EVENT_FORM_ANSWERED, expectation_form, on);

    signed_now.fields[0] = (struct draft_field){ "party", code };
    answered.fields[0] = (struct draft_field){ "version", arena_format(db_arena(db), "%d", ANSWER_VERSION) };
    bool is_last = others_signed(db, &all, placement, party) == AGREEMENT_PARTY_COUNT - 1;
    placement_signature_drop(db, placement->id, placement->citizen, code);
    placement_signature_put(db, &(struct placement_signature_put_in){
        .placement = placement->id, .citizen = placement->citizen, .party = code, .name = name, .signed_day = on,
        .words = placement_expectations(db_arena(db), placement), .event = journal_append(db, &signed_now),
        .answered_event = is_last ? journal_append(db, &answered) : 0, .noted_by = { db_actor(db).id } });
}

bool placement_unsign(struct db *db, const struct placement_row *placement)
{
    struct placement_signature_row_list all = placement_signatures(db, placement->citizen, placement->id);

    if (all.count == 0)
        return false;
    const struct placement_signature_row *newest = &all.at[all.count - 1];
    journal_void(db, newest->event);
    if (newest->answered_event != 0)
        journal_void(db, newest->answered_event);
    placement_signature_drop(db, placement->id, placement->citizen, newest->party);
    return true;
}

static bool has_code(const char *const *codes, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (text_is(codes[i], code))
            return true;
    return false;
}

void placement_set_risks(struct db *db, const struct placement_row *placement, const char *const *codes, size_t count)
{
    struct placement_risk_row_list before = placement_risks(db, placement->citizen, placement->id);
    size_t kept = 0;

    for (size_t i = 0; i < before.count; i++)
        if (has_code(codes, count, before.at[i].code))
            kept++;
        else
            placement_risk_drop(db, placement->id, placement->citizen, before.at[i].code);
    for (size_t i = 0; i < count; i++)
        placement_risk_put(db, placement->id, placement->citizen, codes[i], db_today(db));
    if (kept == before.count && kept == count)
        return;
    struct event_draft draft = draft_about(placement, EVENT_PLACEMENT_CHANGED, "risk", db_today(db));
    journal_append(db, &draft);
}

void placement_absent(struct db *db, const struct placement_row *placement, day on, const char *mark)
{
    struct placement_absence_row_list before = placement_absences(db, placement->citizen, placement->id);
    struct event_draft draft = draft_about(placement, EVENT_ABSENCE_REGISTERED, mark, on);

    for (size_t i = 0; i < before.count; i++)
        if (before.at[i].absent_day == on) {
            journal_void(db, before.at[i].event);
            placement_absence_drop(db, placement->id, placement->citizen, on);
        }
    draft.fields[0] = (struct draft_field){ "status", mark };
    placement_absence_put(db, placement->id, placement->citizen, on, mark, journal_append(db, &draft));
}

bool placement_undo_absent(struct db *db, const struct placement_row *placement)
{
    struct placement_absence_row_list all = placement_absences(db, placement->citizen, placement->id);
    size_t newest = 0;

    for (size_t i = 1; i < all.count; i++)
        if (all.at[i].id.n > all.at[newest].id.n)
            newest = i;
    if (all.count == 0)
        return false;
    journal_void(db, all.at[newest].event);
    placement_absence_drop(db, placement->id, placement->citizen, all.at[newest].absent_day);
    return true;
}
