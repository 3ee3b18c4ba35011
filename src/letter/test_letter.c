/* SPDX-License-Identifier: MIT
 * test_letter.c: letters over both databases: which text counts, what stands in the way, freezing, sending, files of
 * each channel; and that every document that is promised is there and every text of the program can be printed. */
#include "db/test/store.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "casefile/casefile.h"
#include "citizen/citizen.h"
#include "engine/scheme.h"
#include "group/group.h"
#include "access_sql.h"
#include "letter/batch.h"
#include "letter/difference.h"
#include "letter/letter.h"
#include "letter/outbox.h"
#include "letter/post.h"
#include "letter/private.h"
#include "library/library.h"
#include "staff/staff.h"

/* No real number: the 71st of a month. */
#define NUMBER "7101701234"

static struct staff_id mette, lis;
static struct unit_id unit;
static struct citizen_id amal;
static day monday;

static void begin_of(struct staff_id staff)
{
    begin_as(staff_actor(staff.n), instant_of(monday, 9, 0, 0));
}

static struct citizen_id person(const char *name, const char *language, bool is_protected)
{
    return citizen_create(store.db, &(struct citizen_facts){
        .cpr = text_is(name, "Amal") ? NUMBER : NULL, .first_name = name, .last_name = "Prøve", .town = "Prøveby",
        .language = language, .law_basis = "integrationsloven", .unit = unit, .born = DAY_NONE, .permit_from = DAY_NONE,
        .permit_to = DAY_NONE, .arrived_at = INSTANT_NONE, .received_at = INSTANT_NONE, .street = "Kirkevej 7",
        .postal_code = "1234", .phone = "12 34 56 78", .email = "amal@example.invalid", .is_protected = is_protected });
}

/* A municipality with a head, two who work there and a citizen; left inside a write of Mette's. */
static void set_up(void)
{
    monday = day_of(2026, 3, 2);
    begin_as(actor_system, instant_of(monday, 8, 0, 0));
    staff_found(store.db);
    unit = unit_by_code(store.db, "integration");
    mette = staff_add(store.db, &(struct staff_insert_in){ "mette", "Mette Prøve", "", "87 65 43 21", "", unit }, NULL, "caseworker");
    lis = staff_add(store.db, &(struct staff_insert_in){ "lis", "Lis Leder", "", "", "", unit }, NULL, "team_leader");
    amal = person("Amal", "uk", false);
    letter_head_set(store.db, &(struct letter_head_set_in){ .street = "Torvet 1", .postal_code = "1234 Prøveby",
        .phone = "87 65 43 21", .email = "post@example.invalid", .web = "", .hours = "", .cvr = "12345678", .complaints = "",
        .version = 1 });
    commit();
    begin_of(mette);
}

static void tear_down(void)
{
    if (db_failure(store.db) == DB_FINE)
        db_rollback(store.db);
}

static struct letter_text_id write_text(const char *language, const char *words, day from, day to)
{
    return letter_text_insert(store.db, &(struct letter_text_insert_in){
        .code = "vejledning", .language = language, .title = "Vejledning", .words = words, .valid_from_day = from,
        .valid_to_day = to, .is_machine = false, .is_own = true, .written_by = mette, .written_at = db_now(store.db) });
}

static void approve(struct letter_text_id text)
{
    assert_int_equal(letter_text_approve(store.db, "Jurist Juul", lis, db_now(store.db), text), 1);
}

/* --- pure --- */

static struct letter_mistake check_words(const char *words)
{
    return letter_check(store.arena, letter_template("partshoering"), words);
}

static void an_unknown_field_is_told_with_its_place(void **state)
{
    (void)state;
    assert_null(check_words("Til {borger.navn}\n\n{ sag.frist }, {hold.navn?}").name);
    struct letter_mistake wrong = check_words("Kære Åse\n\nør {borger.nvan}");
    assert_string_equal(wrong.name, "borger.nvan");
    assert_string_equal(wrong.nearest, "borger.navn");
    assert_int_equal(wrong.line, 3);
    assert_int_equal(wrong.column, 4);
    assert_string_equal(check_words("{borger.navn").name, "{");
    assert_string_equal(check_words("{borger.\nnavn}").name, "{");
    assert_string_equal(check_words("{}").name, "");
    assert_string_equal(check_words("{?}").name, "");
}

