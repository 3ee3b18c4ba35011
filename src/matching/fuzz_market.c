/* SPDX-License-Identifier: MIT
 * fuzz_market.c: any bytes as a market. What is read is solved with a proof, and written and read again it is the
 * same; the solver's assignment passes the checker alone, and any bytes as an assignment are read or refused. */
#include <string.h>

#include "base/check.h"
#include "matching/market_file.h"
#include "matching/matching.h"
#include "web/route.h"

const struct feature *const features[] = { NULL };
const size_t feature_count = 0;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { LENGTH_MAX = 8192 };

/* A market of millions of empty rows is right, and slow. */
static bool is_large(const char *bytes, size_t length)
{
    size_t digits = 0;

    for (size_t k = 0; k < length; k++) {
        digits = bytes[k] >= '0' && bytes[k] <= '9' ? digits + 1 : 0;
        if (digits > 4)
            return true;
    }
    return false;
}

static void check_same(const struct market *a, const struct market *b)
{
    check(a->citizens == b->citizens && a->places == b->places);
    for (int32_t j = 0; j < a->places; j++)
        check(a->capacity[j] == b->capacity[j]);
    for (int32_t i = 0; i < a->citizens; i++)
        check(a->start[i + 1] == b->start[i + 1]);
    for (int64_t k = 0; a->citizens > 0 && k < a->start[a->citizens]; k++)
        check(a->pairs[k].place == b->pairs[k].place && a->pairs[k].score == b->pairs[k].score);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct arena *arena;
    struct market market, again;
    struct market_mistake mistake;
    const int32_t *place_of;

    if (length > LENGTH_MAX || is_large((const char *)bytes, length))
        return 0;
    if (arena == NULL)
        arena = arena_new((size_t)1 << 30);
    arena_reset(arena);
    if (!market_read(arena, (const char *)bytes, length, &market, &mistake)) {
        check(mistake.why != NULL && mistake.line > 0);
        return 0;
    }
    struct text text = text_new(arena);
    market_write(&text, &market);
    const char *written = text_done(&text);
    check(market_read(arena, written, strlen(written), &again, &mistake));
    check_same(&market, &again);
    struct matching_result result = matching_solve(matching_new(arena, &market, NULL));
    check(result.is_certified && !result.is_fallback);
    if (!assignment_read(arena, (const char *)bytes, length, &market, &place_of, &mistake))
        check(mistake.why != NULL && mistake.line > 0);
    return 0;
}
