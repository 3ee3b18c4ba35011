/* SPDX-License-Identifier: MIT
 * letter_pages.c: a citizen's letters: which there are, writing one, the letter itself, handing over and sending; and
 * any document of the case as a PDF. */
#include "base/text.h"
#include "document/document.h"
#include "law/glossary.h"
#include "letter/pages.h"
#include "letter_letters_page.h"

static bool citizen_of_path(struct request *r, struct citizen_row *citizen)
{
    return citizen_load(r->db, (struct citizen_id){ request_id(r, "citizen") }, citizen);
}

/* --- the list --- */

static struct reply letters_show(struct request *r, struct letters_view *view)
{
    struct page page = page_new(r);

    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->letters = letter_of_citizen(r->db, view->citizen.id);
    view->templates = letter_choices_of(r);
    view->languages = glossary_choices(r, "language");
    view->may_write = request_may(r, MAY_DOCUMENT_WRITE);
    letters_page(&page, view);
    return reply_page(&page.text);
}

struct reply letters_get(struct request *r)
{
    struct letters_view view = { .form = form_new(r) };

    if (!citizen_of_path(r, &view.citizen))
        return reply_not_found(r);
    form_set(&view.form, "sprog", text_is_blank(view.citizen.language) ? "da" : view.citizen.language);
    return letters_show(r, &view);
}

/* --- a new one --- */

static bool new_of_path(struct request *r, struct new_view *view, const char *code)
{
    view->template = letter_template(code);
    if (!citizen_of_path(r, &view->citizen) || view->template == NULL || view->template->is_company)
        return false;
    view->name = citizen_name(r->arena, view->citizen.first_name, view->citizen.last_name);
    view->title = words_in(view->template->text, (int)r->language);
    return true;
}

static struct reply new_show(struct request *r, struct new_view *view)
{
    struct page page = page_new(r);

    letter_new_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

/* Shows the letter as it would be, with what stands in its way. */
static void look(struct request *r, struct new_view *view, const struct letter_order *order)
{
    struct letter_making making = letter_making_of(r->db, order);

    if (letter_prepare(&making, NULL))
        view->parts = letter_shown(&making);
    view->problem = letter_why_say(r->arena, r->language, &making.made);
}

struct reply letter_new_get(struct request *r)
{
    struct new_view view = { .form = form_new(r) };
    const char *language = request_query(r, "sprog");

    if (!new_of_path(r, &view, request_query(r, "skabelon")))
        return reply_not_found(r);
    form_set(&view.form, "skabelon", view.template->code);
    form_set(&view.form, "sprog", language);
    look(r, &view, &(struct letter_order){ .citizen = view.citizen.id, .code = view.template->code, .language = language });
    return new_show(r, &view);
}

/* What is asked and must be there, said at each field. */
static void check_asks(struct request *r, struct new_view *view, struct letter_values values)
{
    for (size_t i = 0; i < values.count; i++)
        if (!view->template->asks.at[i].is_optional && text_is_blank(values.at[i].words))
            form_error(&view->form, letter_ask_field(r->arena, i), say(r->language, "Skal udfyldes."));
}

struct reply letter_new_post(struct request *r)
{
    struct new_view view = { .form = form_read(r) };

    if (!new_of_path(r, &view, form_value(&view.form, "skabelon")))
        return reply_not_found(r);
    struct letter_order order = {
        .citizen = view.citizen.id,
        .code = view.template->code,
        .language = form_value(&view.form, "sprog"),
        .values = letter_asks_read(&view.form, view.template),
    };
    bool is_look = text_is(form_value(&view.form, "goer"), "se");
    if (!is_look)
        check_asks(r, &view, order.values);
    struct letter_made made = { .why = LETTER_MISSING };
    if (!is_look && view.form.error_count == 0) {
        made = letter_make(r->db, &order);
        if (made.why != LETTER_FINE)
            form_error(&view.form, "skabelon", letter_why_say(r->arena, r->language, &made));
    }
    if (made.why == LETTER_FINE)
        return reply_see_other(r, "/borger/%lld/breve/%lld", (long long)view.citizen.id.n, (long long)made.letter.n);
    look(r, &view, &order);
    return new_show(r, &view);
}

/* --- one --- */

static bool letter_of_path(struct request *r, struct letter_row *letter)
{
    return letter_load(r->db, (struct letter_id){ request_id(r, "brev") }, letter) &&
           letter->citizen.n == request_id(r, "citizen");
}

/* The words as they were frozen: the document's sections, Danish first. */
static struct shown_parts frozen(struct request *r, const struct letter_row *letter, bool *is_closed)
{
    struct document_row document;

    if (!document_open(r->db, letter->document, &document))
        return (struct shown_parts){ .count = 0 };
    *is_closed = document.is_closed;
    return letter_shown_frozen(r->arena, document.content, letter->language);
}

static struct reply letter_show(struct request *r, struct letter_view *view)
{
    struct citizen_row citizen;
    struct page page = page_new(r);

