/* Pages of SQLite's file format, version 4: records, leaves, and the pages above them, built from below. What rows mean is for
   the callers. */
#include "load.h"
#include "say.h"
#include <pthread.h>
#include <string.h>

enum { CHUNK_PAGES = 8, WAITING_MOST = 6, LEAF = 13, INNER = 5, LEAF_HEAD = 8, INNER_HEAD = 12, POINTER = 2, HEAD_BYTES = 100 };
enum { VARINT_MOST = 9, INNER_CELL = 4 + VARINT_MOST + POINTER };
#define LOCK_BYTE 0x40000000 /* the page that holds it is never used */

/* A value with its type in a record: 0 is NULL, to 9 are numbers, from 13 on texts. */
struct value {
  union {
    gint64 number;
    const char *text;
  };
  guint64 type;
  guint length; /* bytes in the record */
};

enum { TYPE_TEXT = 13 };

/* A page of a tree, and the last row in it or below it. */
struct node {
  gint64 last;
  guint32 page;
};

struct span {
  guint32 page, count;
};

/* Pages one behind the other, on their way into the file. */
struct piece {
  guint8 *bytes;
  gsize size, room;
  guint32 page;
  struct piece *next;
};

struct load_table {
  struct load *load;
  char *name;
  guint32 root;
  bool rooted;          /* the root is no longer the empty leaf that SQLite made */
  guint width;          /* columns of a record */
  guint least;          /* that a record must have: NULLs behind them may be left out */
  guint *columns;       /* of a record, by what callers give */
  struct value *values; /* of the row being made */
  gint64 last;
  struct piece *open;        /* full leaves, and the one being filled */
  guint opened;              /* how many leaves */
  guint8 *at;                /* the one being filled */
  guint cells;               /* in it */
  gsize content;             /* offset of the lowest of them */
  gint64 lasts[CHUNK_PAGES]; /* of the leaves in OPEN */
  GArray *leaves;            /* of struct node: those given away */
  GArray *inner;             /* of guint32: pages above them, as last settled */
  GArray *spilt;             /* of struct span: what is too long for a leaf */
  struct {
    guint leaves, spilt, opened, cells;
    gsize content;
    gint64 last;
  } mark;
};

struct load {
  struct db *db;
  sqlite3_file *file;
  gsize page;   /* bytes */
  guint32 next; /* the first page that nobody has */
  bool loading; /* pages were taken since SQLite may have */
  GPtrArray *tables;
  GArray *free;       /* of guint32 */
  GByteArray *record; /* one that is too long for a leaf */
  GThread *writer;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  struct piece *first, *final, *spare; /* under LOCK, like the two below */
  guint waiting;
  bool ended;
};

/* --------------------------------------------------------------------------------------------------------- numbers */

static void put16(guint8 *to, gsize value) { to[0] = (guint8)(value >> 8), to[1] = (guint8)value; }
static void put32(guint8 *to, guint32 value) {
  value = GUINT32_TO_BE(value);
  memcpy(to, &value, sizeof value);
}
static guint32 get32(const guint8 *from) {
  guint32 value;
  memcpy(&value, from, sizeof value);
  return GUINT32_FROM_BE(value);
}

static guint varint_length(guint64 value) {
  if (value >> 56) return VARINT_MOST;
  guint length = 1;
  while (value >>= 7) length++;
  return length;
}

static inline guint8 *varint_put(guint8 *to, guint64 value) {
  if (value < 0x80) {
    *to = (guint8)value;
    return to + 1;
  }
  guint length = varint_length(value);
  guint8 *at = to + length;
  if (length == VARINT_MOST) *--at = (guint8)value, value >>= 8;
  else *--at = value & 0x7F, value >>= 7;
  for (; at > to; value >>= 7) *--at = (guint8)(value | 0x80);
  return to + length;
}

/* ------------------------------------------------------------------------------------------------------ the writer */

static void file_check(const struct load *load, int code) {
  if (code != SQLITE_OK)
    stop_system(load->db->path, "%s: nothing was changed: free space on this disk, or name another folder with -o",
                sqlite3_errstr(code));
}

