/* Reads an audit folder: its settings, one kind of input after another, and what can be known only when all are read. */
#include "include/audit.h"
#include "include/message.h"
#include "include/sha256.h"
#include "ingest/csv/source.h"
#include "ingest/earlier.h"
#include "ingest/kinds/kinds.h"
#include "ingest/kinds/log/clock.h"
#include "ingest/kinds/log/unplaced.h"
#include "ingest/kinds/settings_against_data.h"
#include "ingest/rows/coverage.h"
#include "ingest/rows/file.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* SHA-256 of the file at PATH; NULL: it cannot be read. That the machine can open no more says nothing of the file. */
static char *file_sha256(const char *path) {
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  char *sha256 = fd < 0 ? NULL : hash_file(fd);
  int error = errno;
  if (fd >= 0) close(fd);
  if (!sha256 && error_is_of_system(error)) stop_system(path, "cannot be read: %s: nothing was changed", g_strerror(error));
  return sha256;
}

static void setting_store(struct db *db, sqlite3_stmt *to, const char *section, const char *key, const char *value) {
  db_bind_text(to, 1, section);
  db_bind_text(to, 2, key);
  db_bind_text(to, 3, value);
  db_step(db, to);
  db_reset(to);
}

static void settings_store(struct db *db, const struct settings *settings) {
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO setting VALUES (?, ?, ?)");
  g_autofree char *from = g_strdup_printf("%d", settings->from), *until = g_strdup_printf("%d", settings->to);
  for (gsize i = 0; i < settings->values->len; i++) {
    const struct setting_value *value = settings->values->pdata[i];
    setting_store(db, to, value->section, value->key, value->value);
  }
  setting_store(db, to, "run", "from_day", from);
  setting_store(db, to, "run", "to_day", until);
  setting_store(db, to, "run", "version", FACEAUDIT_VERSION);
  g_autofree char *ini = file_sha256(settings->file);
  setting_store(db, to, "run", "ini_sha256", ini ? ini : "");
  sqlite3_finalize(to);
}

static void kinds_store(struct db *db) {
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO kind (kind, words) VALUES (?, ?)");
  for (guint i = 0; kinds[i]; i++) {
    db_bind_text(to, 1, kinds[i]->key);
    db_bind_text(to, 2, kinds[i]->words);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

/* The columns that the kind fills itself, followed by those of roles. */
static struct insert *table_open(struct intake *intake) {
  const struct kind *kind = intake->kind;
  g_autoptr(GString) columns = g_string_new(kind->columns);
  guint count = 1;
  for (const char *at = kind->columns; (at = strchr(at, ',')); at++) count++;
  for (int role = 0; role < kind->role_count; role++) {
    if (!kind->roles[role].column) continue;
    g_string_append_printf(columns, ", %s", kind->roles[role].column);
    intake->role_values[role] = ++count;
  }
  return insert_open(intake->db, kind->table, columns->str);
}

static struct intake intake_new(struct db *db, const struct settings *settings, const struct kind *kind) {
  struct intake intake = {.db = db, .settings = settings, .kind = kind, .seen = duplicates_new()};
  intake.layouts = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  intake.table = table_open(&intake);
  if (kind->more) intake.more = insert_open(db, kind->more, kind->more_columns);
  intake.reject = insert_open(db, "reject", "source, line, reason, raw, id");
  intake.duplicate = insert_open(db, "duplicate", "source, line, of_source, of_line");
  intake.not_data = insert_open(db, "not_data", "source, line, what, raw");
  intake.note = insert_open(db, "source_note", "source, line, text, front");
  if (kind->gather) intake.gathered = kind->gather(&intake);
  return intake;
}

static void intake_clear(struct intake *intake) {
  if (intake->kind->gathered_free) intake->kind->gathered_free(intake->gathered);
  struct insert *const tables[] = {intake->table,     intake->more,     intake->reject,
                                   intake->duplicate, intake->not_data, intake->note};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) insert_close(tables[i]);
  duplicates_free(intake->seen);
  if (intake->ranks) g_array_unref(intake->ranks);
  g_hash_table_unref(intake->layouts);
}

static void kind_ingest(struct db *db, const struct settings *settings, const struct kind *kind) {
  struct intake intake = intake_new(db, settings, kind);
  for (guint i = 0; i < settings->inputs->len; i++) {
    const struct settings_input *input = &g_array_index(settings->inputs, struct settings_input, i);
    if (input->kind == kind) file_ingest(&intake, input->path, i + 1);
  }
  if (kind->finish) kind->finish(&intake);
  intake_clear(&intake);
}

/* SHA-256 of the file behind an input; NULL: it cannot be read any more. */
static char *input_sha256(const char *folder, const char *path) {
  const char *sheet;
  g_autofree char *full = g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(folder, path, NULL);
  g_autofree char *name = source_file(full, &sheet);
  return file_sha256(name);
}

void ingest_unchanged(struct db *db, const char *folder) {
  sqlite3_stmt *sources = db_prepare(db, "SELECT path, sha256 FROM source ORDER BY source");
  while (db_step(db, sources)) {
    g_autofree char *sha256 = input_sha256(folder, db_text(sources, 0));
    if (g_strcmp0(sha256, db_text(sources, 1)))
      stop_input(db_text(sources, 0), 0, "the file changed during the run: run again when nothing writes to it");
  }
  sqlite3_finalize(sources);
  g_autofree char *ini = g_build_filename(folder, "audit.ini", NULL), *sha256 = file_sha256(ini),
                  *read = db_setting(db, "run", "ini_sha256", "");
  if (g_strcmp0(sha256, read)) stop_input(ini, 0, "the file changed during the run: run again when nothing writes to it");
}

/* The ledger is read whether audit.ini names it or not; naming another file there is still followed. */
static void ledger_add(struct settings *settings, const char *folder, const char *ledger) {
  g_autofree char *beside = g_build_filename(folder, "dispositions.csv", NULL);
  if (!ledger || !g_file_test(ledger, G_FILE_TEST_EXISTS)) return;
  bool usual = g_str_equal(ledger, beside);
  for (guint i = 0; i < settings->inputs->len; i++) {
    const struct settings_input *input = &g_array_index(settings->inputs, struct settings_input, i);
    if (input->kind == &kind_dispositions && (usual || g_str_equal(input->path, ledger))) return;
  }
  const struct settings_input own = {&kind_dispositions,
                                     usual ? g_strdup("dispositions.csv") : g_canonicalize_filename(ledger, NULL)};
  g_array_append_val(settings->inputs, own);
}

/* Where the ledger stands among the sources; behind all where it is new. */
static guint ledger_number(struct db *db, const char *path) {
  sqlite3_stmt *number = db_prepare(db, "SELECT coalesce((SELECT source FROM source WHERE kind = 'dispositions' AND path = ?), "
                                        "(SELECT max(source) + 1 FROM source))");
  db_bind_text(number, 1, path);
  db_step(db, number);
  guint found = (guint)db_int(number, 0);
  sqlite3_finalize(number);
  return found;
}

static void ledger_forget(struct db *db, guint number) {
  static const char *const tables[] = {"disposition", "reject",        "duplicate", "not_data",
                                       "source_note", "source_column", "source"};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) {
    g_autofree char *sql = g_strdup_printf("DELETE FROM %s WHERE source = %u", tables[i], number);
    db_run(db, sql);
  }
}

