/* Compares a release with the one before it, cell by cell, and keeps that one. */
#include "report/release/earlier.h"
#include "include/folder/manifest.h"
#include "include/folder/publish.h"
#include "include/folder/tree.h"
#include "include/message.h"
#include "report/csv/cell.h"
#include "report/document/asked.h"
#include <string.h>

/* --------------------------------------------------------------------------------------------------------- what differs */

struct since {
  GHashTable *then;       /* event -> its row of cells, as released then */
  char **heads;           /* of the cells */
  GHashTable *both, *now; /* sets of events: in both releases; only in this one */
  guint released, withheld, other;
};

static gint64 column_of(const struct since *since, const char *name) {
  for (gint64 i = 0; since->heads[i]; i++)
    if (!strcmp(since->heads[i], name)) return i;
  return -1;
}

/* As searches.csv had it, which is trimmed as it is read. */
static bool cell_same(const char *then, const char *now) {
  g_autofree char *marked = g_strstrip(csv_marked(now));
  return !strcmp(then, marked);
}

static void cell_compare(struct since *since, sqlite3_stmt *row) {
  g_autofree char *event = g_strstrip(csv_marked(db_text(row, 0)));
  const char *outcome = db_text(row, 4);
  char **cells = g_hash_table_lookup(since->then, event);
  g_hash_table_add(cells ? since->both : since->now, g_strdup(event));
  gint64 at = cells ? column_of(since, db_text(row, 1)) : -1;
  if (at < 0 || !*cells[at] || !strcmp(outcome, "blank") || cell_same(cells[at], db_text(row, 3))) return;
  if (!strcmp(outcome, "released")) since->released++;
  else if (cell_same(cells[at], db_text(row, 2))) since->withheld++;
  else since->other++;
}

static char *since_words(const struct since *since) {
  guint both = g_hash_table_size(since->both), then = g_hash_table_size(since->then) - both, now = g_hash_table_size(since->now);
  if (!since->released && !since->withheld && !since->other && !then && !now) return NULL;
  return g_strdup_printf("%u searches are in both; of their cells %u are released now and were not, %u are not released now and "
                         "were (what was handed out cannot be called back), %u differ otherwise; %u searches were only then, %u "
                         "are only now",
                         both, since->released, since->withheld, since->other, then, now);
}

void earlier_compare(struct db *db, const GPtrArray *rows, const char *path) {
  g_autofree char *words = NULL;
  if (rows) {
    struct since since = {.then = g_hash_table_new(g_str_hash, g_str_equal),
                          .both = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .now = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                          .heads = rows->len ? rows->pdata[0] : NULL};
    gint64 event = since.heads ? column_of(&since, "Event") : -1;
    if (event < 0) stop_input(path, 1, "is no release of faceaudit records: it has no column \"Event\"");
    for (guint i = 1; i < rows->len; i++) g_hash_table_insert(since.then, ((char **)rows->pdata[i])[event], rows->pdata[i]);
    sqlite3_stmt *cells = db_prepare(db, "SELECT event, column, value, shown, outcome FROM release_cell WHERE part = 0");
    while (db_step(db, cells)) cell_compare(&since, cells);
    sqlite3_finalize(cells);
    words = since_words(&since);
    g_hash_table_unref(since.then), g_hash_table_unref(since.both), g_hash_table_unref(since.now);
  }
  asked_set(db, "since", words);
}

/* ------------------------------------------------------------------------------------------------------------- kept */

static char *bytes_of(const char *folder, const char *name, gsize *length) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  char *bytes = NULL;
  if (!g_file_get_contents(path, &bytes, length, NULL)) return NULL;
  return bytes;
}

static void file_copy(const char *from, const char *to, const char *name) {
  gsize length = 0;
  g_autofree char *bytes = bytes_of(from, name, &length), *path = g_build_filename(to, name, NULL);
  g_autoptr(GError) error = NULL;
  if (!bytes || !g_file_set_contents_full(path, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    stop_system(path, "the release before this one cannot be kept: %s: nothing was changed", error ? error->message : "not read");
}

char *earlier_keep(const char *out, const char *files) {
  gsize length = 0;
  g_autofree char *then = bytes_of(out, manifest_name, &length), *now = bytes_of(files, manifest_name, &length);
  if (!then || !g_strcmp0(then, now)) return NULL;
  char *place = NULL;
  for (guint i = 1; !place || g_file_test(place, G_FILE_TEST_EXISTS); i++) {
    g_free(place);
    place = g_strdup_printf("%s-%u", out, i);
  }
  g_autoptr(GPtrArray) names = tree_names(out);
  struct stage *stage = stage_new(place);
  for (guint i = 0; i < names->len; i++)
    if (!strchr(names->pdata[i], '/')) file_copy(out, stage_files(stage), names->pdata[i]);
  stage_publish(stage, NULL);
  return place;
}
