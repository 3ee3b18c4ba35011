/* SPDX-License-Identifier: MIT
 * condition_parse.c: conditions and patterns from text to a small postfix program, by an operator
 * stack: `or` binds least, then `and`, then `not`. Types are checked here, when the file is read. */
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "engine/condition_private.h"

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN, TOKEN_WRONG };

struct token {
    enum token_kind kind;
    const char *at;
    size_t length;
};

struct reader {
    struct arena *arena;
    const char *text, *at;
    struct token token; /* The next one, not yet taken. */
    enum condition_names names;
    struct problem *problem;
    bool has_failed;
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_char(char c)
{
    return is_letter(c) || is_digit(c) || c == '.';
}

static struct token token_at(const char *at)
{
    const char *end = at;

    if (*at == '\0')
        return (struct token){ TOKEN_END, at, 0 };
    if (is_letter(*at)) {
        while (is_word_char(*end))
            end++;
        return (struct token){ TOKEN_WORD, at, (size_t)(end - at) };
    }
    if (is_digit(*at) || (*at == '-' && is_digit(at[1]))) {
        for (end++; is_digit(*end) || *end == '.' || *end == '-';)
            end++;
        return (struct token){ TOKEN_NUMBER, at, (size_t)(end - at) };
    }
    if ((strchr("<>!", *at) != NULL) && at[1] == '=')
        return (struct token){ TOKEN_SIGN, at, 2 };
    if (strchr("()=<>,", *at) != NULL)
        return (struct token){ TOKEN_SIGN, at, 1 };
    return (struct token){ TOKEN_WRONG, at, 1 };
}

static void advance(struct reader *reader)
{
    reader->at = reader->token.at + reader->token.length;
    while (*reader->at == ' ' || *reader->at == '\t' || *reader->at == '\n')
        reader->at++;
    reader->token = token_at(reader->at);
}

static struct reader reader_of(struct arena *arena, const char *text, enum condition_names names,
                               struct problem *problem)
{
    struct reader reader = { .arena = arena, .text = text, .names = names, .problem = problem };

    reader.token = (struct token){ TOKEN_END, text, 0 };
    advance(&reader);
    return reader;
}

/* Keeps the first problem, at the next token; answers false. */
static bool fail(struct reader *reader, const char *what)
{
    if (!reader->has_failed)
        *reader->problem = (struct problem){ (size_t)(reader->token.at - reader->text), what };
    reader->has_failed = true;
    return false;
}

static bool is_next(const struct reader *reader, const char *word)
{
    return reader->token.kind != TOKEN_END && strlen(word) == reader->token.length &&
           memcmp(reader->token.at, word, reader->token.length) == 0;
}

/* Takes the next token when it is this one. */
static bool take(struct reader *reader, const char *word)
{
    if (!is_next(reader, word))
        return false;
    advance(reader);
    return true;
}

static bool need(struct reader *reader, const char *sign, const char *what)
{
    return take(reader, sign) || fail(reader, what);
}

static struct code take_code(struct reader *reader)
{
    struct code code = code_copy(reader->arena, reader->token.at, reader->token.length);

