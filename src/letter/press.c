/* SPDX-License-Identifier: MIT
 * press.c: the child that prints. It gets the papers by being forked, has no file of the store open, writes each
 * PDF into a pipe as soon as it is made, and ends. What it does not make in time is not made. */
#include "letter/paper.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/check.h"
#include "letter/private.h"

enum { LIMIT_MS = 5000, LIMIT_MS_A_PAPER = 500, ABOUT_MAX = 80, PRINT_BYTES_MAX = 16 << 20, ARENA_MAX = 64 << 20,
       FILES_MAX = 4096 };

/* What goes before each PDF through the pipe. */
struct head {
    int32_t why, page_count;
    int64_t length, resident_kb;
    char about[ABOUT_MAX];
};

/* --- the child --- */

static bool write_all(int to, const void *bytes, size_t length)
{
    for (const char *at = bytes; length > 0;) {
        ssize_t done = write(to, at, length);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        at += done;
        length -= (size_t)done;
    }
    return true;
}

/* Nothing of the parent's is touched: no store, no socket. A runaway ends by itself. */
static void leave_parent(int to, size_t count)
{
    long most = sysconf(_SC_OPEN_MAX);
    rlim_t seconds = (rlim_t)(LIMIT_MS + LIMIT_MS_A_PAPER * (int)count) / 1000 + 1;

    signal(SIGTERM, SIG_DFL);
    for (int fd = STDERR_FILENO + 1; fd < (most > 0 && most < FILES_MAX ? (int)most : FILES_MAX); fd++)
        if (fd != to)
            close(fd);
    setrlimit(RLIMIT_CPU, &(struct rlimit){ seconds, seconds });
    setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
}

static bool print_one(struct setter *setter, struct arena *arena, const struct paper *paper, int to)
{
    struct text pdf = text_new(arena);
    struct print print = setter_set(setter, arena, paper, &pdf);
    struct head head = { .why = (int32_t)print.why, .page_count = print.page_count };
    struct rusage used;

    if (print.why == PAPER_FINE && pdf.length > PRINT_BYTES_MAX)
        head.why = PAPER_TOO_LONG;
    head.length = head.why == PAPER_FINE ? (int64_t)pdf.length : 0;
    head.resident_kb = getrusage(RUSAGE_SELF, &used) == 0 ? used.ru_maxrss : 0;
    if (print.about != NULL)
        memcpy(head.about, print.about, strnlen(print.about, ABOUT_MAX - 1));
    return write_all(to, &head, sizeof head) && write_all(to, pdf.at, (size_t)head.length);
}

static _Noreturn void child(const struct paper *papers, size_t count, int to)
{
    leave_parent(to, count);
    struct setter *setter = setter_open();
    struct arena *arena = arena_new(ARENA_MAX);
    bool is_fine = true;

    for (size_t i = 0; i < count && is_fine; i++) {
        is_fine = print_one(setter, arena, &papers[i], to);
        arena_reset(arena);
    }
    _exit(is_fine ? 0 : 1);
}

/* --- the parent --- */

static int64_t milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool read_all(int from, void *into, size_t length, int64_t deadline)
{
    for (char *at = into; length > 0;) {
        int64_t left = deadline - milliseconds();
        struct pollfd wanted = { from, POLLIN, 0 };
        int ready = left <= 0 ? 0 : poll(&wanted, 1, (int)left);
        if (ready < 0 && errno == EINTR)
            continue;
        ssize_t done = ready <= 0 ? -1 : read(from, at, length);
        if (done <= 0)
            return false;
        at += done;
        length -= (size_t)done;
    }
    return true;
}

static bool read_one(struct arena *arena, int from, struct print *print, int64_t deadline)
{
    struct head head;

    if (!read_all(from, &head, sizeof head, deadline) || head.why < 0 || head.why >= PAPER_WHY_COUNT ||
        head.length < 0 || head.length > PRINT_BYTES_MAX)
        return false;
    char *bytes = arena_take(arena, (size_t)head.length + 1);
    if (!read_all(from, bytes, (size_t)head.length, deadline))
        return false;
    *print = (struct print){
        .why = (enum paper_why)head.why,
        .about = arena_copy(arena, head.about, strnlen(head.about, ABOUT_MAX)),
        .pdf = { bytes, (size_t)head.length },
        .page_count = head.page_count,
        .resident_kb = (long)head.resident_kb,
    };
    return true;
}

static void wait_end(pid_t pid)
{
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

void press_print(struct arena *arena, const struct paper *papers, size_t count, struct print *prints)
{
    int64_t deadline = milliseconds() + LIMIT_MS + LIMIT_MS_A_PAPER * (int64_t)count;
    int ends[2];

    check(count <= PRESS_PAPERS_MAX);
    for (size_t i = 0; i < count; i++)
        prints[i] = (struct print){ .why = PAPER_FAILED, .about = "" };
    if (count == 0 || pipe(ends) != 0)
        return;
    pid_t pid = fork();
    if (pid == 0)
        child(papers, count, ends[1]);
    close(ends[1]);
    for (size_t i = 0; pid > 0 && i < count && read_one(arena, ends[0], &prints[i], deadline); i++)
        ;
    close(ends[0]);
    if (pid > 0) {
        kill(pid, SIGKILL);
        wait_end(pid);
    }
}

struct print press_print_one(struct arena *arena, const struct paper *paper)
{
    struct print print;

    press_print(arena, paper, 1, &print);
    return print;
}
