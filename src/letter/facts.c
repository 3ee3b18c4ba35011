/* SPDX-License-Identifier: MIT
 * facts.c: the fields that every letter may have, each one row with its value. A new field is a new row, and what
 * it needs is in letter_facts of letter.sql. None of them is a CPR number, on purpose. */
#include "base/list.h"
#include "citizen/citizen.h"
#include "group_sql.h"
#include "law/glossary.h"
#include "letter/private.h"
#include "staff/staff.h"
#include "web/say.h"

/* Dates in words where the program has them, else in figures, which everybody reads. */
static const char *day_words(struct merging *m, day on)
{
    struct date date;

    if (on == DAY_NONE)
        return "";
    date = date_of(on);
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (text_is(m->language, language_codes[i]))
            return arena_format(m->arena, "%d. %s %d", date.day, say_month_long((enum language)i, date.month), date.year);
    return arena_format(m->arena, "%02d.%02d.%d", date.day, date.month, date.year);
}

const char *letter_day_long(struct merging *m, day on)
{
    for (int i = 0; i < LANGUAGE_COUNT && on != DAY_NONE; i++)
        if (text_is(m->language, language_codes[i]))
            return say_day_long(m->arena, (enum language)i, on);
    return day_words(m, on);
}

static const char *between_words(struct merging *m, day from, day to)
{
    return to == DAY_NONE ? day_words(m, from) : arena_format(m->arena, "%s – %s", day_words(m, from), day_words(m, to));
}

static const char *lines(struct merging *m, const char *first, const char *second)
{
    if (text_is_blank(first) || text_is_blank(second))
        return text_is_blank(first) ? second : first;
    return arena_format(m->arena, "%s\n%s", first, second);
}

/* --- the citizen --- */

static const char *citizen_whole_name(struct merging *m)
{
    return citizen_name(m->arena, m->facts->first_name, m->facts->last_name);
}
static const char *citizen_first_name(struct merging *m) { return m->facts->first_name; }
static const char *citizen_town(struct merging *m) { return m->facts->town; }
static const char *citizen_phone(struct merging *m) { return m->facts->phone; }
static const char *citizen_email(struct merging *m) { return m->facts->email; }
static const char *citizen_born(struct merging *m) { return day_words(m, m->facts->born_day); }
static const char *citizen_address(struct merging *m)
{
    if (text_is_blank(m->facts->street))
        return "";
    return arena_format(m->arena, "%s\n%s %s", m->facts->street, m->facts->postal_code, m->facts->town);
}
static const char *citizen_language(struct merging *m)
{
    return text_is_blank(m->facts->language) ? "" : glossary_label(LANGUAGE_DA, "language", m->facts->language);
}

/* --- who writes --- */

static const char *today(struct merging *m) { return day_words(m, m->today); }
static const char *municipality_name(struct merging *m) { return m->municipality; }
static const char *municipality_address(struct merging *m) { return lines(m, m->head->street, m->head->postal_code); }
static const char *municipality_phone(struct merging *m) { return m->head->phone; }
static const char *municipality_email(struct merging *m) { return m->head->email; }
static const char *municipality_web(struct merging *m) { return m->head->web; }
static const char *municipality_hours(struct merging *m) { return m->head->hours; }
static const char *municipality_complaints(struct merging *m) { return m->head->complaints; }
static const char *unit_name(struct merging *m) { return m->facts->unit_name; }
static const char *unit_phone(struct merging *m)
{
    return text_is_blank(m->facts->unit_phone) ? m->head->phone : m->facts->unit_phone;
}
static const char *sender_name(struct merging *m) { return m->sender->name; }
static const char *sender_title(struct merging *m) { return m->sender->title; }
static const char *sender_phone(struct merging *m)
{
    return text_is_blank(m->sender->phone) ? unit_phone(m) : m->sender->phone;
}

/* The one who holds the whole, or whoever writes. */
static struct staff_row coordinator(struct merging *m)
{
    struct staff_row row;

    return m->facts->coordinator.n != 0 && staff_load(m->db, m->facts->coordinator, &row) ? row : *m->sender;
}
static const char *coordinator_name(struct merging *m) { return coordinator(m).name; }
static const char *coordinator_phone(struct merging *m)
{
    struct staff_row row = coordinator(m);

    return text_is_blank(row.phone) ? unit_phone(m) : row.phone;
}

/* --- the plan, the group, the placement --- */