static const char *difference_words(const char *before, const char *after)
{
    static const char signs[] = { [LINE_SAME] = ' ', [LINE_GONE] = '-', [LINE_NEW] = '+' };
    struct difference difference = difference_of(store.arena, before, after);
    struct text words = text_new(store.arena);

    for (size_t i = 0; i < difference.count; i++)
        text_add_format(&words, "%c%s;", signs[difference.at[i].kind], difference.at[i].words);
    return text_done(&words);
}

static void a_difference_is_the_fewest_lines(void **state)
{
    (void)state;
    assert_string_equal(difference_words("a\nb\nc", "a\nb\nc"), " a; b; c;");
    assert_string_equal(difference_words("a\nb\nc", "a\nx\nc"), " a;-b;+x; c;");
    assert_string_equal(difference_words("a", "a\nb"), " a;+b;");
    assert_string_equal(difference_words("a\nb", "b"), "-a; b;");
    assert_string_equal(difference_words("", "a"), "-;+a;");
    assert_string_equal(difference_words("a\nb\na\nb", "b\na\nb\na"), "-a; b; a; b;+a;");
}

static void a_channel_needs_what_it_needs(void **state)
{
    (void)state;
    const struct send_facts all = { true, false, true, true, true }, none = { 0 };
    static const enum send_why missing[LETTER_CHANNEL_COUNT] = { SEND_NO_ADDRESS, SEND_NO_EMAIL, SEND_NO_PHONE, SEND_NO_CPR };

    for (int i = 0; i < LETTER_CHANNEL_COUNT; i++) {
        assert_int_equal(letter_may_send((enum letter_channel)i, &all), SEND_FINE);
        assert_int_equal(letter_may_send((enum letter_channel)i, &none), missing[i]);
    }
    struct send_facts guarded = all;
    guarded.is_protected = true;
    assert_int_equal(letter_may_send(LETTER_BY_PRINT, &guarded), SEND_PROTECTED);
    assert_int_equal(letter_may_send(LETTER_BY_DIGITAL_POST, &guarded), SEND_FINE);
}

static void a_failed_one_waits_longer_each_time(void **state)
{
    (void)state;
    int64_t before = 0;

    for (int tries = 1; tries < OUTBOX_TRIES_MAX; tries++) {
        int64_t delay = outbox_delay(tries);
        assert_true(delay == 300 * ((int64_t)1 << (tries - 1)) && delay > before && delay <= 86400);
        before = delay;
    }
    assert_int_equal(outbox_delay(OUTBOX_TRIES_MAX), DELAY_NONE);
}

static void another_person_approves(void **state)
{
    (void)state;
    assert_int_equal(letter_batch_may_approve(true, false, 1), APPROVE_FINE);
    assert_int_equal(letter_batch_may_approve(true, true, 1), APPROVE_OWN);
    assert_int_equal(letter_batch_may_approve(true, false, 0), APPROVE_EMPTY);
    assert_int_equal(letter_batch_may_approve(false, false, 1), APPROVE_NOT_DRAFT);
}

/* --- the documents that are promised, and the program's texts --- */

static const struct scheme *scheme_named(const char *id)
{
    struct mistakes mistakes = mistakes_new(store.arena);
    struct library library = scheme_library_load(store.arena, NULL, &mistakes);

    return library_find(&library, id);
}

static bool is_there(const char *where)
{
    struct text_pieces parts = text_split(store.arena, where, ':');

    assert_int_equal(parts.count, 2);
    if (text_is(parts.at[0], "letter"))
        return letter_template(parts.at[1]) != NULL && letter_words_in(letter_template(parts.at[1]), "da") != NULL;
    if (text_is(parts.at[0], "page"))
        return parts.at[1][0] == '/';
    struct text_pieces names = text_split(store.arena, parts.at[1], '/');
    const struct scheme *scheme = scheme_named(names.at[0]);
    return text_is(parts.at[0], "scheme") && names.count == 2 && scheme != NULL && scheme_document(scheme, names.at[1]) != NULL;
}

