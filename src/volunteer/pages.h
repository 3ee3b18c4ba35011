/* SPDX-License-Identifier: MIT
 * pages.h: what the page of volunteer mentors is given. For this folder and features.c. */
#ifndef VOLUNTEER_PAGES_H
#define VOLUNTEER_PAGES_H

#include "citizen/citizen.h"
#include "employer/pages.h"
#include "volunteer/volunteer.h"
#include "web/field.h"
#include "web/turn.h"

extern const struct feature volunteer_feature;

/* A chief mentor with more mentors than one can keep. */
struct chief_load {
    const char *name;
    int64_t count;
};

struct volunteer_view {
    struct volunteer_listed_list mentors;
    struct volunteer_match_row_list matches;
    struct mentor_wish_row_list wishes;
    struct volunteer_number numbers;
    struct { struct chief_load *at; size_t count; size_t room; } loaded; /* Chiefs above the limit. */
    int percent, limit;
    struct form form;
    struct choices branches, languages, staff, kinds, weekdays;
    bool may_write, may_match;
};

/* One of a chief's mentors. */
struct chief_mentor {
    const struct volunteer_listed *mentor;
    const char *waits; /* For what; "" for nothing. */
};

/* What became of a proposal to one of them. */
struct chief_match {
    const struct volunteer_chief_match *match;
    const char *waits, *who; /* Who said no. */
};
struct chief_matches {
    struct chief_match *at;
    size_t count, room;
};

struct chief_view {
    struct volunteer_chief_row_list chiefs;
    struct volunteer_chief_row chief; /* Who is looked at; id.n = 0 for nobody. */
    struct volunteer_number all;
    struct volunteer_chief_number own;
    int all_percent, own_percent, limit;
    int64_t free_seats;
    struct { struct chief_mentor *at; size_t count; } mentors;
    struct chief_matches pending, declined, ended;
    struct volunteer_meeting_row_list meetings;
    bool may_write; /* To these mentors. */
    bool is_own;    /* Whoever asks sees her own mentors alone. */
};

struct volunteer_one_view {
    struct volunteer_row volunteer;
    struct form form, contact_form;
    struct volunteer_met_list met;
    bool may_write;
};

/* How several people are written to at once: one link to the mail program for those with an address, none of whom sees
 * the others; the rest are rung. */
struct network_mail {
    const char *addresses, *title;
    size_t address_count;
    struct { struct volunteer_reached *at; size_t count, room; } rung;
};

struct network_messages_view {
    struct volunteer_message_row_list messages;
    struct choices people;
    struct form form;
    struct place_in_list place;
};

struct network_message_view {
    struct volunteer_message_row message;
    struct volunteer_reached_list people;
    struct network_mail mail;
    struct form form;
    bool may_undo;
};

struct network_meetings_view {
    struct volunteer_meeting_row_list meetings;
    struct choices people;
    struct form form;
};

struct network_meeting_view {
    struct volunteer_meeting_row meeting;
    struct volunteer_guest_list guests;
    struct choices others; /* Not asked yet. */
    struct network_mail mail;
    struct form form;
    bool is_today_or_past, may_cancel;
};

struct mentor_wish_view {
    struct citizen_row citizen;
    struct form form;
    struct choices branches;
};

struct reply chief_get(struct request *r);

struct reply network_messages_get(struct request *r);
struct reply network_message_post(struct request *r);
struct reply network_message_get(struct request *r);
struct reply network_message_undo_post(struct request *r);

struct reply network_meetings_get(struct request *r);
struct reply network_meeting_post(struct request *r);
struct reply network_meeting_get(struct request *r);
struct reply network_meeting_ask_post(struct request *r);
struct reply network_meeting_came_post(struct request *r);
struct reply network_meeting_not_came_post(struct request *r);
struct reply network_meeting_cancel_post(struct request *r);

/* Whose volunteers the one who asks sees: of a chief mentor, who does not keep the register, her own. */
struct volunteer_scope scope_of(const struct request *r);
bool is_in_scope(struct volunteer_scope scope, struct staff_id chief);

/* The register as far as the one who asks sees it; and those still there of it, to tick. */
struct volunteer_listed_list network_all(struct request *r);
struct choices network_choices(struct request *r, const struct volunteer_listed_list *all);

/* Ticks those of the chief mentor in the address (`hvem`), else all. */
void network_tick(struct form *form, const char *name, const struct volunteer_listed_list *all);
/* Those who are ticked; an error at the field when nobody is. */
struct volunteer_listed_list network_ticked(struct form *form, const char *name, const struct volunteer_listed_list *all);

void network_mail_add(struct request *r, struct network_mail *mail, const char *name, const char *phone, const char *email);

#endif
