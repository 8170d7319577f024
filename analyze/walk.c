/* Pages of SQLite's file format taken apart: the tree from left to right, the cells of its leaves, the records in them. How pages
   are made is load_tree.c's. */
#include "include/walk.h"
#include "include/message.h"
#include <string.h>

enum { LEAF = 13, INNER = 5, LEAF_HEAD = 8, INNER_HEAD = 12, FILE_HEAD = 100, DEPTH_MOST = 20, COLUMNS_MOST = 64 };
enum { TYPE_REAL = 7, TYPE_ZERO = 8, TYPE_ONE = 9, TYPE_BLOB = 12, TYPE_TEXT = 13 };

/* A page above leaves, and the next of its children. */
struct level {
  guint8 *bytes;
  guint at, count;
};

/* A value of the record in hand. */
struct value {
  guint64 type;
  gsize start, length; /* bytes of the record */
};

struct walk {
  struct db *db;
  sqlite3_stmt *select; /* NULL: the pages are read */
  sqlite3_file *file;
  gsize page, usable; /* bytes */
  struct level levels[DEPTH_MOST];
  guint depth;
  guint8 *leaf;
  guint at, count; /* of the cells of the leaf */
  gint64 rowid;
  const guint8 *record;
  gsize size;
  GByteArray *whole; /* a record that does not stand in a leaf alone */
  guint width;       /* columns of a record that are asked for or stand before one that is */
  struct value values[COLUMNS_MOST];
  gint columns[COLUMNS_MOST]; /* of the record, by what callers ask for; -1: the rowid */
};

/* ----------------------------------------------------------------------------------------------------------- bytes */

G_NORETURN static void walk_refuse(const struct walk *walk) {
  stop_input(walk->db->path, 0, "this is no audit database, or it is damaged: run faceaudit run again");
}

static void page_read(const struct walk *walk, guint8 *bytes, guint32 page) {
  sqlite3_int64 from = ((sqlite3_int64)page - 1) * (sqlite3_int64)walk->page;
  int code = page ? walk->file->pMethods->xRead(walk->file, bytes, (int)walk->page, from) : SQLITE_IOERR_SHORT_READ;
  if (code == SQLITE_IOERR_SHORT_READ) walk_refuse(walk);
  if (code != SQLITE_OK) stop_system(walk->db->path, "%s: nothing was changed", sqlite3_errstr(code));
}

static guint get16(const guint8 *from) { return (guint)from[0] << 8 | from[1]; }

static guint32 get32(const guint8 *from) { return (guint32)get16(from) << 16 | get16(from + 2); }

/* The number at FROM, which ends before END; returns what follows it. */
static const guint8 *varint_get(const struct walk *walk, const guint8 *from, const guint8 *end, guint64 *value) {
  guint64 all = 0;
  for (guint i = 0; from < end; i++) {
    guint8 byte = *from++;
    if (i == 8) all = all << 8 | byte;
    else all = all << 7 | (byte & 0x7F);
    if (i == 8 || byte < 0x80) {
      *value = all;
      return from;
    }
  }
  walk_refuse(walk);
}

/* --------------------------------------------------------------------------------------------------------- records */

