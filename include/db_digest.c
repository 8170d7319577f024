/* Hashes the rows of each table: every value as its type, and its text or number. The callers decide which databases must
   match. */
#include "include/db_digest.h"
#include "include/message.h"
#include "include/sha256.h"
#include <string.h>

struct digest {
  gint64 rows;
  char *sum;
};

/* Big-endian on every machine, so that the sum is the same everywhere. */
static void number_append(GByteArray *values, guint64 number) {
  guint64 bytes = GUINT64_TO_BE(number);
  g_byte_array_append(values, (const guint8 *)&bytes, sizeof bytes);
}

static void value_append(GByteArray *values, sqlite3_stmt *row, int column) {
  guint8 type = (guint8)sqlite3_column_type(row, column);
  g_byte_array_append(values, &type, 1);
  if (type == SQLITE_NULL) return;
  if (type == SQLITE_INTEGER) {
    number_append(values, (guint64)sqlite3_column_int64(row, column));
    return;
  }
  const guint8 *text = sqlite3_column_text(row, column); /* of a real number its digits */
  guint length = (guint)sqlite3_column_bytes(row, column);
  number_append(values, length);
  if (length) g_byte_array_append(values, text, length);
}

/* In the table's own order: an index that somebody added must not change it. */
static struct digest table_digest(struct db *db, const char *table) {
  char *sql = sqlite3_mprintf("SELECT * FROM \"%w\" NOT INDEXED", table);
  sqlite3_stmt *row = db_prepare(db, sql);
  struct digest digest = {0, NULL};
  struct hash *hash = hash_begin();
  g_autoptr(GByteArray) values = g_byte_array_new();
  for (; db_step(db, row); digest.rows++) {
    g_byte_array_set_size(values, 0);
    for (int i = 0, columns = sqlite3_column_count(row); i < columns; i++) value_append(values, row, i);
    hash_add(hash, values->data, values->len);
  }
  sqlite3_finalize(row);
  sqlite3_free(sql);
  digest.sum = hash_end(hash);
  return digest;
}

#define TABLES                                                                                                                   \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'table_digest'"    \
  " ORDER BY name COLLATE BINARY"

void digests_store(struct db *db) {
  db_run(db, "DELETE FROM table_digest");
  struct insert *insert = insert_open(db, "table_digest", "name, rows, sha256");
  sqlite3_stmt *tables = db_prepare(db, TABLES);
  while (db_step(db, tables)) {
    struct digest digest = table_digest(db, db_text(tables, 0));
    insert_text(insert, 1, db_text(tables, 0));
    insert_int(insert, 2, digest.rows);
    insert_text(insert, 3, digest.sum);
    insert_row(insert);
    g_free(digest.sum);
  }
  sqlite3_finalize(tables);
  insert_close(insert);
}

static bool table_there(struct db *db, const char *table) {
  sqlite3_stmt *found = db_prepare(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  db_bind_text(found, 1, table);
  bool there = db_step(db, found);
  sqlite3_finalize(found);
  return there;
}

static void difference_add(GPtrArray *differ, const char *table, const char *what) {
  g_ptr_array_add(differ, g_strdup_printf("its table %s %s", table, what));
}

static void table_compare(struct db *db, sqlite3_stmt *kept, GPtrArray *differ) {
  const char *table = db_text(kept, 0);
  if (!table_there(db, table)) {
    difference_add(differ, table, "is missing");
    return;
  }
  struct digest digest = table_digest(db, table);
  if (digest.rows != db_int(kept, 1)) difference_add(differ, table, "has more or fewer rows");
  else if (strcmp(digest.sum, db_text(kept, 2))) difference_add(differ, table, "was changed");
  g_free(digest.sum);
}

GPtrArray *digests_differ(struct db *db) {
  GPtrArray *differ = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *damage = db_value_text(db, "SELECT integrity_check FROM pragma_integrity_check(1)");
  if (g_strcmp0(damage, "ok")) {
    g_ptr_array_add(differ, g_strdup_printf("it is damaged (%s)", damage ? damage : "it cannot be checked"));
    return differ;
  }
  sqlite3_stmt *kept = db_prepare(db, "SELECT name, rows, sha256 FROM table_digest ORDER BY name");
  bool any = false;
  for (; db_step(db, kept); any = true) table_compare(db, kept, differ);
  sqlite3_finalize(kept);
  if (!any) difference_add(differ, "table_digest", "is empty");
  return differ;
}

void digests_check(struct db *db) {
  g_autoptr(GPtrArray) differ = digests_differ(db);
  if (differ->len)
    stop_input(db->path, 0, "%s: this is no longer what faceaudit wrote: run the audit again", (const char *)differ->pdata[0]);
}