static void every_promised_document_is_there(void **state)
{
    (void)state;
    FILE *file = fopen(SOURCE_ROOT "/letters/documents.tsv", "r");
    char line[300];
    int count = 0, letters = 0;

    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (*line == '#')
            continue;
        struct text_pieces cells = text_split(store.arena, line, '\t');
        assert_int_equal(cells.count, 4);
        if (!is_there(cells.at[3]))
            fail_msg("%s %s: no %s", cells.at[0], cells.at[1], cells.at[3]);
        letters += text_starts(cells.at[3], "letter:");
        count++;
    }
    fclose(file);
    assert_int_equal(count, 40);
    assert_int_equal(letters, (int)letter_templates().count);
}

static struct letter_making making_in(struct letter_order *order, const char *code, const char *language)
{
    *order = (struct letter_order){ .citizen = amal, .code = code, .language = language };
    struct letter_making making = letter_making_of(store.db, order);
    assert_true(letter_prepare(&making, NULL));
    return making;
}

/* No box for a letter anywhere, in any language. */
static void every_text_of_the_program_can_be_printed(void **state)
{
    (void)state;
    struct letter_templates templates = letter_templates();
    struct paper papers[PRESS_PAPERS_MAX];
    struct print prints[PRESS_PAPERS_MAX];
    size_t count = 0, languages = 0;

    set_up();
    for (size_t i = 0; i < templates.count; i++)
        for (size_t k = 0; k < templates.at[i]->texts.count; k++) {
            struct letter_order order;
            struct letter_making making = making_in(&order, templates.at[i]->code, templates.at[i]->texts.at[k].language);
            papers[count++] = letter_paper(&making);
        }
    press_print(store.arena, papers, count, prints);
    for (size_t i = 0; i < count; i++) {
        if (prints[i].why != PAPER_FINE)
            fail_msg("%s: %s", papers[i].name, prints[i].about);
        assert_true(prints[i].page_count >= 1 && prints[i].page_count <= 4);
    }
    for (size_t i = 0; i < letter_template("vejledning")->texts.count; i++) {
        const struct letter_words *words = &letter_template("vejledning")->texts.at[i];
        assert_int_equal(words->is_machine, !text_is(words->language, "da"));
        languages++;
    }
    assert_int_equal(languages, 7);
    tear_down();
}

/* --- which text counts --- */

static void the_newest_approved_valid_text_counts(void **state)
{
    (void)state;
    struct letter_text text;

    set_up();
    assert_true(letter_text_on(store.db, "vejledning", "da", monday, &text));
    assert_false(text.is_approved);
    assert_int_equal(text.number, 0);
    assert_false(letter_text_on(store.db, "vejledning", "sw", monday, &text));

    struct letter_text_id first = write_text("da", "Første", monday, DAY_NONE);
    assert_int_equal(letter_text_approve(store.db, "Mette selv", mette, db_now(store.db), first), 0);
    approve(first);
    assert_int_equal(letter_text_approve(store.db, "Igen", lis, db_now(store.db), first), 0);
    write_text("da", "Anden, ikke godkendt", monday, DAY_NONE);
    approve(write_text("da", "Tredje, til april", monday + 30, monday + 60));
    assert_true(letter_text_on(store.db, "vejledning", "da", monday, &text));
    assert_string_equal(text.words, "Første");
    assert_true(letter_text_on(store.db, "vejledning", "da", monday + 30, &text));
    assert_string_equal(text.words, "Tredje, til april");
    assert_true(letter_text_on(store.db, "vejledning", "da", monday + 60, &text));
    assert_string_equal(text.words, "Tredje, til april");
    assert_true(letter_text_on(store.db, "vejledning", "da", monday + 61, &text));
    assert_string_equal(text.words, "Første");

    /* A batch that was approved before sends what was approved. */
    instant before = db_now(store.db) - 60;
    assert_true(letter_text_then(store.db, "vejledning", "da", monday, before, &text));
    assert_false(text.is_approved);
    assert_int_equal(text.number, 0);

    /* What needs no approval is the program's until the municipality has its own. */
    assert_true(letter_text_on(store.db, "svarark", "da", monday, &text));
    assert_true(text.is_approved);
    assert_int_equal(text.number, 0);
    tear_down();
}

