/* SPDX-License-Identifier: MIT
 * tell.c: all that is held about a citizen, told and erased, by asking each feature; and the telling as
 * JSON for those who take their data elsewhere. */
#include "access/access.h"
#include "base/text.h"
#include "engine/journal.h"

static void tell_journal(struct db *db, struct telling *telling, struct citizen_id citizen)
{
    struct access_event_list events = access_journal(db, citizen);

    tell_table(telling, SAY("Hændelser"));
    for (size_t i = 0; i < events.count; i++) {
        const struct access_event *event = &events.at[i];
        tell_row(telling);
        if (event->is_day)
            tell_day(telling, SAY("Dag"), day_of_instant(event->happened_at));
        else
            tell_instant(telling, SAY("Dag"), event->happened_at);
        tell_text(telling, SAY("Hvad"), say(telling->language, access_event_words(event->kind)));
        tell_text(telling, SAY("Af"), event->name);
    }
}

static void tell_seen(struct db *db, struct telling *telling, struct citizen_id citizen)
{
    struct seen seen = access_seen_by(db, telling->language, citizen, 0);

    tell_table(telling, SAY("Hvem har set sagen"));
    for (size_t i = 0; i < seen.count; i++) {
        tell_row(telling);
        tell_text(telling, SAY("Navn"), seen.at[i].name);
        tell_text(telling, SAY("Enhed"), seen.at[i].unit_name);
        tell_text(telling, SAY("Gange"), arena_format(telling->arena, "%lld", (long long)seen.at[i].times));
        tell_instant(telling, SAY("Senest"), seen.at[i].newest_at);
        tell_text(telling, SAY("Hvad"), seen.at[i].what);
        tell_text(telling, SAY("Grund"), seen.at[i].reason);
    }
}

static void tell(struct db *db, struct telling *telling, struct citizen_id citizen)
{
    tell_journal(db, telling, citizen);
    tell_seen(db, telling, citizen);
}

/* The fields of what happened go; one more event says so, the first time. */
static void erase(struct db *db, struct citizen_id citizen)
{
    struct stream stream = { STREAM_CITIZEN, citizen.n };

    journal_erase(db, stream);
    if (journal_find(db, stream, EVENT_CITIZEN_ERASED, NULL) != 0)
        return;
    journal_append(db, &(struct event_draft){
        .stream = stream,
        .kind = EVENT_CITIZEN_ERASED,
        .subject = { SUBJECT_CITIZEN, citizen.n },
        .at = db_now(db),
    });
}

static const struct seen_word seen_words[] = {
    { "access_seen", SAY("hvem der har set sagen") },
    { "access_journal", SAY("indsigt: alt om borgeren") },
    { 0 },
};

const struct holding access_holding = {
    .title = SAY("Journal og adgangslog"),
    .goes = SAY("Indholdet af hver hændelse."),
    .stays = SAY("At noget skete, hvornår og af hvem, og hvem der har set sagen. Kæden kan stadig kontrolleres."),
    .seen = seen_words,
    .tell = tell,
    .erase = erase,
};

/* --- all features --- */

/* Rows and tables in which nothing was told are left out. */
static void leave_out_empty(struct telling *telling)
{
    size_t tables = 0;

    for (size_t t = 0; t < telling->count; t++) {
        struct told_table table = telling->at[t];
        size_t rows = 0;
        for (size_t i = 0; i < table.count; i++)
            if (table.at[i].count > 0)
                table.at[rows++] = table.at[i];
        table.count = rows;
        if (rows > 0)
            telling->at[tables++] = table;
    }
    telling->count = tables;
}

struct telling access_tell(struct db *db, enum language language, struct citizen_id citizen)
{
    struct telling telling = { .arena = db_arena(db), .language = language, .permissions = db_actor(db).permissions };

    for (size_t i = 0; holdings[i] != NULL; i++)
        holdings[i]->tell(db, &telling, citizen);
    leave_out_empty(&telling);
    return telling;
}

void access_erase(struct db *db, struct citizen_id citizen)
{
    for (size_t i = 0; holdings[i] != NULL; i++)
        if (holdings[i]->erase != NULL)
            holdings[i]->erase(db, citizen);
}

/* --- JSON --- */

/* A JSON text: quotes, backslashes and control characters escaped, all else as it is (UTF-8). */
static void add_string(struct text *json, const char *value)
{
    text_add_char(json, '"');
    for (; *value != 0; value++) {
        if (*value == '"' || *value == '\\')
            text_add_format(json, "\\%c", *value);
        else if ((unsigned char)*value < 0x20)
            text_add_format(json, "\\u%04x", (unsigned)*value);
        else
            text_add_char(json, *value);
    }
    text_add_char(json, '"');
}

static void add_row(struct text *json, const struct told_row *row)
{
    text_add(json, "    {");
    for (size_t i = 0; i < row->count; i++) {
        text_add(json, i == 0 ? " " : ", ");
        add_string(json, row->at[i].label);
        text_add(json, ": ");
        add_string(json, row->at[i].value);
    }
    text_add(json, " }");
}

const char *access_json(struct arena *arena, const struct telling *telling)
{
    struct text json = text_new(arena);

    text_add(&json, "{\n");
    for (size_t t = 0; t < telling->count; t++) {
        const struct told_table *table = &telling->at[t];
        text_add(&json, t == 0 ? "  " : ",\n  ");
        add_string(&json, table->title);
        text_add(&json, ": [\n");
        for (size_t i = 0; i < table->count; i++) {
            text_add(&json, i == 0 ? "" : ",\n");
            add_row(&json, &table->at[i]);
        }
        text_add(&json, table->count == 0 ? "  ]" : "\n  ]");
    }
    text_add(&json, "\n}\n");
    return text_done(&json);
}
