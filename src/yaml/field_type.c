/* SPDX-License-Identifier: MIT
 * field_type.c: the plain types of values. What a scheme adds to them (spans, conditions, patterns) is
 * in engine/scheme_type.c. */
#include "base/text.h"
#include "yaml/field.h"

enum { NUMBER_DIGITS_MAX = 12 };

static bool read_word(struct reading *reading, const struct node *node, void *into,
                       struct complaint *complaint)
{
    const char **word = into;

    (void)reading;
    (void)complaint;
    if (text_is_blank(node->text))
        return false;
    *word = node->text;
    return true;
}

static bool read_words(struct reading *reading, const struct node *node, void *into,
                       struct complaint *complaint)
{
    struct words *words = into;

    words->en = NULL;
    return read_word(reading, node, &words->da, complaint);
}

static bool read_int(struct reading *reading, const struct node *node, void *into,
                       struct complaint *complaint)
{
    int64_t number;
    int32_t *value = into;

    (void)reading;
    (void)complaint;
    /* 010 is nobody's ten: some would read it as eight. */
    if ((node->text[0] == '0' && node->text[1] != 0) || !text_to_int(node->text, &number))
        return false;
    if (number < -1000000000 || number > 1000000000)
        return false;
    *value = (int32_t)number;
    return true;
}

bool number_read(const char *text, int64_t *thousandths)
{
    bool is_negative = *text == '-';
    int digits = 0, decimals = -1;
    int64_t value = 0;

    if (is_negative)
        text++;
    if (text[0] == '0' && text[1] != 0 && text[1] != '.')
        return false;
    for (; *text != 0; text++) {
        if (*text == '.' && decimals < 0 && digits > 0) {
            decimals = 0;
            continue;
        }
        if (*text < '0' || *text > '9' || ++digits > NUMBER_DIGITS_MAX || decimals == 3)
            return false;
        value = value * 10 + (*text - '0');
        decimals += decimals >= 0;
    }
    if (digits == 0 || decimals == 0)
        return false;
    for (int i = decimals < 0 ? 0 : decimals; i < 3; i++)
        value *= 10;
    *thousandths = is_negative ? -value : value;
    return true;
}

static bool read_number(struct reading *reading, const struct node *node, void *into,
                       struct complaint *complaint)
{
    (void)reading;
    (void)complaint;
    return number_read(node->text, into);
}

static bool read_flag(struct reading *reading, const struct node *node, void *into,
                       struct complaint *complaint)
{
    bool *flag = into;

    (void)reading;
    (void)complaint;
    if (!text_is(node->text, "yes") && !text_is(node->text, "no"))
        return false;
    *flag = text_is(node->text, "yes");
    return true;
}

/* Only ISO dates in files: 3/4 would be two different days to two people. */
static bool read_day(struct reading *reading, const struct node *node, void *into,
                       struct complaint *complaint)
{
    const char *text = node->text;

    (void)reading;
    (void)complaint;
    return text[0] != 0 && text[1] != 0 && text[2] != 0 && text[3] != 0 && text[4] == '-' &&
           day_read(text, into);
}

const struct value_type type_word = { .expected = "en tekst", .size = sizeof(char *), .read = read_word };
const struct value_type type_words = {
    .expected = "en tekst", .size = sizeof(struct words), .read = read_words, .is_words = true
};
const struct value_type type_int = { .expected = "et helt tal", .size = sizeof(int32_t), .read = read_int };
const struct value_type type_number = {
    .expected = "et tal (decimaler med punktum)", .size = sizeof(int64_t), .read = read_number
};
const struct value_type type_flag = { .expected = "yes eller no", .size = sizeof(bool), .read = read_flag };
const struct value_type type_day = { .expected = "en dato som 2026-03-06", .size = sizeof(day), .read = read_day };
