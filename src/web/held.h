/* SPDX-License-Identifier: MIT
 * held.h: what a way of working asks before something is done, at the form that was posted. A post is judged when its
 * handler is done and before anything is stored (serve_set_judge). When something is asked, nothing of it is stored and
 * the handler is called once more: form_read then stands with the lines as errors, so that its page shows again with all
 * that was typed. A handler that shows no page of its own is answered for by a page that asks (held.page). */
#ifndef WEB_HELD_H
#define WEB_HELD_H

#include <stdbool.h>
#include <stddef.h>

/* Finished texts in the request's language. */
struct held_line {
    const char *words;       /* The rule, in its own words. */
    const char *missing;     /* What is missing, or NULL. */
    const char *source;      /* Who asks, and where it is written. */
    const char *way_on;      /* An address where it can be mended, or NULL; */
    const char *way_on_name; /* and what that is called. */
    const char *field;       /* The typed field it is about; NULL: none. */
    const char *reason_name; /* The field for a reason to go on; NULL: no reason helps. */
};
struct held_lines {
    const struct held_line *at;
    size_t count;
    const char *back; /* The page of whom it is about. */
};

/* Does a reason help with all of them? */
bool held_may_pass(const struct held_lines *held);

/* Is it the name of a reason's field? */
bool held_is_reason(const struct held_lines *held, const char *name);

/* The page that asks where the one that was pressed does not. Nothing is stored. */
struct request;
struct reply held_reply(struct request *r);

#endif
