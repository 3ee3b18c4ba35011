/* SPDX-License-Identifier: MIT
 * server.c: starting and ending the program under test. Its log goes to the store's folder. */
#define _XOPEN_SOURCE 700 /* nftw */

#include "server.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/text.h"

enum { WORDS_MAX = 40, ARENA_SIZE = 1 << 20, LINE_SIZE = 200, FOLDERS_OPEN_MAX = 8 };

bool server_store(struct server *server, const char *program, const char *postgres, int number)
{
    *server = (struct server){ .program = program, .checks_kept = postgres != NULL };
    snprintf(server->folder, sizeof server->folder, "/tmp/fodfaeste-journey-XXXXXX");
    if (mkdtemp(server->folder) == NULL)
        return false;
    if (postgres == NULL)
        snprintf(server->store, sizeof server->store, "sqlite:%s/store", server->folder);
    else
        snprintf(server->store, sizeof server->store, "%s%cschema=journey_%ld_%d&spool=%s/spool", postgres,
                 strchr(postgres, '?') == NULL ? '?' : '&', (long)getpid(), number, server->folder);
    return server_run(server, (const char *const[]){ "init", NULL }, "");
}

/* A word of a command; "@/x" is x in the store's own folder, which a journey cannot know. */
static char *word_of(const struct server *server, struct arena *arena, const char *word)
{
    return text_starts(word, "@/") ? arena_format(arena, "%s%s", server->folder, word + 1) : arena_dup(arena, word);
}

/* A file of the store's own folder, to be written to. */
static int file_open(const struct server *server, const char *name, int how)
{
    char path[100];

    snprintf(path, sizeof path, "%s/%s", server->folder, name);
    return open(path, O_WRONLY | O_CREAT | how, 0600);
}

/* In the child: the program in place of this one. */
_Noreturn static void become(const struct server *server, const char *const *words)
{
    struct arena *arena = arena_new(ARENA_SIZE); /* execv wants words that may be written to. */
    char *arguments[WORDS_MAX + 4] = { arena_dup(arena, server->program), arena_dup(arena, words[0]),
                                       arena_dup(arena, "--store"), arena_dup(arena, server->store) };

    for (int i = 1; words[i] != NULL && i < WORDS_MAX; i++)
        arguments[3 + i] = word_of(server, arena, words[i]);
    execv(server->program, arguments);
    _exit(127);
}

static bool ended_well(pid_t pid)
{
    int status;

    return waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

/* A file that holds `typed` and is gone when it is closed. */
static int typed_open(const char *typed)
{
    FILE *file = tmpfile();

    if (file == NULL)
        return -1;
    fprintf(file, "%s\n", typed);
    rewind(file);
    return fileno(file);
}

bool server_run(const struct server *server, const char *const *words, const char *typed)
{
    fflush(stdout);
    pid_t pid = fork();

    if (pid == 0) {
        dup2(file_open(server, "said", O_TRUNC), STDOUT_FILENO);
        dup2(STDOUT_FILENO, STDERR_FILENO);
        dup2(typed_open(typed), STDIN_FILENO);
        become(server, words);
    }
    return pid > 0 && ended_well(pid);
}

bool server_start(struct server *server, const char *now)
{
    const char *const words[] = { "serve", "--listen", "127.0.0.1:0", "--workers", "2", "--demo", "--now", now, "--now-fixed",
                                  server->checks_kept ? "--check-kept" : NULL, NULL };
    char line[LINE_SIZE] = "";
    int pipes[2];

    fflush(stdout);
    if (pipe(pipes) != 0)
        return false;
    server->pid = fork();
    if (server->pid == 0) {
        dup2(pipes[1], STDOUT_FILENO);
        dup2(file_open(server, "log", O_APPEND), STDERR_FILENO);
        close(pipes[0]);
        close(pipes[1]);
        become(server, words);
    }
    close(pipes[1]);
    ssize_t got = read(pipes[0], line, sizeof line - 1);
    close(pipes[0]);
    const char *colon = got > 0 ? strrchr(line, ':') : NULL;
    server->port = colon == NULL ? 0 : (int)strtol(colon + 1, NULL, 10);
    return server->port > 0;
}

bool server_stop(struct server *server)
{
    pid_t pid = server->pid;

    server->pid = 0;
    return pid > 0 && kill(pid, SIGTERM) == 0 && ended_well(pid);
}

static int forget(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

void server_forget(struct server *server)
{
    check(strncmp(server->folder, "/tmp/fodfaeste-journey-", 23) == 0);
    nftw(server->folder, forget, FOLDERS_OPEN_MAX, FTW_DEPTH | FTW_PHYS);
}
