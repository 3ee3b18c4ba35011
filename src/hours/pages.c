/* SPDX-License-Identifier: MIT
 * pages.c: the routes of hours. */
#include "hours/pages.h"

static const struct route routes[] = {
    { GET, "/borger/{citizen}/ugen", MAY_CASE_READ, hours_page_get },
    { POST, "/borger/{citizen}/ugen/krav", MAY_CASE_WRITE, hours_step_post },
    { POST, "/borger/{citizen}/ugen/krav/{hours_requirement}/fjern", MAY_CASE_WRITE, hours_step_undo_post },
    { POST, "/borger/{citizen}/ugen/egen", MAY_CASE_WRITE, hours_item_post },
    { POST, "/borger/{citizen}/ugen/egen/{hours_item}/slut", MAY_CASE_WRITE, hours_item_end_post },
    { POST, "/borger/{citizen}/ugen/egen/{hours_item}/fjern", MAY_CASE_WRITE, hours_item_undo_post },
    { POST, "/borger/{citizen}/ugen/egen/{hours_item}/maerke", MAY_CASE_WRITE, hours_mark_post },
    { POST, "/borger/{citizen}/ugen/alt", MAY_CASE_WRITE, hours_all_post },
    { POST, "/borger/{citizen}/ugen/hold", MAY_CASE_WRITE, hours_join_post },
    { POST, "/borger/{citizen}/ugen/tid", MAY_CASE_WRITE, hours_window_post },
    { GET, "/borger/{citizen}/maalgruppe", MAY_CASE_READ, target_get },
    { POST, "/borger/{citizen}/maalgruppe/ydelse", MAY_CASE_WRITE, target_time_post },
    { POST, "/borger/{citizen}/maalgruppe/ydelse/{hours_benefit}/fjern", MAY_CASE_WRITE, target_time_undo_post },
    { POST, "/borger/{citizen}/maalgruppe/dansk", MAY_CASE_WRITE, target_danish_post },
    { GET, "/alle-aktive", MAY_CASE_READ, everybody_get },
    { GET, "/dansk-ikke-kendt", MAY_CASE_READ, danish_unknown_get },
    { GET, "/timer-der-taeller", MAY_LOGGED_IN, counting_get },
    { POST, "/timer-der-taeller", MAY_SCHEME_WRITE, counting_post },
    { POST, "/timer-der-taeller/{hours_edit}/tilbage", MAY_SCHEME_WRITE, counting_withdraw_post },
    { GET, "/rejsetider", MAY_GROUP_READ, ways_get },
    { POST, "/rejsetider", MAY_CASE_WRITE, ways_post },
    { POST, "/rejsetider/{hours_way}/fjern", MAY_CASE_WRITE, ways_drop_post },
    { GET, "/borger/{citizen}/kalender", MAY_CASE_WRITE, feed_citizen_get },
    { POST, "/borger/{citizen}/kalender", MAY_CASE_WRITE, feed_citizen_post },
    { POST, "/borger/{citizen}/kalender/{link}/traek", MAY_CASE_WRITE, feed_citizen_withdraw_post },
    { GET, "/hold/{hold}/kalender", MAY_GROUP_WRITE, feed_group_get },
    { POST, "/hold/{hold}/kalender", MAY_GROUP_WRITE, feed_group_post },
    { POST, "/hold/{hold}/kalender/{link}/traek", MAY_GROUP_WRITE, feed_group_withdraw_post },
    { GET, "/min-kalender", MAY_MEETING_WRITE, feed_own_get },
    { POST, "/min-kalender", MAY_MEETING_WRITE, feed_own_post },
    { POST, "/min-kalender/{link}/traek", MAY_MEETING_WRITE, feed_own_withdraw_post },
    { GET, "/kalender/{secret}", MAY_LINK, feed_get },
    { 0 },
};

const struct feature hours_feature = { .name = "hours", .routes = routes };
