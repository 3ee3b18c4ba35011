/* SPDX-License-Identifier: MIT
 * permission.h: what somebody may do, the one list of it. A job function is a set of these (roles.c
 * in src/staff); a route row names one; a statement's `may:` names those of which one is needed.
 * Whose case is another question, answered by the guard in db.h. */
#ifndef DB_PERMISSION_H
#define DB_PERMISSION_H

#include <stdint.h>

/* identifier, name in .sql files and role files, Danish label */
#define PERMISSIONS(P)                                                                       \
    P(CASE_READ, "case_read", "læse sager i egne enheder og team")                           \
    P(CASE_WRITE, "case_write", "skrive i sager i egne enheder og team")                     \
    P(CASE_CREATE, "case_create", "oprette borgere")                                         \
    P(CASE_ALL, "case_all", "læse alle sager i kommunen")                                    \
    P(CASE_WORK, "case_work", "se arbejdsprofil og hensyn, ikke resten af sagen")            \
    P(CASE_BREAK_GLASS, "case_break_glass", "åbne en sag uden for egne, med grund")          \
    P(CASE_ERASE, "case_erase", "slette og udlevere en borgers oplysninger")                 \
    P(CPR_SHOW, "cpr_show", "se hele CPR-nummeret, med log")                                 \
    P(ADDRESS_PROTECTED, "address_protected", "se beskyttet adresse")                        \
    P(HEALTH_READ, "health_read", "læse helbredsoplysninger")                                \
    P(HEALTH_WRITE, "health_write", "skrive helbredsoplysninger")                            \
    P(PLAN_WRITE, "plan_write", "skrive mål og plan")                                        \
    P(TASK_WRITE, "task_write", "oprette og afslutte opgaver")                               \
    P(MEETING_WRITE, "meeting_write", "booke og holde samtaler og møder")                    \
    P(DOCUMENT_WRITE, "document_write", "lave og udlevere dokumenter")                       \
    P(LADDER_WRITE, "ladder_write", "indplacere på trappen")                                 \
    P(PLACEMENT_READ, "placement_read", "se praktik og ansættelser")                         \
    P(PLACEMENT_WRITE, "placement_write", "starte, ændre og afslutte praktik")               \
    P(COMPANY_READ, "company_read", "se virksomheder")                                       \
    P(COMPANY_WRITE, "company_write", "skrive om virksomheder")                              \
    P(GROUP_READ, "group_read", "se hold og fremmøde")                                       \
    P(GROUP_WRITE, "group_write", "føre hold og fremmøde")                                   \
    P(FORM_WRITE, "form_write", "besvare skemaer og målinger")                               \
    P(OBLIGATION_ASSIGN, "obligation_assign", "give frister videre og lukke dem med grund")  \
    P(TEAM_READ, "team_read", "se teamets frister og belastning")                            \
    P(RESULT_READ, "result_read", "se resultater og rapporter")                              \
    P(RESULT_WRITE, "result_write", "skrive statusrapport og årsager")                       \
    P(SCHEME_READ, "scheme_read", "se ordninger")                                            \
    P(SCHEME_WRITE, "scheme_write", "tænde ordninger og rette tal")                          \
    P(STAFF_READ, "staff_read", "se medarbejdere")                                           \
    P(STAFF_WRITE, "staff_write", "oprette medarbejdere og roller")                          \
    P(ACCESS_LOG_READ, "access_log_read", "se hvem der har set sager")                       \
    P(IMPORT, "import", "indlæse filer")                                                     \
    P(EXPORT, "export", "hente filer")

enum permission {
#define PERMISSION_ENUM(identifier, name, label) MAY_##identifier,
    PERMISSIONS(PERMISSION_ENUM)
#undef PERMISSION_ENUM
    PERMISSION_COUNT,
    MAY_ANYONE = PERMISSION_COUNT, /* Also without log-in. */
    MAY_LOGGED_IN,                 /* Every logged-in person. */
};
_Static_assert(PERMISSION_COUNT <= 61, "permissions are bits of a 64-bit set");

/* A set of permissions: bit n is the n-th. The three highest bits belong to `link`, `anyone` and `system`. */
typedef uint64_t permission_set;
#define PERMISSION_BIT(permission) ((permission_set)1 << (permission))
#define PERMISSION_SET_LINK ((permission_set)1 << 61)   /* On an actor who came by a link (src/link): may nothing else. */
#define PERMISSION_SET_ANYONE ((permission_set)1 << 62) /* On a statement: no permission needed. */
#define PERMISSION_SET_SYSTEM ((permission_set)1 << 63) /* On an actor: the program itself; may all. */

/* Names and labels by permission, for role files and pages. */
extern const char *const permission_names[PERMISSION_COUNT];
extern const char *const permission_labels[PERMISSION_COUNT];

#endif
