/* Reads what the manifest of the audit before this one says. Whether it is too long ago is a rule's to decide. */
#include "ingest/earlier.h"
#include "include/folder/manifest.h"
#include "include/message.h"
#include "include/output.h"
#include "include/text.h"

static void run_store(struct db *db, const char *key, const char *value) {
  if (!value) return;
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO setting VALUES ('run', ?, ?)");
  db_bind_text(to, 1, key);
  db_bind_text(to, 2, value);
  db_step(db, to);
  sqlite3_finalize(to);
}

/* The folder with the manifest, by its way from FOLDER: PATH or the audit/ in it; NULL: neither has one. */
static char *output_folder(const char *folder, const char *path) {
  g_autofree char *inner = g_build_filename(path, "audit", NULL);
  const char *const ways[] = {path, inner};
  for (gsize i = 0; i < G_N_ELEMENTS(ways); i++) {
    g_autofree char *at = g_path_is_absolute(ways[i]) ? g_strdup(ways[i]) : g_build_filename(folder, ways[i], NULL);
    g_autofree char *manifest = g_build_filename(at, manifest_name, NULL);
    if (g_file_test(manifest, G_FILE_TEST_IS_REGULAR)) return g_strdup(ways[i]);
  }
  return NULL;
}

static void period_store(struct db *db, const char *period) {
  g_auto(GStrv) days = g_strsplit(period ? period : "", " to ", 2);
  if (g_strv_length(days) != 2) return;
  run_store(db, "earlier_from", days[0]);
  run_store(db, "earlier_to", days[1]);
}

void earlier_store(struct db *db, const struct settings *settings) {
  guint broken, line = settings_line(settings, "provenance", "earlier_audit");
  const char *path = settings_value(settings, "provenance", "earlier_audit");
  if (!path) return;
  g_autofree char *way = output_folder(settings->folder, path);
  if (!way)
    stop_input(settings->file, line,
               "earlier_audit = %s: there is no manifest-sha256.txt: name the folder that faceaudit run wrote", path);
  g_autofree char *at = g_path_is_absolute(way) ? g_strdup(way) : g_build_filename(settings->folder, way, NULL),
                  *file = g_build_filename(at, manifest_name, NULL), *sum = output_sha256(file);
  struct manifest *manifest = manifest_open(file, &broken);
  if (!manifest)
    stop_input(file, broken,
               "this is no line of a manifest, so the earlier audit cannot be told: run faceaudit verify on its folder");
  const char *agency = manifest_about(manifest, "audit of");
  g_autofree char *own = text_show(settings->agency ? settings->agency : "", true), *key = text_key(own),
                  *other = text_key(agency ? agency : own);
  if (*key && !g_str_equal(key, other))
    stop_input(settings->file, line, "earlier_audit = %s is an audit of %s, not of %s: name one of this agency", path, agency,
               own);
  run_store(db, "earlier_path", way);
  run_store(db, "earlier_sha256", sum);
  run_store(db, "earlier_dated", manifest_about(manifest, "dated"));
  period_store(db, manifest_about(manifest, "period"));
  manifest_free(manifest);
}
