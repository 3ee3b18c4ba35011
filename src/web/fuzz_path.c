/* SPDX-License-Identifier: MIT
 * fuzz_path.c: any bytes as a path. A found route has all its parameters, none
 * of them empty; a path that was encoded decodes to itself. */
#include <string.h>

#include "base/check.h"
#include "web/percent.h"
#include "web/route.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { ARENA_SIZE = 64 << 20, PATH_LENGTH_MAX = 4096 };

static struct reply nothing(struct request *r)
{
    return reply_not_found(r);
}

static const struct route routes[] = {
    { GET, "/", MAY_ANYONE, nothing },
    { GET, "/a/{x}", MAY_ANYONE, nothing },
    { GET, "/a/b", MAY_ANYONE, nothing },
    { GET, "/a/{x}/c/{y}", MAY_ANYONE, nothing },
    { GET, "/{z}/b/c", MAY_ANYONE, nothing },
    { 0 },
};
static const struct feature fuzz_feature = { .name = "fuzz", .routes = routes };
const struct feature *const features[] = { &fuzz_feature };
const size_t feature_count = 1;

static void find(struct arena *arena, const char *path)
{
    struct request r = { .arena = arena, .method = GET, .path = path };
    const struct route *route = route_find(&r);

    for (size_t i = 0; route != NULL && i < r.parameter_count; i++) {
        check(r.parameter_values[i][0] != 0);
        check(text_is(request_parameter(&r, r.parameter_names[i]), r.parameter_values[i]));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct arena *arena;

    if (length > PATH_LENGTH_MAX)
        return 0;
    if (arena == NULL)
        arena = arena_new(ARENA_SIZE);
    arena_reset(arena);
    const char *path = percent_decode(arena, PERCENT_PATH, (const char *)bytes, length);
    if (path == NULL)
        return 0;
    check(text_is_utf8(path, strlen(path)));
    find(arena, path);
    struct text again = text_new(arena);
    percent_encode(&again, path);
    const char *encoded = text_done(&again);
    check(text_is(percent_decode(arena, PERCENT_PATH, encoded, strlen(encoded)), path));
    return 0;
}
