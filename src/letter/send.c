/* SPDX-License-Identifier: MIT
 * send.c: what a channel needs of a citizen, and putting a letter into the outbox. What happens then is in outbox.c. */
#include "letter/letter.h"

#include "base/text.h"
#include "letter/private.h"
#include "web/say.h"

enum { FIRST_DELAY = 300, DELAY_MAX = 86400 };

const char *const letter_channel_codes[LETTER_CHANNEL_COUNT + 1] = {
    [LETTER_BY_PRINT] = "print", [LETTER_BY_EMAIL] = "email", [LETTER_BY_SMS] = "sms",
    [LETTER_BY_DIGITAL_POST] = "digital_post",
};

enum send_why letter_may_send(enum letter_channel channel, const struct send_facts *facts)
{
    switch (channel) {
    case LETTER_BY_PRINT:
        if (facts->is_protected)
            return SEND_PROTECTED;
        return facts->has_address ? SEND_FINE : SEND_NO_ADDRESS;
    case LETTER_BY_EMAIL: return facts->has_email ? SEND_FINE : SEND_NO_EMAIL;
    case LETTER_BY_SMS: return facts->has_phone ? SEND_FINE : SEND_NO_PHONE;
    case LETTER_BY_DIGITAL_POST: return facts->has_cpr ? SEND_FINE : SEND_NO_CPR;
    case LETTER_CHANNEL_COUNT: break;
    }
    return SEND_NO_ADDRESS;
}

const char *send_why_say(enum language language, enum send_why why)
{
    static const char *const words[SEND_WHY_COUNT] = {
        [SEND_NO_ADDRESS] = SAY("Der er ingen adresse at sende til."),
        [SEND_PROTECTED] = SAY("Adressen er beskyttet. Udlever brevet, send det som Digital Post, eller skriv kuverten i hånden."),
        [SEND_NO_EMAIL] = SAY("Der er ingen e-mail."),
        [SEND_NO_PHONE] = SAY("Der er intet telefonnummer."),
        [SEND_NO_CPR] = SAY("Der er intet CPR-nummer, og Digital Post går efter det."),
    };

    return why == SEND_FINE ? "" : say(language, words[why]);
}

struct send_facts letter_send_facts(const struct letter_facts_row *facts)
{
    return (struct send_facts){
        .has_address = !text_is_blank(facts->street) && !text_is_blank(facts->postal_code),
        .is_protected = facts->is_protected,
        .has_email = !text_is_blank(facts->email),
        .has_phone = !text_is_blank(facts->phone),
        .has_cpr = facts->has_cpr,
    };
}

static const char *address_of(const struct letter_facts_row *facts, enum letter_channel channel)
{
    if (channel == LETTER_BY_EMAIL)
        return facts->email;
    return channel == LETTER_BY_SMS ? facts->phone : "";
}

enum send_why letter_send(struct db *db, struct letter_id letter, enum letter_channel channel)
{
    struct letter_facts_row facts;
    struct letter_row row;

    if (!letter_load(db, letter, &row) || !letter_facts(db, db_today(db), row.citizen, &facts))
        return SEND_NO_ADDRESS;
    struct send_facts known = letter_send_facts(&facts);
    enum send_why why = letter_may_send(channel, &known);
    if (why != SEND_FINE)
        return why;
    int64_t is_new = outbox_insert(db, &(struct outbox_insert_in){
        .letter = letter,
        .citizen = row.citizen,
        .channel = letter_channel_codes[channel],
        .address = address_of(&facts, channel),
        .next_at = db_now(db),
        .asked_by = { db_actor(db).id },
        .asked_at = db_now(db),
    });
    if (is_new > 0)
        document_note_sent(db, row.document, letter_channel_codes[channel]);
    return SEND_FINE;
}

void letter_recall(struct db *db, struct citizen_id citizen, struct document_id document, const char *problem)
{
    outbox_recall(db, problem, document, citizen);
}

int64_t outbox_delay(int64_t tries)
{
    int64_t delay = FIRST_DELAY;

    if (tries >= OUTBOX_TRIES_MAX)
        return DELAY_NONE;
    for (int64_t i = 1; i < tries; i++)
        delay *= 2;
    return delay < DELAY_MAX ? delay : DELAY_MAX;
}