    advance(reader);
    return code;
}

static bool need_code(struct reader *reader, struct code *code)
{
    bool is_word = reader->token.kind == TOKEN_WORD && memchr(reader->token.at, '.', reader->token.length) == NULL;

    if (!is_word)
        return fail(reader, "her ventes et id, fx opfolgning");
    *code = take_code(reader);
    return true;
}

/* kind or kind(code) */
static bool read_pattern_head(struct reader *reader, struct pattern *pattern)
{
    *pattern = (struct pattern){ .is_set = true };
    if (reader->token.kind != TOKEN_WORD ||
        !event_kind_read(reader->token.at, reader->token.length, &pattern->kind))
        return fail(reader, "ukendt hændelse; skriv fx meeting.held eller meeting.held(opfolgning)");
    advance(reader);
    if (!take(reader, "("))
        return true;
    return need_code(reader, &pattern->code) && need(reader, ")", "her mangler )");
}

static bool read_span(struct reader *reader, struct span *span)
{
    const char *begin = reader->token.at;
    struct problem problem;

    advance(reader);
    if (reader->token.kind == TOKEN_WORD)
        advance(reader);

    const char *end = reader->at;
    while (end > begin && end[-1] == ' ')
        end--;
    const char *text = arena_copy(reader->arena, begin, (size_t)(end - begin));
    if (span_parse(reader->arena, text, span, &problem))
        return true;
    return fail(reader, problem.text);
}

/* Name, arguments one letter each (p pattern, f field, i id, s span; capital: may be left out). */
static const struct function_row {
    const char *name, *arguments;
} functions[FUNCTION_COUNT] = {
    [FUNCTION_AGE] = { "age", "" },
    [FUNCTION_DAYS_SINCE] = { "days_since", "p" },
    [FUNCTION_COUNT_OF] = { "count", "pS" },
    [FUNCTION_SUM] = { "sum", "fpS" },
    [FUNCTION_LATEST] = { "latest", "fp" },
    [FUNCTION_MONTHS_WITH] = { "months_with", "fis" },
    [FUNCTION_RUNNING] = { "running", "i" },
    [FUNCTION_PLANNED] = { "planned", "i" },
    [FUNCTION_GROWTH] = { "growth", "fs" },
};

static enum function function_of(const struct token *token)
{
    for (int i = FUNCTION_NONE + 1; i < FUNCTION_COUNT; i++)
        if (strlen(functions[i].name) == token->length && memcmp(functions[i].name, token->at, token->length) == 0)
            return (enum function)i;
    return FUNCTION_NONE;
}

static bool read_argument(struct reader *reader, char kind, struct operand *operand)
{
    switch (kind) {
    case 'p': return read_pattern_head(reader, &operand->pattern);
    case 'f': return need_code(reader, &operand->name);
    case 'i':
        operand->offset = (size_t)(reader->token.at - reader->text);
        return need_code(reader, &operand->id);
    default: return read_span(reader, &operand->span);
    }
}

static bool read_arguments(struct reader *reader, const char *arguments, struct operand *operand)
{
    if (*arguments == '\0')
        return !take(reader, "(") || need(reader, ")", "age har ingen argumenter");
    if (!need(reader, "(", "her mangler ( efter funktionens navn"))
        return false;
    for (const char *kind = arguments; *kind != '\0'; kind++) {
        bool may_be_left_out = *kind == 'S';
        if (may_be_left_out && is_next(reader, ")"))
            break;
        if (kind != arguments && !need(reader, ",", "her mangler et komma og næste argument"))
            return false;
        if (!read_argument(reader, *kind, operand))
            return false;
    }
    return need(reader, ")", "her mangler )");
}

static bool read_name(struct reader *reader, struct operand *operand)
{
    bool is_it = reader->token.length > 3 && memcmp(reader->token.at, "it.", 3) == 0;

    operand->offset = (size_t)(reader->token.at - reader->text);
    operand->kind = is_it || reader->names == NAMES_ARE_FIELDS ? OPERAND_FIELD : OPERAND_FACT;
    if (operand->kind == OPERAND_FACT && fact_type_of(reader->token.at, reader->token.length) == NULL)
        return fail(reader, "ukendt oplysning; kendte er fx law_basis, benefit, readiness, danish_track");
    if (is_it) {
        reader->token.at += 3;
        reader->token.length -= 3;
    }
    operand->name = take_code(reader);
    return true;
}

static bool read_operand(struct reader *reader, struct operand *operand)
{
    if (reader->token.kind != TOKEN_WORD)
        return fail(reader, "her ventes en oplysning, it.felt eller en funktion");

    enum function function = function_of(&reader->token);
    if (function == FUNCTION_NONE)
        return read_name(reader, operand);
    operand->kind = OPERAND_FUNCTION;
    operand->function = function;
    operand->offset = (size_t)(reader->token.at - reader->text);
    advance(reader);
    return read_arguments(reader, functions[function].arguments, operand);
}

/* The kind of thing an operand gives; DATUM_NONE when only the journal knows. */
static enum datum_kind operand_type(const struct operand *operand)
{
    if (operand->kind == OPERAND_FIELD || operand->function == FUNCTION_LATEST)
        return DATUM_NONE;
    if (operand->kind == OPERAND_FUNCTION)
        return DATUM_NUMBER;
    return fact_type_of(operand->name.text, strlen(operand->name.text))->kind;
}

/* The value right of a comparison: number, date, span of days, or code. */
static bool read_value(struct reader *reader, const struct operand *left, struct datum *value)
{
    struct reader before = *reader;

    if (reader->token.kind == TOKEN_END || reader->token.kind == TOKEN_SIGN || reader->token.kind == TOKEN_WRONG)
        return fail(reader, "her ventes et tal, en dato eller en kode");
    *value = datum_read(take_code(reader).text);
    bool has_unit = value->kind == DATUM_NUMBER && reader->token.kind == TOKEN_WORD && !is_next(reader, "and") &&
                    !is_next(reader, "or");
    if (!has_unit && before.token.kind == TOKEN_NUMBER && value->kind == DATUM_CODE)
        return reader->has_failed = true, fail(&before, "hverken et tal eller en dato");
    if (!has_unit)
        return true;

    struct span span;
    struct reader at_span = before;
    if (!read_span(&at_span, &span))
        return reader->has_failed = true, false;
    bool is_days = span.unit == SPAN_DAYS || span.unit == SPAN_WEEKS;
    if (left->function != FUNCTION_DAYS_SINCE || !is_days)
        return reader->has_failed = true, fail(&before, "et tidsrum kan kun sammenlignes med days_since, i days eller weeks");
    value->number = (int64_t)span.count * (span.unit == SPAN_WEEKS ? 7 : 1) * 1000;
    *reader = at_span;
    return true;
}

/* Do both sides hold the same kind of thing? `reader` stands at the right one. */
static bool types_agree(struct reader *reader, const struct test *test)
{
    static const char *const wanted[DATUM_KIND_COUNT] = {
        [DATUM_NUMBER] = "her skal stå et tal", [DATUM_DAY] = "her skal stå en dato", [DATUM_CODE] = "her skal stå en kode",
    };
    enum datum_kind left = operand_type(&test->left);
    bool is_order = test->comparison >= IS_LESS && test->comparison <= IS_AT_LEAST;

    if (left != DATUM_NONE && left != test->right.kind && !(left == DATUM_CODE && !is_order))
        return fail(reader, wanted[left]);
    if (is_order && test->right.kind == DATUM_CODE)
        return fail(reader, "en kode er hverken større eller mindre end noget");
    return true;
}

static bool read_compared(struct reader *reader, struct test *test)
{
    struct reader before = *reader;

    if (!read_value(reader, &test->left, &test->right))
        return false;
    reader->has_failed = !types_agree(&before, test);
    return !reader->has_failed;
}

static bool read_in(struct reader *reader, struct test *test)
{
    LIST_OF(struct code) codes = { 0 };

    if (operand_type(&test->left) != DATUM_CODE && operand_type(&test->left) != DATUM_NONE)
        return fail(reader, "in passer kun til koder");
    if (!need(reader, "(", "efter in ventes ("))
        return false;
    do {
        if (reader->token.kind != TOKEN_WORD && reader->token.kind != TOKEN_NUMBER)
            return fail(reader, "her ventes en kode");
        *LIST_ADD(reader->arena, &codes) = take_code(reader);
    } while (take(reader, ","));
    test->in = codes.at;
    test->in_count = codes.count;
    return need(reader, ")", "her mangler ) efter koderne");
}

static const struct {
    const char *sign;
    enum comparison comparison;
} comparisons[] = {
    { "=", IS_EQUAL }, { "!=", IS_NOT_EQUAL }, { "<", IS_LESS },
    { "<=", IS_AT_MOST }, { ">", IS_MORE }, { ">=", IS_AT_LEAST },
};

static bool read_test(struct reader *reader, struct test *test)
{
    if (!read_operand(reader, &test->left))
        return false;
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
        if (take(reader, comparisons[i].sign)) {
            test->comparison = comparisons[i].comparison;
            return read_compared(reader, test);
        }
    }
    if (take(reader, "in")) {
        test->comparison = IS_IN;
        return read_in(reader, test);
    }
    if (take(reader, "is")) {
        test->comparison = is_next(reader, "known") ? IS_KNOWN : IS_UNKNOWN;
        return take(reader, "known") || take(reader, "unknown") || fail(reader, "efter is ventes known eller unknown");
    }
    enum datum_kind type = operand_type(&test->left);
    if (type == DATUM_NUMBER || type == DATUM_DAY)
        return fail(reader, "her mangler en sammenligning, fx >= 1");
    test->comparison = IS_YES;
    return true;
}

