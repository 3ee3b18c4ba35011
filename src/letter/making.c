/* SPDX-License-Identifier: MIT
 * making.c: a letter in progress: which texts, the case's facts in them, and the paper they become. It reads and
 * writes nothing; keeping what was printed is in letter.c. */
#include <string.h>

#include "base/list.h"
#include "citizen/citizen.h"
#include "letter/private.h"
#include "web/say.h"

static const char danish[] = "da";

static bool refuse(struct letter_making *m, enum letter_why why, const char *about)
{
    if (m->made.why == LETTER_FINE) {
        m->made.why = why;
        m->made.about = about;
    }
    return false;
}

/* The citizen's own language counts only with a text somebody has approved; a language that was asked for is an order. */
static void choose_language(struct letter_making *m)
{
    bool is_own = text_is(m->order->language, "own");
    const char *wanted = is_own ? m->facts.language : m->order->language;

    m->language = danish;
    if (text_is_blank(wanted) || text_is(wanted, danish))
        return;
    if (m->tried != NULL && text_is(m->tried->language, wanted)) {
        m->translation = *m->tried;
        m->has_translation = true;
        m->language = wanted;
        return;
    }
    m->has_translation = letter_text_then(m->db, m->order->code, wanted, db_today(m->db), m->then, &m->translation) &&
                         (!is_own || m->translation.is_approved);
    if (m->has_translation)
        m->language = m->translation.language;
    else if (!is_own)
        refuse(m, LETTER_NO_TEXT, wanted);
}

/* What is known and which texts; false when there is nothing to print. */
static bool gather(struct letter_making *m, const struct letter_facts_row *facts)
{
    m->template = letter_template(m->order->code);
    if (m->template == NULL)
        return refuse(m, LETTER_NO_TEMPLATE, m->order->code);
    if (facts != NULL)
        m->facts = *facts;
    else if (!letter_facts(m->db, db_today(m->db), m->order->citizen, &m->facts))
        return refuse(m, LETTER_NO_TEMPLATE, "");
    letter_head_load(m->db, &m->head);
    municipality_load(m->db, &m->municipality);
    if (!staff_load(m->db, (struct staff_id){ db_actor(m->db).id }, &m->sender))
        m->sender = (struct staff_row){ .name = m->municipality.name, .title = "", .phone = "" };
    if (m->tried != NULL && text_is(m->tried->language, danish))
        m->danish = *m->tried;
    else if (!letter_text_then(m->db, m->order->code, danish, db_today(m->db), m->then, &m->danish))
        return refuse(m, LETTER_NO_TEXT, danish);
    choose_language(m);
    if (!m->danish.is_approved)
        refuse(m, LETTER_NOT_APPROVED, danish);
    if (m->has_translation && !m->translation.is_approved)
        refuse(m, LETTER_NOT_APPROVED, m->translation.language);
    return true;
}

static const char *names_of(struct arena *arena, const struct merging *merging)
{
    struct text names = text_new(arena);

    for (size_t i = 0; i < merging->missing.count; i++)
        text_add_format(&names, "%s%s", i > 0 ? ", " : "", merging->missing.at[i]);
    return text_done(&names);
}

static const char *merged(struct letter_making *m, const struct letter_text *text)
{
    struct merging merging = {
        .db = m->db, .arena = m->arena, .template = m->template, .language = text->language, .facts = &m->facts,
        .head = &m->head, .municipality = m->municipality.name, .sender = &m->sender, .today = db_today(m->db),
        .values = m->order->values, .days = m->order->days,
    };
    const char *words = letter_merge(&merging, text->words);

    if (merging.missing.count > 0) {
        m->missing = names_of(m->arena, &merging);
        refuse(m, LETTER_MISSING, m->missing);
    }
    return words;
}

/* --- the paper --- */

