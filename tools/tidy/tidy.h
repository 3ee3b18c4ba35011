/* SPDX-License-Identifier: MIT
 * tidy.h: what tidy knows of the tree, and the rules it has. A rule looks at one file and notes what it
 * finds; each rule without a finding is one passed in the closing line. */
#ifndef TIDY_TIDY_H
#define TIDY_TIDY_H

#include "base/list.h"
#include "source.h"

/* A row of law/glossary.tsv: "-" as list for a word that is in none. */
struct term {
    const char *list, *code;
};

/* A word that is never to be used for a term. */
struct never {
    const char *word, *instead;
};

struct tidy {
    struct arena *arena;
    LIST_OF(struct source) sources;
    LIST_OF(const char *) folders; /* Of src/, in the order of src/meson.build. */
    LIST_OF(struct term) terms;
    LIST_OF(struct never) nevers;
    int found; /* By the rule that is looking. */
};

struct rule {
    const char *name, *says;
    void (*look)(struct tidy *tidy, const struct source *source);
};
extern const struct rule rules[]; /* Ends with a row without name. */

/* Notes a finding of the rule that is looking, at a place in the file's text or code. */
__attribute__((format(printf, 4, 5)))
void tidy_found(struct tidy *tidy, const struct source *source, const char *at, const char *format, ...);

/* glossary.c */
void glossary_read(struct tidy *tidy, const struct source *source);
void look_at_forbidden_words(struct tidy *tidy, const struct source *source);
void look_at_law_enums(struct tidy *tidy, const struct source *source);

/* order.c */
void folders_read(struct tidy *tidy, const struct source *source);
void look_at_includes(struct tidy *tidy, const struct source *source);
void look_at_feature_order(struct tidy *tidy, const struct source *source);
/* True for a folder of src/ that every feature may include: base, db, law, web ... */
bool folder_is_layer(struct word folder);
/* The folder below src/ that a path is in; length 0 for none. */
struct word folder_of(const char *path);

/* measure.c: prints what is longest, deepest and widest. */
void measure(struct tidy *tidy);

#endif
