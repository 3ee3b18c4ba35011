/* SPDX-License-Identifier: MIT
 * absence.c: now and then somebody stays away from the course without a word, and a case is opened about it. The officer
 * takes its steps on their days by one of a few stories; the benefits unit decides. More cases towards the end, so that
 * one stands at each step. It has chances of its own. */
#include "base/list.h"
#include "base/text.h"
#include "sanction/letter.h"
#include "simulate/life.h"

enum { RECENT_DAYS = 60, PERMILLE = 1000, RATE_LEAST = 240, CITIZENS_A_RATE = 4, EARLIER_PART = 7, PICKED_PERCENT = 40,
       GUIDED_AFTER = 6, ANSWER_DAYS = 7, HOUR = 11 };

/* A step of a story: so many days after the absence, at the earliest. */
struct told_step {
    int age;
    enum sanction_step_kind kind;
    const char *choice, *source, *words;
};
enum { STORY_STEPS = 12 };

#define GUIDED { 1, STEP_GUIDED, NULL, NULL, "Vejledt på papir på informationsmødet, med tolk." }
#define CALLED { 2, STEP_CONTACT, "phone", NULL, "Ringede to gange. Ingen svarede." }
#define ASKED { 4, STEP_ASKED, NULL, "language_centre", "Var der meldt afbud den dag?" }
#define CONFIRMED { 8, STEP_CAME, "absent", "language_centre", "Ingen besked den dag. Underviseren prøvede at ringe." }
#define HEARD { 10, STEP_HEARD, NULL, NULL, NULL }
#define SENT_ON { 28, STEP_RECOMMENDED, NULL, NULL, "Sagen er oplyst, og borgeren er hørt." }

static const struct told_step stories[][STORY_STEPS] = {
    /* No answer came. */
    { GUIDED, CALLED, ASKED, CONFIRMED, HEARD, { 25, STEP_EXPIRED, NULL, NULL, NULL },
      { 26, STEP_ASSESSED, "none", NULL, "Borgeren har ikke fortalt om en grund til fraværet." }, SENT_ON,
      { 36, STEP_DECIDED, "sanction", NULL, "Borgeren var vejledt, udeblev uden besked og har ikke svaret på partshøringen." },
      { 50, STEP_CARRIED_OUT, NULL, NULL, NULL } },
    /* In contact again before anybody was heard. */
    { GUIDED, CALLED, { 4, STEP_RESTORED, NULL, NULL, "Kom selv forbi jobcentret og fortalte om en sygemelding, der ikke nåede frem." },
      { 5, STEP_DROPPED, "support", NULL, "Kontakten er genoprettet. En mentor på holdet ringer om morgenen den første tid." } },
    /* An answer, and the benefits unit decides that nothing is deducted. */
    { GUIDED, CALLED, ASKED, CONFIRMED, HEARD,
      { 17, STEP_ANSWERED, "other", "phone", "Bussen kom ikke, og telefonen var løbet tør for strøm." },
      { 24, STEP_ASSESSED, "none", NULL, "Der var en senere bus. Forklaringen er skrevet ind." }, SENT_ON,
      { 35, STEP_DECIDED, "none", NULL, "Det var første gang, og borgeren meldte sig selv dagen efter." } },
    /* An answer, and a deduction. */
    { GUIDED, CALLED, ASKED, CONFIRMED, HEARD,
      { 20, STEP_ANSWERED, "nothing", "paper", "" },
      { 24, STEP_ASSESSED, "none", NULL, "Borgeren har ingen bemærkninger." }, SENT_ON,
      { 38, STEP_DECIDED, "sanction", NULL, "Borgeren var vejledt og hørt. Der er ikke oplyst en grund til fraværet." },
      { 52, STEP_CARRIED_OUT, NULL, NULL, NULL } },
    /* The source knew of a lawful reason. */
    { GUIDED, CALLED, ASKED, { 8, STEP_CAME, "lawful", "language_centre", "Afbuddet lå på kontorets telefonsvarer." },
      { 9, STEP_DROPPED, "lawful", NULL, "Der var meldt afbud. Fraværet var lovligt." } },
};
/* Their turns: most are about whether there was a reason. */
static const int turns[] = { 0, 3, 1, 2, 0, 2, 3, 4 };
enum { TURNS = sizeof turns / sizeof *turns };

struct absence_case {
    struct sanction_case_id id; /* n = 0: not opened yet. */
    struct person *person;
    day breach;
    int step;
    const struct told_step *story;
};

struct absence {
    struct chance chance;
    int64_t wanted; /* Cases, in thousandths, that somebody's absence will begin. */
    LIST_OF(struct absence_case) cases;
};

void absence_open(struct life *life, uint64_t seed)
{
    life->absence = arena_alloc(life->lasting, sizeof *life->absence);
    *life->absence = (struct absence){ .chance = { seed ^ UINT64_C(0x616273656e6365) } };
}

static struct person *person_of(struct life *life, struct citizen_id citizen)
{
    for (int i = 0; i < life->person_count; i++)
        if (life->people[i].id.n == citizen.n)
            return &life->people[i];
    return NULL;
}

