/* SPDX-License-Identifier: MIT
 * permission.h: what somebody may do, the one list of it. A job function is a set of these (roles.c
 * in src/staff); a route row names one; a statement's `may:` names those of which one is needed.
 * Whose case is another question, answered by the guard in db.h. */
#ifndef DB_PERMISSION_H
#define DB_PERMISSION_H

#include <stdint.h>

#include "base/text.h"

/* identifier, name in .sql files and role files, Danish label */
#define PERMISSIONS(P)                                                                       \
    P(CASE_READ, "case_read", SAY("læse sager i egne enheder og team"))                      \
    P(CASE_WRITE, "case_write", SAY("skrive i sager i egne enheder og team"))                \
    P(CASE_CREATE, "case_create", SAY("oprette borgere"))                                    \
    P(CASE_ALL, "case_all", SAY("læse alle sager i kommunen"))                               \
    P(CASE_WORK, "case_work", SAY("se arbejdsprofil og hensyn, ikke resten af sagen"))       \
    P(CASE_BREAK_GLASS, "case_break_glass", SAY("åbne en sag uden for egne, med grund"))     \
    P(CASE_ERASE, "case_erase", SAY("slette og udlevere en borgers oplysninger"))            \
    P(CPR_SHOW, "cpr_show", SAY("se hele CPR-nummeret, med log"))                            \
    P(ADDRESS_PROTECTED, "address_protected", SAY("se beskyttet adresse"))                   \
    P(HEALTH_READ, "health_read", SAY("læse helbredsoplysninger"))                           \
    P(HEALTH_WRITE, "health_write", SAY("skrive helbredsoplysninger"))                       \
    P(PLAN_WRITE, "plan_write", SAY("skrive mål og plan"))                                   \
    P(TASK_WRITE, "task_write", SAY("oprette og afslutte opgaver"))                          \
    P(MEETING_WRITE, "meeting_write", SAY("booke og holde samtaler og møder"))               \
    P(DOCUMENT_WRITE, "document_write", SAY("lave og udlevere dokumenter"))                  \
    P(LADDER_WRITE, "ladder_write", SAY("indplacere på trappen"))                            \
    P(PLACEMENT_READ, "placement_read", SAY("se praktik og ansættelser"))                    \
    P(PLACEMENT_WRITE, "placement_write", SAY("starte, ændre og afslutte praktik"))          \
    P(COMPANY_READ, "company_read", SAY("se virksomheder"))                                  \
    P(COMPANY_WRITE, "company_write", SAY("skrive om virksomheder"))                         \
    P(GROUP_READ, "group_read", SAY("se hold og fremmøde"))                                  \
    P(GROUP_WRITE, "group_write", SAY("føre hold og fremmøde"))                              \
    P(FORM_WRITE, "form_write", SAY("besvare skemaer og målinger"))                          \
    P(OBLIGATION_ASSIGN, "obligation_assign", SAY("give frister videre og lukke dem med grund"))\
    P(TEAM_READ, "team_read", SAY("se teamets frister og belastning"))                       \
    P(RESULT_READ, "result_read", SAY("se resultater og rapporter"))                         \
    P(RESULT_WRITE, "result_write", SAY("skrive statusrapport og årsager"))                  \
    P(SCHEME_READ, "scheme_read", SAY("se ordninger"))                                       \
    P(SCHEME_WRITE, "scheme_write", SAY("tænde ordninger og rette tal"))                     \
    P(STAFF_READ, "staff_read", SAY("se medarbejdere"))                                      \
    P(STAFF_WRITE, "staff_write", SAY("oprette medarbejdere og roller"))                     \
    P(ACCESS_LOG_READ, "access_log_read", SAY("se hvem der har set sager"))                  \
    P(IMPORT, "import", SAY("indlæse filer"))                                                \
    P(EXPORT, "export", SAY("hente filer"))                                                  \
    P(SANCTION_WRITE, "sanction_write", SAY("føre sager om fravær til og med indstilling"))  \
    P(SANCTION_DECIDE, "sanction_decide", SAY("afgøre sager om fravær, i ydelsesenheden"))    \
    P(LETTER_APPROVE, "letter_approve", SAY("godkende brevtekster og udsendelser"))          \
    P(NETWORK_WRITE, "network_write", SAY("skrive til frivillige og holde netværksmøder"))

enum permission {
#define PERMISSION_ENUM(identifier, name, label) MAY_##identifier,
    PERMISSIONS(PERMISSION_ENUM)
#undef PERMISSION_ENUM
    PERMISSION_COUNT,
    MAY_ANYONE = PERMISSION_COUNT, /* Also without log-in. */
    MAY_LOGGED_IN,                 /* Every logged-in person. */
    MAY_LINK,                      /* Whoever has the secret in the address (src/link); the handler asks. */
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