/* SQLite's way to the file takes less than 128 KiB at a time. */
static void file_write(const struct load *load, const guint8 *bytes, gsize size, guint32 page) {
  enum { MOST = 64 * 1024 };
  sqlite3_int64 to = (sqlite3_int64)(page - 1) * (sqlite3_int64)load->page;
  for (gsize at = 0; at < size; at += MOST)
    file_check(load, load->file->pMethods->xWrite(load->file, bytes + at, (int)MIN(MOST, size - at), to + (sqlite3_int64)at));
}

static void file_read(const struct load *load, guint8 *bytes, gsize size, guint32 page) {
  file_check(load,
             load->file->pMethods->xRead(load->file, bytes, (int)size, (sqlite3_int64)(page - 1) * (sqlite3_int64)load->page));
}

static void piece_free(struct piece *piece) {
  if (!piece) return;
  g_free(piece->bytes);
  g_free(piece);
}

static gpointer load_run(gpointer data) {
  struct load *load = data;
  pthread_mutex_lock(&load->lock);
  for (;;) {
    struct piece *piece = load->first;
    if (!piece && load->ended) break;
    if (!piece) {
      pthread_cond_wait(&load->changed, &load->lock);
      continue;
    }
    load->first = piece->next;
    pthread_mutex_unlock(&load->lock);
    file_write(load, piece->bytes, piece->size, piece->page);
    pthread_mutex_lock(&load->lock);
    /* The one used last is used next: it is still near the processor. */
    if (piece->room == CHUNK_PAGES * load->page) piece->next = load->spare, load->spare = piece;
    else piece_free(piece);
    load->waiting--;
    pthread_cond_broadcast(&load->changed);
  }
  pthread_mutex_unlock(&load->lock);
  return NULL;
}

/* ----------------------------------------------------------------------------------------------------------- pages */

static struct piece *piece_take(struct load *load, gsize room) {
  struct piece *piece = NULL;
  pthread_mutex_lock(&load->lock);
  while (load->waiting >= WAITING_MOST) pthread_cond_wait(&load->changed, &load->lock);
  if (room == CHUNK_PAGES * load->page && (piece = load->spare)) load->spare = piece->next;
  pthread_mutex_unlock(&load->lock);
  if (piece) return piece;
  piece = g_new0(struct piece, 1);
  piece->bytes = g_malloc(piece->room = room);
  return piece;
}

static void piece_send(struct load *load, struct piece *piece) {
  piece->next = NULL;
  pthread_mutex_lock(&load->lock);
  if (load->first) load->final->next = piece;
  else load->first = piece;
  load->final = piece;
  load->waiting++;
  pthread_cond_broadcast(&load->changed);
  pthread_mutex_unlock(&load->lock);
}

static void pieces_wait(struct load *load) {
  pthread_mutex_lock(&load->lock);
  while (load->waiting) pthread_cond_wait(&load->changed, &load->lock);
  pthread_mutex_unlock(&load->lock);
}

static void page_leave(struct load *load, guint32 page) { g_array_append_val(load->free, page); }

/* COUNT pages one behind the other of those that were left last; 0: they are not. */
static guint32 pages_again(struct load *load, guint32 count) {
  guint left = load->free->len;
  if (left < count) return 0;
  guint32 first = g_array_index(load->free, guint32, left - count);
  for (guint i = 1; i < count; i++)
    if (g_array_index(load->free, guint32, left - count + i) != first + i) return 0;
  g_array_set_size(load->free, left - count);
  return first;
}

/* COUNT pages one behind the other; SQLite may have taken some since the load was settled. */
static guint32 pages_take(struct load *load, guint32 count) {
  guint32 lock = (guint32)(LOCK_BYTE / load->page) + 1;
  if (!load->loading) {
    g_assert(sqlite3_get_autocommit(load->db->handle));
    load->next = (guint32)db_value_int(load->db, "PRAGMA page_count") + 1;
    load->loading = true;
  }
  guint32 again = pages_again(load, count);
  if (again) return again;
  if (load->next <= lock && load->next + count > lock) {
    while (load->next < lock) page_leave(load, load->next++);
    load->next++;
  }
  load->next += count;
  return load->next - count;
}

/* ---------------------------------------------------------------------------------------------------------- leaves */

static void leaf_begin(struct load_table *table) {
  gsize page = table->load->page;
  table->at = table->open->bytes + page * table->opened++;
  table->cells = 0, table->content = page;
}