static const char *plan_goals(struct merging *m)
{
    struct letter_goal_row_list goals = letter_goals(m->db, m->facts->citizen);
    struct text words = text_new(m->arena);

    for (size_t i = 0; i < goals.count; i++)
        text_add_format(&words, "%s- %s%s", i > 0 ? "\n" : "", goals.at[i].parent.n != 0 ? "– " : "", goals.at[i].words);
    return text_done(&words);
}
static const char *plan_own_words(struct merging *m)
{
    const char *words = letter_own_words(m->db, m->facts->citizen);

    return words == NULL ? "" : words;
}
static const char *competences(struct merging *m)
{
    struct letter_competence_row_list rows = letter_competences(m->db, m->facts->citizen);
    struct text words = text_new(m->arena);

    for (size_t i = 0; i < rows.count; i++) {
        text_add_format(&words, "%s- %s: %s", i > 0 ? "\n" : "", glossary_label(LANGUAGE_DA, "competence", rows.at[i].kind),
                        rows.at[i].words);
        if (!text_is_blank(rows.at[i].years))
            text_add_format(&words, " (%s)", rows.at[i].years);
    }
    return text_done(&words);
}

/* Rows that several fields of one text read; each is asked for once. */
struct known {
    bool has_asked_group, has_group, has_asked_placement, has_placement;
    struct letter_group_row group;
    struct letter_placement_row placement;
};

static struct known *known_of(struct merging *m)
{
    if (m->known == NULL)
        m->known = arena_alloc(m->arena, sizeof *m->known);
    return m->known;
}

/* NULL when she is and was on none. */
static const struct letter_group_row *group_of(struct merging *m)
{
    struct known *known = known_of(m);

    if (!known->has_asked_group && m->facts->course_group.n != 0)
        known->has_group = letter_group_facts(m->db, m->facts->citizen, m->facts->course_group, &known->group);
    known->has_asked_group = true;
    return known->has_group ? &known->group : NULL;
}
static const char *group_name(struct merging *m) { return group_of(m) == NULL ? "" : group_of(m)->group_name; }
static const char *group_place(struct merging *m) { return group_of(m) == NULL ? "" : group_of(m)->place; }
static const char *group_period(struct merging *m)
{
    return group_of(m) == NULL ? "" : between_words(m, group_of(m)->from_day, group_of(m)->to_day);
}
/* "16,5 af 20 dage" where the program has the words, else in figures, which everybody reads: "16,5 / 20". Counted as the
 * demand of a certificate counts them (group.sql). */
static const char *days_of_words(struct merging *m, int64_t present_hundredths, int64_t all)
{
    const char *of = arena_format(m->arena, "%lld", (long long)all);

    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (text_is(m->language, language_codes[i]))
            return say_with(m->arena, (enum language)i, "{1} af {2} dage",
                            say_number(m->arena, (enum language)i, present_hundredths), of, NULL);
    return arena_format(m->arena, "%s / %s", say_number(m->arena, LANGUAGE_DA, present_hundredths), of);
}

static const char *group_came(struct merging *m)
{
    if (group_of(m) == NULL)
        return "";

    struct group_participation_row_list came = group_participation(m->db, m->facts->course_group, group_of(m)->id);
    return came.count == 0 ? "" : days_of_words(m, came.at[0].present_hundredths, came.at[0].day_count);
}
/* "- mandag 8.00–11.42: Virksomhedsdansk", a line a slot. */
static const char *group_week(struct merging *m)
{
    static const char *const weekdays[WEEKDAY_COUNT] = { "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag" };
    struct letter_slot_row_list slots = letter_group_slots(m->db, m->facts->course_group);
    struct text words = text_new(m->arena);

    for (size_t i = 0; i < slots.count; i++) {
        const struct letter_slot_row *slot = &slots.at[i];
        int from = (int)slot->from_minute, to = (int)slot->to_minute;
        text_add_format(&words, "%s- %s %d.%02d–%d.%02d: %s", i > 0 ? "\n" : "", weekdays[slot->weekday % WEEKDAY_COUNT],
                        from / 60, from % 60, to / 60, to % 60, slot->title);
    }
    return text_done(&words);
}

