/* SPDX-License-Identifier: MIT
 * facts.c: reading and filling the form of a citizen's facts. What is stored of it is citizen.c. */
#include "citizen/facts.h"

#include "base/list.h"
#include "citizen/cpr.h"
#include "law/glossary.h"
#include "staff/staff.h"

enum { NAME_MAX = 100, WORDS_MAX = 500, CODE_MAX = 40, ADDRESS_MAX = 200 };

/* --- choices --- */

static struct choices unit_choices(struct request *r, bool only_own)
{
    struct unit_row_list all = unit_all(r->db);
    struct staff_role_row_list own = staff_roles(r->db, (struct staff_id){ r->actor.id });
    LIST_OF(struct choice) choices = { 0 };

    for (size_t i = 0; i < all.count; i++) {
        bool is_own = !only_own;
        for (size_t k = 0; k < own.count; k++)
            is_own = is_own || own.at[k].unit.n == all.at[i].id.n;
        if (is_own)
            *LIST_ADD(r->arena, &choices) =
                (struct choice){ arena_format(r->arena, "%lld", (long long)all.at[i].id.n), all.at[i].name };
    }
    return (struct choices){ choices.at, choices.count };
}

struct facts_choices facts_choices(struct request *r, bool is_new)
{
    return (struct facts_choices){
        .units = unit_choices(r, is_new),
        .genders = choices_of_list(r, "gender"),
        .languages = choices_of_list(r, "language"),
        .tracks = choices_of_list(r, "danish_track"),
        .laws = choices_of_list(r, "law_basis"),
        .benefits = choices_of_list(r, "benefit"),
        .readiness = choices_of_list(r, "readiness"),
        .permits = choices_of_list(r, "permit_kind"),
    };
}

/* --- filling --- */

void facts_fill(struct form *form, const struct citizen_row *row, const struct citizen_address_row *address)
{
    struct text_pieces others = text_split(form->request->arena, row->other_languages, ' ');

    form_set(form, "fornavn", row->first_name);
    form_set(form, "efternavn", row->last_name);
    form_set_day(form, "foedt", row->born_day);
    form_set(form, "koen", row->sex);
    form_set(form, "telefon", row->phone);
    form_set(form, "kontakt", row->contact_note);
    form_set(form, "mail", row->email);
    form_set(form, "by", row->town);
    form_set(form, "sprog", row->language);
    for (size_t i = 0; i < others.count; i++)
        form_add(form, "andre_sprog", others.at[i]);
    form_set(form, "tolk", row->is_interpreter_needed ? "1" : "");
    form_set(form, "tolk_note", row->interpreter_note);
    form_set(form, "dansk", row->danish_level);
    form_set(form, "lov", row->law_basis);
    form_set(form, "ydelse", row->benefit);
    form_set(form, "parathed", row->readiness);
    form_set(form, "ophold", row->permit_kind);
    form_set_day(form, "ophold_fra", row->permit_from_day);
    form_set_day(form, "ophold_til", row->permit_to_day);
    form_set_instant(form, "ankommet", row->arrived_at);
    form_set_instant(form, "modtaget", row->received_at);
    form_set_instant(form, "boligplaceret", row->housed_at);
    form_set_int(form, "enhed", row->unit.n);
    form_set(form, "hjem", row->home_note);
    form_set_int(form, "version", row->version);
    if (address == NULL)
        return;
    form_set(form, "vej", address->street);
    form_set(form, "postnr", address->postal_code);
    form_set(form, "beskyttet", address->is_protected ? "1" : "");
    form_set(form, "uden_adresse", address->has_none ? "1" : "");
}

bool facts_address(struct request *r, struct citizen_id citizen, struct citizen_address_row *address)
{
    *address = (struct citizen_address_row){ .street = "", .postal_code = "" };
    if (r->actor.permissions & PERMISSION_BIT(MAY_ADDRESS_PROTECTED)) {
        citizen_address_protected(r->db, citizen, address);
        return false;
    }
    citizen_address_open(r->db, citizen, address);
    return address->is_protected;
}

/* --- reading --- */

static const char *const cpr_problems[CPR_WHY_COUNT] = {
    [CPR_FORM] = SAY("Skriv ti cifre: ddmmåå-xxxx."),
    [CPR_NO_SUCH_DAY] = SAY("De første seks cifre er ikke en dato."),
    [CPR_MODULUS] = SAY("Kontrolcifret passer ikke. Det behøver det ikke siden 2007. Se efter én gang til, og gem igen."),
};

