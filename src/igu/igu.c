/* SPDX-License-Identifier: MIT
 * igu.c: rows and events of IGU contracts. */
#include "igu/igu.h"

#include "base/text.h"
#include "engine/journal.h"
#include "law/version.h"
#include "library/library.h"
#include "rates/rates.h"

enum { THOUSAND = 1000, FRIDAY_AFTER = 4 };

int64_t igu_law_weeks(struct db *db, day from)
{
    const struct law_version *version = law_value_on(rates_law(db), "igu_school_weeks", from);

    return version == NULL || version->value == LAW_VALUE_NONE ? 0 : version->value / THOUSAND;
}

static struct event_draft draft_of(struct db *db, const struct placement_row *placement, enum event_kind kind, const char *code)
{
    return (struct event_draft){
        .stream = { STREAM_CITIZEN, placement->citizen.n },
        .kind = kind,
        .code = code,
        .subject = { SUBJECT_PLACEMENT, placement->id.n },
        .at = db_now(db),
    };
}

void igu_write(struct db *db, const struct placement_row *placement, const struct igu_wish *wish)
{
    struct event_draft draft = draft_of(db, placement, EVENT_PLACEMENT_CHANGED, "igu_weeks");

    igu_contract_put(db, placement->id, placement->citizen, wish->school, wish->weeks_wanted, wish->residence);
    igu_weeks_drop(db, placement->id, placement->citizen);
    for (size_t i = 0; i < wish->monday_count; i++)
        igu_week_put(db, placement->id, placement->citizen, wish->mondays[i]);
    draft.fields[0] = (struct draft_field){ "weeks", arena_format(db_arena(db), "%zu", wish->monday_count) };
    journal_append(db, &draft);
}

/* The scheme's own word for a week at school. */
static const char *school_code(struct db *db, const struct placement_row *placement)
{
    const struct scheme *scheme = *placement->scheme == 0 ? NULL : library_scheme(db, placement->scheme);

    for (size_t i = 0; scheme != NULL && i < scheme->activities.count; i++)
        if (text_is(activity_kind_words[scheme->activities.at[i].kind], "education"))
            return scheme->activities.at[i].id.text;
    return "skoleuge";
}

bool igu_hold_week(struct db *db, const struct placement_row *placement, struct igu_week_id week, bool is_held)
{
    struct igu_week_row_list weeks = igu_weeks_of(db, placement->id, placement->citizen);
    int64_t event = 0;

    for (size_t i = 0; i < weeks.count; i++) {
        if (weeks.at[i].id.n != week.n)
            continue;
        if ((weeks.at[i].event != 0) == is_held)
            return true;
        if (is_held) {
            struct event_draft draft = draft_of(db, placement, EVENT_ACTIVITY_ENDED, school_code(db, placement));
            draft.at = day_begin(weeks.at[i].monday_day + FRIDAY_AFTER);
            draft.is_day = true;
            event = journal_append(db, &draft);
        } else {
            journal_void(db, weeks.at[i].event);
        }
        return igu_week_set_held(db, event, week, placement->id, placement->citizen) > 0;
    }
    return false;
}

struct igu_answer igu_stand(struct db *db, const struct placement_row *placement, int64_t wanted,
                            const struct igu_week_row_list *weeks, day on)
{
    struct igu_week_fact *facts = arena_array(db_arena(db), weeks->count, sizeof *facts);

    for (size_t i = 0; i < weeks->count; i++)
        facts[i] = (struct igu_week_fact){ weeks->at[i].monday_day, weeks->at[i].event != 0 };
    return igu_weeks(&(struct igu_facts){ .from = placement->from_day, .to = placement->to_day, .wanted = wanted,
                                          .weeks = facts, .week_count = weeks->count, .asked_on = on });
}
