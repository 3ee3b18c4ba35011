/* SPDX-License-Identifier: MIT
 * forms.c: what is typed for each step of a case: one row a step, with its address, its button and its reader. */
#include "sanction/pages.h"

#include "base/text.h"
#include "rates/rates.h"

enum { WORDS_MAX = 4000, BENEFIT_MAX = 100000 };

static const char *const evidence_codes[] = { "absent", "lawful", "unclear", NULL };
static const char *const answer_codes[] = { "lawful", "other", "nothing", NULL };
static const char *const answer_ways[] = { "paper", "phone", "meeting", "digital_post", NULL };
static const char *const contact_codes[] = { "phone", "sms", "visit", "mail", NULL };
static const char *const letter_codes[] = { "digital_post", "post", "handed_over", NULL };
static const char *const grounds_codes[] = { "reasonable", "none", NULL };
static const char *const reopening_codes[] = { "complaint", "new_facts", "appeal_board", "mistake", NULL };
const char *const sanction_ruling_codes[] = { "sanction", "none", "sharpened", NULL };
static const char *const spouse_codes[] = { "none", "spouse", "not_spouse", NULL };
static const char *const will_codes[] = { "missing", "there", NULL };
const char *const sanction_drop_codes[] = { "no_guidance", "lawful", "reasonable", "support", "too_late", "mistake", NULL };
static const char *const source_codes[] = { "language_centre", "company", "doctor", "job_consultant", "other_measure", "citizen",
                                            NULL };

static const char *chosen(struct form *form, const char *name, const char *const *codes)
{
    int choice = form_choice(form, name, FORM_REQUIRED, codes);

    return choice < 0 ? "" : codes[choice];
}

/* When it happened: not after today, and not before the absence when `from` is that. */
static day happened(struct form *form, const char *name, day from)
{
    struct request *r = form->request;
    day on = form_day(form, name, FORM_REQUIRED);

    if (on != DAY_NONE && on > r->today)
        form_error(form, name, say(r->language, "Det er ikke sket endnu."));
    if (on != DAY_NONE && from != DAY_NONE && on < from)
        form_error(form, name, say(r->language, "Det er før fraværet."));
    return on;
}

static const char *words(struct form *form, const char *name, enum form_need need)
{
    return form_text(form, name, need, WORDS_MAX);
}

/* ---- Readers ---- */

/* Guidance that was given on paper, or in another system: dated, and before the absence. */
static void read_guided(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    struct request *r = form->request;

    taken->happened = happened(form, "dag", DAY_NONE);
    taken->language = form_text(form, "sprog", FORM_REQUIRED, 10);
    taken->words = words(form, "ord", FORM_REQUIRED);
    if (taken->happened != DAY_NONE && taken->happened >= view->file.facts.breach)
        form_error(form, "dag", say(r->language, "Vejledningen skal være givet før fraværet."));
}

static void read_contact(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    taken->choice = chosen(form, "hvordan", contact_codes);
    taken->happened = happened(form, "dag", view->file.facts.breach);
    taken->words = words(form, "ord", FORM_REQUIRED);
}

static void read_restored(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    taken->happened = happened(form, "dag", view->file.facts.breach);
    taken->words = words(form, "ord", FORM_REQUIRED);
}

static void read_asked(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    struct request *r = form->request;

    taken->source = chosen(form, "hvem", source_codes);
    taken->happened = happened(form, "dag", view->file.facts.breach);
    taken->due = form_day(form, "senest", FORM_REQUIRED);
    taken->words = words(form, "ord", FORM_OPTIONAL);
    if (taken->due != DAY_NONE && taken->due < r->today)
        form_error(form, "senest", say(r->language, "Den dag er gået."));
}

/* The source is that of the step that asked. */
static void read_came(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    int64_t asked = form_int(form, "fra", FORM_REQUIRED, 1, INT64_MAX);
    const struct sanction_step_row_list *steps = &view->file.steps;

    taken->choice = chosen(form, "siger", evidence_codes);
    taken->happened = happened(form, "dag", view->file.facts.breach);
    taken->words = words(form, "ord", FORM_REQUIRED);
    for (size_t i = 0; i < steps->count; i++)
        if (steps->at[i].id.n == asked && text_is(steps->at[i].kind, sanction_step_codes[STEP_ASKED])) {
            taken->refers = steps->at[i].id;
            taken->source = steps->at[i].source;
        }
    if (taken->refers.n == 0)
        form_error(form, "fra", say(form->request->language, "Vælg, hvem der har svaret."));
}