static const char *sender_lines(struct letter_making *m)
{
    const char *const lines[] = { m->municipality.name, m->head.street, m->head.postal_code, m->head.phone, m->head.email,
                                  m->head.web, m->head.hours };
    struct text words = text_new(m->arena);

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (!text_is_blank(lines[i]))
            text_add_format(&words, "%s%s", words.length > 0 ? "\n" : "", lines[i]);
    return text_done(&words);
}

static const char *recipient_lines(struct letter_making *m)
{
    const char *name = citizen_name(m->arena, m->facts.first_name, m->facts.last_name);

    if (text_is_blank(m->facts.street))
        return name; /* None, or a protected one. */
    return arena_format(m->arena, "%s\n%s\n%s %s", name, m->facts.street, m->facts.postal_code, m->facts.town);
}

static const char *fact_lines(struct letter_making *m)
{
    struct date date = date_of(db_today(m->db));

    return arena_format(m->arena, "%d. %s %d\n%s\n%s", date.day, say_month_long(LANGUAGE_DA, date.month), date.year,
                        m->facts.unit_name, m->sender.name);
}

/* What stands over an unfinished letter; NULL on one that may go. */
static const char *mark_of(const struct letter_making *m)
{
    if (m->has_translation && m->translation.is_machine && !m->translation.is_approved)
        return "UDKAST · maskinoversat, ikke godkendt";
    return m->made.why == LETTER_FINE ? NULL : "UDKAST";
}

static const char *translation_note(struct letter_making *m)
{
    const struct paper_tongue *tongue = paper_tongue(m->translation.language);

    return m->translation.is_approved ? tongue->translation
                                      : arena_format(m->arena, "%s\n%s", tongue->machine, tongue->translation);
}

static bool has_window(const struct letter_making *m)
{
    return m->template->kind == LETTER_LETTER || m->template->kind == LETTER_DECISION;
}

bool letter_words_have_address(const struct letter_making *m)
{
    bool has_address = false;

    for (size_t i = 0; i < PAPER_PARTS_MAX && !text_is_blank(m->facts.street); i++)
        has_address = has_address || (m->parts[i] != NULL && strstr(m->parts[i], m->facts.street) != NULL);
    return has_address;
}

bool letter_paper_has_address(const struct letter_making *m)
{
    return (has_window(m) && !text_is_blank(m->facts.street)) || letter_words_have_address(m);
}

struct paper letter_paper(struct letter_making *m)
{
    struct paper paper = {
        .name = m->danish.title,
        .on = db_today(m->db),
        .sender = sender_lines(m),
        .recipient = has_window(m) ? recipient_lines(m) : NULL,
        .facts = fact_lines(m),
        .mark = mark_of(m),
        .parts = { { danish, m->danish.title, m->parts[0], NULL } },
        .part_count = 1,
    };

    if (m->has_translation)
        paper.parts[paper.part_count++] = (struct paper_part){ m->translation.language, m->translation.title, m->parts[1],
                                                               translation_note(m) };
    return paper;
}

void letter_note_print(struct letter_making *m, const struct print *print)
{
    static const enum letter_why whys[PAPER_WHY_COUNT] = {
        [PAPER_FINE] = LETTER_FINE, [PAPER_NO_GLYPH] = LETTER_NO_GLYPH, [PAPER_TOO_LONG] = LETTER_TOO_LONG,
        [PAPER_FAILED] = LETTER_NOT_PRINTED,
    };

    if (print->why != PAPER_FINE)
        refuse(m, whys[print->why], print->about);
}

struct letter_making letter_making_of(struct db *db, const struct letter_order *order)
{
    return (struct letter_making){ .db = db, .arena = db_arena(db), .order = order, .then = INSTANT_NEVER, .missing = "", .made = { .about = "" } };
}

bool letter_prepare(struct letter_making *m, const struct letter_facts_row *facts)
{
    if (!gather(m, facts))
        return false;
    m->parts[0] = merged(m, &m->danish);
    if (m->has_translation)
        m->parts[1] = merged(m, &m->translation);
    return true;
}
