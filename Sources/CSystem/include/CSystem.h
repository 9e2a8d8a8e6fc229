// What the Swift overlay of glibc does not show: renameat2 and its flag, and iconv.
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

#endif
