/* SPDX-License-Identifier: MIT
 * words.c: the citizen's own words written down, in Danish and as she said them. Nothing is overwritten:
 * new words stand before those of last time. */
#include "plan/pages.h"

#include "base/text.h"
#include "plan_form_page.h"

enum { WORDS_MAX = 2000, NAME_MAX = 100 };

static struct reply show(struct request *r, struct words_view *v)
{
    struct page page = page_new(r);

    v->topics = choices_of_list(r, "own_words");
    v->languages = choices_of_list(r, "language");
    plan_words_page(&page, v);
    return v->of.form.error_count > 0 ? reply_form_again(&page.text) : reply_page(&page.text);
}

struct reply words_get(struct request *r)
{
    struct words_view view = { 0 };
    const char *topic = request_query(r, "om");

    if (!plan_open(r, "/ord", &view.of))
        return reply_not_found(r);
    form_set(&view.of.form, "om", *topic == 0 ? own_topic_codes[OWN_WANT] : topic);
    form_set(&view.of.form, "sprog", text_is(view.of.citizen.language, "da") ? "" : view.of.citizen.language);
    return show(r, &view);
}

struct reply words_post(struct request *r)
{
    struct words_view view = { 0 };

    if (!plan_open(r, "/ord", &view.of))
        return reply_not_found(r);
    struct form *form = &view.of.form;
    int topic = form_choice(form, "om", FORM_REQUIRED, own_topic_codes);
    struct own_words_insert_in words = {
        .words = form_text(form, "ord", FORM_REQUIRED, WORDS_MAX),
        .words_foreign = form_text(form, "fremmed", FORM_OPTIONAL, WORDS_MAX),
        .translated_by = form_text(form, "oversat", FORM_OPTIONAL, NAME_MAX),
    };
    bool is_translated = *words.words_foreign != 0;
    const char *language = form_text(form, "sprog", is_translated ? FORM_REQUIRED : FORM_OPTIONAL, NAME_MAX);
    if (*language != 0 && glossary_find("language", language) == NULL)
        form_error(form, "sprog", say(r->language, "Vælg et sprog."));
    if (form->error_count > 0)
        return show(r, &view);

    words.topic = own_topic_codes[topic];
    words.language = is_translated || *words.translated_by != 0 ? language : "da";
    struct own_words_id id = plan_say(r->db, view.of.citizen.id, &words);
    request_tell(r, say_with(r->arena, r->language, SAY("{1} ord er skrevet."), say_whose(r->arena, r->language, view.of.citizen.first_name), NULL),
                 arena_format(r->arena, "%s/%lld/fortryd", view.of.path, (long long)id.n));
    return plan_back(r, &view.of);
}

struct reply words_undo_post(struct request *r)
{
    struct plan_of of;
    struct own_words_row words;

    if (!plan_open(r, "", &of) || !own_words_load(r->db, (struct own_words_id){ request_id(r, "ord") }, &words)
        || words.citizen.n != of.citizen.id.n || !plan_unsay(r->db, &words))
        return reply_not_found(r);
    request_tell(r, say(r->language, "Ordene er taget tilbage."), NULL);
    return plan_back(r, &of);
}