/* Nothing of earlier pages stays between pointers and cells. */
static void leaf_end(struct load_table *table) {
  guint8 *head = table->at;
  gsize used = LEAF_HEAD + POINTER * table->cells;
  memset(head, 0, LEAF_HEAD);
  head[0] = LEAF;
  put16(head + 3, table->cells);
  put16(head + 5, table->content); /* 65536 as 0 */
  memset(head + used, 0, table->content - used);
  table->lasts[table->opened - 1] = table->last;
}

static void leaves_send(struct load_table *table) {
  struct load *load = table->load;
  struct piece *piece = table->open;
  if (!piece) return;
  leaf_end(table);
  piece->page = pages_take(load, table->opened), piece->size = table->opened * load->page;
  for (guint i = 0; i < table->opened; i++) {
    struct node leaf = {table->lasts[i], piece->page + i};
    g_array_append_val(table->leaves, leaf);
  }
  table->open = NULL, table->opened = 0;
  piece_send(load, piece);
}

/* Where a cell of SIZE bytes goes. */
static guint8 *leaf_room(struct load_table *table, gsize size) {
  if (table->open && table->content < LEAF_HEAD + POINTER * (table->cells + 1) + size) {
    if (table->opened == CHUNK_PAGES) leaves_send(table);
    else {
      leaf_end(table);
      leaf_begin(table);
    }
  }
  if (!table->open) {
    table->open = piece_take(table->load, CHUNK_PAGES * table->load->page);
    leaf_begin(table);
  }
  table->content -= size;
  put16(table->at + LEAF_HEAD + POINTER * table->cells++, table->content);
  return table->at + table->content;
}

/* --------------------------------------------------------------------------------------------------------- records */

static guint int_type(gint64 value) {
  if (value == 0 || value == 1) return (guint)value + 8;
  guint64 size = (guint64)(value < 0 ? ~value : value);
  return size < 0x80 ? 1 : size < 0x8000 ? 2 : size < 0x800000 ? 3 : size < 0x80000000 ? 4 : size < 0x800000000000 ? 5 : 6;
}

void load_int(struct load_table *table, guint at, gint64 value) {
  static const guint8 bytes[] = {0, 1, 2, 3, 4, 6, 8, 0, 0, 0};
  guint type = int_type(value);
  table->values[table->columns[at - 1]] = (struct value){.number = value, .type = type, .length = bytes[type]};
}

void load_bytes(struct load_table *table, guint at, const char *text, gsize length) {
  table->values[table->columns[at - 1]] =
      (struct value){.text = text, .type = (guint64)length * 2 + TYPE_TEXT, .length = (guint)length};
}

void load_text(struct load_table *table, guint at, const char *text) {
  if (text) load_bytes(table, at, text, strlen(text));
  else table->values[table->columns[at - 1]] = (struct value){.type = 0};
}

/* How many values the record has, and the bytes that its head and they take. */
static guint record_measure(const struct load_table *table, gsize *head, gsize *body) {
  guint count = table->width;
  const struct value *values = table->values;
  while (count > table->least && !values[count - 1].type) count--;
  gsize types = count, bytes = 0;
  for (guint i = 0; i < count; i++) {
    bytes += values[i].length;
    if (values[i].type >= 0x80) types += varint_length(values[i].type) - 1;
  }
  *head = types + (types + 1 < 0x80 ? 1 : 2);
  *body = bytes;
  return count;
}

/* Most texts are short. */
static guint8 *bytes_put(guint8 *to, const char *text, gsize length) {
  if (length > 16) memcpy(to, text, length);
  else if (length >= 8) {
    guint64 first, last;
    memcpy(&first, text, 8), memcpy(&last, text + length - 8, 8);
    memcpy(to, &first, 8), memcpy(to + length - 8, &last, 8);
  } else {
    for (gsize i = 0; i < length; i++) to[i] = (guint8)text[i];
  }
  return to + length;
}

static guint8 *number_put(guint8 *to, guint64 number, guint length) {
  for (guint i = length; i-- > 0; number >>= 8) to[i] = (guint8)number;
  return to + length;
}

static void record_put(const struct load_table *table, guint8 *to, guint count, gsize head) {
  to = varint_put(to, head);
  for (guint i = 0; i < count; i++) to = varint_put(to, table->values[i].type);
  for (guint i = 0; i < count; i++) {
    const struct value *value = &table->values[i];
    if (value->type >= TYPE_TEXT) to = bytes_put(to, value->text, value->length);
    else to = number_put(to, (guint64)value->number, value->length);
  }
}