static const char *taken(struct request *r, const char *digits, struct citizen_id citizen)
{
    struct citizen_id other = citizen_by_cpr(r->db, digits);

    if (other.n == 0 || other.n == citizen.n)
        return NULL;
    return say(r->language, "En borger har allerede det nummer. Søg hende frem, eller spørg den anden enhed.");
}

/* The number, judged; the day of birth it tells fills an empty field. */
static void cpr_read(struct request *r, struct form *form, struct citizen_id citizen, struct citizen_facts *facts)
{
    const char *typed = form_text(form, "cpr", FORM_OPTIONAL, CODE_MAX);
    struct municipality_row municipality;
    bool is_training = municipality_load(r->db, &municipality) && municipality.is_training;

    if (*typed == 0)
        return;
    struct cpr_verdict verdict = cpr_check(r->arena, typed, is_training);
    bool is_seen = verdict.digits != NULL && text_is(form_value(form, "cpr_set"), verdict.digits);
    if (verdict.is_refused || (verdict.is_warning && !is_seen)) {
        form_error(form, "cpr", say(r->language, cpr_problems[verdict.why]));
        form_set(form, "cpr_set", verdict.digits);
        return;
    }
    const char *problem = taken(r, verdict.digits, citizen);
    if (problem != NULL)
        form_error(form, "cpr", problem);
    if (facts->born == DAY_NONE)
        facts->born = verdict.born;
    else if (verdict.born != DAY_NONE && verdict.born != facts->born)
        form_error(form, "foedt", say(r->language, "Passer ikke med CPR-nummeret."));
    facts->cpr = verdict.digits;
    facts->has_replacement_cpr = verdict.why == CPR_REPLACEMENT;
}

/* A code of the list, or "". */
static const char *code_read(struct form *form, const char *name, struct choices choices)
{
    const char **codes = arena_array(form->request->arena, choices.count + 1, sizeof *codes);

    for (size_t i = 0; i < choices.count; i++)
        codes[i] = choices.at[i].code;
    int chosen = form_choice(form, name, FORM_OPTIONAL, codes);
    return chosen < 0 ? "" : codes[chosen];
}

/* "en ar": the codes ticked, those of the list only. */
static const char *codes_read(struct form *form, const char *name, struct choices choices)
{
    struct text codes = text_new(form->request->arena);

    for (size_t i = 0; i < choices.count; i++)
        if (form_has(form, name, choices.at[i].code))
            text_add_format(&codes, "%s%s", codes.length > 0 ? " " : "", choices.at[i].code);
    return text_done(&codes);
}

static void address_read(struct request *r, struct form *form, struct citizen_facts *facts)
{
    facts->street = form_text(form, "vej", FORM_OPTIONAL, ADDRESS_MAX);
    facts->postal_code = form_text(form, "postnr", FORM_OPTIONAL, CODE_MAX);
    facts->is_protected = form_flag(form, "beskyttet");
    facts->has_no_address = form_flag(form, "uden_adresse");
    if (facts->has_no_address && *facts->street != 0)
        form_error(form, "uden_adresse", say(r->language, "Der står en adresse. Fjern den, eller fjern hakket."));
}

/* A moment that has been; deadlines count from it. */
static instant past_read(struct request *r, struct form *form, const char *name)
{
    instant at = form_instant(form, name, FORM_OPTIONAL);

    if (at != INSTANT_NONE && at > r->now)
        form_error(form, name, say(r->language, "Tidspunktet ligger i fremtiden. Skriv det, når det er sket."));
    return at;
}

static struct unit_id unit_read(struct request *r, struct form *form, struct choices units)
{
    int64_t id = 0;

    if (text_to_int(code_read(form, "enhed", units), &id))
        return (struct unit_id){ id };
    form_error(form, "enhed", say(r->language, "Vælg den enhed, der har borgeren."));
    return (struct unit_id){ 0 };
}