/* --- making --- */

static struct letter_made make(const char *code, const char *language)
{
    return letter_make(store.db, &(struct letter_order){ .citizen = amal, .code = code, .language = language });
}

static void nothing_goes_out_that_nobody_vouches_for(void **state)
{
    (void)state;
    set_up();
    assert_int_equal(make("findes_ikke", "da").why, LETTER_NO_TEMPLATE);
    struct letter_made made = make("vejledning", "da");
    assert_int_equal(made.why, LETTER_NOT_APPROVED);
    assert_string_equal(made.about, "da");
    approve(write_text("da", "Til {borger.navn} fra {kommune.telefon}", monday, DAY_NONE));
    assert_int_equal(make("vejledning", "da").why, LETTER_FINE);
    made = make("vejledning", "uk");
    assert_int_equal(made.why, LETTER_NOT_APPROVED);
    assert_string_equal(made.about, "uk");
    assert_int_equal(make("vejledning", "sw").why, LETTER_NO_TEXT);
    made = make("partshoering", "da");
    assert_int_equal(made.why, LETTER_NOT_APPROVED);
    made = make("sprogplan", "da");
    assert_int_equal(made.why, LETTER_MISSING);
    assert_string_equal(made.about, "sprog.laerer, sprog.maal, sprog.situationer, sprog.hvem");
    assert_non_null(strstr(letter_why_say(store.arena, LANGUAGE_DA, &made), "sprog.laerer"));
    tear_down();
}

static bool holds(struct bytes bytes, const char *words)
{
    size_t length = strlen(words);

    for (size_t i = 0; i + length <= bytes.length; i++)
        if (memcmp((const char *)bytes.at + i, words, length) == 0)
            return true;
    return false;
}

static void a_letter_is_frozen_with_its_translation(void **state)
{
    (void)state;
    struct letter_row row;
    struct document_row document;

    set_up();
    approve(write_text("da", "Til {borger.navn}", monday, DAY_NONE));
    approve(write_text("uk", "Для {borger.navn}", monday, DAY_NONE));
    struct letter_made made = make("vejledning", "own");
    assert_int_equal(made.why, LETTER_FINE);
    assert_true(letter_load(store.db, made.letter, &row));
    assert_string_equal(row.language, "uk");
    assert_int_equal(row.pages, 2);
    assert_int_equal(strlen(row.hash), 64);
    assert_true(document_load(store.db, made.document, &document));
    assert_non_null(strstr(document.content, "Til Amal Prøve"));
    assert_non_null(strstr(document.content, "Для Amal Prøve"));
    struct bytes pdf = letter_pdf(store.db, made.letter, amal);
    assert_true(holds(pdf, "%PDF-1.5"));
    assert_false(holds(pdf, NUMBER));
    assert_false(holds(pdf, "710170"));
    assert_false(holds(pdf, "/Title (Amal"));

    /* The same words on the same day are the same letter; another text is another one, and the first stays. */
    assert_int_equal(make("vejledning", "own").letter.n, made.letter.n);
    approve(write_text("da", "Kære {borger.navn}", monday, DAY_NONE));
    struct letter_made other = make("vejledning", "own");
    assert_int_equal(other.why, LETTER_FINE);
    assert_int_not_equal(other.letter.n, made.letter.n);
    assert_true(letter_load(store.db, made.letter, &row));
    struct bytes again = letter_pdf(store.db, made.letter, amal);
    assert_int_equal(again.length, pdf.length);
    assert_memory_equal(again.at, pdf.at, pdf.length);
    tear_down();
}

/* Is there a line of the access log that names this statement? */
static bool is_noted(const char *statement)
{
    struct access_seen_row_list rows = access_seen(store.db, amal, 0, 1000);

    for (size_t i = 0; i < rows.count; i++)
        if (strstr(rows.at[i].statement, statement) != NULL)
            return true;
    return false;
}

