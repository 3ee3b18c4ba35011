/* SPDX-License-Identifier: MIT
 * test_memo.c: is what leaves as Digital Post a MeMo message? Elements, their order and which must be there follow the
 * agency's description of MeMo 1.1 (classes and attributes) as public libraries write it; the agency's own XSD could not be
 * read here, so this is no proof that its service accepts the message. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "letter/post.h"

/* No real number: the 71st of a month. */
#define NUMBER "7101701234"

static struct arena *arena;

/* --- MeMo 1.1 --- */

static bool is_of(const char *text, size_t length, const char *letters)
{
    return strlen(text) == length && strspn(text, letters) == length;
}
static bool is_digital_post(const char *text) { return text_is(text, "DIGITALPOST"); }
static bool is_flag(const char *text) { return text_is(text, "true") || text_is(text, "false"); }
static bool is_words(const char *text) { return !text_is_blank(text); }
static bool is_cvr(const char *text) { return is_of(text, 8, "0123456789"); }
static bool is_cpr(const char *text) { return is_of(text, 10, "0123456789"); }
static bool is_cvr_type(const char *text) { return text_is(text, "CVR"); }
static bool is_cpr_type(const char *text) { return text_is(text, "CPR"); }
static bool is_pdf_type(const char *text) { return text_is(text, "application/pdf"); }
static bool is_pdf_name(const char *text) { return strlen(text) > 4 && text_is(text + strlen(text) - 4, ".pdf"); }
static bool is_base64(const char *text)
{
    return strlen(text) % 4 == 0 && *text != 0 &&
           strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") == strlen(text);
}

/* A sign of the pattern stands for itself, x for a hexadecimal digit, 9 for a digit. */
static bool is_like(const char *text, const char *pattern)
{
    for (; *pattern != 0; pattern++, text++) {
        bool is_right = *pattern == 'x' ? strchr("0123456789abcdef", *text) != NULL && *text != 0
                      : *pattern == '9' ? *text >= '0' && *text <= '9' : *text == *pattern;
        if (!is_right)
            return false;
    }
    return *text == 0;
}
static bool is_uuid(const char *text) { return is_like(text, "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"); }
static bool is_moment(const char *text) { return is_like(text, "9999-99-99T99:99:99Z"); } /* UTC, without fractions. */

/* The children of an element in their order; `is_right` NULL for one that has children itself. */
static const struct part {
    const char *of, *name;
    bool is_required;
    bool (*is_right)(const char *text);
} parts[] = {
    { "", "Message", true, NULL },
    { "Message", "MessageHeader", true, NULL },
    { "Message", "MessageBody", true, NULL },
    { "MessageHeader", "messageType", true, is_digital_post },
    { "MessageHeader", "messageUUID", true, is_uuid },
    { "MessageHeader", "messageID", false, is_words },
    { "MessageHeader", "messageCode", false, is_words },
    { "MessageHeader", "label", true, is_words },
    { "MessageHeader", "notification", false, is_words },
    { "MessageHeader", "additionalNotification", false, is_words },
    { "MessageHeader", "reply", false, is_flag },
    { "MessageHeader", "replyByDateTime", false, is_moment },
    { "MessageHeader", "doNotDeliverUntilDate", false, is_words },
    { "MessageHeader", "mandatory", true, is_flag },
    { "MessageHeader", "legalNotification", true, is_flag },
    { "MessageHeader", "postType", false, is_words },
    { "MessageHeader", "Sender", true, NULL },
    { "MessageHeader", "Recipient", true, NULL },
    { "Sender", "senderID", true, is_cvr },
    { "Sender", "idType", true, is_cvr_type },
    { "Sender", "label", true, is_words },
    { "Recipient", "recipientID", true, is_cpr },
    { "Recipient", "idType", true, is_cpr_type },
    { "Recipient", "label", false, is_words },
    { "MessageBody", "createdDateTime", true, is_moment },
    { "MessageBody", "MainDocument", true, NULL },
    { "MainDocument", "mainDocumentID", false, is_words },
    { "MainDocument", "label", false, is_words },
    { "MainDocument", "File", true, NULL },
    { "File", "encodingFormat", true, is_pdf_type },
    { "File", "filename", true, is_pdf_name },
    { "File", "language", true, is_words },
    { "File", "content", true, is_base64 },
};
enum { PART_COUNT = sizeof parts / sizeof *parts };

/* --- reading --- */

/* Where the reading is: the next child that may come, and what is wrong. */
struct reader {
    const char *at, *problem;
};

static void refuse(struct reader *reader, const char *what, const char *name)
{
    if (reader->problem == NULL)
        reader->problem = arena_format(arena, "%s %s", what, name);
}

static void skip_blanks(struct reader *reader)
{
    reader->at += strspn(reader->at, " \t\r\n");
}

