/* One file as chunks of valid UTF-8, and its SHA-256: opened, found out what it is, read. decode.c turns bytes into text,
   source.c finds its lines. */
#include "ingest/csv/text_file.h"
#include "ingest/csv/decode.h"
#include "include/sha256.h"
#include "include/message.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)      /* looked at to find out what a file is */
#define NULS_MOST (1024 * 1024) /* so many in a row are no text: a copy that broke off */

struct text_file {
  char *path, *shown;
  int fd;
  struct stat opened;
  enum encoding encoding; /* UTF-8 until it is known: while all bytes are ASCII, that is as good as any */
  bool known;             /* the encoding */
  gsize bom, chunk;
  guchar *raw;
  gsize raw_length;
  bool raw_ended;
  guint64 position;
  gsize nuls;        /* at the end of what was read */
  struct hash *hash; /* of what was read since the file was rewound */
  char *sha256;      /* of what was read from its first byte to its last; NULL: that was not yet done */
};

static gsize bytes_read(struct text_file *file, guchar *into, gsize count) {
  gsize got = 0;
  while (got < count) {
    gssize n = read(file->fd, into + got, count - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) stop_system(file->shown, "cannot be read: %s", g_strerror(errno));
    if (n == 0) break;
    got += (gsize)n;
  }
  return got;
}

static void bytes_seek(struct text_file *file, gsize to) {
  if (lseek(file->fd, (off_t)to, SEEK_SET) < 0) stop_system(file->shown, "cannot be read from its start: %s", g_strerror(errno));
}

/* A sparse file, or a copy that broke off and whose room was filled up. */
static void nuls_refuse(struct text_file *file, const guchar *bytes, gsize count, guint64 end) {
  gsize last = count;
  while (last && !bytes[last - 1]) last--;
  file->nuls = last ? count - last : file->nuls + count;
  if (file->nuls > NULS_MOST)
    stop_input(file->shown, 0, "from byte %" G_GUINT64_FORMAT " on it holds nothing but zero bytes: copy or export it again",
               end - file->nuls + 1);
}

/* The whole file is read once to distinguish UTF-8 from Windows-1252: the only name with an accent may stand at its very end. */
static void encoding_find(struct text_file *file) {
  struct census census = {0, 0};
  gsize left = 0, at = 0;
  if (file->known) return;
  gsize nuls = file->nuls;
  file->nuls = 0;
  g_autofree guchar *bytes = g_malloc(2 * CHUNK);
  for (gssize got; (got = pread(file->fd, bytes + left, CHUNK, (off_t)at)) != 0;) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) stop_system(file->shown, "cannot be read: %s", g_strerror(errno));
    nuls_refuse(file, bytes + left, (gsize)got, at + (gsize)got);
    at += (gsize)got, left += (gsize)got;
    gsize used = census_take(&census, bytes, left, false);
    memmove(bytes, bytes + used, left - used);
    left -= used;
  }
  census_take(&census, bytes, left, true);
  file->nuls = nuls;
  file->encoding = encoding_by_census(&census);
  file->known = true;
}

static void changed_stop(const struct text_file *file) {
  stop_input(file->shown, 0, "the file changed while it was read: run again when nothing writes to it");
}

/* Every reading from end to end must give the same bytes: those that are parsed are those that are hashed. */
static void reading_hash(struct text_file *file, const guchar *bytes, gsize count) {
  hash_add(file->hash, bytes, count);
  if (!file->raw_ended) return;
  g_autofree char *sha256 = hash_end(file->hash);
  file->hash = hash_begin();
  if (file->sha256 && strcmp(file->sha256, sha256)) changed_stop(file);
  g_free(file->sha256);
  file->sha256 = g_steal_pointer(&sha256);
}

