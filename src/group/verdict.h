/* SPDX-License-Identifier: MIT
 * verdict.h: the answers of the rules that others than this folder ask for: who may come on a group, and who may have its
 * certificate. The rules are in rules.h. */
#ifndef GROUP_VERDICT_H
#define GROUP_VERDICT_H

enum entry_why { ENTRY_FINE, ENTRY_OTHERS, ENTRY_NOT_KNOWN, ENTRY_WHY_COUNT };
enum certificate_why { CERTIFICATE_FINE, CERTIFICATE_TOO_FEW, CERTIFICATE_NOT_KNOWN, CERTIFICATE_WHY_COUNT };

#endif