/* What does not stand in the leaf: pages that each name the next. Returns the first. */
static guint32 record_spill(struct load_table *table, const guint8 *bytes, gsize size) {
  struct load *load = table->load;
  gsize each = load->page - 4, count = (size + each - 1) / each;
  struct span span = {pages_take(load, (guint32)count), (guint32)count};
  struct piece *piece = piece_take(load, count * load->page);
  piece->page = span.page, piece->size = count * load->page;
  for (gsize i = 0; i < count; i++) {
    guint8 *page = piece->bytes + i * load->page;
    gsize part = MIN(each, size - i * each);
    put32(page, i + 1 < count ? span.page + (guint32)i + 1 : 0);
    memcpy(page + 4, bytes + i * each, part);
    memset(page + 4 + part, 0, each - part);
  }
  piece_send(load, piece);
  g_array_append_val(table->spilt, span);
  return span.page;
}

/* A row that is too long for a leaf. */
static void row_long(struct load_table *table, gint64 rowid, guint count, gsize head, gsize size) {
  struct load *load = table->load;
  gsize least = (load->page - 12) * 32 / 255 - 23, local = least + (size - least) % (load->page - 4);
  if (local > load->page - 35) local = least;
  g_byte_array_set_size(load->record, (guint)size);
  record_put(table, load->record->data, count, head);
  guint8 *to = leaf_room(table, varint_length(size) + varint_length((guint64)rowid) + local + 4);
  to = varint_put(varint_put(to, size), (guint64)rowid);
  memcpy(to, load->record->data, local);
  put32(to + local, record_spill(table, load->record->data + local, size - local));
}

void load_row_as(struct load_table *table, gint64 rowid) {
  gsize head, body;
  g_assert(rowid > table->last);
  guint count = record_measure(table, &head, &body);
  gsize size = head + body;
  if (size > table->load->page - 35) row_long(table, rowid, count, head, size);
  else {
    guint8 *to = leaf_room(table, varint_length(size) + varint_length((guint64)rowid) + size);
    record_put(table, varint_put(varint_put(to, size), (guint64)rowid), count, head);
  }
  table->last = rowid;
  memset(table->values, 0, table->width * sizeof(struct value));
}

gint64 load_row(struct load_table *table) {
  load_row_as(table, table->last + 1);
  return table->last;
}

gint64 load_last(const struct load_table *table) { return table->last; }

/* ------------------------------------------------------------------------------------------------ above the leaves */

/* A page above COUNT nodes, of which the last stands in its head. */
static void inner_make(const struct load *load, guint8 *page, const struct node *nodes, guint count) {
  gsize content = load->page;
  memset(page, 0, load->page);
  for (guint i = 0; i + 1 < count; i++) {
    guint8 cell[INNER_CELL];
    put32(cell, nodes[i].page);
    gsize size = (gsize)(varint_put(cell + 4, (guint64)nodes[i].last) - cell);
    content -= size;
    memcpy(page + content, cell, size);
    put16(page + INNER_HEAD + POINTER * i, content);
  }
  page[0] = INNER;
  put16(page + 3, count - 1);
  put16(page + 5, content);
  put32(page + 8, nodes[count - 1].page);
}

/* The level above NODES, each page of it above about as many. */
static GArray *level_make(struct load_table *table, const GArray *nodes, guint most) {
  struct load *load = table->load;
  GArray *above = g_array_new(FALSE, FALSE, sizeof(struct node));
  g_autofree guint8 *page = g_malloc(load->page);
  guint count = (nodes->len + most - 1) / most;
  for (guint i = 0; i < count; i++) {
    guint from = (guint)((guint64)nodes->len * i / count), to = (guint)((guint64)nodes->len * (i + 1) / count);
    struct node node = {g_array_index(nodes, struct node, to - 1).last, pages_take(load, 1)};
    inner_make(load, page, &g_array_index(nodes, struct node, from), to - from);
    file_write(load, page, load->page, node.page);
    g_array_append_val(above, node);
    g_array_append_val(table->inner, node.page);
  }
  return above;
}

