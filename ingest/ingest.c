/* The audit folder: its settings, its files one after the other, what is known when all are read. */
#include "ingest/rows/intake.h"
#include "ingest/kinds/log_clock.h"

static void settings_store(struct db *db, const struct settings *settings) {
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO setting VALUES (?, ?, ?)");
  g_autofree char *from = g_strdup_printf("%d", settings->from), *until = g_strdup_printf("%d", settings->to);
  const struct setting_value run[] = {{"run", "from_day", from}, {"run", "to_day", until}, {"run", "version", FACEAUDIT_VERSION}};
  for (gsize i = 0; i < settings->values->len + G_N_ELEMENTS(run); i++) {
    const struct setting_value *value = i < settings->values->len ? settings->values->pdata[i] : &run[i - settings->values->len];
    db_bind_text(to, 1, value->section);
    db_bind_text(to, 2, value->key);
    db_bind_text(to, 3, value->value);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

static void account_entry_free(gpointer data) {
  struct account_entry *entry = data;
  g_free(entry->user_id);
  g_free(entry->user_name);
  g_free(entry);
}

static struct intake intake_new(struct db *db, const struct settings *settings) {
  struct intake intake = {.db = db, .settings = settings, .log_first = G_MAXINT64, .log_last = G_MININT64};
  for (int kind = 0; kind < KIND_COUNT; kind++) intake.layouts[kind] = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  intake.users = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  intake.accounts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, account_entry_free);
  intake.reasons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  intake.candidates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  intake.person_rows = g_ptr_array_new_with_free_func(person_row_free);
  intake.persons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  intake.actions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return intake;
}

static void intake_clear(struct intake *intake) {
  for (int kind = 0; kind < KIND_COUNT; kind++) {
    seen_free(intake->rows[kind]);
    if (intake->ranks[kind]) g_array_free(intake->ranks[kind], TRUE);
    g_hash_table_unref(intake->layouts[kind]);
  }
  g_hash_table_unref(intake->users);
  g_hash_table_unref(intake->accounts);
  g_hash_table_unref(intake->reasons);
  g_hash_table_unref(intake->candidates);
  g_hash_table_unref(intake->persons);
  g_ptr_array_unref(intake->person_rows);
  g_hash_table_unref(intake->actions);
}

void ingest_folder(struct db *db, const char *folder) {
  struct settings *settings = settings_read(folder);
  db_run(db, "BEGIN");
  settings_store(db, settings);
  struct intake intake = intake_new(db, settings);
  for (guint i = 0; i < settings->inputs->len; i++)
    file_ingest(&intake, &g_array_index(settings->inputs, struct settings_input, i), i + 1);
  log_finish(&intake);
  persons_finish(&intake);
  clock_check(db, settings);
  db_run(db, "COMMIT");
  progress_end();
  intake_clear(&intake);
  settings_free(settings);
}
