/* Preloaded into the program: lets the n-th call of a kind fail, once or from then on, in all its processes together.
   FAULT_KIND: write fsync open rename mkdir read mmap unlink malloc · FAULT_AT: n, from 1; 0 counts only · FAULT_STICKY: not
   empty, all later ones fail too · FAULT_COUNT: a file for the number of calls. Calls count from the program's umask() on, so
   that the loader's are not among them. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static struct shared {
  atomic_long calls;
  atomic_bool begun;
} alone, *shared = &alone;
static const char *kind = "";
static long at;
static bool sticky;

#define REAL(name) (__extension__((__typeof__(&name))dlsym(RTLD_NEXT, #name)))

__attribute__((constructor)) static void begin(void) {
  const char *asked = getenv("FAULT_KIND"), *number = getenv("FAULT_AT"), *lasting = getenv("FAULT_STICKY");
  void *page = REAL(mmap)(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (page != MAP_FAILED) shared = page;
  if (asked) kind = asked;
  if (number) at = atol(number);
  sticky = lasting && *lasting;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_COUNT");
  int fd = path ? REAL(open)(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  if (fd < 0) return;
  dprintf(fd, "%ld\n", atomic_load(&shared->calls));
  REAL(close)(fd);
}

static bool fails(const char *called, int error) {
  if (strcmp(kind, called) || !atomic_load(&shared->begun)) return false;
  long number = atomic_fetch_add(&shared->calls, 1) + 1;
  if (!at || !(number == at || (sticky && number >= at))) return false;
  errno = error;
  return true;
}

mode_t umask(mode_t mask) {
  atomic_store(&shared->begun, true);
  return REAL(umask)(mask);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  return fd > 2 && fails("write", ENOSPC) ? -1 : REAL(write)(fd, bytes, count);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t where) {
  return fails("write", ENOSPC) ? -1 : REAL(pwrite64)(fd, bytes, count, where);
}
size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file) {
  return file != stdout && file != stderr && fails("write", ENOSPC) ? 0 : REAL(fwrite)(bytes, size, count, file);
}
int fsync(int fd) { return fails("fsync", EIO) ? -1 : REAL(fsync)(fd); }
ssize_t read(int fd, void *bytes, size_t count) { return fails("read", EIO) ? -1 : REAL(read)(fd, bytes, count); }
ssize_t pread64(int fd, void *bytes, size_t count, off64_t where) {
  return fails("read", EIO) ? -1 : REAL(pread64)(fd, bytes, count, where);
}
int rename(const char *from, const char *to) { return fails("rename", EIO) ? -1 : REAL(rename)(from, to); }
int renameat2(int from_in, const char *from, int to_in, const char *to, unsigned flags) {
  return fails("rename", EIO) ? -1 : REAL(renameat2)(from_in, from, to_in, to, flags);
}
int link(const char *from, const char *to) { return fails("rename", EIO) ? -1 : REAL(link)(from, to); }
int mkdir(const char *path, mode_t mode) { return fails("mkdir", ENOSPC) ? -1 : REAL(mkdir)(path, mode); }
int unlink(const char *path) { return fails("unlink", EIO) ? -1 : REAL(unlink)(path); }
int rmdir(const char *path) { return fails("unlink", EIO) ? -1 : REAL(rmdir)(path); }
void *mmap(void *address, size_t count, int protection, int flags, int fd, off_t where) {
  return fails("mmap", ENOMEM) ? MAP_FAILED : REAL(mmap)(address, count, protection, flags, fd, where);
}

static int mode_of(int flags, va_list more) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0; }
int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int mode = mode_of(flags, more);
  va_end(more);
  return strncmp(path, "/proc", 5) && fails("open", EMFILE) ? -1 : REAL(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  int mode = mode_of(flags, more);
  va_end(more);
  return strncmp(path, "/proc", 5) && fails("open", EMFILE) ? -1 : REAL(open64)(path, flags, mode);
}
FILE *fopen(const char *path, const char *mode) { return fails("open", EMFILE) ? NULL : REAL(fopen)(path, mode); }

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
void *malloc(size_t count) { return fails("malloc", ENOMEM) ? NULL : __libc_malloc(count); }
void *calloc(size_t count, size_t size) { return fails("malloc", ENOMEM) ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t count) { return count && fails("malloc", ENOMEM) ? NULL : __libc_realloc(old, count); }
