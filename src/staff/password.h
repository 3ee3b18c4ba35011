/* SPDX-License-Identifier: MIT
 * password.h: argon2id passwords (libsodium) and time-based one-time codes (RFC 6238: 30 seconds, six
 * digits, SHA-1 as all authenticator apps use). */
#ifndef STAFF_PASSWORD_H
#define STAFF_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

enum { TOTP_SECRET_LENGTH = 20 };

/* The hash to store: 19 MiB, two passes, about 20 ms. */
const char *password_hash(struct arena *arena, const char *password);

/* True when the password gives the hash. An empty hash is checked against a dummy so that an unknown
 * log-in takes as long as a wrong password, and is never right. */
bool password_matches(const char *hash, const char *password);

/* Why a new password is not good enough, in Danish, or NULL: twelve characters, not the log-in. */
const char *password_too_weak(const char *password, const char *login);

/* A fresh secret, and its base32 form for the authenticator app. */
void totp_secret_new(uint8_t secret[TOTP_SECRET_LENGTH]);
const char *totp_base32(struct arena *arena, const uint8_t *secret, size_t length);

/* The bytes of a base32 text; length 0 when it is none. */
struct bytes totp_base32_read(struct arena *arena, const char *text);

/* The 30-second step that the six digits belong to (one step of clock drift each way), later than
 * `last_step` so that no code works twice; 0 when the code is wrong. */
int64_t totp_step(const uint8_t *secret, size_t length, const char *code, instant now, int64_t last_step);

#endif