/* The deadline may be longer than the scheme's, never shorter. */
static void read_heard(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    struct request *r = form->request;
    day shortest = sanction_answer_day(r->db, view->file.row.scheme, r->today);

    taken->source = chosen(form, "hvordan", letter_codes);
    taken->happened = r->today;
    taken->due = form_day(form, "frist", FORM_REQUIRED);
    if (taken->due != DAY_NONE && taken->due < shortest)
        form_error(form, "frist", say_with(r->arena, r->language, "Fristen kan tidligst være {1}.",
                                           say_day_year(r->arena, r->language, shortest), NULL));
    view->file.facts.is_by_post = text_is(taken->source, "post");
}

static void read_answered(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    taken->choice = chosen(form, "svar", answer_codes);
    taken->source = chosen(form, "hvordan", answer_ways);
    taken->happened = happened(form, "dag", view->file.facts.heard);
    taken->words = words(form, "ord", text_is(taken->choice, "nothing") ? FORM_OPTIONAL : FORM_REQUIRED);
}

static void read_nothing(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    (void)view, (void)form, (void)taken;
}

static void read_assessed(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    bool asks_promotion = view->file.facts.is_activity_ready;

    taken->choice = chosen(form, "grunde", grounds_codes);
    taken->words = words(form, "ord", FORM_REQUIRED);
    taken->more_words =
        words(form, "fremmer", asks_promotion && text_is(taken->choice, "none") ? FORM_REQUIRED : FORM_OPTIONAL);
}

/* Guided in writing about the sharpened sanction: dated, and before the absence. */
static void read_warned(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    taken->choice = chosen(form, "aegtefaelle", spouse_codes);
    read_guided(view, form, taken);
}

static void read_will(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    (void)view;
    taken->choice = chosen(form, "vilje", will_codes);
    taken->words = words(form, "ord", FORM_REQUIRED);
}

static void read_words(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    (void)view;
    taken->words = words(form, "ord", FORM_REQUIRED);
}

struct sanction_rate sanction_rate_typed(const struct sanction_view *view, struct form *form)
{
    struct request *r = form->request;
    int64_t benefit = form_int(form, "ydelse", FORM_OPTIONAL, 1, BENEFIT_MAX);

    if (benefit <= 0 || form_error_of(form, "ydelse") != NULL)
        return (struct sanction_rate){ 0 };
    struct sanction_rate rate = sanction_rate_on(r->db, view->file.facts.breach, benefit);
    if (rate.missing != NULL)
        form_error(form, "ydelse", say(r->language, "Satsen kan ikke regnes: tallene er ikke bekræftet for den dag. Lad feltet stå tomt."));
    return rate;
}

/* Months instead of days, and no amount: what a sharpened sanction costs has not been verified. */
static void read_months(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    struct request *r = form->request;
    const struct law_version *most = law_value_on(rates_law(r->db), "sharpened_months_max", view->file.facts.today);
    int64_t months = form_int(form, "maaneder", FORM_REQUIRED, 1, most->value / 1000);

    if (!text_is_blank(form_value(form, "ydelse")))
        form_error(form, "ydelse", say(r->language, "Beløbet for en skærpet sanktion regnes ikke: reglen er ikke bekræftet. Lad feltet stå tomt."));
    taken->more_words = arena_format(r->arena, "%lld", (long long)months);
}

/* Days, and the rate that the letter has, when the benefit was typed: so that another decision can be held against it. */
static void read_days(const struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    struct request *r = form->request;
    struct sanction_days counted = sanction_days_of(&view->file);

    taken->days = form_int(form, "antal", FORM_REQUIRED, 1, 366);
    if (form_error_of(form, "antal") == NULL && taken->days > counted.count + counted.part_days)
        form_error(form, "antal", say_with(r->arena, r->language, "Der er kun talt {1}.",
                                           arena_format(r->arena, "%lld", (long long)(counted.count + counted.part_days)), NULL));
    struct sanction_rate rate = sanction_rate_typed(view, form);
    if (rate.rate > 0)
        taken->more_words = arena_format(r->arena, "%lld", (long long)rate.rate);
}

