/* SPDX-License-Identifier: MIT
 * secret.h: secrets that open something: a session's cookie, a link without log-in. The store keeps only the hash,
 * so whoever reads the store cannot open anything. */
#ifndef WEB_SECRET_H
#define WEB_SECRET_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum { SECRET_BYTES = 32 };

struct secret {
    unsigned char bytes[SECRET_BYTES];
};

/* A new random secret, from the system. */
struct secret secret_new(void);

/* Lower-case hexadecimal digits, 64 of them, in the arena: what a cookie or a path carries. */
const char *secret_text(struct arena *arena, const struct secret *secret);

/* Reads what secret_text wrote. False for NULL and anything else; *secret is then not to be used. */
bool secret_read(const char *text, struct secret *secret);

/* BLAKE2b of the secret in hexadecimal: what the store keeps and is searched by. */
const char *secret_hash(struct arena *arena, const struct secret *secret);

/* Derived from the secret for one purpose ("csrf"), in hexadecimal; the store cannot give it away. */
const char *secret_derive(struct arena *arena, const struct secret *secret, const char *purpose);

/* Bytes in lower-case hexadecimal, in the arena. */
char *secret_hex(struct arena *arena, const unsigned char *bytes, size_t length);

#endif
