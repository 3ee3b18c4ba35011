/* SPDX-License-Identifier: MIT
 * hide.c: small numbers, and as many beside them as it takes. */
#include "proposal/hide.h"

/* The least that is still shown and not zero; 0 for none. */
static int64_t least_shown(const int64_t *numbers, size_t count, const bool *is_hidden)
{
    int64_t least = 0;

    for (size_t i = 0; i < count; i++)
        if (numbers[i] > 0 && !is_hidden[i] && (least == 0 || numbers[i] < least))
            least = numbers[i];
    return least;
}

static void hide_up_to(const int64_t *numbers, size_t count, bool *is_hidden, int64_t most)
{
    for (size_t i = 0; i < count; i++)
        is_hidden[i] = numbers[i] > 0 && numbers[i] <= most;
}

/* A hidden number is at least 1, so with the sum of all hidden ones each can be as much as what the others leave. One of
 * them is none of the small ones: else whoever knows the rule knew that all of them are. */
static bool is_kept_secret(const int64_t *numbers, size_t count, const bool *is_hidden)
{
    int64_t sum = 0, hidden = 0, greatest = 0;

    for (size_t i = 0; i < count; i++)
        if (is_hidden[i]) {
            sum += numbers[i];
            greatest = numbers[i] > greatest ? numbers[i] : greatest;
            hidden++;
        }
    return hidden == 0 || (hidden > 1 && greatest >= SMALL && sum - (hidden - 1) >= SMALL);
}

/* All that are alike are hidden together: which of two equals is hidden would tell of the third. */
bool hide_small(const int64_t *numbers, size_t count, bool *is_hidden)
{
    hide_up_to(numbers, count, is_hidden, SMALL - 1);
    while (!is_kept_secret(numbers, count, is_hidden)) {
        int64_t next = least_shown(numbers, count, is_hidden);
        if (next == 0)
            return false;
        hide_up_to(numbers, count, is_hidden, next);
    }
    return true;
}