/* The operator stack; '(' stands as OPERATION_OPEN. */
enum { OPERATION_OPEN = 255 };
struct operators {
    uint8_t at[OPERATION_MAX];
    size_t count;
    int depth;
};

static int strength(uint8_t operation)
{
    return operation == OPERATION_OPEN ? 0 : operation == OPERATION_OR ? 1 : operation == OPERATION_AND ? 2 : 3;
}

static bool emit(struct reader *reader, struct condition *condition, uint8_t operation)
{
    if (condition->operation_count == OPERATION_MAX)
        return fail(reader, "betingelsen er for lang");
    condition->operations[condition->operation_count++] = operation;
    return true;
}

static bool unwind(struct reader *reader, struct condition *condition, struct operators *operators, int down_to)
{
    while (operators->count > 0 && strength(operators->at[operators->count - 1]) >= down_to)
        if (!emit(reader, condition, operators->at[--operators->count]))
            return false;
    return true;
}

static bool push(struct reader *reader, struct operators *operators, uint8_t operation)
{
    operators->depth += operation == OPERATION_OPEN;
    if (operators->depth > CONDITION_DEPTH_MAX || operators->count == OPERATION_MAX)
        return fail(reader, "betingelsen har for mange parenteser");
    operators->at[operators->count++] = operation;
    return true;
}

