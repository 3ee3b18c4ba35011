/* SPDX-License-Identifier: MIT
 * document.c: making, handing over, signing and outdating, with their events. The texts that a document
 * is made of are put together in compose.c. */
#include "document/document.h"

#include "base/text.h"
#include "document/private.h"
#include "engine/journal.h"
#include "library/library.h"

static const char *number_text(struct db *db, int64_t number)
{
    return arena_format(db_arena(db), "%lld", (long long)number);
}

/* Fields of an event of a document; what is NULL is left out. */
struct noted {
    const char *language, *party, *channel;
};

static void note(struct db *db, enum event_kind kind, const struct document_held *document, struct noted fields)
{
    journal_append(db, &(struct event_draft){
        .stream = { STREAM_CITIZEN, document->citizen.n },
        .kind = kind,
        .code = document->code,
        .subject = { SUBJECT_DOCUMENT, document->id.n },
        .at = db_now(db),
        .fields = { { "number", number_text(db, document->number) },
                    { "language", fields.language == NULL ? "" : fields.language },
                    { "party", fields.party == NULL ? "" : fields.party },
                    { "channel", fields.channel == NULL ? "" : fields.channel } },
    });
}

static struct document_held held_of(const struct document_row *row)
{
    return (struct document_held){ .id = row->id, .citizen = row->citizen, .scheme = row->scheme, .code = row->code,
                                    .number = row->number, .language = row->language };
}

const struct scheme_document *document_template(struct db *db, const char *scheme, const char *code)
{
    const struct scheme *found = library_scheme(db, scheme);

    return found == NULL ? NULL : scheme_document(found, code);
}

/* A template that is signed or can become outdated says what holds now: there is one of it at a time. */
static bool is_only_one(const struct scheme_document *template)
{
    return template != NULL && (template->signed_by.count > 0 || template->outdated_by.is_set);
}

struct document_id document_make(struct db *db, const struct document_order *order)
{
    const struct scheme_document *template = document_template(db, order->scheme, order->code);
    struct document_newest_row newest;

    if (template == NULL && order->title == NULL)
        return (struct document_id){ 0 };

    const char *language = text_is_blank(order->language) ? "da" : order->language;
    const char *content = document_content(db_arena(db), document_draft(db, order));
    if (!order->is_anew && document_newest(db, order->citizen, order->scheme, order->code, language, &newest) &&
        text_is(newest.content, content))
        return newest.id;
    if (is_only_one(template))
        document_outdate(db, order->citizen, order->code);

    struct document_id id = document_insert(db, &(struct document_insert_in){
        .citizen = order->citizen,
        .scheme = order->scheme,
        .code = order->code,
        .title = order->title != NULL ? order->title : template->text.da,
        .language = language,
        .variant = order->variant == NULL ? "" : order->variant,
        .content = content,
        .has_address = order->has_address,
        .made_at = db_now(db),
        .made_by = { db_actor(db).id },
    });
    struct document_row made;
    if (document_load(db, id, &made)) {
        struct document_held held = held_of(&made);
        note(db, EVENT_DOCUMENT_MADE, &held, (struct noted){ .language = language });
    }
    return id;
}

bool document_open(struct db *db, struct document_id document, struct document_row *row)
{
    if (!document_load(db, document, row))
        return false;
    if (row->is_closed && (db_actor(db).permissions & PERMISSION_BIT(MAY_ADDRESS_PROTECTED)) != 0) {
        row->content = document_words_protected(db, row->id, row->citizen);
        row->is_closed = false;
    }
    return true;
}

bool document_hand_over(struct db *db, struct document_id document)
{
    struct document_row row;

    if (!document_load(db, document, &row))
        return false;
    if (document_set_handed_over(db, db_now(db), (struct staff_id){ db_actor(db).id }, row.id, row.citizen) > 0) {
        struct document_held held = held_of(&row);
        note(db, EVENT_DOCUMENT_HANDED_OVER, &held, (struct noted){ .language = row.language });
    }
    return true;
}

bool document_note_sent(struct db *db, struct document_id document, const char *channel)
{
    struct document_row row;

    if (!document_load(db, document, &row))
        return false;
    struct document_held held = held_of(&row);
    note(db, EVENT_DOCUMENT_SENT, &held, (struct noted){ .language = row.language, .channel = channel });
    return true;
}

static bool has_signed(const struct document_signature_row_list *signatures, const char *party)
{
    for (size_t i = 0; i < signatures->count; i++)
        if (text_is(signatures->at[i].party, party))
            return true;
    return false;
}

static bool is_party(const struct scheme_document *template, const char *party)
{
    for (size_t i = 0; template != NULL && i < template->signed_by.count; i++)
        if (text_is(template->signed_by.at[i].text, party))
            return true;
    return false;
}

enum sign_why document_sign(struct db *db, struct document_id document, const char *party, const char *name)
{
    struct document_row row;

    if (!document_load(db, document, &row))
        return SIGN_NOT_A_PARTY;

    struct document_signature_row_list signatures = document_signatures(db, row.id, row.citizen);
    enum sign_why why = document_may_sign(text_is(row.state, "outdated"),
                                          is_party(document_template(db, row.scheme, row.code), party),
                                          has_signed(&signatures, party));
    if (why == SIGN_FINE && document_signature_insert(db, row.id, party, name, db_now(db)) > 0) {
        struct document_held held = held_of(&row);
        note(db, EVENT_DOCUMENT_SIGNED, &held, (struct noted){ .party = party });
    }
    return why;
}

static size_t outdate_one(struct db *db, const struct document_held *document, const char *why)
{
    if (document_set_outdated(db, why, document->id, document->citizen) == 0)
        return 0;
    note(db, EVENT_DOCUMENT_OUTDATED, document, (struct noted){ 0 });
    return 1;
}

size_t document_outdate(struct db *db, struct citizen_id citizen, const char *code)
{
    struct document_held_list held = document_still_held(db, citizen, code);
    size_t count = 0;

    for (size_t i = 0; i < held.count; i++)
        count += outdate_one(db, &held.at[i], "replaced");
    return count;
}

static bool is_outdated_by(const struct scheme_document *template, enum event_kind kind)
{
    return template != NULL && template->outdated_by.is_set && template->outdated_by.kind == kind;
}

size_t document_outdate_by(struct db *db, struct citizen_id citizen, enum event_kind kind)
{
    struct document_held_list held = document_holding(db, citizen);
    size_t count = 0;

    for (size_t i = 0; i < held.count; i++)
        if (is_outdated_by(document_template(db, held.at[i].scheme, held.at[i].code), kind))
            count += outdate_one(db, &held.at[i], "plan");
    return count;
}

size_t document_outdate_considerations(struct db *db, struct citizen_id citizen)
{
    struct document_held_list held = document_holding(db, citizen);
    size_t count = 0;

    for (size_t i = 0; i < held.count; i++) {
        const struct scheme_document *template = document_template(db, held.at[i].scheme, held.at[i].code);
        if (template != NULL && template->considerations > 0)
            count += outdate_one(db, &held.at[i], "considerations");
    }
    return count;
}
