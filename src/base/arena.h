/* SPDX-License-Identifier: MIT
 * arena.h: memory with one end. A request owns an arena; all that was made for the answer goes with
 * it. Functions that allocate take the arena first, never return NULL, and need no free. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* Makes an arena that may grow to `limit` bytes. Free it with arena_free. */
struct arena *arena_new(size_t limit);

/* Forgets all that was allocated and keeps one block, at most a megabyte, for the next request. */
void arena_reset(struct arena *arena);

void arena_free(struct arena *arena);

/* `size` zeroed bytes, aligned for any type. Beyond the limit a check fails: the limit is our promise
 * that a request cannot eat the machine, and web/ refuses large bodies long before. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, with whatever was there before: for bytes that are written at once. */
void *arena_take(struct arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; a check fails when the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of `length` bytes with a NUL after them. */
char *arena_copy(struct arena *arena, const void *bytes, size_t length);

/* A copy of a text. NULL gives NULL. */
char *arena_dup(struct arena *arena, const char *text);

/* Text formatted as by printf. */
__attribute__((format(printf, 2, 3)))
char *arena_format(struct arena *arena, const char *format, ...);

/* Bytes handed out since the last reset, for tests and the bench. */
size_t arena_used(const struct arena *arena);

#endif