struct citizen_facts facts_read(struct request *r, struct form *form, struct citizen_id citizen, instant *housed_at)
{
    struct facts_choices choices = facts_choices(r, citizen.n == 0);
    struct citizen_facts facts = {
        .first_name = form_text(form, "fornavn", FORM_REQUIRED, NAME_MAX),
        .last_name = form_text(form, "efternavn", FORM_REQUIRED, NAME_MAX),
        .sex = code_read(form, "koen", choices.genders),
        .born = form_day(form, "foedt", FORM_OPTIONAL),
        .phone = form_text(form, "telefon", FORM_OPTIONAL, NAME_MAX),
        .contact_note = form_text(form, "kontakt", FORM_OPTIONAL, WORDS_MAX),
        .email = form_text(form, "mail", FORM_OPTIONAL, NAME_MAX),
        .town = form_text(form, "by", FORM_OPTIONAL, NAME_MAX),
        .language = code_read(form, "sprog", choices.languages),
        .other_languages = codes_read(form, "andre_sprog", choices.languages),
        .is_interpreter_needed = form_flag(form, "tolk"),
        .interpreter_note = form_text(form, "tolk_note", FORM_OPTIONAL, WORDS_MAX),
        .danish_level = code_read(form, "dansk", choices.tracks),
        .law_basis = code_read(form, "lov", choices.laws),
        .benefit = code_read(form, "ydelse", choices.benefits),
        .readiness = code_read(form, "parathed", choices.readiness),
        .permit_kind = code_read(form, "ophold", choices.permits),
        .permit_from = form_day(form, "ophold_fra", FORM_OPTIONAL),
        .permit_to = form_day(form, "ophold_til", FORM_OPTIONAL),
        .arrived_at = past_read(r, form, "ankommet"),
        .received_at = past_read(r, form, "modtaget"),
        .unit = unit_read(r, form, choices.units),
        .home_note = form_text(form, "hjem", FORM_OPTIONAL, WORDS_MAX),
    };

    *housed_at = past_read(r, form, "boligplaceret");
    if (facts.born != DAY_NONE && facts.born > r->today)
        form_error(form, "foedt", say(r->language, "Fødselsdagen ligger i fremtiden."));
    if (facts.permit_to != DAY_NONE && facts.permit_to < facts.permit_from)
        form_error(form, "ophold_til", say(r->language, "Den sidste dag ligger før den første."));
    cpr_read(r, form, citizen, &facts);
    address_read(r, form, &facts);
    return facts;
}

/* --- both versions --- */

static const struct {
    const char *name, *label, *list; /* `list`: the value is a code of it. */
} fields[] = {
    { "fornavn", SAY("Fornavn"), NULL },
    { "efternavn", SAY("Efternavn"), NULL },
    { "foedt", SAY("Født"), NULL },
    { "koen", SAY("Køn"), "gender" },
    { "telefon", SAY("Telefon"), NULL },
    { "kontakt", SAY("Bedst at få fat på"), NULL },
    { "mail", SAY("E-mail"), NULL },
    { "by", SAY("By"), NULL },
    { "vej", SAY("Vej og nummer"), NULL },
    { "postnr", SAY("Postnummer"), NULL },
    { "beskyttet", SAY("Adressen er beskyttet"), NULL },
    { "uden_adresse", SAY("Har ingen adresse lige nu"), NULL },
    { "hjem", SAY("Hjemme"), NULL },
    { "sprog", SAY("Sprog"), "language" },
    { "tolk", SAY("Har brug for tolk"), NULL },
    { "tolk_note", SAY("Om tolken"), NULL },
    { "dansk", SAY("Danskuddannelse"), "danish_track" },
    { "ophold", SAY("Opholdsgrundlag"), "permit_kind" },
    { "ophold_fra", SAY("Ophold fra"), NULL },
    { "ophold_til", SAY("Ophold til"), NULL },
    { "ankommet", SAY("Ankommet"), NULL },
    { "modtaget", SAY("Modtaget i kommunen"), NULL },
    { "boligplaceret", SAY("Boligplaceret"), NULL },
    { "lov", SAY("Lovgrundlag"), "law_basis" },
    { "ydelse", SAY("Ydelse"), "benefit" },
    { "parathed", SAY("Parathed"), "readiness" },
};

static const char *in_words(const struct request *r, const struct form *form, size_t i)
{
    const char *value = form_value(form, fields[i].name);

    return fields[i].list == NULL || *value == 0
               ? value : glossary_label_or_code((int)r->language, fields[i].list, value);
}

struct facts_differences facts_differences(struct request *r, const struct form *mine, const struct form *theirs)
{
    LIST_OF(struct facts_difference) list = { 0 };

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!text_is(form_value(mine, fields[i].name), form_value(theirs, fields[i].name)))
            *LIST_ADD(r->arena, &list) =
                (struct facts_difference){ fields[i].label, in_words(r, mine, i), in_words(r, theirs, i) };
    return (struct facts_differences){ list.at, list.count };
}
