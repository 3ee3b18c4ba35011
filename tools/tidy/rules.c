/* SPDX-License-Identifier: MIT
 * rules.c: the table of rules, and those that look at words and lines. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "tidy.h"

/* Functions nobody may call, or only those whose path begins with one of the beginnings. Tests may also
 * call what somebody may. */
static const struct {
    const char *name, *where, *instead;
} banned[] = {
    { "strcpy", "", "base/text.h" },
    { "strcat", "", "base/text.h" },
    { "sprintf", "", "arena_format" },
    { "vsprintf", "", "arena_format" },
    { "gets", "", "fgets" },
    { "atoi", "", "text_to_int" },
    { "strtok", "", "text_split" },
    { "alloca", "", "arena_alloc" },
    { "setjmp", "", "an ordinary return" },
    { "time", "src/web/ src/main.c", "the request's now" },
    { "rand", "", "a seed and a generator of one's own" },
    { "random", "", "a seed and a generator of one's own" },
    { "getenv", "src/main.c src/web/", "an option of the command" },
    { "malloc", "src/base/ src/db/ src/web/ src/yaml/ tools/", "the request's arena" },
    { "calloc", "src/base/ src/db/ src/web/ src/yaml/ tools/", "the request's arena" },
    { "realloc", "src/base/ src/db/ src/web/ src/yaml/ tools/", "the request's arena" },
};

static bool begins_with_one_of(const char *path, const char *beginnings)
{
    while (*beginnings != 0) {
        size_t length = strcspn(beginnings, " ");
        if (strncmp(path, beginnings, length) == 0)
            return true;
        beginnings += length + (beginnings[length] == ' ');
    }
    return false;
}

static bool may_call(const char *path, const char *where)
{
    return begins_with_one_of(path, where) || (where[0] != 0 && path_is_test(path));
}

static void look_at_banned(struct tidy *tidy, const struct source *source)
{
    struct word word;

    if (source->code == NULL)
        return;
    for (const char *at = source->code; word_next(&at, &word);) {
        bool is_member = word.at > source->code && (word.at[-1] == '.' || word.at[-1] == '>');
        for (size_t i = 0; *at == '(' && !is_member && i < sizeof banned / sizeof *banned; i++)
            if (word_is(word, banned[i].name) && !may_call(source->path, banned[i].where))
                tidy_found(tidy, source, word.at, "%s() is not used here; %s is", banned[i].name, banned[i].instead);
    }
}

/* The first line, or the second after #!. */
static void look_at_licence(struct tidy *tidy, const struct source *source)
{
    static const char *const endings[] = { ".c", ".h", ".js", ".mjs", ".css", ".lua" };
    bool is_script = text_starts(source->text, "#!"), is_wanted = is_script;

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        is_wanted = is_wanted || path_ends(source->path, endings[i]);
    if (!is_wanted || source->length == 0)
        return;
    const char *line = is_script ? source->text + strcspn(source->text, "\n") + 1 : source->text;
    const char *found = strstr(line, "SPDX-License-Identifier: MIT");
    if (found == NULL || found > line + strcspn(line, "\n"))
        tidy_found(tidy, source, line, "no SPDX-License-Identifier: MIT in the first line");
}

/* "TODO (#12)": what nobody has written down as an issue is done now or not at all. */
static void look_at_promises(struct tidy *tidy, const struct source *source)
{
    static const char *const words[] = { "TO" "DO", "FIX" "ME", "XX" "X" };
    struct word word;

    if (source->code == NULL && !path_ends(source->path, ".page") && !path_ends(source->path, ".sql")
        && !path_ends(source->path, ".js") && !path_ends(source->path, ".mjs"))
        return;
    for (const char *at = source->text; word_next(&at, &word);)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            const char *number = memchr(at, '#', strcspn(at, "\n"));
            if (word_is(word, words[i]) && (number == NULL || number[1] < '0' || number[1] > '9'))
                tidy_found(tidy, source, word.at, "%s without the number of an issue", words[i]);
        }
}

/* Where packages come from is the machine's business. The words are in two pieces, or this file would be found. */
static void look_at_registries(struct tidy *tidy, const struct source *source)
{
    static const char *const hosts[] = { "//regi" "stry.", "npm" "js.org", "deb.deb" "ian.org", "pypi" ".org" };

    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        for (const char *at = source->text; (at = strstr(at, hosts[i])) != NULL; at++)
            tidy_found(tidy, source, at, "names the host of a registry");
}

static int two_digits(const char *at)
{
    return (at[0] - '0') * 10 + at[1] - '0';
}

/* ddmmyy-nnnn with a day that exists in some century. Invented numbers have one that does not, or 0000 at
 * the end, which is never given to anybody. */
static bool is_possible_number(const char *at)
{
    static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int day = two_digits(at), month = two_digits(at + 2);

    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] && !text_starts(at + 7, "0000");
}

/* The one file that may: the examples of the rule that reads these numbers' dates. */
static void look_at_numbers(struct tidy *tidy, const struct source *source)
{
    enum { BEFORE = 6, LENGTH = 11 };

    if (text_is(source->path, "src/citizen/rules.cases"))
        return;
    for (const char *at = strchr(source->text, '-'); at != NULL; at = strchr(at + 1, '-')) {
        const char *begin = at - BEFORE;
        if (at < source->text + BEFORE || strspn(begin, "0123456789") != BEFORE || strspn(at + 1, "0123456789") != 4)
            continue;
        if ((begin > source->text && is_word_char(begin[-1])) || is_word_char(begin[LENGTH]))
            continue;
        if (is_possible_number(begin))
            tidy_found(tidy, source, begin, "looks like somebody's CPR number; invented ones have an impossible date");
    }
}

const struct rule rules[] = {
    { "includes", "a folder includes only what stands above it", look_at_includes },
    { "order", "features.c has the order of src/meson.build", look_at_feature_order },
    { "functions", "no function that has a safer one", look_at_banned },
    { "words", "no identifier with a word the glossary forbids", look_at_forbidden_words },
    { "law", "every value of a law enum is in the glossary", look_at_law_enums },
    { "licence", "every source file begins with its licence", look_at_licence },
    { "promises", "every promise has the number of an issue", look_at_promises },
    { "hosts", "no file names the host of a package registry", look_at_registries },
    { "persons", "no number that could be a person's", look_at_numbers },
    { 0 },
};
