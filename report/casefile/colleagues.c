/* Collects what the members of one unit did in the months in which the person belonged to it. What may be said is peers.c's. */
#include "report/casefile/colleagues.h"
#include "include/assets.h"
#include "report/casefile/peers.h"

static const struct {
  const char *measure, *thing, *column;
} measures[] = {
    {"Searches", "searches", "searches"},
    {"Searches that no report documents", "searches that no report documents", "undocumented"},
    {"Searches outside the hours of duty on record", "searches outside the hours of duty", "off_duty"},
    {"Searches of a person searched three times or more by the same account", "searches of such a person", "repeated"}};

static void measure_say(struct db *db, gsize i) {
  g_autofree char *sql =
      g_strdup_printf("SELECT own, %s, months FROM unit_member WHERE months > 0 ORDER BY own DESC, person", measures[i].column);
  g_autoptr(GArray) colleagues = g_array_new(FALSE, FALSE, sizeof(struct exposed));
  struct exposed person = {0};
  sqlite3_stmt *rows = db_prepare(db, sql), *to = db_prepare(db, "INSERT INTO peer VALUES (?, ?)");
  while (db_step(db, rows)) {
    struct exposed one = {(guint64)db_int(rows, 1), sqlite3_column_double(rows, 2)};
    if (db_int(rows, 0)) person = one;
    else g_array_append_val(colleagues, one);
  }
  sqlite3_finalize(rows);
  g_autofree char *words =
      person.months > 0
          ? peers_words(person, (const struct exposed *)(void *)colleagues->data, colleagues->len, measures[i].thing)
          : g_strdup("No comparison is made: the personnel file gives no unit for this person in the period.");
  db_bind_text(to, 1, measures[i].measure);
  db_bind_text(to, 2, words);
  db_step(db, to);
  sqlite3_finalize(to);
}

void colleagues_compare(struct db *db) {
  db_run(db, asset_text("report/casefile/colleagues.sql"));
  for (gsize i = 0; i < G_N_ELEMENTS(measures); i++) measure_say(db, i);
}
