/* SPDX-License-Identifier: MIT
 * features.c: what the program consists of, in order: a feature may include only headers of features
 * above it. */
#include "access/access.h"
#include "access/pages.h"
#include "campaign/pages.h"
#include "casefile/pages.h"
#include "citizen/holding.h"
#include "citizen/pages.h"
#include "command.h"
#include "danish/danish.h"
#include "document/pages.h"
#include "employer/employer.h"
#include "employer/pages.h"
#include "engine/scheme_command.h"
#include "enquiry/enquiry.h"
#include "enquiry/pages.h"
#include "errand/errand.h"
#include "errand/pages.h"
#include "group/pages.h"
#include "help/pages.h"
#include "hours/commands.h"
#include "hours/pages.h"
#include "igu/pages.h"
#include "letter/outbox.h"
#include "letter/pages.h"
#include "library/commands.h"
#include "library/library.h"
#include "library/pages.h"
#include "link/pages.h"
#include "meeting/pages.h"
#include "matching/commands.h"
#include "mentor/pages.h"
#include "overview/pages.h"
#include "pipeline/pages.h"
#include "pipeline/pipeline.h"
#include "placement/pages.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "pool/pages.h"
#include "portal/pages.h"
#include "proposal/pages.h"
#include "proposal/proposal.h"
#include "rates/commands.h"
#include "rates/pages.h"
#include "results/kept.h"
#include "results/pages.h"
#include "results/swing.h"
#include "sanction/pages.h"
#include "selfsupport/pages.h"
#include "simulate/simulate.h"
#include "staff/commands.h"
#include "staff/pages.h"
#include "task/pages.h"
#include "task/task.h"
#include "transfer/commands.h"
#include "transfer/pages.h"
#include "volunteer/pages.h"
#include "volunteer/volunteer.h"
#include "wake/pages.h"
#include "web/commands.h"
#include "web/keeper.h"
#include "web/web.h"
#include "workplace/pages.h"

const struct feature *const features[] = {
    &web_feature,
    &staff_feature,
    &library_feature,
    &rates_feature,
    &citizen_feature,
    &task_feature,
    &casefile_feature,
    &plan_feature,
    &employer_feature,
    &link_feature,
    &meeting_feature,
    &errand_feature,
    &placement_feature,
    &pool_feature,
    &igu_feature,
    &mentor_feature,
    &pipeline_feature,
    &workplace_feature,
    &campaign_feature,
    &selfsupport_feature,
    &enquiry_feature,
    &portal_feature,
    &document_feature,
    &group_feature,
    &proposal_feature,
    &volunteer_feature,
    &letter_feature,
    &wake_feature,
    &sanction_feature,
    &danish_feature,
    &hours_feature,
    &results_feature,
    &access_feature,
    &help_feature,
    &overview_feature,
    &transfer_feature,
};
const size_t feature_count = sizeof features / sizeof *features;

const struct command *const commands[] = {
    &export_command,
    &import_command,
    &init_command,
    &lawbook_command,
    &library_command,
    &match_command,
    &migrate_command,
    &outbox_command,
    &rates_command,
    &serve_command,
    &simulate_command,
    &user_command,
    &verify_command,
    &weeks_command,
    NULL,
};

/* What is held about a citizen: told on her request, erased when its time is over (citizen/holding.h). */
const struct holding *const holdings[] = {
    &citizen_holding,
    &task_holding,
    &casefile_holding,
    &plan_holding,
    &meeting_holding,
    &errand_holding,
    &placement_holding,
    &pipeline_holding,
    &workplace_holding,
    &enquiry_holding,
    &proposal_holding,
    &volunteer_holding,
    &pool_holding,
    &igu_holding,
    &mentor_holding,
    &documents_holding,
    &group_holding,
    &letter_holding,
    &wake_holding,
    &sanction_holding,
    &danish_holding,
    &hours_holding,
    &access_holding,
    &overview_holding,
    NULL,
};

const struct keeper_task keeper_tasks[] = {
    { "access log", 1, keeper_access_log },
    { "checkpoint", 60, keeper_checkpoint },
    { "companies", 600, employer_wake },
    { "places", 600, group_wake },
    { "engine", 60, library_wake },
    { "results", 20, kept_keep },
    { "pauses", 60, portal_wake },
    { "swings", 600, swings_keep },
    { "sessions", 600, keeper_sweep_sessions },
    { "uploads", 600, transfer_sweep },
    { 0 },
};
