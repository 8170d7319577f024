/* Says in the manifest what the audit was made of and by. The manifest's form is include/folder/manifest.c's. */
#include "report/manifest_text.h"
#include "include/audit.h"
#include "include/folder/manifest.h"
#include "include/text.h"
#include "report/document/document.h"
#include <string.h>

static void pair_add(GStrvBuilder *pairs, const char *key, const char *value) {
  if (!value || !*value) return;
  g_autofree char *shown = text_show(value, true);
  g_strv_builder_add(pairs, key);
  g_strv_builder_add(pairs, shown);
}

static void setting_add(GStrvBuilder *pairs, struct db *db, const char *key, const char *section, const char *name) {
  g_autofree char *value = db_setting(db, section, name, NULL);
  pair_add(pairs, key, value);
}

char **manifest_text(struct db *db, const char *from) {
  GStrvBuilder *pairs = g_strv_builder_new();
  g_autofree char *first = db_setting(db, "period", "from", ""), *last = db_setting(db, "period", "to", ""),
                  *period = *first || *last ? g_strdup_printf("%s to %s", first, last) : NULL;
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(document_moment(db));
  g_autofree char *dated = g_date_time_format(date, "%Y-%m-%d");
  setting_add(pairs, db, "audit of", "agency", "name");
  pair_add(pairs, "period", period);
  pair_add(pairs, "dated", dated);
  pair_add(pairs, "program", "faceaudit " FACEAUDIT_VERSION);
  setting_add(pairs, db, "rules", "run", "rules_sha256");
  setting_add(pairs, db, "reading of words", "run", "reading_sha256");
  setting_add(pairs, db, "fingerprint", "run", "fingerprint");
  pair_add(pairs, "audit folder", from);
  setting_add(pairs, db, "earlier audit", "run", "earlier_path");
  setting_add(pairs, db, "earlier manifest", "run", "earlier_sha256");
  char **all = g_strv_builder_end(pairs);
  g_strv_builder_unref(pairs);
  return all;
}

static void known_free(void *data) {
  struct known *known = data;
  g_free((char *)known->name);
  g_free((char *)known->sum);
  g_free(known);
}

/* PATH as audit.ini writes it, without the sheet that it names ("book.xlsx#Sheet"). */
static char *path_file(const char *path) {
  g_autofree char *lower = g_ascii_strdown(path, -1);
  const char *mark = strstr(lower, ".xlsx#"), *old = strstr(lower, ".xls#");
  return mark  ? g_strndup(path, (gsize)(mark - lower) + strlen(".xlsx"))
         : old ? g_strndup(path, (gsize)(old - lower) + strlen(".xls"))
               : g_strdup(path);
}

static void input_add(GPtrArray *inputs, const char *from, const char *path, const char *sum) {
  g_autofree char *file = path_file(path);
  char *way = g_path_is_absolute(file) || g_str_equal(from, ".") ? g_strdup(file) : g_build_filename(from, file, NULL);
  for (guint i = 0; i < inputs->len; i++)
    if (g_str_equal(((const struct known *)inputs->pdata[i])->name, way)) {
      g_free(way);
      return;
    }
  struct known *known = g_new(struct known, 1);
  *known = (struct known){way, g_strdup(sum)};
  g_ptr_array_add(inputs, known);
}

GPtrArray *manifest_inputs(struct db *db, const char *from) {
  GPtrArray *inputs = g_ptr_array_new_with_free_func(known_free);
  g_autofree char *ini = db_setting(db, "run", "ini_sha256", "");
  if (!from) return inputs;
  if (*ini) input_add(inputs, from, "audit.ini", ini);
  sqlite3_stmt *sources = db_prepare(db, "SELECT path, sha256 FROM source ORDER BY source");
  while (db_step(db, sources)) input_add(inputs, from, db_text(sources, 0), db_text(sources, 1));
  sqlite3_finalize(sources);
  return inputs;
}
