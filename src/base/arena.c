/* SPDX-License-Identifier: MIT
 * arena.c: blocks that double in size, chained. Over a reset the largest of moderate size is kept, so that
 * work of the same size asks the system for memory once. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"

enum { BLOCK_FIRST = 64 * 1024, BLOCK_KEPT_MAX = 1024 * 1024, ALIGNMENT = 16 };

struct block {
    struct block *before;
    size_t room, used;
    _Alignas(ALIGNMENT) unsigned char bytes[];
};

struct arena {
    struct block *block; /* The newest. */
    size_t limit, held, used;
};

static struct block *block_new(size_t room, struct block *before)
{
    struct block *block = malloc(sizeof *block + room);

    check(block != NULL);
    block->before = before;
    block->room = room;
    block->used = 0;
    return block;
}

struct arena *arena_new(size_t limit)
{
    struct arena *arena = malloc(sizeof *arena);

    check(arena != NULL);
    arena->block = block_new(BLOCK_FIRST, NULL);
    arena->limit = limit;
    arena->held = BLOCK_FIRST;
    arena->used = 0;
    return arena;
}

void arena_reset(struct arena *arena)
{
    struct block *kept = NULL;

    for (struct block *block = arena->block, *before; block != NULL; block = before) {
        before = block->before;
        /* Newer blocks are larger; the oldest is there when all others are too large. */
        if (kept == NULL && (block->room <= BLOCK_KEPT_MAX || before == NULL))
            kept = block;
        else
            free(block);
    }
    arena->block = kept;
    kept->before = NULL;
    kept->used = 0;
    arena->held = arena->block->room;
    arena->used = 0;
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    arena_reset(arena);
    free(arena->block);
    free(arena);
}

static void add_block(struct arena *arena, size_t size)
{
    size_t room = arena->block->room * 2;

    while (room < size)
        room *= 2;
    check(arena->held + size <= arena->limit);
    if (arena->held + room > arena->limit)
        room = size;
    arena->block = block_new(room, arena->block);
    arena->held += room;
}

void *arena_take(struct arena *arena, size_t size)
{
    check(size <= SIZE_MAX - ALIGNMENT);
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (arena->block->room - arena->block->used < size)
        add_block(arena, size);

    void *bytes = arena->block->bytes + arena->block->used;
    arena->block->used += size;
    arena->used += size;
    return bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_take(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    check(size == 0 || count <= SIZE_MAX / size);
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const void *bytes, size_t length)
{
    char *copy = arena_take(arena, length + 1);

    if (length > 0)
        memcpy(copy, bytes, length);
    copy[length] = 0;
    return copy;
}

char *arena_dup(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_copy(arena, text, strlen(text));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    check(length >= 0);

    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}
