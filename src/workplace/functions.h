/* SPDX-License-Identifier: MIT
 * functions.h: the job functions a municipality begins with (matching/functions.yaml). */
#ifndef WORKPLACE_FUNCTIONS_H
#define WORKPLACE_FUNCTIONS_H

#include <stddef.h>

struct function_words {
    const char *code, *words; /* DISCO-08, Danish. */
};
struct function_list {
    const struct function_words *at;
    size_t count;
};

/* Read once; lives as long as the process. */
const struct function_list *functions_kept(void);

#endif
