/* SPDX-License-Identifier: MIT
 * cell.c: a reader and a writer for each kind of cell. Dates are written the ISO way, which no spreadsheet
 * turns around; they are read in both ways. */
#include "transfer/cell.h"

#include <string.h>

#include "base/text.h"
#include "citizen/cpr.h"
#include "employer/rules.h"
#include "law/glossary.h"
#include "staff/staff.h"
#include "web/say.h"

enum { NOON = 12, POSTAL_LENGTH = 4, DANISH = 0 };

struct lookups lookups_load(struct db *db)
{
    struct municipality_row municipality = { 0 };

    municipality_load(db, &municipality);
    return (struct lookups){ unit_all(db), staff_all(db), municipality.is_training };
}

#define READER(name)                                                                                         \
    static bool name(struct arena *arena, const struct lookups *lookups, const char *list, const char *text, \
                     void *member)
#define WRITER(name)                                                                                   \
    static const char *name(struct arena *arena, const struct lookups *lookups, const char *list,      \
                            const void *member)
#define UNUSED_ALL ((void)arena, (void)lookups, (void)list)

/* --- texts --- */

static bool keep_text(struct arena *arena, const char *text, void *member)
{
    *(const char **)member = arena_dup(arena, text);
    return true;
}

READER(read_text)
{
    UNUSED_ALL;
    return keep_text(arena, text, member);
}

WRITER(write_text)
{
    const char *text = *(const char *const *)member;

    UNUSED_ALL;
    return text == NULL ? "" : text;
}

READER(read_mail)
{
    const char *at = strchr(text, '@');

    UNUSED_ALL;
    return at != NULL && at != text && at[1] != 0 && strpbrk(text, " ;,\n") == NULL && keep_text(arena, text, member);
}

READER(read_postal)
{
    UNUSED_ALL;
    return strlen(text) == POSTAL_LENGTH && strspn(text, "0123456789") == POSTAL_LENGTH && keep_text(arena, text, member);
}

/* --- days and times --- */

READER(read_day)
{
    UNUSED_ALL;
    return day_read(text, member);
}

WRITER(write_day)
{
    day on = *(const day *)member;

    UNUSED_ALL;
    return on == DAY_NONE ? "" : day_iso(arena, on);
}

/* "15:30" or "15.30", nothing else. */
static bool read_clock(const char *text, int *hour, int *minute)
{
    size_t digits = strspn(text, "0123456789");

    if (digits < 1 || digits > 2 || (text[digits] != ':' && text[digits] != '.') ||
        strspn(text + digits + 1, "0123456789") != 2 || text[digits + 3] != 0)
        return false;
    *hour = digits == 1 ? text[0] - '0' : (text[0] - '0') * 10 + text[1] - '0';
    *minute = (text[digits + 1] - '0') * 10 + text[digits + 2] - '0';
    return *hour < 24 && *minute < 60;
}

/* "06-03-2026 15:30", "2026-03-06T15:30"; a day alone is its noon, the moment least wrong. */
READER(read_instant)
{
    int hour = NOON, minute = 0;
    char *date = arena_dup(arena, text), *split = strpbrk(date, " T");
    day on;

    UNUSED_ALL;
    /* A Danish date may have a space of its own: "6/3 2026". */
    if (split != NULL && day_read(text, &on)) {
        *(instant *)member = instant_of(on, hour, minute, 0);
        return true;
    }
    if (split != NULL) {
        *split++ = 0;
        if (text_starts(split, "kl. "))
            split += strlen("kl. ");
        if (!read_clock(split, &hour, &minute))
            return false;
    }
    if (!day_read(date, &on))
        return false;
    *(instant *)member = instant_of(on, hour, minute, 0);
    return true;
}

WRITER(write_instant)
{
    instant at = *(const instant *)member;

    UNUSED_ALL;
    if (at == INSTANT_NONE)
        return "";
    struct local_time local = local_of(at);
    return arena_format(arena, "%s %02d:%02d", day_iso(arena, local.on), local.hour, local.minute);
}

/* --- yes and no, numbers --- */

READER(read_flag)
{
    static const char *const yes[] = { "ja", "j", "1", "x", "sand", "true" }, *const no[] = { "nej", "n", "0", "falsk", "false" };
    const char *folded = text_fold(arena, text);

    UNUSED_ALL;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (text_is(folded, yes[i]))
            return *(bool *)member = true;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
        if (!text_is(folded, no[i]))
            continue;
        *(bool *)member = false;
        return true;
    }
    return false;
}

WRITER(write_flag)
{
    UNUSED_ALL;
    return *(const bool *)member ? "ja" : "nej";
}

READER(read_count)
{
    int64_t number;

    UNUSED_ALL;
    if (!text_to_int(text, &number) || number < 0)
        return false;
    *(int64_t *)member = number;
    return true;
}

WRITER(write_count)
{
    int64_t number = *(const int64_t *)member;

    UNUSED_ALL;
    return number < 0 ? "" : arena_format(arena, "%lld", (long long)number);
}

/* --- codes of the glossary --- */

