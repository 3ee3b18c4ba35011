/* SPDX-License-Identifier: MIT
 * campaign.c: choosing recipients, sending, noting what came back, and counting the effect. */
#include "campaign/campaign.h"

#include "base/text.h"
#include "engine/journal.h"

const char *const campaign_result_codes[] = { "no_answer", "interested", "agreement", "declined", NULL };
const char *const willing_codes[] = { "yes", "maybe", "no", NULL };
const char *const demand_codes[] = { "high", "low", NULL };

/* Folded text has only letters, digits and single spaces, so nothing to escape. */
static const char *pattern_of(struct db *db, const struct recipients *who)
{
    return arena_format(db_arena(db), "%%%s%%", text_fold(db_arena(db), who->typed));
}

int64_t campaign_add(struct db *db, struct campaign_id campaign, const struct recipients *who)
{
    return campaign_add_matching(db, campaign, pattern_of(db, who), who->branch);
}

int64_t survey_add(struct db *db, struct survey_id survey, const struct recipients *who)
{
    return survey_add_matching(db, survey, pattern_of(db, who), who->branch);
}

static void note(struct db *db, struct company_id company, enum event_kind kind, const char *code, const char *field,
                 int64_t about)
{
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_COMPANY, company.n },
        .kind = kind,
        .code = code,
        .subject = { SUBJECT_COMPANY, company.n },
        .at = db_now(db),
        .fields = { { field, arena_format(db_arena(db), "%lld", (long long)about) } },
    });
}

int64_t campaign_send(struct db *db, struct campaign_id campaign)
{
    struct campaign_unsent_row_list rows = campaign_unsent(db, campaign);

    for (size_t i = 0; i < rows.count; i++)
        note(db, rows.at[i].company, EVENT_CONTACT_MADE, "letter", "campaign", campaign.n);
    return campaign_set_sent(db, db_today(db), campaign);
}

bool campaign_write(struct db *db, const struct campaign_company_row *row, const struct campaign_word *word)
{
    if (campaign_company_set(db, word->visited, word->result, row->id, word->version) != 1)
        return false;
    if (word->visited != DAY_NONE && word->visited != row->visited_day)
        journal_append(db, &(struct event_draft){
            .stream = { STREAM_COMPANY, row->company.n },
            .kind = EVENT_VISIT_MADE,
            .code = "visit",
            .subject = { SUBJECT_COMPANY, row->company.n },
            .at = instant_of(word->visited, 0, 0, 0),
            .is_day = true,
            .fields = { { "campaign", arena_format(db_arena(db), "%lld", (long long)row->campaign.n) } },
        });
    return true;
}

struct campaign_effect campaign_effect(struct db *db, const struct campaign_row *campaign)
{
    struct campaign_sent_day_list days = campaign_sent_days(db, campaign->id);
    struct campaign_count_row counted;

    campaign_counts(db, campaign->id, &counted);
    struct campaign_effect effect = { .companies = counted.companies, .sent = counted.sent, .visited = counted.visited,
                                      .answered = counted.answered };
    for (size_t i = 0; i < days.count; i++) {
        struct campaign_effect_row row;
        day until = day_add_months(days.at[i].sent_day, (int)campaign->effect_months);
        if (!campaign_effects(db, campaign->id, days.at[i].sent_day, until, &row))
            continue;
        effect.placements += row.placements;
        effect.igu += row.igu;
        effect.conversions += row.conversions;
    }
    return effect;
}

int64_t campaign_igu_until(struct db *db, day on)
{
    return igu_begun_until(db, on);
}

/* A survey's clock runs where it began, also when a merge has moved the answer. */
static struct company_id home_of(struct company_id home, struct company_id company)
{
    return home.n != 0 ? home : company;
}

struct survey_links survey_send(struct db *db, const struct survey_row *survey, bool is_reminder)
{
    struct survey_to_ask_row_list rows = survey_to_ask(db, survey->id, is_reminder);
    struct survey_links links = { arena_array(db_arena(db), rows.count + 1, sizeof *links.at), rows.count };

    for (size_t i = 0; i < rows.count; i++) {
        struct link_made made = link_make(db, &(struct link_wish){
            .purpose = LINK_SURVEY, .company = rows.at[i].company, .subject = rows.at[i].id.n,
            .last_day = survey->last_day });
        links.at[i] = (struct survey_link){ rows.at[i].company_name, rows.at[i].email, made.path };
        if (is_reminder)
            survey_set_reminded(db, db_today(db), rows.at[i].id);
        else
            survey_set_sent(db, db_today(db), rows.at[i].id);
        note(db, home_of(rows.at[i].home, rows.at[i].company), EVENT_SURVEY_SENT, is_reminder ? "reminder" : "first", "survey", survey->id.n);
    }
    return links;
}

void survey_note(struct db *db, const struct survey_asked_row *asked, const struct survey_words *words)
{
    for (size_t i = 0; i < words->count; i++)
        survey_opening_put(db, asked->id, words->branches[i], words->openings[i]);
    survey_set_answered(db, db_now(db), words->willing, words->sender, asked->id);
    note(db, home_of(asked->home, asked->company), EVENT_SURVEY_ANSWERED, words->willing, "survey", asked->survey.n);
}

day quarter_of(day on)
{
    enum { MONTHS_A_QUARTER = 3 };
    struct date date = date_of(on);

    return day_of(date.year, (date.month - 1) / MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1, 1);
}
