/* SPDX-License-Identifier: MIT
 * post.c: a letter as a file for a channel. MeMo is written as the agency's public library does (namespace MeMo-1,
 * version 1.1); mail is RFC 5322 with MIME. Another channel is a row of `channels`. */
#include "letter/post.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/check.h"
#include "base/reach.h"
#include "base/text.h"
#include "web/say.h"

enum { SMS_MAX = 150, LINE_BYTES = 57, FOLDER_MODE = 0700, FILE_MODE = 0600 };

static void add_base64(struct arena *arena, struct text *out, const void *bytes, size_t length)
{
    size_t room = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);

    text_add(out, sodium_bin2base64(arena_alloc(arena, room), room, bytes, length, sodium_base64_VARIANT_ORIGINAL));
}

/* In lines of 76 letters, as mail wants them. */
static void add_base64_lines(struct arena *arena, struct text *out, struct bytes bytes)
{
    for (size_t at = 0; at < bytes.length; at += LINE_BYTES) {
        size_t left = bytes.length - at;
        add_base64(arena, out, (const char *)bytes.at + at, left < LINE_BYTES ? left : LINE_BYTES);
        text_add(out, "\r\n");
    }
}

static const char *hash_text(struct arena *arena, const void *bytes, size_t length)
{
    unsigned char hash[16];
    char *hex = arena_alloc(arena, 2 * sizeof hash + 1);

    check(crypto_generichash(hash, sizeof hash, bytes, length, NULL, 0) == 0);
    return sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
}

static const char *file_name(const struct post *post, const char *ending)
{
    return arena_format(post->arena, "brev-%08lld.%s", (long long)post->number, ending);
}

/* --- print --- */

static void make_print(const struct post *post, struct posted *posted)
{
    posted->name = file_name(post, "pdf");
    text_add_bytes(&posted->content, post->pdf.at, post->pdf.length);
}

/* --- e-mail --- */

/* A header's value that is not plain ASCII, by RFC 2047; no line break passes. */
static const char *header_words(const struct post *post, const char *words)
{
    struct text out = text_new(post->arena);

    text_add(&out, "=?UTF-8?B?");
    add_base64(post->arena, &out, words, strlen(words));
    text_add(&out, "?=");
    return text_done(&out);
}

/* Without the letter itself, unless there is nothing personal in it: a mail is read on the way. */
static const char *mail_words(const struct post *post)
{
    if (post->is_open)
        return arena_format(post->arena, "Her er et brev fra %s.\r\n\r\nHere is a letter from %s.\r\n", post->municipality,
                            post->municipality);
    return arena_format(post->arena,
                        "Der er et brev til dig fra %s. Ring på %s, hvis du ikke har fået det.\r\n\r\n"
                        "There is a letter for you from %s. Call %s if you have not received it.\r\n",
                        post->municipality, post->phone, post->municipality, post->phone);
}

