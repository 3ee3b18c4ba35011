/* SPDX-License-Identifier: MIT
 * password.c: passwords by libsodium's argon2id, one-time codes by liboath; nothing of it is ours. */
#include "staff/password.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"

enum {
    MEMORY = 19 * 1024 * 1024, /* OWASP's second choice for argon2id: 19 MiB, two passes. */
    PASSES = 2,
    PASSWORD_LENGTH_MIN = 12,
    STEP_SECONDS = 30,
    STEPS_OF_DRIFT = 1,
};

const char *password_hash(struct arena *arena, const char *password)
{
    char hash[crypto_pwhash_STRBYTES];

    check(sodium_init() >= 0);
    check(crypto_pwhash_str(hash, password, strlen(password), PASSES, MEMORY) == 0);
    return arena_dup(arena, hash);
}

bool password_matches(const char *hash, const char *password)
{
    /* Of a random password nobody knows, with the costs above. */
    static const char dummy[] = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA"
                                "$0Wm2CSAkPpQJcXl6kPDYVt3UcJDr1cO4rhqWHKzyXoE";

    check(sodium_init() >= 0);
    bool is_known = hash != NULL && *hash != 0;
    bool matches = crypto_pwhash_str_verify(is_known ? hash : dummy, password, strlen(password)) == 0;
    return matches && is_known;
}

const char *password_too_weak(const char *password, const char *login)
{
    if (strlen(password) < PASSWORD_LENGTH_MIN)
        return "Brug mindst 12 tegn. Tre eller fire ord er nemme at huske.";
    if (*login != 0 && strstr(password, login) != NULL)
        return "Adgangskoden må ikke rumme brugernavnet.";
    return NULL;
}

void totp_secret_new(uint8_t secret[TOTP_SECRET_LENGTH])
{
    check(sodium_init() >= 0);
    randombytes_buf(secret, TOTP_SECRET_LENGTH);
}

const char *totp_base32(struct arena *arena, const uint8_t *secret, size_t length)
{
    char *encoded = NULL;
    size_t encoded_length = 0;

    check(oath_base32_encode((const char *)secret, length, &encoded, &encoded_length) == OATH_OK);
    const char *copy = arena_copy(arena, encoded, encoded_length);
    free(encoded);
    return copy;
}

struct bytes totp_base32_read(struct arena *arena, const char *text)
{
    char *decoded = NULL;
    size_t length = 0;

    if (oath_base32_decode(text, strlen(text), &decoded, &length) != OATH_OK)
        return (struct bytes){ 0 };
    struct bytes bytes = { arena_copy(arena, decoded, length), length };
    free(decoded);
    return bytes;
}

int64_t totp_step(const uint8_t *secret, size_t length, const char *code, instant now, int64_t last_step)
{
    uint64_t counter = 0;

    if (strlen(code) != 6 || now < STEP_SECONDS)
        return 0;
    int found = oath_totp_validate4((const char *)secret, length, (time_t)now, STEP_SECONDS, 0, STEPS_OF_DRIFT,
                                    NULL, &counter, 0, code);
    return found >= 0 && (int64_t)counter > last_step ? (int64_t)counter : 0;
}
