/* The bytes of one file as numbered lines of valid UTF-8, and their SHA-256; decode.c turns bytes into text, csv.c gives
   the lines a meaning. */
#include "ingest/csv/source.h"
#include "ingest/csv/decode.h"
#include "include/sha256.h"
#include "include/message.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024) /* looked at to find out what a file is */
#define STEADY (64 * 1024) /* read at a time: it stays in the processor's cache while its lines are parsed */
#define LINE_MOST (1024 * 1024)

/* Decoded text. A block stays where it is until the last line in it is dropped, so lines never move. */
struct block {
  char *text;
  gsize room, length;
  guint lines;
};

struct held {
  struct source_line line;
  struct block *block;
};

struct source {
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
  struct block *block, *spare;
  gsize scan;      /* where the next line begins in BLOCK */
  gsize feed, cr;  /* the next LF and CR from there; the block's length where none */
  GArray *repairs; /* offsets in BLOCK */
  guint repair;    /* the first of them not passed */
  bool cut;        /* the line at SCAN was shortened */
  GArray *lines;   /* of struct held */
  guint first, number;
};

static gsize source_read(struct source *source, guchar *into, gsize count) {
  gsize got = 0;
  while (got < count) {
    gssize n = read(source->fd, into + got, count - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) stop_system(source->shown, "cannot be read: %s", g_strerror(errno));
    if (n == 0) break;
    got += (gsize)n;
  }
  return got;
}

static void source_seek(struct source *source, gsize to) {
  if (lseek(source->fd, (off_t)to, SEEK_SET) < 0)
    stop_system(source->shown, "cannot be read from its start: %s", g_strerror(errno));
}

static struct block *block_take(struct source *source, gsize room) {
  struct block *block = source->spare ? source->spare : g_new0(struct block, 1);
  source->spare = NULL;
  if (block->room < room) {
    g_free(block->text);
    block->text = g_malloc(room);
    block->room = room;
  }
  block->length = 0;
  return block;
}

static void block_free(struct block *block) {
  if (!block) return;
  g_free(block->text);
  g_free(block);
}

static void block_leave(struct source *source, struct block *block) {
  if (!block || block == source->block || block->lines) return;
  block_free(source->spare);
  source->spare = block;
}

static gsize text_find(const struct block *block, gsize from, int byte) {
  const char *found = from < block->length ? memchr(block->text + from, byte, block->length - from) : NULL;
  return found ? (gsize)(found - block->text) : block->length;
}

/* The repairs of the unfinished line go with it into the next block. */
static void repairs_carry(struct source *source) {
  guint kept = 0;
  for (guint i = source->repair; i < source->repairs->len; i++) {
    gsize at = g_array_index(source->repairs, gsize, i);
    if (at >= source->scan) g_array_index(source->repairs, gsize, kept++) = at - source->scan;
  }
  g_array_set_size(source->repairs, kept);
  source->repair = 0;
}

/* The whole file is read once to distinguish UTF-8 from Windows-1252: the only name with an accent may stand at its very end. */
static void encoding_find(struct source *source) {
  struct census census = {0, 0};
  gsize left = 0, at = 0;
  if (source->known) return;
  g_autofree guchar *bytes = g_malloc(2 * CHUNK);
  for (gssize got; (got = pread(source->fd, bytes + left, CHUNK, (off_t)at)) != 0;) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) stop_system(source->shown, "cannot be read: %s", g_strerror(errno));
    at += (gsize)got, left += (gsize)got;
    gsize used = census_take(&census, bytes, left, false);
    memmove(bytes, bytes + used, left - used);
    left -= used;
  }
  census_take(&census, bytes, left, true);
  source->encoding = encoding_by_census(&census);
  source->known = true;
}

