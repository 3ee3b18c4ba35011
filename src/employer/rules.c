/* SPDX-License-Identifier: MIT
 * rules.c: the numbers of companies. Examples are in rules.cases. */
#include "employer/rules.h"

#include <stddef.h>
#include <string.h>

enum { CVR_LENGTH = 8, P_NUMBER_LENGTH = 10 };

/* The digits of what was typed, NULL when there is anything else in it than digits, spaces and dots. */
static char *digits_of(struct arena *arena, const char *typed)
{
    char *digits = arena_dup(arena, typed);
    size_t length = 0;

    for (const char *c = typed; *c != 0; c++) {
        if (*c >= '0' && *c <= '9')
            digits[length++] = *c;
        else if (*c != ' ' && *c != '.')
            return NULL;
    }
    digits[length] = 0;
    return digits;
}

static struct number_verdict check_length(struct arena *arena, const char *typed, size_t length)
{
    const char *digits = typed == NULL ? "" : digits_of(arena, typed);

    if (digits == NULL || (*digits != 0 && strlen(digits) != length))
        return (struct number_verdict){ NUMBER_FORM, "" };
    return (struct number_verdict){ *digits == 0 ? NUMBER_EMPTY : NUMBER_FINE, digits };
}

struct number_verdict cvr_check(struct arena *arena, const char *typed)
{
    static const int weights[CVR_LENGTH] = { 2, 7, 6, 5, 4, 3, 2, 1 };
    struct number_verdict verdict = check_length(arena, typed, CVR_LENGTH);
    int sum = 0;

    if (verdict.why != NUMBER_FINE)
        return verdict;
    for (int i = 0; i < CVR_LENGTH; i++)
        sum += weights[i] * (verdict.digits[i] - '0');
    if (sum % 11 != 0 || sum == 0)
        verdict.why = NUMBER_MODULUS;
    return verdict;
}

struct number_verdict p_number_check(struct arena *arena, const char *typed)
{
    return check_length(arena, typed, P_NUMBER_LENGTH);
}