static void read_decided(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    taken->choice = chosen(form, "afgoerelse", sanction_ruling_codes);
    taken->source = chosen(form, "hvordan", letter_codes);
    taken->words = words(form, "ord", FORM_REQUIRED);
    view->file.facts.is_by_post = text_is(taken->source, "post");
    view->file.facts.is_none_chosen = text_is(taken->choice, "none");
    view->file.facts.is_sharpened_chosen = text_is(taken->choice, sanction_sharpened);
    if (view->file.facts.is_sharpened_chosen)
        read_months(view, form, taken);
    if (text_is(taken->choice, "sanction"))
        read_days(view, form, taken);
    struct sanction_terms terms = sanction_terms_of(taken->choice, taken->days, taken->more_words);
    view->file.facts.change = sanction_change_to(&view->file, &terms);
}

/* Money that is paid back is another thing than money that is taken. */
static void read_carried_out(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    const struct sanction_facts *facts = &view->file.facts;

    (void)form;
    taken->choice = !facts->is_sanctioned ? sanction_refunded : facts->is_deducted ? sanction_adjusted : NULL;
}

/* Dated: not before the decision it is about. */
static void read_reopened(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    const struct sanction_step_row *ruled = sanction_step_of(&view->file, STEP_DECIDED);

    taken->choice = chosen(form, "hvorfor", reopening_codes);
    taken->happened = happened(form, "dag", DAY_NONE);
    taken->words = words(form, "ord", FORM_REQUIRED);
    if (ruled != NULL && taken->happened != DAY_NONE && taken->happened < ruled->happened_day)
        form_error(form, "dag", say(form->request->language, "Det er før afgørelsen."));
}

static void read_dropped(struct sanction_view *view, struct form *form, struct sanction_taken *taken)
{
    (void)view;
    taken->choice = chosen(form, "grund", sanction_drop_codes);
    taken->words = words(form, "ord", FORM_REQUIRED);
}

const struct sanction_form sanction_forms[SANCTION_STEP_COUNT] = {
    [STEP_GUIDED] = { "vejledt", SAY("Gem vejledningen"), MAY_SANCTION_WRITE, read_guided, NULL },
    [STEP_CONTACT] = { "kontakt", SAY("Gem forsøget"), MAY_SANCTION_WRITE, read_contact, SAY("Endnu et forsøg") },
    [STEP_RESTORED] = { "genoprettet", SAY("Gem genoprettelsen"), MAY_SANCTION_WRITE, read_restored,
                        SAY("Kontakten er genoprettet") },
    [STEP_ASKED] = { "spurgt", SAY("Gem, hvem der er spurgt"), MAY_SANCTION_WRITE, read_asked, SAY("Spørg en til") },
    [STEP_CAME] = { "svar-kommet", SAY("Gem svaret"), MAY_SANCTION_WRITE, read_came, SAY("Et svar er kommet") },
    [STEP_HEARD] = { "partshoering", SAY("Send partshøringen"), MAY_SANCTION_WRITE, read_heard, NULL },
    [STEP_ANSWERED] = { "svar", SAY("Gem borgerens svar"), MAY_SANCTION_WRITE, read_answered, NULL },
    [STEP_EXPIRED] = { "intet-svar", SAY("Fristen er gået uden svar"), MAY_SANCTION_WRITE, read_nothing, NULL },
    [STEP_ASSESSED] = { "vurdering", SAY("Gem vurderingen"), MAY_SANCTION_WRITE, read_assessed, NULL },
    [STEP_WARNED] = { "vejledt-skaerpet", SAY("Gem vejledningen om skærpet sanktion"), MAY_SANCTION_WRITE, read_warned,
                      SAY("Vejledt om skærpet sanktion") },
    [STEP_WILL] = { "vilje", SAY("Gem vurderingen af viljen"), MAY_SANCTION_WRITE, read_will, SAY("Viljen til at stå til rådighed") },
    [STEP_RECOMMENDED] = { "indstilling", SAY("Send til ydelsesenheden"), MAY_SANCTION_WRITE, read_words, NULL },
    [STEP_RETURNED] = { "tilbage", SAY("Send tilbage"), MAY_SANCTION_DECIDE, read_words, SAY("Send tilbage") },
    [STEP_DECIDED] = { "afgoerelse", SAY("Afgør sagen"), MAY_SANCTION_DECIDE, read_decided, NULL },
    [STEP_CARRIED_OUT] = { "gennemfoert", SAY("Gennemført"), MAY_SANCTION_DECIDE, read_carried_out, NULL },
    [STEP_REOPENED] = { "genoptag", SAY("Genoptag sagen"), MAY_SANCTION_DECIDE, read_reopened, SAY("Genoptag sagen") },
    [STEP_DROPPED] = { "stop", SAY("Stop sagen"), MAY_SANCTION_WRITE, read_dropped, SAY("Stop sagen") },
};
