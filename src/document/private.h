/* SPDX-License-Identifier: MIT
 * private.h: what the files of src/document tell each other: the views of its pages and their handlers. */
#ifndef DOCUMENT_PRIVATE_H
#define DOCUMENT_PRIVATE_H

#include "citizen/citizen.h"
#include "document/document.h"
#include "web/form.h"

/* A template of a scheme the citizen is enrolled in, and the form that makes it. */
struct template_choice {
    const char *scheme, *scheme_title, *code, *title;
    const struct scheme_document *template;
};
struct template_choices {
    const struct template_choice *at;
    size_t count;
};

struct language_choice {
    const char *code, *label;
};
struct language_choices {
    const struct language_choice *at;
    size_t count;
};

struct documents_view {
    struct citizen_row citizen;
    const char *name;
    struct document_listed_list documents;
    struct template_choices templates;
    struct language_choices languages;
    struct form form;
};

/* One party of a contract: has it signed, and when. */
struct document_party {
    const char *code, *name;
    instant signed_at; /* INSTANT_NONE: not yet. */
};
struct document_parties {
    struct document_party *at;
    size_t count;
};

struct paragraph_list {
    const char **at;
    size_t count;
};
struct printed_section {
    const char *title;
    struct text_pieces paragraphs;
};
struct printed_sections {
    struct printed_section *at;
    size_t count;
};

struct document_view {
    struct document_row document;
    const char *name; /* The citizen's. */
    struct printed_sections sections;
    struct document_parties parties;
    struct form form;
};

/* One section of a template as the municipality edits it. */
struct section_field {
    int64_t number, version;
    const char *title, *name; /* Of the field. */
    const char *words, *stands; /* Own text here; the text that stands instead when there is none. */
};
struct section_fields {
    struct section_field *at;
    size_t count;
};

struct sections_view {
    const struct scheme *scheme;
    const struct scheme_document *template;
    const char *title, *language, *variant;
    struct section_fields sections;
    struct language_choices languages;
    struct form form;
    bool is_changed_meanwhile;
};

struct reply documents_get(struct request *r);
struct reply documents_post(struct request *r);
struct reply document_get(struct request *r);
struct reply document_hand_over_post(struct request *r);
struct reply document_sign_post(struct request *r);
struct reply sections_get(struct request *r);
struct reply sections_post(struct request *r);
struct reply templates_get(struct request *r);

/* The glossary's languages in the page's own. */
struct language_choices document_languages(struct request *r);

/* A stored text as paragraphs for a page. */
struct printed_sections document_printed(struct arena *arena, const char *content);

#endif
