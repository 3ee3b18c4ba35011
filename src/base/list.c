/* SPDX-License-Identifier: MIT
 * list.c: growth of lists; the old array stays in the arena until it is reset. */
#include "base/list.h"

#include <string.h>

enum { LIST_ROOM_FIRST = 8 };

void *list_room(struct arena *arena, void *at, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return at;

    *room = *room == 0 ? LIST_ROOM_FIRST : *room * 2;
    void *larger = arena_array(arena, *room, size);
    if (count > 0)
        memcpy(larger, at, count * size);
    return larger;
}
