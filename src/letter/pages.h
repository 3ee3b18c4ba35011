/* SPDX-License-Identifier: MIT
 * pages.h: what the pages of letters are given, and their handlers. For this folder and features.c. */
#ifndef LETTER_PAGES_H
#define LETTER_PAGES_H

#include "citizen/citizen.h"
#include "citizen/holding.h"
#include "employer/pages.h"
#include "group/group.h"
#include "letter/batch.h"
#include "letter/difference.h"
#include "letter/letter.h"
#include "letter/private.h"
#include "letter/shown.h"
#include "web/field.h"
#include "web/form.h"
#include "web/frame.h"
#include "web/route.h"
#include "web/turn.h"

extern const struct feature letter_feature;
extern const struct holding letter_holding; /* holding.c */

enum { TITLE_MAX = 200, WORDS_MAX = 20000, VALUE_MAX = 4000, SAMPLE_SIZE = 10, OUTBOX_SHOWN = 200, BATCHES_SHOWN = 50,
       MEMBERS_A_PAGE = 50, GROUPS_SHOWN = 500 };

/* --- texts --- */

/* A text in the list of all: what it is and whether it may be used. */
struct text_line {
    const struct letter_template *template;
    const char *title, *language;
    int64_t number; /* 0: the program's own. */
    bool needs_approval, is_machine;
    const char *approved_by;
    instant approved_at;
};
struct text_lines {
    struct text_line *at;
    size_t count;
};

struct texts_view {
    struct text_lines lines;
};

struct field_line {
    const char *name, *label;
};
struct field_lines {
    struct field_line *at;
    size_t count;
};

struct text_view {
    const struct letter_template *template;
    const char *title, *language, *direction; /* "rtl" or NULL. */
    const struct letter_words *program;       /* NULL: the program has none in this language. */
    struct letter_text_row_list versions;
    struct difference difference; /* Between the two newest; empty when there is one. */
    struct field_lines fields;
    struct form form, approve_form;
    bool may_write, may_approve, waits; /* For an approval. */
};

struct bench_line {
    struct citizen_id citizen;
    const char *name, *problem, *missing; /* What stands in the way, the fields without a value; "" for none. */
    int pages;
};
struct bench_lines {
    struct bench_line *at;
    size_t count;
};
struct bench_view {
    const struct letter_template *template;
    const char *title, *language;
    struct bench_lines lines;
};

struct head_view {
    struct letter_head_row head;
    const char *municipality;
    struct form form;
};

/* --- a citizen's letters --- */

struct letter_choice {
    const char *code, *title;
};
struct letter_choices {
    struct letter_choice *at;
    size_t count;
};

struct letters_view {
    struct citizen_row citizen;
    const char *name;
    struct letter_row_list letters;
    struct choices templates, languages;
    struct form form;
    bool may_write;
};

struct new_view {
    struct citizen_row citizen;
    const char *name, *title;
    const struct letter_template *template;
    struct shown_parts parts; /* As it would be; none before somebody asked to see it. */
    const char *problem;      /* What stands in the way, "" for nothing. */
    struct form form;
};

struct letter_view {
    struct letter_row letter;
    const char *name;
    struct shown_parts parts;
    struct outbox_row_list outbox;
    struct choices channels;
    struct form form;
    bool may_write;
    bool is_paper_closed, is_words_closed; /* An address on it has become protected, and whoever looks may not see such. */
};

struct letter_closed_view {
    struct citizen_id citizen;
    bool may_write;
};

/* --- many --- */

struct batches_view {
    struct letter_batch_listed_list batches;
    struct choices templates, channels;
    struct form form;
    bool may_write;
};

struct batch_view {
    struct letter_batch_row batch;
    const char *title;
    const struct letter_template *template;
    struct letter_batch_count_row count;
    struct letter_batch_member_row_list members;
    struct choices groups, schemes, languages;
    struct form form;
    const char *problem; /* Why it cannot be approved now; "" for nothing. */
    bool may_write, may_approve, is_draft;
    struct place_in_list place;
};

/* Certificates of a group. certificate_pages.c */
struct certificate_line {
    struct citizen_id citizen;
    const char *name, *came; /* "16 af 20 dage, 80 %", with the demand when it is not met. */
    day last;
    bool is_fine;
};
struct certificates_view {
    struct course_group_row group;
    struct {
        struct certificate_line *at;
        size_t count;
    } lines;
    size_t fine_count;
    int64_t wanted; /* Percent; 0: no demand. */
    struct choices channels;
    struct form form;
};
struct reply certificates_get(struct request *r);
struct reply certificates_post(struct request *r);

struct outbox_view {
    struct outbox_shown_row_list rows;
    struct outbox_count_row_list counts;
    struct choices states;
    const char *wanted;
    struct form form;
    bool may_approve;
};

/* The templates to citizens, by title. */
struct choices letter_choices_of(struct request *r);
struct choices letter_channel_choices(struct request *r);


/* May the actor read beyond her units? For the statements with is_all. */
int64_t letter_sees_all(const struct request *r);

/* The asks of a template from a form, by the fields "f0", "f1" ... */
const char *letter_ask_field(struct arena *arena, size_t number);
struct letter_values letter_asks_read(struct form *form, const struct letter_template *template);

/* An answer with a PDF, to be looked at; not found when there is none. */
struct reply letter_pdf_reply(struct request *r, const struct print *print, const char *name);

struct reply texts_get(struct request *r);
struct reply text_get(struct request *r);
struct reply text_post(struct request *r);
struct reply text_approve_post(struct request *r);
struct reply text_pdf_get(struct request *r);
struct reply text_bench_get(struct request *r);
struct reply head_get(struct request *r);
struct reply head_post(struct request *r);
struct reply letters_get(struct request *r);
struct reply letter_new_get(struct request *r);
struct reply letter_new_post(struct request *r);
struct reply letter_get(struct request *r);
struct reply letter_pdf_get(struct request *r);
struct reply letter_hand_over_post(struct request *r);
struct reply letter_send_post(struct request *r);
struct reply document_pdf_get(struct request *r);
struct reply batches_get(struct request *r);
struct reply batches_post(struct request *r);
struct reply batch_get(struct request *r);
struct reply batch_add_post(struct request *r);
struct reply batch_drop_post(struct request *r);
struct reply batch_approve_post(struct request *r);
struct reply batch_cancel_post(struct request *r);
struct reply outbox_get(struct request *r);
struct reply outbox_again_post(struct request *r);
struct reply outbox_stop_post(struct request *r);

#endif