gsize text_file_read(struct text_file *file, char *text, GArray *repairs, gsize start) {
  bool bytes = file->encoding != ENCODING_UTF16LE && file->encoding != ENCODING_UTF16BE, here = bytes && !file->raw_length;
  guchar *into = here ? (guchar *)text : file->raw + file->raw_length;
  gsize got = bytes_read(file, into, file->chunk), count = file->raw_length + got, written = 0;
  file->raw_ended = got < file->chunk;
  file->position += got;
  reading_hash(file, into, got);
  nuls_refuse(file, into, got, file->position);
  if (here && bytes_ascii(text, got)) {
    file->known |= file->raw_ended;
    return got;
  }
  if (here) memcpy(file->raw, text, got);
  encoding_find(file);
  gsize used = decode_text(file->encoding, file->raw, count, file->raw_ended, text, &written, repairs, start);
  memmove(file->raw, file->raw + used, count - used);
  file->raw_length = count - used;
  return written;
}

void text_file_rewind(struct text_file *file) {
  file->raw_length = 0;
  file->raw_ended = false;
  file->position = file->nuls = 0;
  g_free(hash_end(file->hash));
  file->hash = hash_begin();
  bytes_seek(file, 0);
  file->position = bytes_read(file, file->raw, file->bom);
  hash_add(file->hash, file->raw, file->position);
}

static void file_survey(struct text_file *file) {
  gsize got = bytes_read(file, file->raw, CHUNK);
  const char *other = other_type(file->raw, got);
  if (other) stop_input(file->shown, 0, "this is %s, not a CSV file: export or save it as CSV", other);
  file->encoding = ENCODING_UTF8;
  file->known = encoding_by_start(file->raw, got, &file->encoding, &file->bom);
  text_file_rewind(file);
}

static void file_check(struct text_file *file) {
  const char *what = S_ISDIR(file->opened.st_mode)   ? "this is a folder"
                     : S_ISREG(file->opened.st_mode) ? NULL
                                                     : "this is a pipe or device";
  if (what) stop_input(file->shown, 0, "%s: name a CSV file", what);
  if (file->opened.st_size == 0) stop_input(file->shown, 0, "the file is empty: export it again");
}

struct text_file *text_file_open(const char *path, const char *shown_as, gsize chunk) {
  /* Without O_NONBLOCK, opening a FIFO would wait for ever. */
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    if (error_is_of_system(errno)) stop_system(shown_as, "cannot be opened: %s", g_strerror(errno));
    const char *hint = errno == ENOENT ? "look at its name" : "make it readable";
    stop_input(shown_as, 0, "cannot be opened (%s): %s", g_strerror(errno), hint);
  }
  struct text_file *file = g_new0(struct text_file, 1);
  file->path = g_strdup(path), file->shown = g_strdup(shown_as), file->fd = fd, file->chunk = chunk;
  if (fstat(fd, &file->opened) < 0) stop_system(shown_as, "cannot be examined: %s", g_strerror(errno));
  file_check(file);
  file->raw = g_malloc(MAX(chunk, CHUNK) + 8);
  file->hash = hash_begin();
  file_survey(file);
  return file;
}

void text_file_close(struct text_file *file) {
  close(file->fd);
  g_free(file->raw);
  g_free(file->sha256);
  g_free(hash_end(file->hash));
  g_free(file->path);
  g_free(file->shown);
  g_free(file);
}

const char *text_file_encoding(struct text_file *file) {
  encoding_find(file);
  return encoding_name(file->encoding);
}

guint64 text_file_bytes(const struct text_file *file) { return (guint64)file->opened.st_size; }
guint64 text_file_position(const struct text_file *file) { return file->position; }
bool text_file_ended(const struct text_file *file) { return file->raw_ended; }

char *text_file_sha256(struct text_file *file) {
  struct stat now;
  const struct stat *then = &file->opened;
  bool same = fstat(file->fd, &now) == 0 && now.st_size == then->st_size && now.st_mtim.tv_sec == then->st_mtim.tv_sec &&
              now.st_mtim.tv_nsec == then->st_mtim.tv_nsec;
  if (!same) changed_stop(file);
  char *sha256 = file->sha256 ? g_strdup(file->sha256) : hash_file(file->fd);
  if (!sha256) stop_system(file->shown, "cannot be read again: %s", g_strerror(errno));
  return sha256;
}