void ingest_ledger(struct db *db, const char *folder, const char *ledger) {
  struct settings *settings = settings_read(folder, kinds);
  guint named = settings->inputs->len;
  ledger_add(settings, folder, ledger);
  db_run(db, "BEGIN");
  for (guint i = 0; i < settings->inputs->len; i++) {
    const struct settings_input *input = &g_array_index(settings->inputs, struct settings_input, i);
    if (input->kind != &kind_dispositions || (settings->inputs->len > named && i < named)) continue;
    guint number = ledger_number(db, input->path);
    ledger_forget(db, number);
    struct intake intake = intake_new(db, settings, &kind_dispositions);
    file_ingest(&intake, input->path, number);
    intake_clear(&intake);
  }
  db_run(db, "COMMIT");
  settings_free(settings);
}

/* What a workbook says which audit it belongs to by: the exports and settings, not the answers. */
static void fingerprint_store(struct db *db) {
  struct hash *hash = hash_begin();
  sqlite3_stmt *rows = db_prepare(
      db, "SELECT sha256 FROM source WHERE kind <> 'dispositions' UNION ALL"
          " SELECT section || '.' || key || '=' || value FROM setting WHERE section NOT IN ('run', 'inputs') ORDER BY 1");
  while (db_step(db, rows)) hash_add(hash, db_text(rows, 0), (gsize)db_length(rows, 0) + 1);
  sqlite3_finalize(rows);
  g_autofree char *sum = hash_end(hash);
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO setting VALUES ('run', 'fingerprint', substr(?, 1, 24))");
  db_bind_text(to, 1, sum);
  db_step(db, to);
  sqlite3_finalize(to);
}

void ingest_folder(struct db *db, const char *folder, const char *ledger) {
  struct settings *settings = settings_read(folder, kinds);
  ledger_add(settings, folder, ledger);
  db_run(db, "BEGIN");
  settings_store(db, settings);
  kinds_store(db);
  for (guint i = 0; kinds[i]; i++) kind_ingest(db, settings, kinds[i]);
  unplaced_hold(db);
  clock_check(db, settings);
  settings_hold(db, settings);
  coverage_store(db, settings);
  fingerprint_store(db);
  earlier_store(db, settings);
  db_run(db, "COMMIT");
  progress_end();
  settings_free(settings);
}