static const struct letter_placement_row *placement_of(struct merging *m)
{
    struct known *known = known_of(m);

    if (!known->has_asked_placement && m->facts->placement.n != 0)
        known->has_placement = letter_placement_facts(m->db, m->facts->placement, m->facts->citizen, &known->placement);
    known->has_asked_placement = true;
    return known->has_placement ? &known->placement : NULL;
}
static const char *placement_company(struct merging *m) { return placement_of(m) == NULL ? "" : placement_of(m)->company_name; }
static const char *placement_contact(struct merging *m) { return placement_of(m) == NULL ? "" : placement_of(m)->contact_name; }
static const char *placement_period(struct merging *m)
{
    return placement_of(m) == NULL ? "" : between_words(m, placement_of(m)->from_day, placement_of(m)->to_day);
}
static const char *placement_functions(struct merging *m) { return placement_of(m) == NULL ? "" : placement_of(m)->functions; }
static const char *placement_considerations(struct merging *m)
{
    return placement_of(m) == NULL ? "" : placement_of(m)->consideration;
}
static const char *placement_times(struct merging *m) { return placement_of(m) == NULL ? "" : placement_of(m)->timetable; }
static const char *placement_mentor(struct merging *m) { return placement_of(m) == NULL ? "" : placement_of(m)->mentor; }

const struct letter_field letter_fields[] = {
    { "borger.navn", SAY("borgerens navn"), citizen_whole_name },
    { "borger.fornavn", SAY("borgerens fornavn"), citizen_first_name },
    { "borger.adresse", SAY("borgerens adresse; tom, når den er beskyttet"), citizen_address },
    { "borger.by", SAY("borgerens by"), citizen_town },
    { "borger.telefon", SAY("borgerens telefon"), citizen_phone },
    { "borger.mail", SAY("borgerens e-mail"), citizen_email },
    { "borger.foedt", SAY("borgerens fødselsdag"), citizen_born },
    { "borger.sprog", SAY("borgerens sprog"), citizen_language },
    { "dato", SAY("dagen, brevet bliver lavet"), today },
    { "kommune.navn", SAY("kommunens navn"), municipality_name },
    { "kommune.adresse", SAY("kommunens adresse"), municipality_address },
    { "kommune.telefon", SAY("kommunens telefon"), municipality_phone },
    { "kommune.mail", SAY("kommunens e-mail"), municipality_email },
    { "kommune.hjemmeside", SAY("kommunens hjemmeside"), municipality_web },
    { "kommune.aabningstid", SAY("kommunens åbningstid"), municipality_hours },
    { "kommune.klage", SAY("hvor man klager til kommunen"), municipality_complaints },
    { "enhed.navn", SAY("borgerens enhed"), unit_name },
    { "enhed.telefon", SAY("enhedens telefon, ellers kommunens"), unit_phone },
    { "afsender.navn", SAY("den, der laver brevet"), sender_name },
    { "afsender.titel", SAY("afsenderens titel"), sender_title },
    { "afsender.telefon", SAY("afsenderens telefon, ellers enhedens"), sender_phone },
    { "sagsbehandler.navn", SAY("den koordinerende sagsbehandler, ellers afsenderen"), coordinator_name },
    { "sagsbehandler.telefon", SAY("sagsbehandlerens telefon, ellers enhedens"), coordinator_phone },
    { "plan.maal", SAY("mål og delmål"), plan_goals },
    { "plan.egne_ord", SAY("borgerens egne ord"), plan_own_words },
    { "kompetencer", SAY("kompetencer, uddannelse og erfaring"), competences },
    { "hold.navn", SAY("holdet, borgeren er eller sidst var på"), group_name },
    { "hold.sted", SAY("hvor holdet er"), group_place },
    { "hold.periode", SAY("borgerens tid på holdet"), group_period },
    { "hold.uge", SAY("holdets uge"), group_week },
    { "hold.fremmoede", SAY("på hvor mange dage borgeren kom"), group_came },
    { "praktik.virksomhed", SAY("hvor den nyeste praktik eller ansættelse er"), placement_company },
    { "praktik.kontakt", SAY("kontakten i virksomheden"), placement_contact },
    { "praktik.periode", SAY("fra og til"), placement_period },
    { "praktik.funktioner", SAY("jobfunktioner"), placement_functions },
    { "praktik.hensyn", SAY("skånehensyn, uden diagnoser"), placement_considerations },
    { "praktik.tider", SAY("mødetider"), placement_times },
    { "praktik.mentor", SAY("mentor på arbejdspladsen"), placement_mentor },
};
const size_t letter_field_count = sizeof letter_fields / sizeof *letter_fields;
