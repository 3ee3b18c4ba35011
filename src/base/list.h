/* SPDX-License-Identifier: MIT
 * list.h: a growing array in an arena. Declare `LIST_OF(struct goal) goals = { 0 };`, append with
 * `*LIST_ADD(arena, &goals) = goal;`, read `goals.at[i]` for i < `goals.count`. */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include "base/arena.h"

#define LIST_OF(type)       \
    struct {                \
        type *at;           \
        size_t count, room; \
    }

/* A pointer to a new last element; its bytes are zero. Pointers to earlier elements become stale. */
#define LIST_ADD(arena, list)                                                                      \
    ((list)->at = list_room((arena), (list)->at, (list)->count, &(list)->room, sizeof *(list)->at), \
     &(list)->at[(list)->count++])

/* Room for one more of `count` elements: the same array, or a copy of twice the size. */
void *list_room(struct arena *arena, void *at, size_t count, size_t *room, size_t size);

#endif