static gsize type_length(guint64 type) {
  static const guint8 lengths[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
  return type >= TYPE_BLOB ? (type - TYPE_BLOB) / 2 : lengths[type];
}

/* Columns behind those that the record has are NULL. */
static void record_parse(struct walk *walk) {
  const guint8 *end = walk->record + walk->size, *at = walk->record;
  guint64 head, type;
  at = varint_get(walk, at, end, &head);
  if (head > walk->size) walk_refuse(walk);
  end = walk->record + head;
  gsize start = head;
  struct value *value = walk->values, *last = value + walk->width;
  for (; value < last && at < end; value++) {
    if (*at < 0x80) type = *at++;
    else at = varint_get(walk, at, end, &type);
    gsize length = type_length(type);
    *value = (struct value){type, start, length};
    if (length > walk->size) walk_refuse(walk);
    start += length;
  }
  if (start > walk->size) walk_refuse(walk);
  for (; value < last; value++) *value = (struct value){0, 0, 0};
}

/* The rest of a record stands in pages that each name the next. */
static void record_gather(struct walk *walk, const guint8 *local, gsize here, guint32 page) {
  g_autofree guint8 *bytes = g_malloc(walk->page);
  g_byte_array_set_size(walk->whole, 0);
  g_byte_array_append(walk->whole, local, (guint)here);
  for (gsize left = walk->size - here; left;) {
    page_read(walk, bytes, page);
    gsize part = MIN(left, walk->usable - 4);
    g_byte_array_append(walk->whole, bytes + 4, (guint)part);
    page = get32(bytes), left -= part;
  }
  walk->record = walk->whole->data;
}

static void cell_read(struct walk *walk, gsize place) {
  const guint8 *end = walk->leaf + walk->usable, *at = walk->leaf + place;
  guint64 size, rowid;
  if (place >= walk->usable) walk_refuse(walk);
  at = varint_get(walk, varint_get(walk, at, end, &size), end, &rowid);
  if ((gint64)rowid <= walk->rowid) walk_refuse(walk);
  walk->rowid = (gint64)rowid, walk->size = size, walk->record = at;
  gsize most = walk->usable - 35, least = (walk->usable - 12) * 32 / 255 - 23, here = size;
  if (size > most) {
    here = least + (size - least) % (walk->usable - 4);
    if (here > most) here = least;
  }
  if (!size || size > G_MAXINT32 || here + (size > most ? 4 : 0) > (gsize)(end - at)) walk_refuse(walk);
  if (size > most) record_gather(walk, at, here, get32(at + here));
  record_parse(walk);
}

/* -------------------------------------------------------------------------------------------------------- the tree */

/* Down from PAGE to its first leaf. */
static void tree_descend(struct walk *walk, guint32 page) {
  for (;;) {
    if (walk->depth == DEPTH_MOST) walk_refuse(walk);
    struct level *level = &walk->levels[walk->depth];
    if (!level->bytes) level->bytes = g_malloc(walk->page);
    page_read(walk, level->bytes, page);
    level->at = 0, level->count = get16(level->bytes + 3);
    gsize head = level->bytes[0] == INNER ? INNER_HEAD : LEAF_HEAD;
    if ((level->bytes[0] != INNER && level->bytes[0] != LEAF) || head + 2 * (gsize)level->count > walk->usable) walk_refuse(walk);
    if (level->bytes[0] == LEAF) {
      walk->leaf = level->bytes, walk->at = 0, walk->count = level->count;
      return;
    }
    walk->depth++;
    gsize cell = level->count ? get16(level->bytes + INNER_HEAD) : 8;
    if (cell + 4 > walk->usable) walk_refuse(walk);
    page = get32(level->bytes + cell);
  }
}

/* The next leaf; false where there is none. */
static bool tree_next(struct walk *walk) {
  while (walk->depth && walk->levels[walk->depth - 1].at == walk->levels[walk->depth - 1].count) walk->depth--;
  if (!walk->depth) return false;
  struct level *level = &walk->levels[walk->depth - 1];
  level->at++;
  gsize cell = level->at < level->count ? get16(level->bytes + INNER_HEAD + 2 * (gsize)level->at) : 8;
  if (cell + 4 > walk->usable) walk_refuse(walk);
  tree_descend(walk, get32(level->bytes + cell));
  return true;
}

bool walk_next(struct walk *walk) {
  if (walk->select) return db_step(walk->db, walk->select);
  while (walk->at == walk->count)
    if (!tree_next(walk)) return false;
  cell_read(walk, get16(walk->leaf + LEAF_HEAD + 2 * (gsize)walk->at++));
  return true;
}

/* -------------------------------------------------------------------------------------------------------- columns */

gint64 walk_int(struct walk *walk, guint at) {
  if (walk->select) return db_int(walk->select, (int)at);
  if (walk->columns[at] < 0) return walk->rowid;
  const struct value *value = &walk->values[walk->columns[at]];
  if (value->type == TYPE_ONE) return 1;
  if (!value->length || value->type >= TYPE_REAL) return 0;
  const guint8 *bytes = walk->record + value->start;
  guint64 number = (guint64)(gint64)(gint8)bytes[0];
  for (gsize i = 1; i < value->length; i++) number = number << 8 | bytes[i];
  return (gint64)number;
}

bool walk_null(struct walk *walk, guint at) {
  if (walk->select) return db_is_null(walk->select, (int)at);
  return walk->columns[at] >= 0 && !walk->values[walk->columns[at]].type;
}

const char *walk_text(struct walk *walk, guint at, gsize *length) {
  const char *text;
  if (walk->select) {
    text = db_text(walk->select, (int)at);
    *length = (gsize)db_length(walk->select, (int)at);
    return text;
  }
  const struct value *value = walk->columns[at] < 0 ? NULL : &walk->values[walk->columns[at]];
  bool stated = value && value->type >= TYPE_TEXT;
  text = stated ? (const char *)walk->record + value->start : NULL;
  *length = stated ? value->length : 0;
  return text;
}

/* --------------------------------------------------------------------------------------------------------- opening */

static void columns_find(struct walk *walk, const char *table, const char *columns) {
  g_auto(GStrv) asked = g_strsplit(columns, ", ", -1);
  sqlite3_stmt *rows = db_prepare(walk->db, "SELECT cid, name, pk AND type = 'INTEGER' FROM pragma_table_info(?)");
  db_bind_text(rows, 1, table);
  guint found = 0;
  for (guint i = 0; asked[i]; i++)
    if (!strcmp(asked[i], "rowid")) walk->columns[i] = -1, found++;
  while (db_step(walk->db, rows))
    for (guint i = 0; asked[i]; i++) {
      if (strcmp(asked[i], db_text(rows, 1))) continue;
      walk->columns[i] = db_int(rows, 2) ? -1 : (gint)db_int(rows, 0);
      walk->width = MAX(walk->width, (guint)(walk->columns[i] + 1));
      found++;
    }
  sqlite3_finalize(rows);
  g_assert(found == g_strv_length(asked) && found <= COLUMNS_MOST && walk->width <= COLUMNS_MOST);
}

/* False: the database is no file, or not as this program writes it. */
static bool pages_open(struct walk *walk, const char *table) {
  guint8 head[FILE_HEAD];
  struct db *db = walk->db;
  if (sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &walk->file) != SQLITE_OK || !walk->file->pMethods)
    return false;
  g_assert(sqlite3_get_autocommit(db->handle));
  if (walk->file->pMethods->xRead(walk->file, head, sizeof head, 0) != SQLITE_OK || get32(head + 56) != 1) return false;
  walk->page = (gsize)db_value_int(db, "PRAGMA page_size"), walk->usable = walk->page - head[20];
  g_autofree char *root = g_strdup_printf("SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = '%s'", table);
  guint32 page = (guint32)db_value_int(db, root);
  if (page < 2 || walk->usable < 480) walk_refuse(walk);
  tree_descend(walk, page);
  return true;
}

struct walk *walk_open(struct db *db, const char *table, const char *columns, const char *order) {
  struct walk *walk = g_new0(struct walk, 1);
  walk->db = db, walk->rowid = G_MININT64;
  walk->whole = g_byte_array_new();
  columns_find(walk, table, columns);
  if (!order && pages_open(walk, table)) return walk;
  g_autofree char *sql = g_strdup_printf("SELECT %s FROM %s ORDER BY %s", columns, table, order ? order : "rowid");
  walk->select = db_prepare(db, sql);
  return walk;
}

void walk_close(struct walk *walk) {
  sqlite3_finalize(walk->select);
  for (guint i = 0; i < DEPTH_MOST; i++) g_free(walk->levels[i].bytes);
  g_byte_array_unref(walk->whole);
  g_free(walk);
}
