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

/* DB07's divisions and groups as the branches of the glossary: the longest beginning that fits counts. */
static const struct {
    const char *from, *to; /* Digits that a code begins with, of the same length. */
    const char *branch;
} industries[] = {
    { "01", "03", "agriculture" },     { "10", "33", "industry" },   { "41", "43", "industry" },
    { "45", "47", "retail" },          { "49", "53", "transport" },  { "55", "56", "kitchen" },
    { "811", "811", "facility_service" }, { "812", "812", "cleaning" }, { "87", "87", "care" },
    { "881", "881", "care" },          { "95", "95", "technical_service" }, { "9601", "9601", "cleaning" },
};

enum { INDUSTRY_LENGTH = 6, DIVISION_LENGTH = 2 };

/* The digits at the beginning, with dots between them, padded to six; NULL when they are too few or many. */
static const char *industry_digits(struct arena *arena, const char *typed)
{
    size_t length = strspn(typed, "0123456789.");
    const char *digits = typed[length] != 0 && typed[length] != ' ' ? NULL : digits_of(arena, arena_format(arena, "%.*s", (int)length, typed));

    if (digits != NULL && strlen(digits) == INDUSTRY_LENGTH - 1)
        digits = arena_format(arena, "0%s", digits);
    return digits != NULL && strlen(digits) == INDUSTRY_LENGTH ? digits : NULL;
}

const char *branch_of_industry(struct arena *arena, const char *typed)
{
    const char *digits = industry_digits(arena, typed), *branch = "other";
    size_t longest = 0;

    if (digits == NULL || strncmp(digits, "00", DIVISION_LENGTH) == 0)
        return NULL;
    for (size_t i = 0; i < sizeof industries / sizeof *industries; i++) {
        size_t length = strlen(industries[i].from);
        if (length <= longest || strncmp(digits, industries[i].from, length) < 0 || strncmp(digits, industries[i].to, length) > 0)
            continue;
        longest = length;
        branch = industries[i].branch;
    }
    return branch;
}