/* The next chunk as text; returns its length. What is all ASCII is read where it stays. */
static gsize text_read(struct source *source, char *text, gsize start) {
  bool bytes = source->encoding != ENCODING_UTF16LE && source->encoding != ENCODING_UTF16BE, here = bytes && !source->raw_length;
  guchar *into = here ? (guchar *)text : source->raw + source->raw_length;
  gsize got = source_read(source, into, source->chunk), count = source->raw_length + got, written = 0;
  source->raw_ended = got < source->chunk;
  source->position += got;
  if (here && bytes_ascii(text, got)) {
    source->known |= source->raw_ended;
    return got;
  }
  if (here) memcpy(source->raw, text, got);
  encoding_find(source);
  gsize used = decode_text(source->encoding, source->raw, count, source->raw_ended, text, &written, source->repairs, start);
  memmove(source->raw, source->raw + used, count - used);
  source->raw_length = count - used;
  return written;
}

/* A new block: the unfinished line of the old one, then the next chunk. */
static void block_fill(struct source *source) {
  struct block *old = source->block;
  gsize part = old ? old->length - source->scan : 0;
  struct block *block = block_take(source, part + 3 * (source->chunk + 4) + 1);
  if (part) memcpy(block->text, old->text + source->scan, part);
  repairs_carry(source);
  block->length = part + text_read(source, block->text + part, part);
  source->block = block;
  block_leave(source, old);
  source->scan = 0;
  source->feed = text_find(block, 0, '\n'), source->cr = text_find(block, 0, '\r');
}

static bool line_repaired(struct source *source, gsize end) {
  bool repaired = false;
  for (; source->repair < source->repairs->len && g_array_index(source->repairs, gsize, source->repair) < end; source->repair++)
    repaired = true;
  return repaired;
}

static void line_add(struct source *source, gsize stop, const char *end) {
  struct block *block = source->block;
  gsize length = stop - source->scan, end_length = strlen(end);
  bool cut = source->cut || length > LINE_MOST;
  while (length > LINE_MOST)
    length = (gsize)(g_utf8_prev_char(block->text + source->scan + LINE_MOST + 1) - block->text) - source->scan;
  struct held held = {.line = {.text = block->text + source->scan,
                               .length = length,
                               .number = ++source->number,
                               .repaired = line_repaired(source, stop),
                               .cut = cut,
                               .end = end},
                      .block = block};
  block->text[source->scan + length] = '\0';
  block->lines++;
  g_array_append_val(source->lines, held);
  source->scan = stop + end_length;
  source->cut = false;
  if (source->feed < source->scan) source->feed = text_find(block, source->scan, '\n');
  if (source->cr < source->scan) source->cr = text_find(block, source->scan, '\r');
}

/* A line without an end in sight keeps its beginning only: memory must not grow with the file. */
static void line_shorten(struct source *source) {
  struct block *block = source->block;
  if (block->length - source->scan <= LINE_MOST) return;
  block->length = (gsize)(g_utf8_prev_char(block->text + source->scan + LINE_MOST + 1) - block->text);
  source->cut = true;
  GArray *repairs = source->repairs;
  while (repairs->len && g_array_index(repairs, gsize, repairs->len - 1) >= block->length)
    g_array_set_size(repairs, repairs->len - 1);
  source->repair = MIN(source->repair, repairs->len);
}

static bool line_scan(struct source *source) {
  for (;;) {
    struct block *block = source->block;
    if (block) {
      gsize length = block->length;
      if (source->feed < source->cr) return line_add(source, source->feed, "\n"), true;
      if (source->cr + 1 < length) return line_add(source, source->cr, block->text[source->cr + 1] == '\n' ? "\r\n" : "\r"), true;
      if (source->raw_ended) {
        if (source->scan == length) return false;
        return line_add(source, source->cr, source->cr < length ? "\r" : ""), true;
      }
      if (source->cr == length) line_shorten(source);
    }
    block_fill(source);
  }
}

bool source_peek(struct source *source, guint ahead, struct source_line *line) {
  while (source->lines->len - source->first <= ahead)
    if (!line_scan(source)) return false;
  *line = g_array_index(source->lines, struct held, source->first + ahead).line;
  return true;
}

void source_drop(struct source *source, guint count) {
  struct source_line line;
  for (; count && source_peek(source, 0, &line); count--) {
    struct block *block = g_array_index(source->lines, struct held, source->first++).block;
    block->lines--;
    block_leave(source, block);
  }
  if (source->first < 64 || source->first * 2 < source->lines->len) return;
  g_array_remove_range(source->lines, 0, source->first);
  source->first = 0;
}