/* "<memo:NAME ...>": the name, with what follows it passed; NULL when none begins here. */
static const char *open_tag(struct reader *reader)
{
    static const char begin[] = "<memo:";

    skip_blanks(reader);
    if (!text_starts(reader->at, begin))
        return NULL;
    reader->at += sizeof begin - 1;
    const char *name = arena_copy(arena, reader->at, strcspn(reader->at, " >"));
    reader->at += strcspn(reader->at, ">");
    reader->at += *reader->at == '>';
    return name;
}

static void close_tag(struct reader *reader, const char *name)
{
    const char *end = arena_format(arena, "</memo:%s>", name);

    skip_blanks(reader);
    if (!text_starts(reader->at, end))
        refuse(reader, "not closed:", name);
    else
        reader->at += strlen(end);
}

static void read_text(struct reader *reader, const struct part *part)
{
    size_t length = strcspn(reader->at, "<");

    if (!part->is_right(arena_copy(arena, reader->at, length)))
        refuse(reader, "wrong value:", part->name);
    reader->at += length;
}

/* The first part of `of` at or after `from` with that name; what it passes must not be required. */
static size_t find_part(struct reader *reader, const char *of, size_t from, const char *name)
{
    for (size_t i = from; i < PART_COUNT; i++) {
        if (!text_is(parts[i].of, of))
            continue;
        if (name != NULL && text_is(parts[i].name, name))
            return i;
        if (parts[i].is_required)
            refuse(reader, "missing:", parts[i].name);
    }
    if (name != NULL)
        refuse(reader, "not here:", name);
    return PART_COUNT;
}

/* Goes as deep as MeMo does, which is five. */
static void read_children(struct reader *reader, const char *of)
{
    size_t from = 0;

    for (const char *name; reader->problem == NULL && (name = open_tag(reader)) != NULL;) {
        size_t found = find_part(reader, of, from, name);
        if (reader->problem != NULL)
            return;
        if (parts[found].is_right == NULL)
            read_children(reader, name);
        else
            read_text(reader, &parts[found]);
        close_tag(reader, name);
        from = found + 1;
    }
    find_part(reader, of, from, NULL);
}

/* What is wrong with a message; NULL: nothing. */
static const char *memo_problem(const char *xml)
{
    static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    static const char root[] = "<memo:Message xmlns:memo=\"https://DigitalPost.dk/MeMo-1\" memoVersion=\"1.1\" "
                               "memoSchVersion=\"1.1.0\">";

    if (!text_starts(xml, head) || !text_starts(xml + sizeof head - 1, root))
        return "head";
    struct reader reader = { .at = xml + sizeof head - 1 };
    read_children(&reader, "");
    skip_blanks(&reader);
    if (*reader.at != 0)
        refuse(&reader, "after the end:", reader.at);
    return reader.problem;
}

/* --- tests --- */

static const char *message(const char *title)
{
    struct post post = { .arena = arena, .number = 7, .cpr = NUMBER, .address = "", .title = title, .language = "da",
                         .pdf = { "%PDF-1.5", 8 }, .made_at = INT64_C(1772438400), .municipality = "Prøve & Kommune",
                         .cvr = "12345678", .email = "", .phone = "" };
    struct posted posted = post_make(LETTER_BY_DIGITAL_POST, &post);

    assert_null(posted.problem);
    return text_done(&posted.content);
}

static void what_leaves_is_memo(void **state)
{
    (void)state;
    static const char *const titles[] = { "Vi vil gerne høre, hvad du siger", "A < B & \"C\" > D", "رسالة" };

    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        const char *problem = memo_problem(message(titles[i]));
        if (problem != NULL)
            fail_msg("%s: %s", titles[i], problem);
    }
}

/* The message with one text in the place of another. */
static const char *changed(const char *from, const char *to)
{
    const char *xml = message("Brev"), *at = strstr(xml, from);

    assert_non_null(at);
    return arena_format(arena, "%.*s%s%s", (int)(at - xml), xml, to, at + strlen(from));
}

static void a_wrong_one_is_seen(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to, *problem;
    } wrong[] = {
        { "memoVersion=\"1.1\"", "memoVersion=\"9\"", "head" },
        { "<memo:mandatory>false</memo:mandatory>\n", "", "missing: mandatory" },
        { "<memo:idType>CPR</memo:idType>\n", "", "missing: idType" },
        { "DIGITALPOST", "POST", "wrong value: messageType" },
        { NUMBER, "123", "wrong value: recipientID" },
        { "<memo:label>Brev</memo:label>", "<memo:title>Brev</memo:title>", "missing: label" },
        { "<memo:filename>", "<memo:File>", "missing: filename" },
        { "</memo:Sender>", "", "not here: Recipient" },
        { "00Z</memo:createdDateTime>", "00.5Z</memo:createdDateTime>", "wrong value: createdDateTime" },
        { "</memo:Message>", "</memo:Message>x", "after the end: x\n" },
    };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_string_equal(memo_problem(changed(wrong[i].from, wrong[i].to)), wrong[i].problem);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(what_leaves_is_memo), cmocka_unit_test(a_wrong_one_is_seen) };

    arena = arena_new(1 << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
