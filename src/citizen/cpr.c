/* SPDX-License-Identifier: MIT
 * cpr.c: judging personal numbers by the CPR office's published form: ddmmyy, a digit for the century,
 * three more. Replacement numbers have 60 added to the day, or a letter after the date. */
#include "citizen/cpr.h"

#include <stddef.h>
#include <string.h>

enum { CPR_LENGTH = 10, REPLACEMENT_DAYS = 60 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Ten characters without blanks and hyphen, letters upper case; false when there are not ten. */
static bool strip(const char *typed, char digits[CPR_LENGTH + 1])
{
    size_t length = 0;

    for (; *typed != 0; typed++) {
        char c = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;
        if (c == ' ' || (c == '-' && length == 6))
            continue;
        if (length == CPR_LENGTH || (!is_digit(c) && !is_letter(c)))
            return false;
        digits[length++] = c;
    }
    digits[length] = 0;
    return length == CPR_LENGTH;
}

static int two(const char *digits)
{
    return (digits[0] - '0') * 10 + digits[1] - '0';
}

/* The century by the seventh digit and the two-digit year, as the CPR office's table has it. */
static int century(int seventh, int year)
{
    if (seventh <= 3)
        return 1900;
    if (seventh == 4 || seventh == 9)
        return year <= 36 ? 2000 : 1900;
    return year <= 57 ? 2000 : 1800;
}

static day birth_of(const char *digits, int days_added)
{
    int date = two(digits) - days_added, month = two(digits + 2), year = two(digits + 4);

    year += century(digits[6] - '0', year);
    if (year < 1900 || month < 1 || month > 12 || date < 1 || date > days_in_month(year, month))
        return DAY_NONE;
    return day_of(year, month, date);
}

static bool passes_modulus(const char *digits)
{
    static const int weights[CPR_LENGTH] = { 4, 3, 2, 7, 6, 5, 4, 3, 2, 1 };
    int sum = 0;

    for (size_t i = 0; i < CPR_LENGTH; i++)
        sum += weights[i] * (digits[i] - '0');
    return sum % 11 == 0;
}

static struct cpr_verdict refused(enum cpr_why why)
{
    return (struct cpr_verdict){ .why = why, .is_refused = true, .born = DAY_NONE };
}

static struct cpr_verdict accepted(struct arena *arena, enum cpr_why why, day born, const char *digits)
{
    return (struct cpr_verdict){
        .why = why,
        .is_warning = why == CPR_MODULUS,
        .born = born,
        .digits = arena_copy(arena, digits, CPR_LENGTH),
    };
}

struct cpr_verdict cpr_check(struct arena *arena, const char *typed, bool allows_training)
{
    char digits[CPR_LENGTH + 1];

    if (!strip(typed, digits))
        return refused(CPR_FORM);
    for (size_t i = 0; i < 6; i++)
        if (!is_digit(digits[i]))
            return refused(CPR_FORM);
    for (size_t i = 6; i < CPR_LENGTH; i++)
        if (is_letter(digits[i]))
            return accepted(arena, CPR_REPLACEMENT, DAY_NONE, digits);
    if (two(digits) > REPLACEMENT_DAYS) {
        day born = birth_of(digits, REPLACEMENT_DAYS);
        return born == DAY_NONE ? refused(CPR_NO_SUCH_DAY) : accepted(arena, CPR_REPLACEMENT, born, digits);
    }
    if (allows_training && two(digits) == 31 && two(digits + 2) == 2)
        return accepted(arena, CPR_TRAINING, DAY_NONE, digits);

    day born = birth_of(digits, 0);
    if (born == DAY_NONE)
        return refused(CPR_NO_SUCH_DAY);
    return accepted(arena, passes_modulus(digits) ? CPR_FINE : CPR_MODULUS, born, digits);
}

const char *cpr_masked(struct arena *arena, const char *digits)
{
    if (digits == NULL || strlen(digits) < 6)
        return "";
    return arena_format(arena, "%.6s-••••", digits);
}

const char *cpr_whole(struct arena *arena, const char *digits)
{
    if (digits == NULL || strlen(digits) != CPR_LENGTH)
        return "";
    return arena_format(arena, "%.6s-%s", digits, digits + 6);
}
