/* SPDX-License-Identifier: MIT
 * spool.c: a file of lines to which several processes append and from which one takes. A record is on
 * its way to disk, and safe from a kill of the process, after one write(2). Each file has a generation, a
 * random name on its first line; when all of a large file was taken it is replaced by an empty one of a
 * new generation, which also names the old. The lock of the file is held for microseconds only. */
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/check.h"
#include "db/private.h"

/* The first line: "fodfaeste-access", this generation and the one before, all of fixed width. */
enum { GENERATION_SIZE = 16, HEAD_SIZE = 17 + GENERATION_SIZE + 1 + GENERATION_SIZE + 1, PIECE_MAX = 1 << 20 };

struct spool {
    char path[4096], folder[4000];
    int file;
};

static void write_head(char head[HEAD_SIZE + 1], const char *before)
{
    unsigned char random[GENERATION_SIZE / 2];
    char generation[GENERATION_SIZE + 1];

    randombytes_buf(random, sizeof random);
    sodium_bin2hex(generation, sizeof generation, random, sizeof random);
    snprintf(head, HEAD_SIZE + 1, "fodfaeste-access %s %s\n", generation, before);
}

/* A new file under a name of its own, with its first line on disk; its descriptor, or -1. */
static int make_file(const struct spool *spool, const char *before, char *path, size_t room)
{
    char head[HEAD_SIZE + 1];

    snprintf(path, room, "%s/access.spool.%ld", spool->folder, (long)getpid());
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    write_head(head, before);
    if (file >= 0 && (write(file, head, HEAD_SIZE) != HEAD_SIZE || fdatasync(file) != 0)) {
        close(file);
        file = -1;
    }
    return file;
}

/* The file under its name, made first if there is none. Of two who make it at once one wins by link(2). */
static bool open_file(struct spool *spool)
{
    char made[4096];

    spool->file = open(spool->path, O_RDWR | O_APPEND | O_CLOEXEC);
    if (spool->file >= 0 || errno != ENOENT)
        return spool->file >= 0;

    int file = make_file(spool, "0000000000000000", made, sizeof made);
    if (file < 0)
        return false;
    close(file);
    bool is_there = link(made, spool->path) == 0 || errno == EEXIST;
    unlink(made);
    if (is_there)
        spool->file = open(spool->path, O_RDWR | O_APPEND | O_CLOEXEC);
    return spool->file >= 0;
}

static void unlock(struct spool *spool)
{
    flock(spool->file, LOCK_UN);
}

/* Locks the file that has the name now; on success *size is its length. */
static bool lock_current(struct spool *spool, off_t *size)
{
    struct stat state;

    for (;;) {
        int code;
        do
            code = flock(spool->file, LOCK_EX);
        while (code != 0 && errno == EINTR);
        if (code != 0 || fstat(spool->file, &state) != 0)
            return false;
        *size = state.st_size;
        if (state.st_nlink > 0)
            return true;
        close(spool->file); /* It was replaced while we waited. */
        if (!open_file(spool))
            return false;
    }
}

/* A power cut can leave half a line; what comes next must not be glued to it. */
static void end_last_line(struct spool *spool)
{
    off_t size;
    char last;

    if (!lock_current(spool, &size))
        return;
    if (size > HEAD_SIZE && pread(spool->file, &last, 1, size - 1) == 1 && last != '\n' &&
        write(spool->file, "\n", 1) < 0)
        spool->file = spool->file; /* The disk is full: the next append will say so. */
    unlock(spool);
}

struct spool *spool_open(const char *folder, const char **why)
{
    struct spool *spool = calloc(1, sizeof *spool);

    check(spool != NULL);
    check(sodium_init() >= 0);
    spool->file = -1;
    size_t length = (size_t)snprintf(spool->folder, sizeof spool->folder, "%s", folder);
    snprintf(spool->path, sizeof spool->path, "%s/access.spool", spool->folder);
    if (length >= sizeof spool->folder || !open_file(spool)) {
        *why = "the spool of the access log cannot be opened in the store's folder";
        free(spool);
        return NULL;
    }
    end_last_line(spool);
    return spool;
}

void spool_close(struct spool *spool)
{
    if (spool == NULL)
        return;
    close(spool->file);
    free(spool);
}

bool spool_append(struct spool *spool, const char *lines, size_t length)
{
    off_t size;

    if (!lock_current(spool, &size))
        return false;
    bool is_written = write(spool->file, lines, length) == (ssize_t)length;
    if (!is_written && ftruncate(spool->file, size) != 0)
        is_written = false; /* Half a record stays, and will be read as unreadable. */
    unlock(spool);
    return is_written;
}

bool spool_sync(struct spool *spool)
{
    return fdatasync(spool->file) == 0;
}

bool spool_generation(struct spool *spool, struct arena *arena, struct spool_piece *piece)
{
    char head[HEAD_SIZE];
    off_t size;

    if (!lock_current(spool, &size))
        return false;
    bool is_read = pread(spool->file, head, HEAD_SIZE, 0) == HEAD_SIZE;
    unlock(spool);
    if (!is_read)
        return false;
    piece->generation = arena_copy(arena, head + 17, GENERATION_SIZE);
    piece->generation_before = arena_copy(arena, head + 17 + GENERATION_SIZE + 1, GENERATION_SIZE);
    return true;
}

bool spool_read(struct spool *spool, struct arena *arena, int64_t position, struct spool_piece *piece)
{
    off_t from = HEAD_SIZE + (off_t)position;
    off_t size;

    if (!lock_current(spool, &size))
        return false;
    size_t length = size <= from ? 0 : (size_t)(size - from);
    if (length > PIECE_MAX)
        length = PIECE_MAX;
    char *lines = arena_alloc(arena, length + 1);
    bool is_read = pread(spool->file, lines, length, from) == (ssize_t)length;
    unlock(spool);

    while (length > 0 && lines[length - 1] != '\n')
        length--;
    lines[length] = 0;
    piece->lines = lines;
    piece->length = length;
    return is_read;
}

bool spool_renew(struct spool *spool, int64_t position)
{
    struct spool_piece piece = { 0 };
    struct arena *arena = arena_new(1 << 17);
    char made[4096];
    off_t size;
    bool is_done = true;

    if (position >= PIECE_MAX && spool_generation(spool, arena, &piece) && lock_current(spool, &size)) {
        int file = -1;
        if (size == HEAD_SIZE + (off_t)position)
            file = make_file(spool, piece.generation, made, sizeof made);
        if (file >= 0 && rename(made, spool->path) != 0) {
            is_done = false;
            close(file);
            file = -1;
        }
        unlock(spool);
        if (file >= 0) {
            close(spool->file);
            spool->file = file;
        }
    }
    arena_free(arena);
    return is_done;
}
