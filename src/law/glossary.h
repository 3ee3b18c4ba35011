/* SPDX-License-Identifier: MIT
 * glossary.h: the words of the law and of the work, from law/glossary.tsv. A row with a list is a code of
 * a code list (absence, benefit, outcome, role ...); a row without one is a term of the law. It is the one
 * place of labels: `{label list code}` in pages, letters and reports ask here. */
#ifndef LAW_GLOSSARY_H
#define LAW_GLOSSARY_H

#include <stddef.h>

struct glossary_row {
    const char *list; /* "" for a term. */
    const char *code;
    const char *danish, *danish_plural, *english;
    const char *law, *source, *never; /* "" where there is none. */
};

extern const struct glossary_row glossary_rows[]; /* By list and code. */
extern const size_t glossary_row_count;

/* The row of a code, or NULL. */
const struct glossary_row *glossary_find(const char *list, const char *code);

/* The label in a language (enum language of web/say.h: 0 Danish, 1 English; any other gives Danish), or
 * NULL when the list has no such code. */
const char *glossary_label(int language, const char *list, const char *code);

/* The same, with the code itself where there is no label: what `{label list code}` writes in a page. A
 * scheme's own codes have their labels in the scheme, not here. */
const char *glossary_label_or_code(int language, const char *list, const char *code);

/* All rows of a list; *count is 0 when there is none. For choices in forms. */
const struct glossary_row *glossary_list(const char *list, size_t *count);

/* The code of the list nearest to a mistyped one, or NULL. */
const char *glossary_nearest(const char *list, const char *code);

#endif