/* Frozen with the address, which becomes protected: the day before everybody opens it, the day after who may see such
 * addresses, and that is written down. */
static void a_paper_with_a_protected_address_is_closed(void **state)
{
    (void)state;
    struct letter_row row;
    struct document_row document;

    set_up();
    approve(write_text("da", "Til {borger.navn}, {borger.adresse}", monday, DAY_NONE));
    struct letter_made made = make("vejledning", "own");
    assert_int_equal(made.why, LETTER_FINE);
    assert_true(letter_load(store.db, made.letter, &row));
    assert_false(row.is_closed);
    assert_true(letter_pdf(store.db, made.letter, amal).length > 0);
    commit();

    begin_of(mette);
    citizen_address_put(store.db, amal, "Kirkevej 7", "1234", true, false);
    assert_true(letter_load(store.db, made.letter, &row));
    assert_true(row.is_closed);
    assert_true(letter_pdf(store.db, made.letter, amal).length == 0);
    assert_false(is_noted("letter_pdf_protected"));
    assert_true(letter_pdf_protected(store.db, made.letter, amal).length > 0);
    assert_true(document_open(store.db, made.document, &document));
    assert_non_null(strstr(document.content, "Kirkevej 7"));
    commit();
    begin_as(actor_system, instant_of(monday, 10, 0, 0));
    assert_true(is_noted("letter_pdf_protected"));
    assert_true(is_noted("document_words_protected"));
    commit();

    begin_as((struct actor){ ACTOR_STAFF, lis.n, PERMISSION_BIT(MAY_CASE_READ) | PERMISSION_BIT(MAY_DOCUMENT_WRITE) },
             instant_of(monday, 11, 0, 0));
    assert_true(document_open(store.db, made.document, &document));
    assert_true(document.is_closed);
    assert_string_equal(document.content, "");
    letter_pdf_protected(store.db, made.letter, amal);
    assert_int_equal(db_failure(store.db), DB_REFUSED);
    tear_down();
}

/* A citizen whose language has no approved text gets Danish, when her own was asked for. */
static void own_language_falls_back_to_danish(void **state)
{
    (void)state;
    struct letter_row row;

    set_up();
    approve(write_text("da", "Til {borger.navn}", monday, DAY_NONE));
    struct letter_made made = make("vejledning", "own");
    assert_int_equal(made.why, LETTER_FINE);
    assert_true(letter_load(store.db, made.letter, &row));
    assert_string_equal(row.language, "da");
    tear_down();
}

static void a_protected_address_is_not_on_the_paper(void **state)
{
    (void)state;
    set_up();
    struct citizen_id bilal = person("Bilal", "da", true);
    struct letter_order order = { .citizen = bilal, .code = "svarark" };
    struct letter_making making = letter_making_of(store.db, &order);
    assert_true(letter_prepare(&making, NULL));
    making.template = letter_template("partshoering"); /* A letter with a window. */
    struct paper paper = letter_paper(&making);
    assert_string_equal(paper.recipient, "Bilal Prøve");
    struct letter_made made = letter_make(store.db, &order);
    assert_int_equal(made.why, LETTER_FINE);
    assert_int_equal(letter_send(store.db, made.letter, LETTER_BY_PRINT), SEND_PROTECTED);
    assert_int_equal(letter_send(store.db, made.letter, LETTER_BY_DIGITAL_POST), SEND_NO_CPR);
    assert_int_equal(letter_send(store.db, made.letter, LETTER_BY_SMS), SEND_FINE);
    tear_down();
}