static void make_email(const struct post *post, struct posted *posted)
{
    struct text *out = &posted->content;
    const char *words = mail_words(post);

    posted->name = file_name(post, "eml");
    if (!reach_is_mail(post->address))
        posted->problem = SAY("E-mail-adressen kan ikke bruges.");
    else if (!reach_is_mail(post->email))
        posted->problem = SAY("Kommunens e-mail mangler i brevhovedet.");
    if (posted->problem != NULL)
        return;
    text_add_format(out, "From: %s <%s>\r\nTo: %s\r\nSubject: %s\r\n", header_words(post, post->municipality), post->email,
                    post->address, header_words(post, arena_format(post->arena, "Brev fra %s", post->municipality)));
    text_add_format(out, "Message-ID: <brev-%lld.%s@fodfaeste>\r\nMIME-Version: 1.0\r\n", (long long)post->number,
                    hash_text(post->arena, post->pdf.at, post->pdf.length));
    text_add(out, "Content-Type: multipart/mixed; boundary=\"brev\"\r\n\r\n--brev\r\n"
                  "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    add_base64_lines(post->arena, out, (struct bytes){ words, strlen(words) });
    if (post->is_open) {
        text_add(out, "--brev\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n"
                      "Content-Disposition: attachment; filename=\"brev.pdf\"\r\n\r\n");
        add_base64_lines(post->arena, out, post->pdf);
    }
    text_add(out, "--brev--\r\n");
}

/* --- SMS --- */

/* Digits, with the country's in front: "+4512345678"; NULL when it is no number. */
static const char *phone_digits(const struct post *post)
{
    struct text digits = text_new(post->arena);
    bool has_country = post->address[strspn(post->address, " ")] == '+';

    if (!reach_is_phone(post->address))
        return NULL;
    for (const char *c = post->address; *c != 0; c++)
        if (*c >= '0' && *c <= '9')
            text_add_char(&digits, *c);
    return arena_format(post->arena, "+%s%s", has_country ? "" : "45", text_done(&digits));
}

static void make_sms(const struct post *post, struct posted *posted)
{
    const char *to = phone_digits(post);
    const char *words = arena_format(post->arena, "Brev fra %.60s. Ring %.20s, hvis du ikke har fået det.", post->municipality,
                                     post->phone);

    posted->name = file_name(post, "sms");
    if (to == NULL)
        posted->problem = SAY("Telefonnummeret kan ikke bruges.");
    else if (strlen(words) > SMS_MAX || !text_is_utf8(words, strlen(words)))
        posted->problem = SAY("Kommunens navn er for langt til en SMS.");
    else
        text_add_format(&posted->content, "to: %s\n\n%s\n", to, words);
}

/* --- Digital Post --- */

static void add_xml(struct text *out, const char *tag, const char *words)
{
    text_add_format(out, "<memo:%s>", tag);
    for (; *words != 0; words++)
        switch (*words) {
        case '&': text_add(out, "&amp;"); break;
        case '<': text_add(out, "&lt;"); break;
        case '>': text_add(out, "&gt;"); break;
        default: text_add_char(out, *words);
        }
    text_add_format(out, "</memo:%s>\n", tag);
}

/* The same letter is the same message, however often it is written. */
static const char *message_uuid(const struct post *post)
{
    const char *about = arena_format(post->arena, "%lld %s", (long long)post->number,
                                     hash_text(post->arena, post->pdf.at, post->pdf.length));
    const char *hex = hash_text(post->arena, about, strlen(about));

    return arena_format(post->arena, "%.8s-%.4s-4%.3s-8%.3s-%.12s", hex, hex + 8, hex + 13, hex + 17, hex + 20);
}

static void make_digital_post(const struct post *post, struct posted *posted)
{
    struct text *out = &posted->content;

    posted->name = file_name(post, "xml");
    if (text_is_blank(post->cpr))
        posted->problem = SAY("Der er intet CPR-nummer, og Digital Post går efter det.");
    else if (strlen(post->cvr) != 8 || strspn(post->cvr, "0123456789") != 8)
        posted->problem = SAY("Kommunens CVR-nummer mangler i brevhovedet.");
    if (posted->problem != NULL)
        return;
    text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<memo:Message xmlns:memo=\"https://DigitalPost.dk/MeMo-1\" "
                  "memoVersion=\"1.1\" memoSchVersion=\"1.1.0\">\n<memo:MessageHeader>\n");
    add_xml(out, "messageType", "DIGITALPOST");
    add_xml(out, "messageUUID", message_uuid(post));
    add_xml(out, "label", post->title);
    add_xml(out, "mandatory", "false");
    add_xml(out, "legalNotification", "false");
    text_add(out, "<memo:Sender>\n");
    add_xml(out, "senderID", post->cvr);
    add_xml(out, "idType", "CVR");
    add_xml(out, "label", post->municipality);
    text_add(out, "</memo:Sender>\n<memo:Recipient>\n");
    add_xml(out, "recipientID", post->cpr);
    add_xml(out, "idType", "CPR");
    text_add(out, "</memo:Recipient>\n</memo:MessageHeader>\n<memo:MessageBody>\n");
    add_xml(out, "createdDateTime", instant_iso(post->arena, post->made_at));
    text_add(out, "<memo:MainDocument>\n<memo:File>\n");
    add_xml(out, "encodingFormat", "application/pdf");
    add_xml(out, "filename", file_name(post, "pdf"));
    add_xml(out, "language", "da");
    text_add(out, "<memo:content>");
    add_base64(post->arena, out, post->pdf.at, post->pdf.length);
    text_add(out, "</memo:content>\n</memo:File>\n</memo:MainDocument>\n</memo:MessageBody>\n</memo:Message>\n");
}

/* --- files --- */

static const struct {
    const char *folder;
    void (*make)(const struct post *post, struct posted *posted);
} channels[LETTER_CHANNEL_COUNT] = {
    [LETTER_BY_PRINT] = { "print", make_print },
    [LETTER_BY_EMAIL] = { "epost", make_email },
    [LETTER_BY_SMS] = { "sms", make_sms },
    [LETTER_BY_DIGITAL_POST] = { "digitalpost", make_digital_post },
};

struct posted post_make(enum letter_channel channel, const struct post *post)
{
    struct posted posted = { .folder = channels[channel].folder, .content = text_new(post->arena) };

    if (post->pdf.length == 0)
        posted.problem = SAY("Brevet er slettet.");
    else
        channels[channel].make(post, &posted);
    return posted;
}

static bool write_whole(int file, const struct text *content)
{
    for (size_t done = 0; done < content->length;) {
        ssize_t wrote = write(file, content->at + done, content->length - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        done += (size_t)wrote;
    }
    return fsync(file) == 0;
}

static bool is_folder_there(const char *path)
{
    return mkdir(path, FOLDER_MODE) == 0 || errno == EEXIST;
}

bool post_write(struct arena *arena, const char *folder, const struct posted *posted, const char **receipt)
{
    const char *below = arena_format(arena, "%s/%s", folder, posted->folder);
    const char *path = arena_format(arena, "%s/%s", below, posted->name);
    const char *draft = arena_format(arena, "%s.part", path);

    if (!is_folder_there(folder) || !is_folder_there(below))
        return false;
    int file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, FILE_MODE);
    if (file < 0)
        return false;
    bool is_written = write_whole(file, &posted->content);
    is_written &= close(file) == 0;
    if (!is_written || rename(draft, path) != 0) {
        unlink(draft);
        return false;
    }
    *receipt = arena_format(arena, "%s/%s %s", posted->folder, posted->name,
                            hash_text(arena, posted->content.at, posted->content.length));
    return true;
}
