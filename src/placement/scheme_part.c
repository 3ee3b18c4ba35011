/* SPDX-License-Identifier: MIT
 * scheme_part.c: asking the citizen's schemes about placements. */
#include "placement/scheme_part.h"

#include "base/list.h"
#include "base/text.h"
#include "casefile/casefile.h"
#include "law/glossary.h"
#include "library/library.h"

struct choice_list {
    struct choice *at;
    size_t count, room;
};

static const struct scheme_activity *activity_of(const struct scheme *scheme, const char *kind)
{
    for (size_t i = 0; i < scheme->activities.count; i++)
        if (text_is(activity_kind_words[scheme->activities.at[i].kind], kind))
            return &scheme->activities.at[i];
    return NULL;
}

struct placement_activity placement_activity_of(struct db *db, struct citizen_id citizen, enum placement_kind kind)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(db, citizen);

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(db, &enrolments.at[i]);
        const struct scheme_activity *activity =
            scheme == NULL ? NULL : activity_of(scheme, placement_kinds[kind].code);
        if (activity != NULL)
            return (struct placement_activity){ scheme->id.text, activity->id.text };
    }
    return (struct placement_activity){ "", "" };
}

bool placement_is_paid_first(struct db *db, struct citizen_id citizen)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(db, citizen);
    bool is_first = false;

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(db, &enrolments.at[i]);
        for (size_t k = 0; scheme != NULL && k < scheme->policies.count; k++)
            is_first = is_first || (text_is(scheme->policies.at[k].axis.text, "placement_before_paid") &&
                                    text_is(scheme->policies.at[k].value.text, "never"));
    }
    return is_first;
}

static bool has_choice(const struct choice_list *choices, const char *code)
{
    for (size_t i = 0; i < choices->count; i++)
        if (text_is(choices->at[i].code, code))
            return true;
    return false;
}

static void add_choice(struct arena *arena, struct choice_list *choices, const char *code, const char *label)
{
    if (!has_choice(choices, code))
        *LIST_ADD(arena, choices) = (struct choice){ code, label };
}

static void add_items(struct request *r, struct choice_list *choices, const struct scheme_list *list)
{
    for (size_t item = 0; list != NULL && item < list->items.count; item++)
        add_choice(r->arena, choices, list->items.at[item].id.text,
                   words_in(list->items.at[item].text, (int)r->language));
}

/* The items of a list that the placements of a citizen's schemes name, in the order of the schemes. */
static void add_scheme_items(struct request *r, struct choice_list *choices, struct citizen_id citizen,
                             struct code (*list_of)(const struct scheme_placement *terms))
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(r->db, &enrolments.at[i]);
        for (size_t k = 0; scheme != NULL && k < scheme->activities.count; k++) {
            struct code id = list_of(&scheme->activities.at[k].placement);
            const struct scheme_list *list = code_is_none(id) ? NULL : scheme_list(scheme, id.text);
            add_items(r, choices, list);
        }
    }
}

static struct code purposes_of(const struct scheme_placement *terms)
{
    return terms->purposes;
}

static struct code end_reasons_of(const struct scheme_placement *terms)
{
    return terms->ended_reasons;
}

static struct code risks_of(const struct scheme_placement *terms)
{
    return terms->risks;
}

static void add_glossary(struct request *r, struct choice_list *choices, const char *list, const char *const *codes)
{
    for (; *codes != NULL; codes++)
        add_choice(r->arena, choices, *codes, glossary_label_or_code((int)r->language, list, *codes));
}

struct choices placement_scheme_list(struct request *r, struct citizen_id citizen, const char *list)
{
    struct enrolment_row_list enrolments = enrolment_of_citizen(r->db, citizen);
    struct choice_list choices = { 0 };

    for (size_t i = 0; i < enrolments.count; i++) {
        const struct scheme *scheme = casefile_scheme_running(r->db, &enrolments.at[i]);
        add_items(r, &choices, scheme == NULL ? NULL : scheme_list(scheme, list));
    }
    return (struct choices){ choices.at, choices.count };
}

struct choices placement_purposes(struct request *r, struct citizen_id citizen)
{
    /* S22 (004:173-175): clarify a goal, train competences, recruit. */
    static const char *const three[] = { "clarify_goal", "train_professional", "train_social", "recruitment", NULL };
    struct choice_list choices = { 0 };

    add_scheme_items(r, &choices, citizen, purposes_of);
    add_glossary(r, &choices, "purpose", three);
    return (struct choices){ choices.at, choices.count };
}

struct choices placement_end_reasons(struct request *r, struct citizen_id citizen)
{
    static const char *const ours[] = { "as_planned", "job", "unsolved", "health", "other", NULL };
    struct choice_list choices = { 0 };

    add_scheme_items(r, &choices, citizen, end_reasons_of);
    add_glossary(r, &choices, "end_reason", ours);
    return (struct choices){ choices.at, choices.count };
}

struct choices placement_risks_known(struct request *r, struct citizen_id citizen)
{
    static const char *const named[] = { "transport", "meeting_times", "culture", NULL }; /* 003:162 */
    struct choice_list choices = { 0 };

    add_scheme_items(r, &choices, citizen, risks_of);
    if (choices.count == 0)
        add_glossary(r, &choices, "end_reason", named);
    return (struct choices){ choices.at, choices.count };
}

/* The word of a code in the lists that `list_of` names in one scheme, or NULL. */
static const char *word_in(const struct scheme *scheme, struct code (*list_of)(const struct scheme_placement *terms),
                           const char *code, int language)
{
    for (size_t i = 0; i < scheme->activities.count; i++) {
        struct code list = list_of(&scheme->activities.at[i].placement);
        const char *label = code_is_none(list) ? code : library_item_label(scheme, list.text, code, language);
        if (!text_is(label, code))
            return label;
    }
    return NULL;
}

static const char *word_anywhere(const struct request *r, const char *glossary,
                                 struct code (*list_of)(const struct scheme_placement *terms), const char *code)
{
    const struct library *library = library_all();
    const char *word = glossary_label((int)r->language, glossary, code);

    for (size_t i = 0; word == NULL && i < library->schemes.count; i++)
        word = word_in(library->schemes.at[i], list_of, code, (int)r->language);
    return word == NULL ? code : word;
}

const char *placement_purpose_word(const struct request *r, const char *code)
{
    return word_anywhere(r, "purpose", purposes_of, code);
}

const char *placement_reason_word(const struct request *r, const char *code)
{
    return word_anywhere(r, "end_reason", end_reasons_of, code);
}

const char *choice_label(struct choices choices, const char *code)
{
    for (size_t i = 0; i < choices.count; i++)
        if (text_is(choices.at[i].code, code))
            return choices.at[i].label;
    return code;
}
