/* SPDX-License-Identifier: MIT
 * employer.c: creating, changing and finding companies, and the talks that are events in their stream. */
#include "employer/employer.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "engine/journal.h"
#include "engine/obligation.h"
#include "yaml/field.h"

const char *const company_state_codes[COMPANY_STATE_COUNT + 1] = { "willing", "pausing", "never", NULL };
const char *const company_sector_codes[] = { "private", "public", NULL };
const char *const month_level_codes[MONTH_LEVEL_COUNT + 1] = { "p", "cvr", NULL };
const char *const talk_way_codes[TALK_WAY_COUNT + 1] = { "phone", "visit", "mail", NULL };

enum { SITES_MOST = 20 }; /* Workplaces of one company that may have written about the same month. */

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

/* Found by name and by town: "havnebageriet vesterby". */
static const char *search_name(struct arena *arena, const struct company_facts *facts)
{
    return text_fold(arena, arena_format(arena, "%s %s", or_empty(facts->name), or_empty(facts->town)));
}

static struct company_update_in row_of(struct db *db, const struct company_facts *facts)
{
    return (struct company_update_in){
        .cvr = or_empty(facts->cvr),
        .p_number = or_empty(facts->p_number),
        .name = or_empty(facts->name),
        .search_name = search_name(db_arena(db), facts),
        .branch = or_empty(facts->branch),
        .street = or_empty(facts->street),
        .postal_code = or_empty(facts->postal_code),
        .town = or_empty(facts->town),
        .employee_count = facts->employee_count,
        .employee_day = facts->employee_day,
        .employee_source = or_empty(facts->employee_source),
        .sector = or_empty(facts->sector),
        .culture = or_empty(facts->culture),
        .travel = or_empty(facts->travel),
        .hours = or_empty(facts->hours),
        .place_count = facts->place_count,
        .state = company_state_codes[facts->state],
        .pause_until_day = facts->state == COMPANY_PAUSING ? facts->pause_until : DAY_NONE,
        .consultant = facts->consultant,
        .deputy = facts->deputy,
    };
}

static void tell_keeper_at(struct db *db, struct company_id company, enum event_kind kind, const char *role,
                           struct staff_id staff, instant at)
{
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_COMPANY, company.n },
        .kind = kind,
        .code = role,
        .subject = { SUBJECT_COMPANY, company.n },
        .at = at,
        .fields = { { "staff", arena_format(db_arena(db), "%lld", (long long)staff.n) } },
    });
}

static void tell_keeper(struct db *db, struct company_id company, enum event_kind kind, const char *role, struct staff_id staff)
{
    tell_keeper_at(db, company, kind, role, staff, db_now(db));
}

/* It is there: from now on rules of companies count for it. */
static void tell_created(struct db *db, struct company_id company, instant at)
{
    company_set_created_event(db, journal_append(db, &(struct event_draft){
        .stream = { STREAM_COMPANY, company.n },
        .kind = EVENT_COMPANY_CREATED,
        .subject = { SUBJECT_COMPANY, company.n },
        .at = at,
    }), company);
}

static void write_keeper(struct db *db, struct company_id company, const char *role, struct staff_id before,
                         struct staff_id after)
{
    if (before.n == after.n)
        return;
    if (before.n != 0) {
        company_staffing_end(db, db_now(db), company, role);
        tell_keeper(db, company, EVENT_RELATION_ENDED, role, before);
    }
    if (after.n != 0) {
        company_staffing_add(db, company, role, after, db_now(db));
        tell_keeper(db, company, EVENT_RELATION_STARTED, role, after);
    }
}

/* Who looks after it, from when to when: the history of hand-overs (S95), in which the engine finds the owner. */
static void write_keepers(struct db *db, struct company_id company, const struct company_keepers_row *before,
                          const struct company_facts *after)
{
    write_keeper(db, company, "company_consultant", before->consultant, after->consultant);
    write_keeper(db, company, "company_deputy", before->deputy, after->deputy);
}

