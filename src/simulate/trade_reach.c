/* SPDX-License-Identifier: MIT
 * trade_reach.c: boards, letters to many companies, the yearly job barometer, and which branches lack people. */
#include "base/text.h"
#include "campaign/campaign.h"
#include "employer/employer.h"
#include "law/workday.h"
#include "pipeline/pipeline.h"
#include "placement/placement.h"
#include "simulate/names.h"
#include "simulate/trade.h"

enum { BOARDS_AT = 70, CAMPAIGN_AT = 50, BOARD_COMPANIES = 500, CARDS = 12, COMPANY_CARDS = 9, EFFECT_MONTHS = 12,
       WORD_DAYS = 30, REMIND_AFTER = 21, SURVEY_DAYS = 42, SURVEY_MONTHS = 12, OPENINGS_MOST = 5, ROWS_MOST = 100000,
       BASE_MONDAY = 1, BASE_THURSDAY = 4 };

static void add_card(struct life *life, const struct pipeline_row *board, struct pipeline_card_id card, int colleague)
{
    const struct pipeline_shape *shape = pipeline_shape_of(board);

    if (card.n != 0)
        *LIST_ADD(life->lasting, &life->trade->cards) =
            (struct open_card){ board->id, card, colleague, 0, shape->place_count, shape->is_of_citizens };
}

static bool board_new(struct life *life, enum pipeline_kind kind, const char *name, const struct workplace *w, int colleague,
                      struct pipeline_row *board)
{
    life_act_as(life, colleague);
    return pipeline_load(life->db, pipeline_insert(life->db, &(struct pipeline_insert_in){
        .kind = pipeline_kind_codes[kind], .name = name, .company = w == NULL ? (struct company_id){ 0 } : w->id,
        .owner = life->staff[colleague].id, .areas = w == NULL ? "" : "Køkken, Service", .from_day = life->today,
        .to_day = DAY_NONE, .mentors_told_day = w == NULL ? DAY_NONE : life->today, .aftercare_day = DAY_NONE,
        .created_at = db_now(life->db) }), board);
}

/* A cohort for one company, with those who wait for something. */
static void open_cohort(struct life *life, int number)
{
    const struct workplace *w = &life->companies[number];
    struct company_row company;
    struct pipeline_row board;
    int cards = 0;

    life_act_as(life, w->consultant);
    if (!company_load(life->db, w->id, &company) ||
        !board_new(life, PIPELINE_COHORT, arena_format(life->request, "Hold til %s", company.name), w, w->consultant, &board))
        return;
    pipeline_base_put(life->db, board.id, life->staff[w->consultant].id, BASE_MONDAY, "9-15");
    pipeline_base_put(life->db, board.id, life->staff[life_first(life, JOB_CASEWORKER)].id, BASE_THURSDAY, "9-12");
    for (int i = 0; i < life->person_count && cards < CARDS; i++) {
        const struct person *person = &life->people[(i + number) % life->person_count];
        if (person->stage < STAGE_COURSE || person->stage > STAGE_PLACED || !life_of(life, 50))
            continue;
        add_card(life, &board, pipeline_add_citizen(life->db, &board, person->id, cards % 2 == 0 ? "Køkken" : "Service", false),
                 w->consultant);
        cards++;
    }
}

/* A consultant's own way from promise to a place that lasts. */
static void open_own(struct life *life, int colleague)
{
    struct pipeline_row board;
    int cards = 0;

    if (!board_new(life, PIPELINE_COMPANIES, "Nye virksomheder", NULL, colleague, &board))
        return;
    for (int i = 0; i < life->company_count && cards < COMPANY_CARDS; i++)
        if (life->companies[i].consultant == colleague && life->companies[i].places > 0 && ++cards > 0)
            add_card(life, &board, pipeline_add_company(life->db, &board, life->companies[i].id, ""), colleague);
}

static void open_boards(struct life *life)
{
    life->trade->has_boards = true;
    for (int i = 0; i < life->company_count; i += BOARD_COMPANIES)
        open_cohort(life, i);
    for (int i = 0; i < life->staff_count; i++)
        if (life->staff[i].job == JOB_CONSULTANT)
            open_own(life, i);
}

/* Most go on, a step in some weeks; a few stop. */
static bool move_card(struct life *life, struct open_card *open)
{
    static const char *const why[2][3] = { { "no_time", "no_places", "other" }, { "transport", "health", "other" } };
    struct pipeline_row board;
    struct pipeline_card_row card;
    bool is_stopped = life_of(life, 8);
    int place = is_stopped ? open->place : open->place + 1;

    life_act_as(life, open->colleague);
    if (!pipeline_load(life->db, open->board, &board) || !pipeline_card_load(life->db, &board, open->id, &card))
        return false;
    bool is_last = place == open->place_count - 1;
    pipeline_move(life->db, &board, &card, &(struct pipeline_step){
        .place = place, .is_stopped = is_stopped, .reason = is_stopped ? chance_pick(&life->chance, why[open->is_of_citizen], 3) : "",
        .outcome = is_last && open->is_of_citizen ? placement_kinds[PLACEMENT_JOB].code : "", .on = life->today });
    open->place = place;
    return !is_stopped && !is_last;
}

static void move_cards(struct life *life)
{
    for (size_t i = 0; i < life->trade->cards.count; i++)
        if (life_of(life, 5) && !move_card(life, &life->trade->cards.at[i])) {
            life->trade->cards.at[i] = life->trade->cards.at[life->trade->cards.count - 1];
            life->trade->cards.count--;
        }
}

