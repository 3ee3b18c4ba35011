/* SPDX-License-Identifier: MIT
 * frame.c: the tables behind frame.page. */
#include "web/frame.h"

#include <string.h>

#include "base/text.h"
#include "web/asset.h"

static const struct frame_tab_row tab_rows[] = {
    [TAB_TODAY] = { "/", SAY("I dag"), MAY_LOGGED_IN },
    [TAB_CITIZENS] = { "/borgere", SAY("Borgere"), MAY_CASE_READ },
    [TAB_COMPANIES] = { "/virksomheder", SAY("Virksomheder"), MAY_COMPANY_READ },
    [TAB_GROUPS] = { "/hold", SAY("Hold"), MAY_GROUP_READ },
    [TAB_LETTERS] = { "/udbakke", SAY("Breve"), MAY_DOCUMENT_WRITE }, /* Those who only approve find it by a link. */
    [TAB_SCHEMES] = { "/ordninger", SAY("Ordninger"), MAY_SCHEME_READ },
    [TAB_RESULTS] = { "/resultater", SAY("Resultater"), MAY_RESULT_READ },
    [TAB_STAFF] = { "/medarbejdere", SAY("Medarbejdere"), MAY_STAFF_WRITE }, /* Others find it on their profile. */
    [TAB_OPENED] = { "/aabnede-sager", SAY("Åbnede sager"), MAY_CASE_ERASE }, /* The work of data protection. */
};
const struct frame_tab_rows frame_tabs = { tab_rows, sizeof tab_rows / sizeof *tab_rows };

static const struct frame_tab_row company_part_rows[] = {
    { "/virksomheder", SAY("Alle"), MAY_COMPANY_READ },
    { "/virksomheder/mine", SAY("Mine"), MAY_COMPANY_READ },
    { "/henvendelser", SAY("Henvendelser"), MAY_COMPANY_READ },
    { "/find-praktik", SAY("Find praktik"), MAY_PLACEMENT_READ },
    { "/virksomhedscentre", SAY("Centre"), MAY_COMPANY_READ },
    { "/jobaabninger", SAY("Jobåbninger"), MAY_COMPANY_READ },
    { "/forslag", SAY("Forslag"), MAY_PLACEMENT_READ },
    { "/tavler", SAY("Tavler"), MAY_PLACEMENT_READ },
    { "/fastholdelse", SAY("Fastholdelse"), MAY_PLACEMENT_READ },
    { "/igu", SAY("IGU"), MAY_PLACEMENT_READ },
    { "/puljer", SAY("Puljer"), MAY_PLACEMENT_READ },
    { "/mentorer", SAY("Mentorer"), MAY_COMPANY_READ },
    { "/kampagner", SAY("Kampagner"), MAY_COMPANY_READ },
    { "/barometer", SAY("Jobbarometer"), MAY_COMPANY_READ },
    { "/brancher", SAY("Brancher"), MAY_COMPANY_READ },
};
const struct frame_tab_rows frame_company_parts = { company_part_rows, sizeof company_part_rows / sizeof *company_part_rows };

/* How much of a path a part's own path is, as whole words between slashes; 0 when it is not in it. */
static size_t match_length(const char *path, const char *part)
{
    size_t length = strlen(part);

    return strncmp(path, part, length) == 0 && (path[length] == 0 || path[length] == '/') ? length : 0;
}

bool frame_is_part(const struct request *r, const struct frame_tab_rows *parts, const struct frame_tab_row *part)
{
    size_t own = match_length(r->path, part->path), best = own;

    for (size_t i = 0; i < parts->count; i++) {
        size_t length = match_length(r->path, parts->at[i].path);
        best = length > best ? length : best;
    }
    return own > 0 && own == best;
}

bool frame_has_tab(struct request *r, const struct frame_tab_row *tab)
{
    return tab->needs >= PERMISSION_COUNT || request_may(r, tab->needs);
}

static const struct frame_language language_rows[LANGUAGE_COUNT] = {
    [LANGUAGE_DA] = { "da", "Dansk" },
    [LANGUAGE_EN] = { "en", "English" },
};
const struct frame_languages frame_languages = { language_rows, LANGUAGE_COUNT };

enum { HOUR = 3600, DAY = 24 * HOUR };
static const struct frame_jump jump_rows[] = { { SAY("en time"), HOUR }, { SAY("en dag"), DAY }, { SAY("en uge"), 7 * DAY } };
const struct frame_jumps frame_jumps = { jump_rows, sizeof jump_rows / sizeof *jump_rows };

static struct frame_names names; /* Set once at start. */

void frame_start_up(struct frame_names given)
{
    names = given;
}

const char *frame_person(struct request *r)
{
    return names.person == NULL ? "" : names.person(r);
}

const char *frame_municipality(struct request *r)
{
    return names.municipality == NULL ? "" : names.municipality(r);
}

const char *frame_keys(struct request *r)
{
    return names.has_keys_off != NULL && names.has_keys_off(r) ? "off" : NULL;
}

bool frame_is_training(struct request *r)
{
    return names.is_training != NULL && names.is_training(r);
}

const char *frame_asset(const char *name)
{
    for (size_t i = 0; i < asset_count; i++)
        if (text_is(assets[i].name, name))
            return assets[i].path;
    return NULL;
}
