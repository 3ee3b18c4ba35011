/* SPDX-License-Identifier: MIT
 * kept.c: a ring of bytes and a table of places in it. A place counts from the first byte ever written, so that
 * what has been overwritten is known by its distance from the end alone. */
#define _GNU_SOURCE /* memmem: POSIX from 2024 on. */
#include "web/kept.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"

enum { SLOT_COUNT = 2048, PART_MAX = 8, HOLES_MAX = 4096 };

/* What stands in the ring: this, then the looks, then the body, then the places of the key in it. */
struct entry {
    struct kept_key key;
    struct kept_page page; /* Its pointers are set anew when it is found. */
    size_t hole_count;
    size_t size;
};

static struct {
    unsigned char *bytes;
    size_t size;
    uint64_t end;                /* Bytes ever written. */
    uint64_t places[SLOT_COUNT]; /* By the first bytes of the key; place + 1, 0 for none. */
    unsigned char secret[crypto_generichash_KEYBYTES];
} ring;

void kept_start(size_t bytes)
{
    check(sodium_init() >= 0);
    kept_end(); /* A test starts more than once. */
    ring.size = bytes;
    ring.bytes = bytes == 0 ? NULL : malloc(bytes);
    check(bytes == 0 || ring.bytes != NULL);
    randombytes_buf(ring.secret, sizeof ring.secret);
}

void kept_end(void)
{
    free(ring.bytes);
    memset(&ring, 0, sizeof ring);
}

/* Under a secret of this process, so that no cookie is kept and nobody can choose what falls together. */
struct kept_key kept_key_of(const char *cookies, const char *target, instant now, struct db_state state)
{
    struct kept_key key = { .minute = now / 60, .state = state };
    crypto_generichash_state hash;

    crypto_generichash_init(&hash, ring.secret, sizeof ring.secret, sizeof key.asked);
    if (cookies != NULL)
        crypto_generichash_update(&hash, (const unsigned char *)cookies, strlen(cookies));
    crypto_generichash_update(&hash, (const unsigned char *)"", 1); /* Neither has a zero byte: it stands between. */
    crypto_generichash_update(&hash, (const unsigned char *)target, strlen(target));
    crypto_generichash_final(&hash, key.asked, sizeof key.asked);
    return key;
}

static uint64_t *place_of(const struct kept_key *key)
{
    uint32_t start;

    memcpy(&start, key->asked, sizeof start);
    return &ring.places[start % SLOT_COUNT];
}

/* A page that shows the access log is another one after each look of anybody. */
static bool is_same(const struct entry *entry, const struct kept_key *key)
{
    const struct kept_key *kept = &entry->key;

    return memcmp(kept->asked, key->asked, sizeof kept->asked) == 0 && kept->minute == key->minute
        && kept->state.changes == key->state.changes
        && (!entry->page.looks.shows_access_log || kept->state.log_length == key->state.log_length);
}

/* The place of `size` bytes in one piece at the end of the ring, over what was oldest. */
static uint64_t room_for(size_t size)
{
    size_t at = (size_t)(ring.end % ring.size);

    if (at + size > ring.size)
        ring.end += ring.size - at; /* The rest is too short: begin again. */
    uint64_t place = ring.end;
    ring.end += size;
    return place;
}

static size_t find_holes(const struct kept_page *page, uint32_t holes[HOLES_MAX])
{
    const char *at = page->body, *end = page->body + page->length;
    size_t count = 0;

    while (page->once != NULL && (at = memmem(at, (size_t)(end - at), page->once, KEPT_ONCE_LENGTH)) != NULL) {
        if (count < HOLES_MAX)
            holes[count] = (uint32_t)(at - page->body);
        count++;
        at += KEPT_ONCE_LENGTH;
    }
    return count;
}

void kept_put(const struct kept_key *key, const struct kept_page *page)
{
    static uint32_t holes[HOLES_MAX];
    struct entry entry = { .key = *key, .page = *page, .hole_count = find_holes(page, holes) };
    size_t holes_size = entry.hole_count * sizeof *holes;

    entry.size = sizeof entry + page->looks.length + page->length + holes_size;
    if (entry.hole_count > HOLES_MAX || entry.size > ring.size / PART_MAX)
        return;
    uint64_t place = room_for(entry.size);
    *place_of(key) = place + 1;
    unsigned char *at = ring.bytes + place % ring.size;
    memcpy(at, &entry, sizeof entry);
    at += sizeof entry;
    if (page->looks.length > 0)
        memcpy(at, page->looks.lines, page->looks.length);
    at += page->looks.length;
    memcpy(at, page->body, page->length);
    if (holes_size > 0)
        memcpy(at + page->length, holes, holes_size);
}

static char *body_filled(struct arena *arena, const struct entry *entry, const unsigned char *from, const char *once)
{
    char *body = arena_copy(arena, from, entry->page.length);

    for (size_t i = 0; i < entry->hole_count; i++) {
        uint32_t hole;
        memcpy(&hole, from + entry->page.length + i * sizeof hole, sizeof hole);
        memcpy(body + hole, once, KEPT_ONCE_LENGTH);
    }
    return body;
}

bool kept_find(struct arena *arena, const struct kept_key *key, instant real_now, const char *once,
               struct kept_page *page)
{
    uint64_t place = *place_of(key);
    struct entry entry;

    if (place == 0 || ring.end > place - 1 + ring.size)
        return false;
    const unsigned char *at = ring.bytes + (place - 1) % ring.size;
    memcpy(&entry, at, sizeof entry);
    if (!is_same(&entry, key) || real_now >= entry.page.fresh_until)
        return false;
    check(strlen(once) >= KEPT_ONCE_LENGTH);
    at += sizeof entry;
    *page = entry.page;
    page->looks.lines = arena_copy(arena, at, page->looks.length);
    page->body = body_filled(arena, &entry, at + page->looks.length, once);
    page->once = NULL;
    return true;
}