    if (!citizen_of_path(r, &citizen))
        return reply_not_found(r);
    view->name = citizen_name(r->arena, citizen.first_name, citizen.last_name);
    view->parts = frozen(r, &view->letter, &view->is_words_closed);
    view->is_paper_closed = view->letter.is_closed && !request_may(r, MAY_ADDRESS_PROTECTED);
    view->outbox = outbox_of_letter(r->db, view->letter.id, view->letter.citizen);
    view->channels = letter_channel_choices(r);
    view->may_write = request_may(r, MAY_DOCUMENT_WRITE);
    letter_page(&page, view);
    return view->form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply letter_get(struct request *r)
{
    struct letter_view view = { .form = form_new(r) };

    return letter_of_path(r, &view.letter) ? letter_show(r, &view) : reply_not_found(r);
}

struct reply letter_closed_reply(struct request *r, struct citizen_id citizen)
{
    struct page page = page_new(r);
    struct letter_closed_view view = { .citizen = citizen, .may_write = request_may(r, MAY_DOCUMENT_WRITE) };

    letter_closed_page(&page, &view);
    return reply_page(&page.text);
}

struct reply letter_pdf_get(struct request *r)
{
    struct letter_row letter;

    if (!letter_of_path(r, &letter))
        return reply_not_found(r);
    if (letter.is_closed && !request_may(r, MAY_ADDRESS_PROTECTED))
        return letter_closed_reply(r, letter.citizen);
    struct bytes pdf = letter.is_closed ? letter_pdf_protected(r->db, letter.id, letter.citizen)
                                        : letter_pdf(r->db, letter.id, letter.citizen);
    if (pdf.length == 0)
        return reply_not_found(r);
    return reply_file("application/pdf", arena_format(r->arena, "brev-%lld.pdf", (long long)letter.id.n), pdf.at, pdf.length);
}

static struct reply back(struct request *r, const struct letter_row *letter)
{
    return reply_see_other(r, "/borger/%lld/breve/%lld", (long long)letter->citizen.n, (long long)letter->id.n);
}

struct reply letter_hand_over_post(struct request *r)
{
    struct letter_row letter;

    if (!letter_of_path(r, &letter))
        return reply_not_found(r);
    letter_hand_over(r->db, letter.id);
    request_tell(r, say(r->language, "Udleveringen er noteret."), NULL);
    return back(r, &letter);
}

struct reply letter_send_post(struct request *r)
{
    struct letter_view view = { .form = form_read(r) };
    int channel = form_choice(&view.form, "vej", FORM_REQUIRED, letter_channel_codes);

    if (!letter_of_path(r, &view.letter))
        return reply_not_found(r);
    enum send_why why = channel < 0 ? SEND_FINE : letter_send(r->db, view.letter.id, (enum letter_channel)channel);
    if (why != SEND_FINE)
        form_error(&view.form, "vej", send_why_say(r->language, why));
    if (view.form.error_count > 0)
        return letter_show(r, &view);
    request_tell(r, say(r->language, "Brevet er lagt i udbakken."), NULL);
    return back(r, &view.letter);
}

/* --- any document --- */

/* The sections as one text with headings. */
static const char *document_words(struct arena *arena, const char *content)
{
    struct document_sections sections = document_sections_of(arena, content);
    struct text words = text_new(arena);

    for (size_t i = 0; i < sections.count; i++)
        text_add_format(&words, "# %s\n%s\n\n", sections.at[i].title, sections.at[i].words);
    return text_done(&words);
}

struct reply document_pdf_get(struct request *r)
{
    struct document_row document;
    struct letter_head_row head = { .street = "", .postal_code = "" };
    struct municipality_row municipality = { .name = "" };
    struct citizen_row citizen;

    if (!document_open(r->db, (struct document_id){ request_id(r, "dokument") }, &document) ||
        document.citizen.n != request_id(r, "citizen") || !citizen_of_path(r, &citizen))
        return reply_not_found(r);
    if (document.is_closed)
        return letter_closed_reply(r, document.citizen);
    letter_head_load(r->db, &head);
    municipality_load(r->db, &municipality);
    struct paper paper = {
        .name = document.title,
        .on = day_of_instant(document.made_at),
        .sender = arena_format(r->arena, "%s\n%s\n%s", municipality.name, head.street, head.postal_code),
        .facts = say_day_year(r->arena, LANGUAGE_DA, day_of_instant(document.made_at)),
        .parts = { { document.language, document.title,
                     arena_format(r->arena, "%s\n\n%s", citizen_name(r->arena, citizen.first_name, citizen.last_name),
                                  document_words(r->arena, document.content)), NULL } },
        .part_count = 1,
    };
    struct print print = press_print_one(r->arena, &paper);
    return letter_pdf_reply(r, &print, arena_format(r->arena, "dokument-%lld", (long long)document.id.n));
}