static void root_write(struct load_table *table) {
  struct load *load = table->load;
  guint most = (guint)((load->page - INNER_HEAD) / INNER_CELL);
  g_autofree guint8 *page = g_malloc(load->page);
  GArray *nodes = g_array_ref(table->leaves);
  while (nodes->len > most) {
    GArray *above = level_make(table, nodes, most);
    g_array_unref(nodes);
    nodes = above;
  }
  if (nodes->len > 1) inner_make(load, page, (const void *)nodes->data, nodes->len);
  else if (nodes->len) file_read(load, page, load->page, g_array_index(nodes, struct node, 0).page);
  else {
    struct load_table empty = {.load = load, .at = page, .content = load->page, .opened = 1};
    leaf_end(&empty);
  }
  file_write(load, page, load->page, table->root);
  g_array_unref(nodes);
}

static void table_settle(struct load_table *table) {
  struct load *load = table->load;
  for (guint i = 0; i < table->inner->len; i++) page_leave(load, g_array_index(table->inner, guint32, i));
  g_array_set_size(table->inner, 0);
  if (!table->leaves->len && !table->open && !table->rooted) return;
  /* A leaf that is alone is the root itself. */
  if (!table->leaves->len && table->opened == 1) {
    leaf_end(table);
    file_write(load, table->at, load->page, table->root);
  } else {
    leaves_send(table);
    pieces_wait(load);
    root_write(table);
  }
  table->rooted = true;
}

/* ----------------------------------------------------------------------------------------------------- the database */

/* Pages that were taken and are not needed are SQLite's to use. */
static void free_give(struct load *load, guint8 *head) {
  g_autofree guint8 *page = g_malloc0(load->page);
  for (guint i = 0; i < load->free->len; i++) {
    guint32 number = g_array_index(load->free, guint32, i);
    memcpy(page, head + 32, 4);
    file_write(load, page, load->page, number);
    put32(head + 32, number);
  }
  put32(head + 36, get32(head + 36) + load->free->len);
  g_array_set_size(load->free, 0);
}

/* By the counter in its head SQLite sees that others have written to the file. */
static void head_write(struct load *load, bool ends) {
  guint8 head[HEAD_BYTES];
  file_read(load, head, sizeof head, 1);
  if (ends) free_give(load, head);
  put32(head + 24, get32(head + 24) + 1);
  if (load->loading) put32(head + 28, load->next - 1);
  memcpy(head + 92, head + 24, 4);
  file_write(load, head, sizeof head, 1);
}

static void load_end(struct load *load, bool ends) {
  for (guint i = 0; i < load->tables->len; i++) table_settle(load->tables->pdata[i]);
  pieces_wait(load);
  for (guint i = 0; ends && i < load->tables->len; i++) {
    const struct load_table *table = load->tables->pdata[i];
    if (table->leaves->len == 1) page_leave(load, g_array_index(table->leaves, struct node, 0).page);
  }
  if (load->tables->len) head_write(load, ends);
  load->loading = false;
}

void load_settle(struct load *load) { load_end(load, false); }

struct load *load_open(struct db *db) {
  struct load *load = g_new0(struct load, 1);
  load->db = db;
  /* So that SQLite looks at the head of the file again. It lets go of its lock when it has read something. */
  db_run(db, "PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema");
  if (sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &load->file) != SQLITE_OK || !load->file->pMethods)
    stop_system(db->path, "the database is no file: report this");
  load->page = (gsize)db_value_int(db, "PRAGMA page_size");
  load->tables = g_ptr_array_new();
  load->free = g_array_new(FALSE, FALSE, sizeof(guint32));
  load->record = g_byte_array_new();
  pthread_mutex_init(&load->lock, NULL);
  pthread_cond_init(&load->changed, NULL);
  load->writer = g_thread_new("store", load_run, load);
  return load;
}

static void table_free(struct load_table *table) {
  piece_free(table->open);
  GArray *const arrays[] = {table->leaves, table->inner, table->spilt};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++) g_array_unref(arrays[i]);
  g_free(table->name);
  g_free(table->columns);
  g_free(table->values);
  g_free(table);
}