/* How often she came, as the certificate has it: two Mondays, an hour of four away on the second. */
static void came_one_and_three_quarters(void)
{
    struct course_group_id group = course_group_insert(store.db, &(struct course_group_insert_in){
        .scheme = "hedensted_model", .activity = "introforlob", .name = "Hold 50", .unit = unit, .place = "", .capacity = 12,
        .from_day = monday, .to_day = DAY_NONE });

    group_slot_insert(store.db, &(struct group_slot_insert_in){ group, 0, 480, 720, "Dansk", true });
    assert_int_equal(group_plan_sessions(store.db, group, monday, monday + 13), 2);
    struct group_member_id member = group_join(store.db, group, amal, monday).member;
    assert_true(attendance_set(store.db, group, monday, member, "attended", ""));
    assert_true(attendance_write(store.db, group, monday + 7, member, &(struct attendance_word){ "lawful", "", 60 }));
}

/* What stands on the paper in a language: the Danish words first, then hers. */
static const char *certificate_in(const char *language)
{
    struct document_row document;
    struct letter_made made = make("vejledning", language);

    assert_int_equal(made.why, LETTER_FINE);
    assert_true(document_load(store.db, made.document, &document));
    return arena_dup(store.arena, document.content);
}

static void how_often_she_came_is_said_in_her_language(void **state)
{
    static const struct { const char *language, *words; } said[] = {
        { "en", "<1.75 of 2 days>" }, { "uk", "<1,75 / 2>" }, { "ar", "<\u20681,75 / 2\u2069>" }, /* Kept from left to right. */
    };

    (void)state;
    set_up();
    approve(write_text("da", "({hold.fremmoede})", monday, DAY_NONE));
    assert_int_equal(make("vejledning", "da").why, LETTER_MISSING); /* On no group: nothing is made up. */
    came_one_and_three_quarters();
    assert_non_null(strstr(certificate_in("da"), "(1,75 af 2 dage)"));
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        approve(write_text(said[i].language, "<{hold.fremmoede}>", monday, DAY_NONE));
        const char *content = certificate_in(said[i].language);
        assert_non_null(strstr(content, "(1,75 af 2 dage)"));
        if (strstr(content, said[i].words) == NULL)
            fail_msg("%s: no %s in %s", said[i].language, said[i].words, content);
    }
    tear_down();
}

/* --- files --- */

static struct post post_to(const char *address)
{
    return (struct post){ .arena = store.arena, .number = 7, .address = address, .title = "Brev & svar", .language = "da",
                          .pdf = { "%PDF-1.5 prøve", 15 }, .made_at = instant_of(day_of(2026, 3, 2), 9, 0, 0),
                          .municipality = "Prøve Kommune", .cvr = "12345678", .email = "post@example.invalid",
                          .phone = "87 65 43 21" };
}

static const char *content(enum letter_channel channel, const struct post *post)
{
    struct posted posted = post_make(channel, post);

    assert_null(posted.problem);
    assert_null(strstr(posted.name, NUMBER));
    return text_done(&posted.content);
}

static void digital_post_is_memo(void **state)
{
    (void)state;
    struct post post = post_to("");

    post.cpr = NUMBER;
    const char *xml = content(LETTER_BY_DIGITAL_POST, &post);
    assert_non_null(strstr(xml, "xmlns:memo=\"https://DigitalPost.dk/MeMo-1\" memoVersion=\"1.1\" memoSchVersion=\"1.1.0\""));
    assert_non_null(strstr(xml, "<memo:recipientID>" NUMBER "</memo:recipientID>\n<memo:idType>CPR</memo:idType>"));
    assert_non_null(strstr(xml, "<memo:label>Brev &amp; svar</memo:label>"));
    assert_non_null(strstr(xml, "<memo:createdDateTime>2026-03-02T08:00:00Z</memo:createdDateTime>"));
    assert_non_null(strstr(xml, "<memo:filename>brev-00000007.pdf</memo:filename>"));
    assert_non_null(strstr(xml, "<memo:content>JVBERi0xLjUgcHLDuHZl</memo:content>"));
    assert_string_equal(content(LETTER_BY_DIGITAL_POST, &post), xml); /* The same message however often it is written. */
    post.cvr = "";
    assert_non_null(post_make(LETTER_BY_DIGITAL_POST, &post).problem);
    post.cpr = NULL;
    assert_non_null(post_make(LETTER_BY_DIGITAL_POST, &post).problem);
}