static void source_forget(struct source *source) {
  for (guint i = source->first; i < source->lines->len; i++) {
    struct block *block = g_array_index(source->lines, struct held, i).block;
    block->lines--;
    block_leave(source, block);
  }
  g_array_set_size(source->lines, 0);
  struct block *block = source->block;
  source->block = NULL;
  block_leave(source, block);
  g_array_set_size(source->repairs, 0);
  source->first = source->number = source->repair = 0;
  source->raw_length = source->scan = 0;
  source->raw_ended = source->cut = false;
}

void source_rewind(struct source *source) {
  source_forget(source);
  source->position = source->bom;
  source_seek(source, source->bom);
}

static void source_survey(struct source *source) {
  gsize got = source_read(source, source->raw, CHUNK);
  const char *other = other_type(source->raw, got);
  if (other) stop_input(source->shown, 0, "this is %s, not a CSV file: export or save it as CSV", other);
  source->encoding = ENCODING_UTF8;
  source->known = encoding_by_start(source->raw, got, &source->encoding, &source->bom);
  source_rewind(source);
}

static char *hash_file(struct source *source) {
  struct hash *hash = hash_begin();
  g_autofree guchar *buffer = g_malloc(CHUNK);
  off_t at = 0;
  for (gssize got; (got = pread(source->fd, buffer, CHUNK, at)) != 0;) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) stop_system(source->shown, "cannot be read again: %s", g_strerror(errno));
    hash_add(hash, buffer, (gsize)got);
    at += got;
  }
  return hash_end(hash);
}

static void source_check(struct source *source) {
  const char *what = S_ISDIR(source->opened.st_mode)   ? "this is a folder"
                     : S_ISREG(source->opened.st_mode) ? NULL
                                                       : "this is a pipe or device";
  if (what) stop_input(source->shown, 0, "%s: name a CSV file", what);
  if (source->opened.st_size == 0) stop_input(source->shown, 0, "the file is empty: export it again");
}

struct source *source_open_chunked(const char *path, const char *shown_as, gsize chunk) {
  /* Without O_NONBLOCK, opening a FIFO would wait for ever. */
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    const char *hint = errno == ENOENT ? "look at its name" : "make it readable";
    stop_input(shown_as, 0, "cannot be opened (%s): %s", g_strerror(errno), hint);
  }
  struct source *source = g_new0(struct source, 1);
  source->path = g_strdup(path), source->shown = g_strdup(shown_as), source->fd = fd, source->chunk = chunk;
  if (fstat(fd, &source->opened) < 0) stop_system(shown_as, "cannot be examined: %s", g_strerror(errno));
  source_check(source);
  source->raw = g_malloc(MAX(chunk, CHUNK) + 8);
  source->lines = g_array_new(FALSE, FALSE, sizeof(struct held));
  source->repairs = g_array_new(FALSE, FALSE, sizeof(gsize));
  source_survey(source);
  return source;
}

struct source *source_open(const char *path, const char *shown_as) {
  return source_open_chunked(path, shown_as, STEADY);
}

void source_close(struct source *source) {
  source_forget(source);
  block_free(source->spare);
  g_array_free(source->lines, TRUE);
  g_array_free(source->repairs, TRUE);
  close(source->fd);
  g_free(source->raw);
  g_free(source->path);
  g_free(source->shown);
  g_free(source);
}

const char *source_encoding(struct source *source) {
  encoding_find(source);
  return encoding_name(source->encoding);
}
guint64 source_bytes(const struct source *source) { return (guint64)source->opened.st_size; }
guint64 source_position(const struct source *source) { return source->position; }

char *source_sha256(struct source *source) {
  char *hex = hash_file(source);
  struct stat now;
  const struct stat *then = &source->opened;
  bool same = fstat(source->fd, &now) == 0 && now.st_size == then->st_size && now.st_mtim.tv_sec == then->st_mtim.tv_sec &&
              now.st_mtim.tv_nsec == then->st_mtim.tv_nsec;
  if (!same) stop_input(source->shown, 0, "the file changed while it was read: run again when nothing writes to it");
  return hex;
}
