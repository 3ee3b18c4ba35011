/* SPDX-License-Identifier: MIT
 * pages.c: the case's feature; its guard decides whose case anybody sees. */
#include "casefile/pages.h"

#include "casefile/before.h"
#include "casefile/casefile.h"
#include "engine/journal.h"

static const struct route routes[] = {
    { GET, "/borger/{borger}/notat", MAY_CASE_WRITE, note_get },
    { POST, "/borger/{borger}/notat", MAY_CASE_WRITE, note_post },
    { GET, "/borger/{borger}/sejr", MAY_CASE_WRITE, win_get },
    { POST, "/borger/{borger}/sejr", MAY_CASE_WRITE, win_post },
    { POST, "/borger/{borger}/sejr/{sejr}/fortryd", MAY_CASE_WRITE, win_undo_post },
    { GET, "/borger/{borger}/trin", MAY_LADDER_WRITE, ladder_get },
    { POST, "/borger/{borger}/trin", MAY_LADDER_WRITE, ladder_post },
    { GET, "/borger/{borger}/bero", MAY_CASE_WRITE, break_get },
    { POST, "/borger/{borger}/bero", MAY_CASE_WRITE, break_post },
    { POST, "/borger/{borger}/bero/{bero}/slut", MAY_CASE_WRITE, break_end_post },
    { GET, "/borger/{borger}/team", MAY_CASE_WRITE, team_get },
    { POST, "/borger/{borger}/team", MAY_CASE_WRITE, team_post },
    { POST, "/borger/{borger}/team/{plads}/af", MAY_CASE_WRITE, team_off_post },
    { GET, "/borger/{borger}/ordninger", MAY_CASE_WRITE, enrol_get },
    { POST, "/borger/{borger}/ordninger", MAY_CASE_WRITE, enrol_post },
    { POST, "/borger/{borger}/ordninger/{indskrivning}/slut", MAY_CASE_WRITE, enrol_end_post },
    { GET, "/borger/{borger}/ordninger/{indskrivning}/spor", MAY_CASE_WRITE, track_get },
    { POST, "/borger/{borger}/ordninger/{indskrivning}/spor", MAY_CASE_WRITE, track_post },
    { POST, "/borger/{borger}/ordninger/{indskrivning}/spor/{valg}/fortryd", MAY_CASE_WRITE, track_undo_post },
    { GET, "/borger/{borger}/ordninger/{indskrivning}/maerke", MAY_CASE_WRITE, concern_get },
    { POST, "/borger/{borger}/ordninger/{indskrivning}/maerke", MAY_CASE_WRITE, concern_post },
    { POST, "/borger/{borger}/ordninger/{indskrivning}/maerke/{maerke}/slut", MAY_CASE_WRITE, concern_end_post },
    { POST, "/borger/{borger}/ordninger/{indskrivning}/maerke/{maerke}/fortryd", MAY_CASE_WRITE, concern_undo_post },
    { GET, "/borgere/spor", MAY_CASE_READ, tracks_get },
    { 0 },
};

static void start(void)
{
    db_set_guard(casefile_guard);
    serve_set_judge((struct serve_judge){ journal_mark, casefile_before });
}

const struct feature casefile_feature = { .name = "casefile", .routes = routes, .start = start };
