/* SPDX-License-Identifier: MIT
 * hide.c: small numbers, and as many beside them as it takes. */
#include "base/hide.h"

bool is_count_small(int64_t number)
{
    return number > 0 && number < SMALL_COUNT;
}

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

/* What is hidden, as somebody may know it: how many, their sum, and how many of them are small. */
struct hidden {
    int64_t count, small, sum;
};

static struct hidden hidden_of(const int64_t *numbers, size_t count, const bool *is_hidden)
{
    struct hidden hidden = { 0 };

    for (size_t i = 0; i < count; i++)
        if (is_hidden[i]) {
            hidden.count++;
            hidden.small += is_count_small(numbers[i]);
            hidden.sum += numbers[i];
        }
    return hidden;
}

/* A hidden number is at least 1, so with the sum of all hidden ones each can be as much as what the others leave. One of
 * them is none of the small ones: else whoever knows the rule knew that all of them are. */
static bool is_secret(struct hidden hidden)
{
    return hidden.count > 1 && hidden.small < hidden.count && hidden.sum - (hidden.count - 1) >= SMALL_COUNT;
}

/* Told which are small, each still can be one more or one less as long as the others give way. */
static bool is_open(struct hidden hidden)
{
    int64_t others = hidden.count - hidden.small, least = hidden.small + others * SMALL_COUNT;
    bool has_top = others == 0 && hidden.sum >= hidden.small * (SMALL_COUNT - 1);

    return hidden.count > 1 && hidden.sum > least && !has_top;
}

static bool is_kept_secret(enum small_words words, const int64_t *numbers, size_t count, const bool *is_hidden)
{
    struct hidden hidden = hidden_of(numbers, count, is_hidden);

    return hidden.count == 0 || (words == SMALL_SECRET ? is_secret(hidden) : is_open(hidden));
}

/* All that are alike are hidden together: which of two equals is hidden would tell of the third. */
bool hide_small(enum small_words words, const int64_t *numbers, size_t count, bool *is_hidden)
{
    hide_up_to(numbers, count, is_hidden, SMALL_COUNT - 1);
    while (!is_kept_secret(words, numbers, count, is_hidden)) {
        int64_t next = least_shown(numbers, count, is_hidden);
        if (next == 0)
            return false;
        hide_up_to(numbers, count, is_hidden, next);
    }
    return true;
}
