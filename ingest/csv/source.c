/* The text of one file as numbered lines that stay where they are until they are dropped. Text comes from text_file.c, the rows
   of a workbook from grid.c; csv.c gives the lines a meaning. */
#include "ingest/csv/source.h"
#include "ingest/csv/grid.h"
#include "ingest/csv/text_file.h"
#include "include/message.h"
#include <string.h>

#define STEADY (64 * 1024) /* read at a time; fits the processor's cache while its lines are parsed */
#define LINE_MOST (16 * 1024 * 1024)
#define LINE_REFUSED (64 * 1024 * 1024) /* no export has such a line: its end is not searched for */

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
  struct grid *grid; /* a workbook, which supplies the lines; the fields below are then unused */
  struct text_file *file;
  char *shown;
  gsize chunk;
  struct block *block, *spare;
  gsize scan;      /* where the next line begins in BLOCK */
  gsize feed, cr;  /* the next LF and CR from there; the block's length if there is none */
  GArray *repairs; /* offsets in BLOCK */
  guint repair;    /* the first of them not yet passed */
  bool cut;        /* the line at SCAN was shortened */
  gsize shortened; /* by so many bytes */
  GArray *lines;   /* of struct held */
  guint first, number;
};

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

/* A block that begins with the unfinished line of the old one and has room for the next chunk: of a long line, more than that, so
   that it moves seldom. */
static struct block *block_next(struct source *source, gsize part) {
  struct block *old = source->block;
  gsize room = part + 3 * (source->chunk + 4) + 1;
  if (old && !old->lines && !source->scan && old->room >= room) return old;
  struct block *block = block_take(source, part > source->chunk ? room + part : room);
  if (part) memcpy(block->text, old->text + source->scan, part);
  repairs_carry(source);
  source->block = block;
  block_leave(source, old);
  source->scan = 0;
  return block;
}

static void block_fill(struct source *source) {
  gsize part = source->block ? source->block->length - source->scan : 0, from = part ? part - 1 : 0; /* a CR may be its last */
  struct block *block = block_next(source, part);
  block->length = part + text_file_read(source->file, block->text + part, source->repairs, part);
  source->feed = text_find(block, from, '\n'), source->cr = text_find(block, from, '\r');
}

static bool line_repaired(struct source *source, gsize end) {
  bool repaired = false;
  for (; source->repair < source->repairs->len && g_array_index(source->repairs, gsize, source->repair) < end; source->repair++)
    repaired = true;
  return repaired;
}

static void line_add(struct source *source, gsize stop, const char *end) {
  static const char mark[] = "\xEF\xBB\xBF"; /* joined files keep their own BOMs */
  struct block *block = source->block;
  if (stop - source->scan >= 3 && !memcmp(block->text + source->scan, mark, 3)) source->scan += 3;
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
  source->cut = false, source->shortened = 0;
  if (source->feed < source->scan) source->feed = text_find(block, source->scan, '\n');
  if (source->cr < source->scan) source->cr = text_find(block, source->scan, '\r');
}

/* Of a line with no end in sight only the beginning is kept: memory must not grow with the file. */
static void line_shorten(struct source *source) {
  struct block *block = source->block;
  if (block->length - source->scan <= LINE_MOST) return;
  source->shortened += block->length - source->scan - LINE_MOST;
  if (source->shortened > LINE_REFUSED - LINE_MOST)
    stop_input(source->shown, source->number + 1, "this line is longer than 64 MiB: this is no table that a system exports");
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
      if (text_file_ended(source->file)) {
        if (source->scan == length) return false;
        return line_add(source, source->cr, source->cr < length ? "\r" : ""), true;
      }
      if (source->cr == length) line_shorten(source);
    }
    block_fill(source);
  }
}

bool source_peek(struct source *source, guint ahead, struct source_line *line) {
  if (source->grid) return grid_peek(source->grid, ahead, line);
  while (source->lines->len - source->first <= ahead)
    if (!line_scan(source)) return false;
  *line = g_array_index(source->lines, struct held, source->first + ahead).line;
  return true;
}

void source_drop(struct source *source, guint count) {
  struct source_line line;
  if (source->grid) {
    grid_drop(source->grid, count);
    return;
  }
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
  source->scan = source->shortened = 0;
  source->cut = false;
}

void source_rewind(struct source *source) {
  if (source->grid) {
    grid_rewind(source->grid);
    return;
  }
  source_forget(source);
  text_file_rewind(source->file);
}

char *source_file(const char *path, const char **sheet) {
  *sheet = NULL;
  if (g_file_test(path, G_FILE_TEST_EXISTS)) return g_strdup(path);
  for (const char *mark = path; (mark = strchr(mark, '#')); mark++) {
    g_autofree char *file = g_strndup(path, (gsize)(mark - path));
    if (!g_file_test(file, G_FILE_TEST_IS_REGULAR)) continue;
    *sheet = mark + 1;
    return g_steal_pointer(&file);
  }
  return g_strdup(path);
}

struct source *source_open_chunked(const char *path, const char *shown_as, gsize chunk) {
  const char *sheet;
  g_autofree char *file = source_file(path, &sheet);
  struct source *source = g_new0(struct source, 1);
  source->grid = grid_open(file, shown_as, sheet);
  if (source->grid) return source;
  if (sheet)
    stop_input(shown_as, 0,
               "names the sheet \"%s\", but the file before the # is no workbook: leave out what follows the file's name", sheet);
  source->file = text_file_open(path, shown_as, chunk), source->shown = g_strdup(shown_as), source->chunk = chunk;
  source->lines = g_array_new(FALSE, FALSE, sizeof(struct held));
  source->repairs = g_array_new(FALSE, FALSE, sizeof(gsize));
  return source;
}

struct source *source_open(const char *path, const char *shown_as) {
  return source_open_chunked(path, shown_as, STEADY);
}

static void text_close(struct source *source) {
  source_forget(source);
  block_free(source->spare);
  g_array_free(source->lines, TRUE);
  g_array_free(source->repairs, TRUE);
  text_file_close(source->file);
  g_free(source->shown);
}

void source_close(struct source *source) {
  if (source->grid) grid_close(source->grid);
  else text_close(source);
  g_free(source);
}

struct grid *source_grid(const struct source *source) {
  return source->grid;
}

const char *source_encoding(struct source *source) {
  return source->grid ? grid_encoding(source->grid) : text_file_encoding(source->file);
}

guint64 source_bytes(const struct source *source) {
  return source->grid ? grid_bytes(source->grid) : text_file_bytes(source->file);
}

guint64 source_position(const struct source *source) {
  return source->grid ? grid_position(source->grid) : text_file_position(source->file);
}

char *source_sha256(struct source *source) { return source->grid ? grid_sha256(source->grid) : text_file_sha256(source->file); }