/* It pauses, or wants to be asked again (001:223): no reason is asked for. */
static void tell_state(struct db *db, struct company_id company, const char *before, const char *after, day until)
{
    bool is_open = text_is(after, company_state_codes[COMPANY_WILLING]);

    if (text_is(before, after))
        return;
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_COMPANY, company.n },
        .kind = is_open ? EVENT_AGREEMENT_REOPENED : EVENT_AGREEMENT_PAUSED,
        .code = after,
        .subject = { SUBJECT_COMPANY, company.n },
        .at = db_now(db),
        .fields = { { "until", until == DAY_NONE ? NULL : day_iso(db_arena(db), until) } },
    });
}

bool employer_set_state(struct db *db, const struct company_row *company, enum company_state state, day until)
{
    if (company_set_state(db, company_state_codes[state], state == COMPANY_PAUSING ? until : DAY_NONE, company->id) == 0)
        return false;
    tell_state(db, company->id, company->state, company_state_codes[state], until);
    return true;
}

struct company_id employer_create(struct db *db, const struct company_facts *facts)
{
    struct company_update_in row = row_of(db, facts);

    struct company_id id = company_insert(db, &(struct company_insert_in){
        .cvr = row.cvr,
        .p_number = row.p_number,
        .name = row.name,
        .search_name = row.search_name,
        .branch = row.branch,
        .street = row.street,
        .postal_code = row.postal_code,
        .town = row.town,
        .employee_count = row.employee_count,
        .employee_day = row.employee_day,
        .employee_source = row.employee_source,
        .sector = row.sector,
        .culture = row.culture,
        .travel = row.travel,
        .hours = row.hours,
        .place_count = row.place_count,
        .state = row.state,
        .pause_until_day = row.pause_until_day,
        .consultant = row.consultant,
        .deputy = row.deputy,
        .created_at = db_now(db),
    });
    tell_created(db, id, db_now(db));
    write_keepers(db, id, &(struct company_keepers_row){ 0 }, facts);
    return id;
}

/* One from before the journal knew who looks after a company: since when is not known, so since it was written down. */
static void tell_keeper_of_old(struct db *db, const struct company_untold_row *company, const char *role, struct staff_id staff)
{
    if (staff.n == 0 || company_staffing_open(db, company->id, role) > 0)
        return;
    company_staffing_add(db, company->id, role, staff, company->created_at);
    tell_keeper_at(db, company->id, EVENT_RELATION_STARTED, role, staff, company->created_at);
}

int64_t employer_tell_old(struct db *db, int64_t most)
{
    struct company_untold_row_list untold = companies_untold(db, most);

    for (size_t i = 0; i < untold.count; i++) {
        const struct company_untold_row *company = &untold.at[i];
        tell_created(db, company->id, company->created_at);
        tell_keeper_of_old(db, company, "company_consultant", company->consultant);
        tell_keeper_of_old(db, company, "company_deputy", company->deputy);
    }
    return (int64_t)untold.count;
}

void employer_wake(struct db *db, struct arena *arena, instant now)
{
    enum { AT_ONCE = 500 };

    db_begin(db, DB_WRITE, arena, actor_system, now);
    employer_tell_old(db, AT_ONCE);
    if (!db_commit(db))
        log_line(LOG_ERROR, "telling who looks after companies failed");
}

bool employer_update(struct db *db, struct company_id company, const struct company_facts *facts, int64_t version)
{
    struct company_update_in row = row_of(db, facts);
    struct company_keepers_row before;

    row.id = company;
    row.version = version;
    obligation_touch(db, (struct stream){ STREAM_COMPANY, company.n }); /* Another consultant owns its deadlines. */
    if (!company_keepers(db, company, &before) || company_update(db, &row) == 0)
        return false;
    write_keepers(db, company, &before, facts);
    tell_state(db, company, before.state, row.state, row.pause_until_day);
    return true;
}

/* "%soeren bageri%": folded text has only letters, digits and single spaces, so nothing to escape. */
static const char *pattern_of(struct arena *arena, const char *typed)
{
    return arena_format(arena, "%%%s%%", text_fold(arena, or_empty(typed)));
}

/* "1234%" for a number that was typed, "" for anything else. */
static const char *digits_of(struct arena *arena, const char *typed)
{
    struct text digits = text_new(arena);

    for (const char *c = or_empty(typed); *c != 0; c++) {
        if (*c >= '0' && *c <= '9')
            text_add_char(&digits, *c);
        else if (*c != ' ')
            return "";
    }
    if (digits.length == 0)
        return "";
    text_add_char(&digits, '%');
    return text_done(&digits);
}