/* `not` and `(` in front of a test, then the test. */
static bool read_term(struct reader *reader, struct condition *condition, struct operators *operators)
{
    for (;;) {
        if (is_next(reader, "not") || is_next(reader, "(")) {
            uint8_t operation = is_next(reader, "(") ? OPERATION_OPEN : OPERATION_NOT;
            if (!push(reader, operators, operation))
                return false;
            advance(reader);
            continue;
        }
        break;
    }
    if (condition->test_count == CONDITION_TEST_MAX)
        return fail(reader, "betingelsen har flere end 40 prøver");
    if (!read_test(reader, &condition->tests[condition->test_count]))
        return false;
    return emit(reader, condition, (uint8_t)condition->test_count++);
}

static bool close_parentheses(struct reader *reader, struct condition *condition, struct operators *operators)
{
    while (is_next(reader, ")")) {
        if (!unwind(reader, condition, operators, 1))
            return false;
        if (operators->count == 0)
            return fail(reader, "der er en ) for meget");
        operators->count--;
        operators->depth--;
        advance(reader);
    }
    return true;
}

static bool read_condition(struct reader *reader, struct condition *condition)
{
    struct operators operators = { .count = 0 };

    for (;;) {
        if (!read_term(reader, condition, &operators) || !close_parentheses(reader, condition, &operators))
            return false;
        if (reader->token.kind == TOKEN_END)
            break;
        uint8_t operation = is_next(reader, "or") ? OPERATION_OR : OPERATION_AND;
        if (!take(reader, "or") && !take(reader, "and"))
            return fail(reader, "her ventes and, or eller enden");
        if (!unwind(reader, condition, &operators, strength(operation)) || !push(reader, &operators, operation))
            return false;
    }
    return unwind(reader, condition, &operators, 1) &&
           (operators.count == 0 || fail(reader, "her mangler )"));
}

const struct condition *condition_parse(struct arena *arena, const char *text, enum condition_names names,
                                        struct problem *problem)
{
    struct reader reader = reader_of(arena, text, names, problem);
    struct condition *condition = arena_alloc(arena, sizeof *condition);

    condition->text = arena_dup(arena, text);
    if (strlen(text) > CONDITION_TEXT_MAX) {
        fail(&reader, "betingelsen er for lang");
        return NULL;
    }
    return read_condition(&reader, condition) ? condition : NULL;
}

bool pattern_parse(struct arena *arena, const char *text, struct pattern *pattern, struct problem *problem)
{
    struct reader reader = reader_of(arena, text, NAMES_ARE_FIELDS, problem);

    if (!read_pattern_head(&reader, pattern))
        return false;
    if (reader.token.kind == TOKEN_END)
        return true;
    if (!is_next(&reader, "where"))
        return fail(&reader, "her ventes where eller enden");

    size_t begin = (size_t)(reader.token.at - text) + reader.token.length;
    pattern->where = condition_parse(arena, text + begin, NAMES_ARE_FIELDS, problem);
    if (pattern->where == NULL)
        problem->offset += begin;
    return pattern->where != NULL;
}