void load_close(struct load *load) {
  load_end(load, true);
  pthread_mutex_lock(&load->lock);
  load->ended = true;
  pthread_cond_broadcast(&load->changed);
  pthread_mutex_unlock(&load->lock);
  g_thread_join(load->writer);
  for (struct piece *piece = load->spare, *next; piece; piece = next) next = piece->next, piece_free(piece);
  for (guint i = 0; i < load->tables->len; i++) table_free(load->tables->pdata[i]);
  g_ptr_array_unref(load->tables);
  g_array_unref(load->free);
  g_byte_array_unref(load->record);
  pthread_cond_destroy(&load->changed);
  pthread_mutex_destroy(&load->lock);
  db_run(load->db, "PRAGMA locking_mode = EXCLUSIVE");
  g_free(load);
}

/* The columns of the record, by those that are given. */
static void columns_read(struct load_table *table, const char *columns) {
  g_auto(GStrv) given = g_strsplit(columns, ", ", -1);
  table->columns = g_new0(guint, g_strv_length(given));
  sqlite3_stmt *rows = db_prepare(table->load->db, "SELECT name, dflt_value FROM pragma_table_info(?)");
  db_bind_text(rows, 1, table->name);
  guint known = 0;
  for (; db_step(table->load->db, rows); table->width++) {
    for (guint i = 0; given[i]; i++)
      if (!strcmp(given[i], db_text(rows, 0))) table->columns[i] = table->width, known++;
    if (!table->width || !db_is_null(rows, 1)) table->least = table->width + 1; /* SQLite reads one at least */
  }
  sqlite3_finalize(rows);
  g_assert(known == g_strv_length(given));
}

struct load_table *load_into(struct load *load, const char *name, const char *columns) {
  for (guint i = 0; i < load->tables->len; i++) {
    struct load_table *table = load->tables->pdata[i];
    if (!strcmp(table->name, name)) return table;
  }
  struct load_table *table = g_new0(struct load_table, 1);
  table->load = load, table->name = g_strdup(name);
  g_autofree char *root = g_strdup_printf("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = '%s'", name);
  table->root = (guint32)db_value_int(load->db, root);
  g_assert(table->root);
  columns_read(table, columns);
  table->values = g_new0(struct value, table->width);
  table->leaves = g_array_new(FALSE, FALSE, sizeof(struct node));
  table->inner = g_array_new(FALSE, FALSE, sizeof(guint32));
  table->spilt = g_array_new(FALSE, FALSE, sizeof(struct span));
  g_ptr_array_add(load->tables, table);
  return table;
}

/* ----------------------------------------------------------------------------------------------------------- marks */

void load_mark(struct load *load) {
  for (guint i = 0; i < load->tables->len; i++) {
    struct load_table *table = load->tables->pdata[i];
    table->mark.leaves = table->leaves->len, table->mark.spilt = table->spilt->len, table->mark.last = table->last;
    table->mark.opened = table->opened, table->mark.cells = table->cells, table->mark.content = table->content;
  }
}

/* The leaves that were open at the mark, as they were then. */
static void open_restore(struct load_table *table) {
  struct load *load = table->load;
  if (table->leaves->len > table->mark.leaves) {
    piece_free(g_steal_pointer(&table->open));
    if (table->mark.opened) table->open = piece_take(load, CHUNK_PAGES * load->page);
    for (guint i = 0; i < table->mark.opened; i++) {
      struct node leaf = g_array_index(table->leaves, struct node, table->mark.leaves + i);
      file_read(load, table->open->bytes + i * load->page, load->page, leaf.page);
      table->lasts[i] = leaf.last;
    }
  } else if (!table->mark.opened) piece_free(g_steal_pointer(&table->open));
  table->opened = table->mark.opened, table->cells = table->mark.cells, table->content = table->mark.content;
  if (table->opened) table->at = table->open->bytes + (table->opened - 1) * load->page;
}

void load_forget(struct load *load) {
  pieces_wait(load);
  for (guint i = 0; i < load->tables->len; i++) {
    struct load_table *table = load->tables->pdata[i];
    open_restore(table);
    for (guint k = table->mark.leaves; k < table->leaves->len; k++)
      page_leave(load, g_array_index(table->leaves, struct node, k).page);
    for (guint k = table->mark.spilt; k < table->spilt->len; k++) {
      struct span span = g_array_index(table->spilt, struct span, k);
      while (span.count--) page_leave(load, span.page++);
    }
    g_array_set_size(table->leaves, table->mark.leaves);
    g_array_set_size(table->spilt, table->mark.spilt);
    table->last = table->mark.last;
  }
}
