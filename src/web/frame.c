/* SPDX-License-Identifier: MIT
 * frame.c: the tables behind frame.page. */
#include "web/frame.h"

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

bool frame_has_tab(struct request *r, const struct frame_tab_row *tab)
{
    return tab->needs >= PERMISSION_COUNT || (r->actor.permissions & PERMISSION_BIT(tab->needs)) != 0;
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