READER(read_code)
{
    size_t count;
    const struct glossary_row *rows = glossary_list(list, &count);
    const char *folded = text_fold(arena, text);

    UNUSED_ALL;
    for (size_t i = 0; i < count; i++)
        if (text_is(text, rows[i].danish) || text_is(text, rows[i].code))
            return keep_text(arena, rows[i].code, member);
    for (size_t i = 0; i < count; i++)
        if (text_is(folded, text_fold(arena, rows[i].danish)))
            return keep_text(arena, rows[i].code, member);
    return false;
}

READER(read_branch)
{
    const char *branch = branch_of_industry(arena, text);

    return branch != NULL ? keep_text(arena, branch, member) : read_code(arena, lookups, list, text, member);
}

WRITER(write_code)
{
    const char *code = *(const char *const *)member;

    UNUSED_ALL;
    return code == NULL || *code == 0 ? "" : glossary_label_or_code(DANISH, list, code);
}

/* --- numbers of people and companies --- */

READER(read_cpr)
{
    struct cpr_verdict verdict = cpr_check(arena, text, lookups->is_training);

    UNUSED_ALL;
    return !verdict.is_refused && keep_text(arena, verdict.digits, member);
}

WRITER(write_cpr)
{
    UNUSED_ALL;
    return cpr_whole(arena, *(const char *const *)member);
}

READER(read_cvr)
{
    struct number_verdict verdict = cvr_check(arena, text);

    UNUSED_ALL;
    return verdict.why != NUMBER_FORM && keep_text(arena, verdict.digits, member);
}

READER(read_p_number)
{
    struct number_verdict verdict = p_number_check(arena, text);

    UNUSED_ALL;
    return verdict.why != NUMBER_FORM && keep_text(arena, verdict.digits, member);
}

/* --- units and staff --- */

READER(read_unit)
{
    const char *folded = text_fold(arena, text);

    UNUSED_ALL;
    for (size_t i = 0; i < lookups->units.count; i++) {
        const struct unit_row *unit = &lookups->units.at[i];
        if (!text_is(text, unit->code) && !text_is(folded, text_fold(arena, unit->name)))
            continue;
        *(struct unit_id *)member = unit->id;
        return true;
    }
    return false;
}

WRITER(write_unit)
{
    int64_t id = ((const struct unit_id *)member)->n;

    UNUSED_ALL;
    for (size_t i = 0; i < lookups->units.count; i++)
        if (lookups->units.at[i].id.n == id)
            return lookups->units.at[i].name;
    return "";
}

/* How many have this name; the last of them in *found. */
static int count_named(const struct lookups *lookups, const char *name, struct staff_id *found)
{
    int count = 0;

    for (size_t i = 0; i < lookups->staff.count; i++) {
        if (!text_is(lookups->staff.at[i].name, name))
            continue;
        *found = lookups->staff.at[i].id;
        count++;
    }
    return count;
}

/* A log-in always tells who; a name does when only one has it. */
READER(read_staff)
{
    struct staff_id found = { 0 };

    UNUSED_ALL;
    for (size_t i = 0; i < lookups->staff.count; i++)
        if (text_is(lookups->staff.at[i].login, text))
            found = lookups->staff.at[i].id;
    if (found.n == 0 && count_named(lookups, text, &found) != 1)
        return false;
    *(struct staff_id *)member = found;
    return true;
}

WRITER(write_staff)
{
    int64_t id = ((const struct staff_id *)member)->n;
    struct staff_id any;

    UNUSED_ALL;
    for (size_t i = 0; i < lookups->staff.count; i++) {
        const struct staff_row *staff = &lookups->staff.at[i];
        if (staff->id.n == id)
            return count_named(lookups, staff->name, &any) == 1 ? staff->name : staff->login;
    }
    return "";
}

const struct cell_type cell_types[CELL_KIND_COUNT] = {
    [CELL_TEXT] = { read_text, write_text, SAY("tekst") },
    [CELL_MAIL] = { read_mail, write_text, SAY("en e-mailadresse") },
    [CELL_POSTAL] = { read_postal, write_text, SAY("fire cifre") },
    [CELL_DAY] = { read_day, write_day, SAY("en dato som 06-03-2026") },
    [CELL_INSTANT] = { read_instant, write_instant, SAY("en dato, eventuelt med klokkeslæt, som 06-03-2026 15:30") },
    [CELL_FLAG] = { read_flag, write_flag, SAY("ja eller nej") },
    [CELL_COUNT] = { read_count, write_count, SAY("et helt tal") },
    [CELL_CODE] = { read_code, write_code, NULL },
    [CELL_BRANCH] = { read_branch, write_code, NULL },
    [CELL_CPR] = { read_cpr, write_cpr, SAY("et CPR-nummer på ti cifre (regneark fjerner nullet forrest, når cellen ikke er tekst)") },
    [CELL_CVR] = { read_cvr, write_text, SAY("et CVR-nummer på otte cifre") },
    [CELL_P_NUMBER] = { read_p_number, write_text, SAY("et P-nummer på ti cifre") },
    [CELL_UNIT] = { read_unit, write_unit, SAY("navnet på en enhed i kommunen") },
    [CELL_STAFF] = { read_staff, write_staff, SAY("en medarbejders log-ind, eller et navn som kun én har") },
};