static void a_mail_holds_only_what_anybody_may_read(void **state)
{
    (void)state;
    struct post post = post_to("amal@example.invalid");

    assert_null(strstr(content(LETTER_BY_EMAIL, &post), "application/pdf"));
    post.is_open = true;
    assert_non_null(strstr(content(LETTER_BY_EMAIL, &post), "Content-Type: application/pdf"));
    static const char *const wrong[] = { "", "amal", "@example.invalid", "amal@", "a@b@c", "a b@example.invalid",
                                         "a@example.invalid\r\nBcc: b@example.invalid", "a@example.invalid,b@example.invalid" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        post.address = wrong[i];
        assert_non_null(post_make(LETTER_BY_EMAIL, &post).problem);
    }
}

static void a_text_message_is_short_and_says_nothing(void **state)
{
    (void)state;
    struct post post = post_to("12 34 56 78");
    const char *sms = content(LETTER_BY_SMS, &post);

    assert_true(text_starts(sms, "to: +4512345678\n\nBrev fra Prøve Kommune."));
    assert_null(strstr(sms, "svar"));
    assert_true(strlen(sms) < 180);
    post.address = "+46 70 123 45 67";
    assert_true(text_starts(content(LETTER_BY_SMS, &post), "to: +46701234567\n"));
    post.address = "ring til naboen";
    assert_non_null(post_make(LETTER_BY_SMS, &post).problem);
    post.address = "123";
    assert_non_null(post_make(LETTER_BY_SMS, &post).problem);
}

/* --- the outbox --- */

static const char *folder_of_test(void)
{
    return arena_format(store.arena, "%s/udbakke", store.folder);
}

static struct outbox_counts run_outbox(const char *folder, instant now)
{
    struct arena *arena = arena_new((size_t)64 << 20);
    struct outbox_counts counts = { 0 };

    assert_true(letter_batches_run(store.db, arena, now, &counts));
    assert_true(outbox_run(store.db, arena, folder, now, &counts));
    arena_free(arena);
    return counts;
}

static void what_fails_is_tried_again_and_written_once(void **state)
{
    (void)state;
    char folder[200];
    instant now;

    set_up();
    now = db_now(store.db);
    snprintf(folder, sizeof folder, "%s", folder_of_test());
    struct letter_made made = make("svarark", "da");
    assert_int_equal(letter_send(store.db, made.letter, LETTER_BY_PRINT), SEND_FINE);
    assert_int_equal(letter_send(store.db, made.letter, LETTER_BY_PRINT), SEND_FINE);
    commit();

    /* A file stands where the folder should be. */
    FILE *file = fopen(folder, "w");
    assert_non_null(file);
    fclose(file);
    struct outbox_counts counts = run_outbox(folder, now);
    assert_int_equal(counts.failed, 1);
    assert_int_equal(run_outbox(folder, now + 299).failed, 0);
    assert_int_equal(run_outbox(folder, now + 300).failed, 1);
    assert_int_equal(remove(folder), 0);
    assert_int_equal(run_outbox(folder, now + 300 + 599).sent, 0);
    counts = run_outbox(folder, now + 300 + 600);
    assert_int_equal(counts.sent, 1);
    assert_int_equal(run_outbox(folder, now + 90000).sent, 0);

    begin_of(mette);
    struct outbox_row_list rows = outbox_of_letter(store.db, made.letter, amal);
    assert_int_equal(rows.count, 1);
    assert_string_equal(rows.at[0].state, "sent");
    assert_true(text_starts(rows.at[0].receipt, "print/brev-"));
    assert_int_equal(rows.at[0].tries, 3);
    tear_down();
}

static void after_the_last_try_a_person_decides(void **state)
{
    (void)state;
    char folder[200];
    instant now;

    set_up();
    now = db_now(store.db);
    snprintf(folder, sizeof folder, "%s/fil/findes/ikke", store.folder);
    struct letter_made made = make("svarark", "da");
    letter_send(store.db, made.letter, LETTER_BY_PRINT);
    commit();
    for (int i = 0; i < OUTBOX_TRIES_MAX; i++) {
        assert_int_equal(run_outbox(folder, now).failed, 1);
        now += 90000;
    }
    assert_int_equal(run_outbox(folder, now + 90000).failed, 0);
    begin_of(mette);
    struct outbox_row_list rows = outbox_of_letter(store.db, made.letter, amal);
    assert_string_equal(rows.at[0].state, "stopped");
    assert_int_equal(outbox_set_again(store.db, now, rows.at[0].id, amal, rows.at[0].version - 1), 0);
    assert_int_equal(outbox_set_again(store.db, now, rows.at[0].id, amal, rows.at[0].version), 1);
    tear_down();
}

