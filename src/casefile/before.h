/* SPDX-License-Identifier: MIT
 * before.h: what the schemes ask before something is done: rules of kind `require`, judged on each post of a member of
 * staff before it is stored (web/held.h). One that blocks refuses; one that warns asks for a reason, which is kept;
 * one that notes is only seen afterwards. */
#ifndef CASEFILE_BEFORE_H
#define CASEFILE_BEFORE_H

#include "engine/event.h"
#include "ids.h"
#include "web/serve.h"

/* For serve_set_judge: what is asked of what this post has written since `mark`. Where a reason was given for all that
 * is asked of an event, it is kept with it. */
struct held_lines casefile_before(struct request *r, int64_t mark);

/* Why something was done with one of the citizen's things (a placement) though a scheme asks something else first. */
struct reason_given {
    const char *rule, *words; /* The rule in the request's language; the words as typed, "" when they are erased. */
};
struct reasons_given {
    struct reason_given *at;
    size_t count;
};
struct reasons_given casefile_reasons_about(struct request *r, struct citizen_id citizen, struct subject about);

#endif
