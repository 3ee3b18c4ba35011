/* SPDX-License-Identifier: MIT
 * law_file.h: a file of law/, from a directory or from the program itself. For src/law alone. */
#ifndef LAW_LAW_FILE_H
#define LAW_LAW_FILE_H

#include "law/version.h"
#include "yaml/field.h"

/* How surely something is known: enum law_mark. */
extern const struct value_type type_law_mark;

/* The file as a new struct of the section, or NULL when anything in it is wrong. */
void *law_file_read(struct arena *arena, const char *directory, const char *name,
                    const struct section *section, struct mistakes *mistakes);

#endif
