/* SPDX-License-Identifier: MIT
 * roles.c: the job functions of a new municipality, as sets of permissions (spec/roles.md A01-A51). They are
 * copied into the municipality's tables once and edited there; nothing else asks this file. */
#include "staff/roles.h"

#include "base/text.h"

#define MAY(permission) PERMISSION_BIT(MAY_##permission)

const struct role_template role_templates[] = {
    { "caseworker", SAY("Sagsbehandler"),
      MAY(CASE_READ) | MAY(CASE_WRITE) | MAY(CASE_CREATE) | MAY(CASE_BREAK_GLASS) | MAY(CPR_SHOW) |
      MAY(ADDRESS_PROTECTED) | MAY(HEALTH_READ) | MAY(HEALTH_WRITE) | MAY(PLAN_WRITE) |
      MAY(TASK_WRITE) | MAY(MEETING_WRITE) | MAY(DOCUMENT_WRITE) | MAY(LADDER_WRITE) |
      MAY(PLACEMENT_READ) | MAY(PLACEMENT_WRITE) | MAY(COMPANY_READ) | MAY(COMPANY_WRITE) |
      MAY(GROUP_READ) | MAY(FORM_WRITE) | MAY(OBLIGATION_ASSIGN) | MAY(SCHEME_READ) |
      MAY(STAFF_READ) |
      MAY(SANCTION_WRITE) },
    { "coordinator", SAY("Koordinerende sagsbehandler"),
      MAY(CASE_READ) | MAY(CASE_WRITE) | MAY(CASE_CREATE) | MAY(CASE_BREAK_GLASS) | MAY(CPR_SHOW) |
      MAY(ADDRESS_PROTECTED) | MAY(HEALTH_READ) | MAY(HEALTH_WRITE) | MAY(PLAN_WRITE) |
      MAY(TASK_WRITE) | MAY(MEETING_WRITE) | MAY(DOCUMENT_WRITE) | MAY(LADDER_WRITE) |
      MAY(PLACEMENT_READ) | MAY(PLACEMENT_WRITE) | MAY(COMPANY_READ) | MAY(COMPANY_WRITE) |
      MAY(GROUP_READ) | MAY(FORM_WRITE) | MAY(OBLIGATION_ASSIGN) | MAY(TEAM_READ) |
      MAY(SCHEME_READ) | MAY(LETTER_APPROVE) | MAY(STAFF_READ) |
      MAY(SANCTION_WRITE) },
    { "adviser", SAY("Rådgiver"),
      MAY(CASE_READ) | MAY(CASE_WRITE) | MAY(CASE_CREATE) | MAY(CPR_SHOW) | MAY(PLAN_WRITE) |
      MAY(TASK_WRITE) | MAY(MEETING_WRITE) | MAY(DOCUMENT_WRITE) | MAY(GROUP_READ) |
      MAY(SCHEME_READ) | MAY(STAFF_READ) },
    { "social_worker", SAY("Socialrådgiver"),
      MAY(CASE_READ) | MAY(CASE_WRITE) | MAY(CASE_CREATE) | MAY(CPR_SHOW) | MAY(HEALTH_READ) |
      MAY(HEALTH_WRITE) | MAY(PLAN_WRITE) | MAY(TASK_WRITE) | MAY(MEETING_WRITE) |
      MAY(DOCUMENT_WRITE) | MAY(GROUP_READ) | MAY(SCHEME_READ) | MAY(STAFF_READ) },
    { "employment_consultant", SAY("Beskæftigelseskonsulent"),
      MAY(CASE_READ) | MAY(CASE_WRITE) | MAY(PLAN_WRITE) | MAY(TASK_WRITE) | MAY(MEETING_WRITE) |
      MAY(DOCUMENT_WRITE) | MAY(LADDER_WRITE) | MAY(PLACEMENT_READ) | MAY(PLACEMENT_WRITE) |
      MAY(COMPANY_READ) | MAY(COMPANY_WRITE) | MAY(GROUP_READ) | MAY(GROUP_WRITE) |
      MAY(FORM_WRITE) | MAY(SCHEME_READ) | MAY(STAFF_READ) },
    { "company_consultant", SAY("Virksomhedskonsulent"),
      MAY(CASE_WORK) | MAY(TASK_WRITE) | MAY(MEETING_WRITE) | MAY(PLACEMENT_READ) |
      MAY(PLACEMENT_WRITE) | MAY(COMPANY_READ) | MAY(COMPANY_WRITE) | MAY(GROUP_READ) |
      MAY(SCHEME_READ) | MAY(STAFF_READ) },
    { "cultural_mediator", SAY("Kulturformidler"),
      MAY(CASE_WORK) | MAY(TASK_WRITE) | MAY(MEETING_WRITE) | MAY(DOCUMENT_WRITE) |
      MAY(PLACEMENT_READ) | MAY(GROUP_READ) | MAY(SCHEME_READ) | MAY(STAFF_READ) },
    { "teacher", SAY("Underviser"),
      MAY(GROUP_READ) | MAY(GROUP_WRITE) | MAY(TASK_WRITE) | MAY(SCHEME_READ) | MAY(STAFF_READ) },
    { "leader", SAY("Leder"),
      MAY(CASE_ALL) | MAY(CASE_READ) | MAY(CASE_BREAK_GLASS) | MAY(TEAM_READ) | MAY(RESULT_READ) |
      MAY(RESULT_WRITE) | MAY(SCHEME_READ) | MAY(SCHEME_WRITE) | MAY(COMPANY_READ) |
      MAY(PLACEMENT_READ) | MAY(GROUP_READ) | MAY(OBLIGATION_ASSIGN) | MAY(ACCESS_LOG_READ) |
      MAY(LETTER_APPROVE) | MAY(STAFF_READ) | MAY(EXPORT) },
    { "team_leader", SAY("Teamleder"),
      MAY(CASE_READ) | MAY(CASE_WRITE) | MAY(CASE_CREATE) | MAY(CASE_BREAK_GLASS) | MAY(CPR_SHOW) |
      MAY(ADDRESS_PROTECTED) | MAY(HEALTH_READ) | MAY(TEAM_READ) | MAY(RESULT_READ) |
      MAY(PLAN_WRITE) | MAY(TASK_WRITE) | MAY(MEETING_WRITE) | MAY(DOCUMENT_WRITE) |
      MAY(LADDER_WRITE) | MAY(PLACEMENT_READ) | MAY(PLACEMENT_WRITE) | MAY(COMPANY_READ) |
      MAY(COMPANY_WRITE) | MAY(GROUP_READ) | MAY(GROUP_WRITE) | MAY(FORM_WRITE) |
      MAY(OBLIGATION_ASSIGN) | MAY(SCHEME_READ) | MAY(LETTER_APPROVE) | MAY(STAFF_READ) | MAY(ACCESS_LOG_READ) |
      MAY(EXPORT) |
      MAY(SANCTION_WRITE) },
    { "administrator", SAY("Systemadministrator"),
      MAY(STAFF_READ) | MAY(STAFF_WRITE) | MAY(SCHEME_READ) | MAY(SCHEME_WRITE) | MAY(IMPORT) |
      MAY(EXPORT) },
    { "data_officer", SAY("Databeskyttelse"),
      MAY(ACCESS_LOG_READ) | MAY(CASE_ERASE) | MAY(STAFF_READ) },
    { "sanction_officer", SAY("Administrativ medarbejder (fravær)"),
      MAY(SANCTION_WRITE) | MAY(GROUP_READ) | MAY(TASK_WRITE) | MAY(SCHEME_READ) | MAY(STAFF_READ) },
    { "benefits_officer", SAY("Sagsbehandler i ydelsesenheden"),
      MAY(SANCTION_DECIDE) | MAY(SCHEME_READ) | MAY(STAFF_READ) },
    { "chief_mentor", SAY("Chefmentor"),
      MAY(COMPANY_READ) | MAY(TASK_WRITE) | MAY(SCHEME_READ) | MAY(STAFF_READ) },
};

const size_t role_template_count = sizeof role_templates / sizeof *role_templates;