/* Sixty letters are more than one turn of the press. */
static void a_batch_is_made_once_and_whole(void **state)
{
    (void)state;
    enum { PEOPLE = 60 };
    struct letter_batch_row batch;
    struct letter_batch_count_row count;
    char folder[200];
    instant now;

    set_up();
    now = db_now(store.db);
    snprintf(folder, sizeof folder, "%s", folder_of_test());
    for (int i = 0; i < PEOPLE - 1; i++)
        person(arena_format(store.arena, "Nr%d", i), "uk", i == 7);
    struct letter_batch_id id = letter_batch_insert(store.db, &(struct letter_batch_insert_in){
        .name = "Alle", .code = "svarark", .language = "own", .channel = "print", .given = "", .made_by = mette, .made_at = now });
    assert_int_equal(letter_batch_add_enrolled(store.db, id, "", "uk", 1, mette), PEOPLE);
    assert_int_equal(letter_batch_add_enrolled(store.db, id, "", "uk", 1, mette), 0);
    commit();
    assert_int_equal(run_outbox(folder, now).made, 0); /* A draft. */
    begin_of(mette);
    assert_int_equal(letter_batch_approve(store.db, mette, now, id, 1), 0);
    commit();
    begin_of(lis);
    assert_int_equal(letter_batch_approve(store.db, lis, now, id, 1), 1);
    commit();
    struct outbox_counts counts = run_outbox(folder, now);
    assert_int_equal(counts.made, PEOPLE - 1);
    assert_int_equal(counts.not_made, 1); /* The protected one has a letter and is not printed. */
    assert_int_equal(counts.sent, PEOPLE - 1);
    assert_int_equal(run_outbox(folder, now).made, 0);
    begin_of(lis);
    assert_true(letter_batch_load(store.db, id, &batch));
    assert_string_equal(batch.state, "done");
    assert_true(letter_batch_count(store.db, id, &count));
    assert_int_equal(count.letter_count, PEOPLE);
    assert_int_equal(count.problem_count, 1);
    tear_down();
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_field_is_told_with_its_place),
        cmocka_unit_test(a_difference_is_the_fewest_lines),
        cmocka_unit_test(a_channel_needs_what_it_needs),
        cmocka_unit_test(a_failed_one_waits_longer_each_time),
        cmocka_unit_test(another_person_approves),
        cmocka_unit_test(every_promised_document_is_there),
        cmocka_unit_test(every_text_of_the_program_can_be_printed),
        cmocka_unit_test(the_newest_approved_valid_text_counts),
        cmocka_unit_test(nothing_goes_out_that_nobody_vouches_for),
        cmocka_unit_test(a_letter_is_frozen_with_its_translation),
        cmocka_unit_test(a_paper_with_a_protected_address_is_closed),
        cmocka_unit_test(own_language_falls_back_to_danish),
        cmocka_unit_test(a_protected_address_is_not_on_the_paper),
        cmocka_unit_test(how_often_she_came_is_said_in_her_language),
        cmocka_unit_test(digital_post_is_memo),
        cmocka_unit_test(a_mail_holds_only_what_anybody_may_read),
        cmocka_unit_test(a_text_message_is_short_and_says_nothing),
        cmocka_unit_test(what_fails_is_tried_again_and_written_once),
        cmocka_unit_test(after_the_last_try_a_person_decides),
        cmocka_unit_test(a_batch_is_made_once_and_whole),
    };

    store_migrations = migrations;
    store_migration_count = migration_count;
    return run_on_both("letter", tests, sizeof tests / sizeof *tests);
}
