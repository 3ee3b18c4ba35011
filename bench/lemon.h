/* SPDX-License-Identifier: MIT
 * lemon.h: the same market solved by LEMON's network simplex, for bench/matching.c alone. */
#ifndef BENCH_LEMON_H
#define BENCH_LEMON_H

#include "matching/matching.h"

#ifdef __cplusplus
extern "C" {
#endif

struct lemon_result {
    bool is_there;          /* Built with LEMON, and it found an optimum. */
    int64_t matched, score;
    int64_t nanoseconds;    /* Processor time of the run; the network is built before. */
};
struct lemon_result lemon_solve(const struct market *market);

#ifdef __cplusplus
}
#endif

#endif
