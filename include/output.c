/* Writes one file, checking every call, and hashes it while writing or afterwards. Staging and publishing whole folders is left
   to include/folder/. */
#define _GNU_SOURCE
#include "include/output.h"
#include "include/sha256.h"
#include "include/message.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define COPY_BYTES (256 * 1024)

struct output {
  int fd;
  char *path;
  struct hash *hash;        /* NULL: no hash wanted */
  gsize length;             /* bytes used in the block */
  guint64 written, leaving; /* bytes given to the system, and how many of them are already on their way to the disk */
  char block[256 << 10];
};

#define LEAVING (8u << 20) /* bytes written before they are sent on their way to the disk */

void output_refuse(const char *path, const char *what) {
  int error = errno;
  stop_system(path, "%s: %s: nothing was changed", what, g_strerror(error));
}

struct output *output_open(const char *path) {
  struct output *file = g_new0(struct output, 1);
  file->fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  file->path = g_strdup(path);
  if (file->fd < 0) output_refuse(path, "cannot be written");
  return file;
}

struct output *output_open_summed(const char *path) {
  struct output *file = output_open(path);
  file->hash = hash_begin();
  return file;
}

/* Starts writing to the disk early, so that little is left to do when the file is synced at the end. */
static void bytes_leave(int fd, guint64 written, guint64 *leaving) {
  if (written - *leaving < LEAVING) return;
  sync_file_range(fd, (off64_t)*leaving, (off64_t)(written - *leaving), SYNC_FILE_RANGE_WRITE);
  *leaving = written;
}

static void output_flush(struct output *file) {
  const char *at = file->block;
  for (gsize left = file->length; left;) {
    gssize done = write(file->fd, at, left);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) output_refuse(file->path, "cannot be written");
    at += done;
    left -= (gsize)done;
  }
  file->written += file->length;
  bytes_leave(file->fd, file->written, &file->leaving);
  if (file->hash) hash_add(file->hash, file->block, file->length);
  file->length = 0;
}

void output_put(struct output *file, const void *bytes, gsize length) {
  for (const char *at = bytes; length;) {
    gsize part = MIN(length, sizeof file->block - file->length);
    memcpy(file->block + file->length, at, part);
    file->length += part;
    at += part;
    length -= part;
    if (file->length == sizeof file->block) output_flush(file);
  }
}

void output_print(struct output *file, const char *text) { output_put(file, text, strlen(text)); }

char *output_close(struct output *file) {
  output_flush(file);
  if (close(file->fd) < 0) output_refuse(file->path, "cannot be written");
  char *sum = file->hash ? hash_end(file->hash) : NULL;
  g_free(file->path);
  g_free(file);
  return sum;
}

void output_copy(const char *from, const char *to) {
  int source = open(from, O_RDONLY | O_CLOEXEC);
  if (source < 0) output_refuse(from, "cannot be read");
  struct output *file = output_open(to);
  g_autofree char *bytes = g_malloc(COPY_BYTES);
  for (gssize got; (got = read(source, bytes, COPY_BYTES)) != 0;) {
    if (got > 0) output_put(file, bytes, (gsize)got);
    else if (errno != EINTR) output_refuse(from, "cannot be read");
  }
  close(source);
  output_close(file);
}

char *output_sha256(const char *path) {
  int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  char *sum = fd < 0 ? NULL : hash_file(fd);
  if (!sum) output_refuse(path, "cannot be read");
  close(fd);
  return sum;
}
