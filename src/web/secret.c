/* SPDX-License-Identifier: MIT
 * secret.c: making, reading and hashing secrets, with libsodium. */
#include "web/secret.h"

#include <sodium.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"

enum { HASH_BYTES = 32 };

char *secret_hex(struct arena *arena, const unsigned char *bytes, size_t length)
{
    char *text = arena_alloc(arena, length * 2 + 1);

    return sodium_bin2hex(text, length * 2 + 1, bytes, length);
}

struct secret secret_new(void)
{
    struct secret secret;

    check(sodium_init() >= 0);
    randombytes_buf(secret.bytes, sizeof secret.bytes);
    return secret;
}

const char *secret_text(struct arena *arena, const struct secret *secret)
{
    return secret_hex(arena, secret->bytes, sizeof secret->bytes);
}

bool secret_read(const char *text, struct secret *secret)
{
    size_t length = 0;

    return text != NULL && strlen(text) == SECRET_BYTES * 2
        && sodium_hex2bin(secret->bytes, SECRET_BYTES, text, SECRET_BYTES * 2, NULL, &length, NULL) == 0
        && length == SECRET_BYTES;
}

const char *secret_hash(struct arena *arena, const struct secret *secret)
{
    unsigned char hash[HASH_BYTES];

    crypto_generichash(hash, sizeof hash, secret->bytes, sizeof secret->bytes, NULL, 0);
    return secret_hex(arena, hash, sizeof hash);
}

const char *secret_derive(struct arena *arena, const struct secret *secret, const char *purpose)
{
    unsigned char hash[HASH_BYTES];

    crypto_generichash(hash, sizeof hash, (const unsigned char *)purpose, strlen(purpose), secret->bytes,
                       sizeof secret->bytes);
    return secret_hex(arena, hash, sizeof hash);
}
