/* SPDX-License-Identifier: MIT
 * post.h: a letter as a file for a channel: PDF for the print room, a mail, an SMS, a MeMo message for Digital Post.
 * Nothing here talks to a network: the files lie in a folder until the municipality's own gateways take them. */
#ifndef LETTER_POST_H
#define LETTER_POST_H

#include "letter/letter.h"

/* A letter on its way out. */
struct post {
    struct arena *arena;
    int64_t number;      /* Of the outbox row: the file's name has it, never a person's number. */
    const char *address; /* Of e-mail and SMS. */
    const char *cpr;     /* For Digital Post; NULL for the others. */
    const char *title, *language;
    bool is_open;        /* May be attached to an e-mail. */
    struct bytes pdf;
    instant made_at;
    const char *municipality, *cvr, *email, *phone; /* Of the sender. */
};

/* What a channel makes of it; `problem` is a reason in Danish, NULL when there is none. */
struct posted {
    const char *problem;
    const char *folder, *name;
    struct text content;
};
struct posted post_make(enum letter_channel channel, const struct post *post);

/* Writes it below `folder`, whole or not at all, and on the disk. `receipt` is the file and its hash. */
bool post_write(struct arena *arena, const char *folder, const struct posted *posted, const char **receipt);

#endif
