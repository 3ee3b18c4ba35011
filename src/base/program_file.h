/* SPDX-License-Identifier: MIT
 * program_file.h: a file that the build put into the program (tools/filegen.c), so that one binary is
 * enough to run. A table of them ends with a NULL name. */
#ifndef BASE_PROGRAM_FILE_H
#define BASE_PROGRAM_FILE_H

#include <stddef.h>

struct program_file {
    const char *name;           /* Without folders. */
    const unsigned char *bytes; /* A NUL follows them. */
    size_t length;
};

extern const struct program_file scheme_files[]; /* schemes/ */
extern const struct program_file law_files[];    /* law/ */
extern const struct program_file letter_files[]; /* letters/ */
extern const struct program_file matching_files[]; /* matching/ */

#endif
