/* SPDX-License-Identifier: MIT
 * before.h: what the schemes ask before something is done: rules of kind `require`, judged on each post of a member of
 * staff before it is stored (web/held.h). One that blocks refuses; one that warns asks for a reason, which is kept;
 * one that notes is only seen afterwards. */
#ifndef CASEFILE_BEFORE_H
#define CASEFILE_BEFORE_H

#include "web/serve.h"

/* For serve_set_judge: what is asked of what this post has written since `mark`. Where a reason was given for all that
 * is asked of an event, it is kept with it. */
struct held_lines casefile_before(struct request *r, int64_t mark);

#endif
