#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/auxv.h>
#include <sys/file.h>
#include <unistd.h>

int tsunagi_exchange(const char *a, const char *b) {
    return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int tsunagi_try_lock(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno; }

int tsunagi_lock(int descriptor) {
    int result;
    do {
        result = flock(descriptor, LOCK_EX);
    } while (result != 0 && errno == EINTR);
    return result == 0 ? 0 : errno;
}

static int spawn(const char *path, char *const arguments[], pid_t *process, int output, int errors) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int result = posix_spawn_file_actions_init(&actions);
    if (result != 0) return result;
    result = posix_spawnattr_init(&attributes);
    if (result != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return result;
    }
    sigset_t none, usual;
    sigemptyset(&none);
    sigfillset(&usual);
    if ((result = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)) == 0 &&
        (result = posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)) == 0 &&
        (result = posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)) == 0 &&
        (result = posix_spawnattr_setpgroup(&attributes, 0)) == 0 &&
        (result = posix_spawnattr_setsigmask(&attributes, &none)) == 0 &&
        (result = posix_spawnattr_setsigdefault(&attributes, &usual)) == 0 &&
        (result = posix_spawnattr_setflags(
             &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)) == 0)
        result = posix_spawn(process, path, &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return result;
}

// Above the standard streams, whichever of them the parent was started without: a descriptor that is moved onto itself
// would be closed on the way into the program.
static int above_standard_streams(int pipe[2]) {
    for (int end = 0; end < 2; end++) {
        if (pipe[end] > STDERR_FILENO) continue;
        int moved = fcntl(pipe[end], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        if (moved < 0) return errno;
        close(pipe[end]);
        pipe[end] = moved;
    }
    return 0;
}

static int open_pipe(int ends[2]) {
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
    int result = above_standard_streams(ends);
    if (result != 0) {
        close(ends[0]);
        close(ends[1]);
    }
    return result;
}

int tsunagi_spawn(const char *path, char *const arguments[], int *process, int *output, int *errors) {
    int out[2], err[2];
    int result = open_pipe(out);
    if (result != 0) return result;
    result = open_pipe(err);
    if (result != 0) {
        close(out[0]);
        close(out[1]);
        return result;
    }
    pid_t started = 0;
    result = spawn(path, arguments, &started, out[1], err[1]);
    close(out[1]);
    close(err[1]);
    if (result != 0) {
        close(out[0]);
        close(err[0]);
        return result;
    }
    *process = started;
    *output = out[0];
    *errors = err[0];
    return 0;
}

const char *tsunagi_started_as(void) { return (const char *)getauxval(AT_EXECFN); }

static char **given;
static int given_count;

// glibc gives constructors what it gives main.
__attribute__((constructor)) static void keep_arguments(int count, char **arguments) {
    given_count = count;
    given = arguments;
}

const char *tsunagi_argument(int index) { return index < given_count ? given[index] : NULL; }
