/* SPDX-License-Identifier: MIT
 * pages.c: the routes of tasks. Whoever may see the case sees its list; ticking takes one permission. */
#include "task/pages.h"

static const struct route routes[] = {
    { GET, "/opgaver", MAY_TASK_WRITE, my_tasks_get },
    { POST, "/opgaver", MAY_TASK_WRITE, my_tasks_post },
    { POST, "/opgaver/{opgave}/udfoert", MAY_TASK_WRITE, task_done_post },
    { POST, "/opgaver/{opgave}/aabn", MAY_TASK_WRITE, task_open_post },
    { POST, "/opgaver/{opgave}/tag", MAY_TASK_WRITE, task_take_post },
    { POST, "/opgaver/{opgave}/laeg-tilbage", MAY_TASK_WRITE, task_put_back_post },
    { POST, "/opgaver/{opgave}/fjern", MAY_TASK_WRITE, task_remove_post },
    { GET, "/borger/{borger}/opgaver", MAY_LOGGED_IN, citizen_tasks_get },
    { POST, "/borger/{borger}/opgaver", MAY_TASK_WRITE, citizen_tasks_post },
    { POST, "/borger/{borger}/opgaver/{ordning}/{linje}", MAY_TASK_WRITE, citizen_own_post },
    { 0 },
};

const struct feature task_feature = { .name = "task", .routes = routes };