/* Which of our workplaces a stored company is: they were founded one after the other. */
static int workplace_of(const struct life *life, struct company_id id)
{
    return (int)(id.n - life->companies[0].id.n);
}

static void write_letters(struct life *life)
{
    int colleague = life_first(life, JOB_CONSULTANT);

    life_act_as(life, colleague);
    life->trade->campaign = campaign_insert(life->db, "Brev om IGU", "Hvad IGU er, hvad det koster, og hvem man ringer til.",
                                            EFFECT_MONTHS, life->staff[colleague].id, db_now(life->db));
    campaign_add(life->db, life->trade->campaign, &(struct recipients){ "", "" });
    campaign_send(life->db, life->trade->campaign);
    struct campaign_company_row_list rows = campaign_companies(life->db, life->trade->campaign, ROWS_MOST, 0);
    for (size_t i = 0; i < rows.count; i++)
        if (life_of(life, 45))
            *LIST_ADD(life->lasting, &life->trade->letters) = (struct open_word){ rows.at[i].id.n, workplace_of(life, rows.at[i].company) };
}

/* A company rings back, or is visited. */
static void hear(struct life *life, const struct open_word *open)
{
    static const char *const results[] = { "no_answer", "interested", "interested", "agreement", "declined" };
    struct campaign_company_row row;

    life_act_as(life, life_first(life, JOB_CONSULTANT));
    if (campaign_company_load(life->db, (struct campaign_company_id){ open->id }, life->trade->campaign, &row))
        campaign_write(life->db, &row, &(struct campaign_word){
            .visited = life_of(life, 60) ? life->today : DAY_NONE, .result = chance_pick(&life->chance, results, 5),
            .version = row.version });
}

static void ask_all(struct life *life)
{
    int colleague = life_first(life, JOB_CONSULTANT);
    struct survey_row survey;

    life_act_as(life, colleague);
    life->trade->survey = survey_insert(life->db, &(struct survey_insert_in){
        .name = arena_format(life->request, "Jobbarometer %d", date_of(life->today).year + 1), .months = SURVEY_MONTHS,
        .from_day = life->today, .last_day = life->today + SURVEY_DAYS + WORD_DAYS, .owner = life->staff[colleague].id,
        .created_at = db_now(life->db) });
    survey_add(life->db, life->trade->survey, &(struct recipients){ "", "" });
    if (!survey_load(life->db, life->trade->survey, &survey))
        return;
    survey_send(life->db, &survey, false);
    struct survey_company_row_list rows = survey_companies(life->db, survey.id, "", ROWS_MOST, 0);
    for (size_t i = 0; i < rows.count; i++)
        if (life_of(life, 70))
            *LIST_ADD(life->lasting, &life->trade->answers) = (struct open_word){ rows.at[i].id.n, workplace_of(life, rows.at[i].company) };
    life->trade->remind_on = workday_next(NULL, life->today + REMIND_AFTER);
}

static void remind(struct life *life)
{
    struct survey_row survey;

    life->trade->remind_on = DAY_NONE;
    life_act_as(life, life_first(life, JOB_CONSULTANT));
    if (survey_load(life->db, life->trade->survey, &survey))
        survey_send(life->db, &survey, true);
}

static void note_answer(struct life *life, const struct open_word *open)
{
    static const char *const willing[] = { "yes", "yes", "maybe", "no" };
    const struct workplace *w = &life->companies[open->workplace];
    struct survey_asked_row asked;
    int64_t openings = life_between(life, 0, OPENINGS_MOST);

    life_act_as(life, life_first(life, JOB_CONSULTANT));
    if (survey_asked(life->db, (struct survey_company_id){ open->id }, w->id, &asked))
        survey_note(life->db, &asked, &(struct survey_words){ &branch_templates[w->branch].branch, &openings, 1,
                                                              chance_pick(&life->chance, willing, 4), w->contact_name });
}

/* About so many a day that they all have said their word in a month: the last of the list. */
static void some_say(struct life *life, const struct open_word *words, size_t *count,
                     void (*hear_one)(struct life *life, const struct open_word *open))
{
    for (size_t left = *count == 0 ? 0 : 1 + *count / WORD_DAYS; left > 0; left--)
        hear_one(life, &words[--*count]);
}

/* The first working day of a quarter: what the consultants hear. */
static void tell_demand(struct life *life)
{
    static const char *const levels[] = { "high", "high", "low" };

    life->trade->quarter = quarter_of(life->today);
    int from = (int)life_between(life, 0, branch_template_count - 1), colleague = life_first(life, JOB_CONSULTANT);
    life_act_as(life, colleague);
    for (int i = 0; i < 3; i++)
        branch_demand_put(life->db, &(struct branch_demand_put_in){
            .branch = branch_templates[(from + i) % branch_template_count].branch, .quarter_day = life->trade->quarter,
            .level = levels[i], .source = "Jobcentrets samtaler med virksomhederne", .staff = life->staff[colleague].id,
            .written_at = db_now(life->db) });
}

void reach_day(struct life *life)
{
    struct trade *trade = life->trade;

    if (!trade->has_boards && life->today >= trade_day_at(life, BOARDS_AT))
        open_boards(life);
    move_cards(life);
    if (trade->campaign.n == 0 && life->today >= trade_day_at(life, CAMPAIGN_AT))
        write_letters(life);
    else
        some_say(life, trade->letters.at, &trade->letters.count, hear);
    if (trade->survey.n == 0 && life->today >= trade->survey_on)
        ask_all(life);
    else
        some_say(life, trade->answers.at, &trade->answers.count, note_answer);
    if (life->today == trade->remind_on)
        remind(life);
    if (quarter_of(life->today) != trade->quarter)
        tell_demand(life);
}
