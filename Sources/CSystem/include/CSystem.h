// What the Swift overlay of glibc does not show: renameat2 and its flag, iconv, starting a process, and what the kernel
// tells a program.
#ifndef TSUNAGI_CSYSTEM_H
#define TSUNAGI_CSYSTEM_H

#include <iconv.h>
#include <stdio.h>

/// Exchanges two directory entries in one step (`renameat2` with `RENAME_EXCHANGE`).
/// Returns 0, or the `errno` of the failure (`EINVAL` where the file system can't).
int tsunagi_exchange(const char *a, const char *b);

/// Takes an exclusive lock on the open file without waiting. Returns 0 or the `errno` (`EWOULDBLOCK` when taken).
int tsunagi_try_lock(int descriptor);

/// Takes an exclusive lock on the open file or folder, and waits for it. Returns 0 or the `errno`.
int tsunagi_lock(int descriptor);

/// Starts a program with nothing to read, in a process group of its own: a signal for the group of the parent, such as
/// Ctrl-C at a terminal, doesn't reach it. Signals do there what they do by default.
///
/// `output` and `errors` become the ends to read of its two streams. `arguments` begins with the program's name and ends
/// with NULL. Returns 0, or the `errno` of the failure, with which nothing is left open.
int tsunagi_spawn(const char *path, char *const arguments[], int *process, int *output, int *errors);

/// The path by which the kernel started this program (`AT_EXECFN`); it lives as long as the process.
const char *tsunagi_started_as(void);

/// An argument that this program was started with, from 0 for its own name; NULL behind the last.
const char *tsunagi_argument(int index);

#endif
