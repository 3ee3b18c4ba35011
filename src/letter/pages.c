/* SPDX-License-Identifier: MIT
 * pages.c: the routes of letters, and what their pages share. Texts are in text_pages.c, a citizen's letters in
 * letter_pages.c, many in batch_pages.c, the outbox in outbox_pages.c. */
#include "letter/pages.h"

#include "base/list.h"
#include "base/text.h"

static const struct route routes[] = {
    { GET, "/brevskabeloner", MAY_LOGGED_IN, texts_get },
    { GET, "/brevskabeloner/{kode}/{sprog}", MAY_LOGGED_IN, text_get },
    { POST, "/brevskabeloner/{kode}/{sprog}", MAY_DOCUMENT_WRITE, text_post },
    { POST, "/brevskabeloner/{kode}/{sprog}/godkend", MAY_LETTER_APPROVE, text_approve_post },
    { GET, "/brevskabeloner/{kode}/{sprog}/brev.pdf", MAY_LOGGED_IN, text_pdf_get },
    { GET, "/brevproever", MAY_LOGGED_IN, text_bench_get },
    { GET, "/brevhoved", MAY_LETTER_APPROVE, head_get },
    { POST, "/brevhoved", MAY_LETTER_APPROVE, head_post },
    { GET, "/borger/{citizen}/breve", MAY_LOGGED_IN, letters_get },
    { GET, "/borger/{citizen}/breve/ny", MAY_DOCUMENT_WRITE, letter_new_get },
    { POST, "/borger/{citizen}/breve/ny", MAY_DOCUMENT_WRITE, letter_new_post },
    { GET, "/borger/{citizen}/breve/{brev}", MAY_LOGGED_IN, letter_get },
    { GET, "/borger/{citizen}/breve/{brev}/brev.pdf", MAY_LOGGED_IN, letter_pdf_get },
    { POST, "/borger/{citizen}/breve/{brev}/udlever", MAY_DOCUMENT_WRITE, letter_hand_over_post },
    { POST, "/borger/{citizen}/breve/{brev}/send", MAY_DOCUMENT_WRITE, letter_send_post },
    { GET, "/borger/{citizen}/dokumenter/{dokument}/dokument.pdf", MAY_LOGGED_IN, document_pdf_get },
    { GET, "/hold/{hold}/beviser", MAY_DOCUMENT_WRITE, certificates_get },
    { POST, "/hold/{hold}/beviser", MAY_DOCUMENT_WRITE, certificates_post },
    { GET, "/udsendelser", MAY_LOGGED_IN, batches_get },
    { POST, "/udsendelser", MAY_DOCUMENT_WRITE, batches_post },
    { GET, "/udsendelser/{udsendelse}", MAY_LOGGED_IN, batch_get },
    { POST, "/udsendelser/{udsendelse}/tilfoej", MAY_DOCUMENT_WRITE, batch_add_post },
    { POST, "/udsendelser/{udsendelse}/fjern", MAY_DOCUMENT_WRITE, batch_drop_post },
    { POST, "/udsendelser/{udsendelse}/godkend", MAY_LETTER_APPROVE, batch_approve_post },
    { POST, "/udsendelser/{udsendelse}/fortryd", MAY_DOCUMENT_WRITE, batch_cancel_post },
    { GET, "/udbakke", MAY_LOGGED_IN, outbox_get },
    { POST, "/udbakke/{post}/igen", MAY_DOCUMENT_WRITE, outbox_again_post },
    { POST, "/udbakke/{post}/stop", MAY_DOCUMENT_WRITE, outbox_stop_post },
    { 0 },
};

static void start(void)
{
    letter_templates(); /* Read before there are workers, so that all of them share it. */
}

const struct feature letter_feature = { .name = "letter", .routes = routes, .start = start };

int64_t letter_sees_all(const struct request *r)
{
    return request_may(r, MAY_CASE_ALL);
}

struct choices letter_choices_of(struct request *r)
{
    struct letter_templates templates = letter_templates();
    LIST_OF(struct choice) choices = { 0 };

    for (size_t i = 0; i < templates.count; i++)
        if (!templates.at[i]->is_company)
            *LIST_ADD(r->arena, &choices) = (struct choice){ templates.at[i]->code,
                                                             words_in(templates.at[i]->text, (int)r->language) };
    return (struct choices){ choices.at, choices.count };
}

struct choices letter_channel_choices(struct request *r)
{
    return glossary_some(r, "letter_channel", letter_channel_codes);
}

const char *letter_ask_field(struct arena *arena, size_t number)
{
    return arena_format(arena, "f%zu", number);
}

struct letter_values letter_asks_read(struct form *form, const struct letter_template *template)
{
    struct arena *arena = form->request->arena;
    struct letter_value *values = arena_array(arena, template->asks.count + 1, sizeof *values);

    for (size_t i = 0; i < template->asks.count; i++)
        values[i] = (struct letter_value){
            template->asks.at[i].name, form_text(form, letter_ask_field(arena, i), FORM_OPTIONAL, VALUE_MAX),
        };
    return (struct letter_values){ values, template->asks.count };
}

struct reply letter_pdf_reply(struct request *r, const struct print *print, const char *name)
{
    if (print->why != PAPER_FINE)
        return reply_not_found(r);
    return reply_file("application/pdf", arena_format(r->arena, "%s.pdf", name), print->pdf.at, print->pdf.length);
}
