/* SPDX-License-Identifier: MIT
 * batch.h: one letter to many. A batch is a draft until another person than its maker approves it. */
#ifndef LETTER_BATCH_H
#define LETTER_BATCH_H

#include "letter/letter.h"

/* The values that are the same for all, as they are stored, and back. */
const char *letter_batch_given_text(struct arena *arena, struct letter_values values);
struct letter_values letter_batch_given(struct arena *arena, const char *given);

enum letter_channel letter_batch_channel(const struct letter_batch_row *batch);

enum approve_why { APPROVE_FINE, APPROVE_OWN, APPROVE_EMPTY, APPROVE_NOT_DRAFT, APPROVE_WHY_COUNT };

/* Pure: may this person let it go? */
enum approve_why letter_batch_may_approve(bool is_draft, bool is_own, int64_t member_count);

#endif