const char *absence_mark(struct life *life, struct citizen_id citizen, const char *mark)
{
    struct absence *absence = life->absence;

    if (absence->wanted < PERMILLE || !text_is(mark, "attended") || !chance_of(&absence->chance, PICKED_PERCENT))
        return mark;
    struct person *person = person_of(life, citizen);
    if (person == NULL || person->has_absence_case || life->today - person->came_on <= GUIDED_AFTER)
        return mark;
    person->has_absence_case = true;
    absence->wanted -= PERMILLE;
    const struct told_step *story = stories[turns[absence->cases.count % TURNS]];
    *LIST_ADD(life->lasting, &absence->cases) = (struct absence_case){
        .person = person, .breach = life->today, .story = story };
    return "unlawful";
}

/* ---- Steps ---- */

static void open_case(struct life *life, struct absence_case *c)
{
    struct absence_waiting_list waiting = absence_without_case(life->db, c->person->id, c->breach, day_begin(c->breach));
    struct sanction_facts facts;

    if (waiting.count == 0 || sanction_may_open(life->db, c->person->id, c->breach, &facts) != SANCTION_FINE)
        return;
    const struct absence_waiting *first = &waiting.at[0];
    c->id = sanction_open(life->db, c->person->id, &first, 1);
}

static const char *more_words(const struct sanction_file *file, const struct told_step *told)
{
    return told->kind == STEP_ASSESSED && file->facts.is_activity_ready
               ? "Et fradrag vurderes at fremme, at borgeren kommer til de aftalte dage." : NULL;
}

static struct sanction_taken taken_of(struct life *life, const struct absence_case *c, const struct sanction_file *file,
                                      const struct told_step *told)
{
    const struct sanction_step_row *asked = sanction_step_of(file, STEP_ASKED);
    struct sanction_taken taken = { .kind = told->kind, .choice = told->choice, .source = told->source, .words = told->words,
                                    .more_words = more_words(file, told), .happened = life->today, .due = DAY_NONE };

    if (told->kind == STEP_GUIDED) {
        taken.happened = c->person->came_on + GUIDED_AFTER;
        taken.language = file->row.language;
    }
    if (told->kind == STEP_ASKED)
        taken.due = life->today + ANSWER_DAYS;
    if (told->kind == STEP_CAME && asked != NULL)
        taken.refers = asked->id;
    if (told->kind == STEP_HEARD)
        taken.due = sanction_answer_day(life->db, file->row.scheme, life->today);
    if (told->kind == STEP_DECIDED && text_is(told->choice, "sanction"))
        taken.days = sanction_days_of(file).count;
    return taken;
}

static struct letter_order order_of(struct life *life, const struct sanction_file *file, const struct sanction_taken *taken)
{
    if (taken->kind == STEP_HEARD)
        return sanction_hearing(life->db, file, taken->due);
    return sanction_decision(life->db, file, &(struct sanction_ruling){
        .is_sanction = !text_is(taken->choice, "none"), .days = taken->days, .grounds = taken->words });
}

/* By post; in the hand of who has a protected address. False when there is no letter to stand by. */
static bool send_letter(struct life *life, struct sanction_file *file, struct sanction_taken *taken)
{
    bool is_handed = file->facts.is_address_closed;
    struct letter_order order = order_of(life, file, taken);
    struct letter_made made = letter_make(life->db, &order);

    if (made.why != LETTER_FINE)
        return false;
    if (is_handed)
        letter_hand_over(life->db, made.letter);
    else
        letter_send(life->db, made.letter, LETTER_BY_PRINT);
    file->facts.is_by_post = !is_handed;
    taken->source = is_handed ? "handed_over" : "post";
    taken->document = made.document;
    return true;
}

/* What the gate refuses is not done, and the case stays where it is. */
static bool take_step(struct life *life, struct absence_case *c, const struct told_step *told)
{
    bool is_ruling = told->kind == STEP_DECIDED || told->kind == STEP_CARRIED_OUT;
    struct sanction_file file;
    enum sanction_why why;

    life_act_as(life, is_ruling ? life->benefits_officer : life->absence_officer);
    if (!sanction_load(life->db, c->id, &file))
        return false;
    file.facts.is_none_chosen = told->kind == STEP_DECIDED && text_is(told->choice, "none");
    struct sanction_taken taken = taken_of(life, c, &file, told);
    bool has_letter = told->kind == STEP_HEARD || told->kind == STEP_DECIDED;
    if (sanction_may(&file.facts, told->kind) != SANCTION_FINE || (has_letter && !send_letter(life, &file, &taken)))
        return false;
    return sanction_take(life->db, &file, &taken, &why) == SANCTION_TAKEN;
}

static void go_on(struct life *life, struct absence_case *c)
{
    int age = (int)(life->today - c->breach);

    life_act_as(life, life->absence_officer);
    if (c->id.n == 0 && age > 0)
        open_case(life, c);
    while (c->id.n != 0 && c->step < STORY_STEPS && c->story[c->step].age > 0 && c->story[c->step].age <= age) {
        if (!take_step(life, c, &c->story[c->step]))
            return;
        c->step++;
    }
}

void absence_day(struct life *life)
{
    bool is_recent = life->last - life->today < RECENT_DAYS;
    int64_t rate = RATE_LEAST + life->person_count / CITIZENS_A_RATE;

    if (life->today == life->last)
        return;
    life->absence->wanted += is_recent ? rate : rate / EARLIER_PART;
    life->hour = HOUR;
    for (size_t i = 0; i < life->absence->cases.count; i++)
        go_on(life, &life->absence->cases.at[i]);
}
