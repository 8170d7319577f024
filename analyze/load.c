/* Tables filled as whole pages of SQLite's file format, version 4: the load as a whole, and its turns with SQLite. What rows mean
   is for the callers. */
#include "analyze/load_inside.h"
#include "include/message.h"
#include <string.h>

enum { HEAD_BYTES = 100 };

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
  writer_begin(load);
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
  writer_end(load);
  for (guint i = 0; i < load->tables->len; i++) table_free(load->tables->pdata[i]);
  g_ptr_array_unref(load->tables);
  g_array_unref(load->free);
  g_byte_array_unref(load->record);
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