struct company_listed_list employer_list(struct db *db, const struct employer_filter *filter, int64_t most, int64_t skip)
{
    return company_page(db, &(struct company_page_in){
        .pattern = pattern_of(db_arena(db), filter->typed),
        .digits = digits_of(db_arena(db), filter->typed),
        .wanted_state = or_empty(filter->state),
        .wanted_consultant = filter->consultant,
        .sort = or_empty(filter->sort),
        .most = most,
        .skip = skip,
    });
}

int64_t employer_count(struct db *db, const struct employer_filter *filter)
{
    return company_count(db, pattern_of(db_arena(db), filter->typed), digits_of(db_arena(db), filter->typed),
                         or_empty(filter->state), filter->consultant);
}

struct company_listed_list employer_search(struct db *db, const char *typed, int64_t most)
{
    if (text_is_blank(typed))
        return (struct company_listed_list){ 0 };
    return employer_list(db, &(struct employer_filter){ .typed = typed }, most, 0);
}

struct company_contact_id employer_add_contact(struct db *db, const struct company_contact_insert_in *contact)
{
    if (contact->is_main)
        company_contact_unset_main(db, contact->company);
    return company_contact_insert(db, contact);
}

bool employer_remove_contact(struct db *db, struct company_id company, struct company_contact_id contact)
{
    company_contact_release(db, contact);
    company_contact_release_meetings(db, contact);
    return company_contact_delete(db, contact, company) == 1;
}

void employer_talk(struct db *db, struct company_id company, enum talk_way way, instant at, const char *words)
{
    company_talk_insert(db, company, at, (struct staff_id){ db_actor(db).id }, talk_way_codes[way], words);
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_COMPANY, company.n },
        .kind = way == TALK_VISIT ? EVENT_VISIT_MADE : EVENT_CONTACT_MADE,
        .code = talk_way_codes[way],
        .subject = { SUBJECT_COMPANY, company.n },
        .at = at,
    });
}

void employer_note_months(struct db *db, struct company_id company, enum month_level level, day on,
                          const int64_t *employees, size_t count, const char *source)
{
    struct date now = date_of(on);

    for (size_t i = 0; i < count; i++)
        company_month_put(db, &(struct company_month_put_in){
            .company = company,
            .level = month_level_codes[level],
            .month_day = day_add_months(day_of(now.year, now.month, 1), -(int)i - 1),
            .employees = employees[i],
            .source = source,
            .author = { db_actor(db).id },
            .written_at = db_now(db),
        });
}

struct company_month_row_list employer_months(struct db *db, const struct company_row *company, enum month_level level,
                                              day before, size_t most)
{
    struct company_month_row_list rows = company_months(db, month_level_codes[level], before, company->id,
                                                          level == MONTHS_CVR ? company->cvr : "",
                                                          (int64_t)most * SITES_MOST);
    size_t count = 0;

    for (size_t i = 0; i < rows.count && count < most; i++)
        if (count == 0 || rows.at[i].month_day != rows.at[count - 1].month_day)
            rows.at[count++] = rows.at[i];
    rows.count = count;
    return rows;
}

/* A number with a comma keeps it: "12,5 13"; a comma with a space after it only parts two numbers. */
bool employer_months_read(struct arena *arena, const char *typed, int64_t employees[MONTHS_TYPED_MAX], size_t *count)
{
    struct text_pieces words = text_split(arena, text_trim(arena, typed), ' ');

    *count = 0;
    for (size_t i = 0; i < words.count; i++) {
        char *word = arena_dup(arena, words.at[i]);
        size_t length = strlen(word);
        if (length > 0 && (word[length - 1] == ',' || word[length - 1] == ';'))
            word[length - 1] = 0;
        if (*word == 0)
            continue;
        char *comma = strchr(word, ',');
        if (comma != NULL)
            *comma = '.';
        int64_t thousandths;
        if (*count == MONTHS_TYPED_MAX || !number_read(word, &thousandths) || thousandths < 0) {
            *count = 0;
            return false;
        }
        employees[(*count)++] = thousandths / 10;
    }
    return true;
}

struct company_enquiry_list employer_enquiries(struct db *db, struct company_id company)
{
    return company_enquiries(db, SUBJECT_REQUEST, company);
}
