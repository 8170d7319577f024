/* Counts findings by a hash of what they are of, in one pass over all of them. */
#include "report/xlsx_found.h"
#include "report/document/section.h"
#include "report/xlsx_links.h"
#include <string.h>

struct slot {
  guint64 hash;
  guint count; /* 0: free */
};

struct column_found {
  char *name;
  struct slot *slots;
  gsize size, used; /* a power of two, at most half full */
};

struct found {
  int columns;
  struct column_found column[COLUMNS_MOST];
};

static struct slot *slot_of(const struct column_found *column, guint64 hash) {
  gsize at = hash & (column->size - 1);
  while (column->slots[at].count && column->slots[at].hash != hash) at = (at + 1) & (column->size - 1);
  return &column->slots[at];
}

static void column_grow(struct column_found *column) {
  struct column_found before = *column;
  column->size = before.size ? before.size * 2 : 1 << 12;
  column->slots = g_new0(struct slot, column->size);
  for (gsize i = 0; i < before.size; i++)
    if (before.slots[i].count) *slot_of(column, before.slots[i].hash) = before.slots[i];
  g_free(before.slots);
}

static void key_count(struct column_found *column, const char *key) {
  if (!key) return;
  if (column->used * 2 >= column->size) column_grow(column);
  guint64 hash = links_hash(key);
  struct slot *slot = slot_of(column, hash);
  slot->hash = hash;
  if (!slot->count++) column->used++;
}

struct found *found_read(struct db *db) {
  struct found *found = g_new0(struct found, 1);
  struct section *section = section_read("report/sections/xlsx/79-found.sql");
  sqlite3_stmt *rows = section_open(db, section);
  found->columns = MIN(sqlite3_column_count(rows), COLUMNS_MOST);
  for (int i = 0; i < found->columns; i++) found->column[i].name = g_strdup(sqlite3_column_name(rows, i));
  while (db_step(db, rows))
    for (int i = 0; i < found->columns; i++) key_count(&found->column[i], db_text(rows, i));
  sqlite3_finalize(rows);
  section_free(section);
  return found;
}

void found_free(struct found *found) {
  for (int i = 0; i < found->columns; i++) g_free(found->column[i].name), g_free(found->column[i].slots);
  g_free(found);
}

int found_column(const struct found *found, const char *name) {
  for (int i = 0; i < found->columns; i++)
    if (!strcmp(found->column[i].name, name)) return i;
  return -1;
}

guint found_count(const struct found *found, int column, const char *key) {
  const struct column_found *counted = &found->column[column];
  return key && counted->size ? slot_of(counted, links_hash(key))->count : 0;
}
