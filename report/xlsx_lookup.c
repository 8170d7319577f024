/* Reads the sections 79-words-*. What cells make of the words is known to xlsx_rows.c. */
#include "report/xlsx_lookup.h"
#include "include/message.h"
#include "report/document/section.h"
#include "report/xlsx_cell.h"
#include <string.h>

#define SHARED_MOST 8192u /* words of a column */

struct lookups {
  struct db *db;
  GHashTable *columns; /* name -> struct lookup * */
  GStringChunk *texts;
};

static void lookup_free(void *data) {
  struct lookup *lookup = data;
  g_free(lookup->words);
  g_free(lookup);
}

struct lookups *lookups_new(struct db *db) {
  struct lookups *lookups = g_new0(struct lookups, 1);
  *lookups =
      (struct lookups){db, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, lookup_free), g_string_chunk_new(1 << 16)};
  return lookups;
}

void lookups_free(struct lookups *lookups) {
  g_hash_table_unref(lookups->columns);
  g_string_chunk_free(lookups->texts);
  g_free(lookups);
}

static struct word *word_make(struct lookup *lookup, gint64 number) {
  if ((guint64)number >= lookup->count) {
    gsize before = lookup->count;
    lookup->count = MAX((gsize)number + 1, before * 3 / 2);
    lookup->words = g_renew(struct word, lookup->words, lookup->count);
    memset(lookup->words + before, 0, (lookup->count - before) * sizeof(struct word));
  }
  return &lookup->words[number];
}

static void word_read(struct lookups *lookups, struct word *word, sqlite3_stmt *row, int column) {
  int type = sqlite3_column_type(row, column);
  if (type == SQLITE_NULL) return;
  word->number = type != SQLITE_TEXT;
  if (type == SQLITE_FLOAT) {
    struct ink ink = {0};
    cell_real(&ink, sqlite3_column_double(row, column));
    word->length = (guint32)(ink.at - ink.bytes);
    word->text = g_string_chunk_insert_len(lookups->texts, ink.bytes, word->length);
    ink_free(&ink);
    return;
  }
  const char *text = db_text(row, column);
  word->length = (guint32)db_length(row, column);
  word->text = g_string_chunk_insert_len(lookups->texts, text, word->length);
}

/* All columns of the section SECTION at once. */
static void words_read(struct lookups *lookups, const char *name) {
  g_autofree char *path = g_strdup_printf("report/sections/xlsx/79-words-%s.sql", name);
  struct lookup *columns[COLUMNS_MOST] = {NULL};
  struct section *section = section_read(path);
  sqlite3_stmt *row = section_open(lookups->db, section);
  int count = MIN(sqlite3_column_count(row), COLUMNS_MOST), rows = 0;
  for (int i = 1; i < count; i++) {
    columns[i] = g_new0(struct lookup, 1);
    g_hash_table_insert(lookups->columns, g_strdup_printf("%s.%s", name, sqlite3_column_name(row, i)), columns[i]);
  }
  for (; db_step(lookups->db, row); rows++)
    for (int i = 1; i < count; i++) word_read(lookups, word_make(columns[i], db_int(row, 0)), row, i);
  for (int i = 1; i < count; i++) columns[i]->shares = rows <= (int)SHARED_MOST;
  sqlite3_finalize(row);
  section_free(section);
}

struct lookup *lookups_column(struct lookups *lookups, const char *name) {
  struct lookup *lookup = g_hash_table_lookup(lookups->columns, name);
  if (lookup) return lookup;
  g_autofree char *section = g_strndup(name, strcspn(name, "."));
  words_read(lookups, section);
  lookup = g_hash_table_lookup(lookups->columns, name);
  if (!lookup) stop_system(name, "no section of report/sections has these words: report this");
  return lookup;
}
