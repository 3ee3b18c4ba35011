/* SPDX-License-Identifier: MIT
 * wait.h: who waits for a place at a company centre whose agreement keeps a queue when it is full. */
#ifndef EMPLOYER_WAIT_H
#define EMPLOYER_WAIT_H

#include "employer/employer.h"
#include "web/form.h"

/* The full centre of a company where a citizen can wait; id n = 0 when there is a place, or no queue. */
struct centre_queue_row employer_queue(struct db *db, struct company_id company);

/* She waits there from now on; event placement.wished(venteliste) in her and the company's stream. id n = 0 when she
 * does already. */
struct centre_wait_id employer_wait(struct db *db, const struct centre_queue_row *queue, struct company_id company,
                                    struct citizen_id citizen);

/* One who waits, as who may not see the case sees her: somebody, without a name. */
struct waiting_line {
    const struct centre_waiting_row *row;
    const char *name; /* NULL: not for this person. */
};
struct waiting_lines {
    const struct waiting_line *at;
    size_t count;
    struct form form; /* For the buttons. */
    bool may_write, may_open_cases;
};

/* Those who wait at one company's centres, or (n = 0) at those the actor looks after. */
struct waiting_lines employer_waiting(struct request *r, struct company_id company);

#endif
