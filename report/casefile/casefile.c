/* Finds whom a case file is about, fills the tables that its sections read, and writes its files. What it says is in
 * report/sections/casefile/. */
#include "report/casefile/casefile.h"
#include "analyze/people/name.h"
#include "include/assets.h"
#include "include/folder/manifest.h"
#include "include/folder/publish.h"
#include "include/message.h"
#include "include/text.h"
#include "include/wrap.h"
#include "report/casefile/colleagues.h"
#include "report/document/asked.h"
#include "report/document/document.h"
#include "report/explain/find_subject.h"
#include "report/pdf/pdf.h"
#include "report/xlsx/xlsx.h"
#include <string.h>

/* --------------------------------------------------------------------------------------------------------------- subjects */

/* The spellings of a name that the log selected or a report tells of: the same name, and those that say less. */
static guint subject_names(struct db *db, const char *words) {
  guint found = 0;
  db_run(db, "CREATE TEMP TABLE subject_name (name TEXT PRIMARY KEY, partly INTEGER NOT NULL)");
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT name FROM candidate UNION SELECT value FROM reading WHERE meaning = 'candidate' AND value <> ''");
  sqlite3_stmt *to = db_prepare(db, "INSERT OR IGNORE INTO subject_name VALUES (?, ?)");
  while (db_step(db, rows)) {
    enum name_match match = name_compare(words, db_text(rows, 0));
    if (match == NAME_DIFFERENT) continue;
    db_bind_text(to, 1, db_text(rows, 0));
    db_bind_int(to, 2, match == NAME_PARTLY);
    db_step(db, to);
    db_reset(to);
    found++;
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(to);
  return found;
}

/* The precise spelling of what is meant, the caller's; its number goes to the SELECTs. */
static char *scope_find(struct db *db, const struct dossier_asked *asked) {
  asked_set(db, "kind", asked->kind);
  if (g_str_equal(asked->kind, "subject")) {
    asked_set(db, "id", NULL);
    subject_names(db, asked->words);
    return g_strdup(asked->words);
  }
  db_run(db, "CREATE TEMP TABLE subject_name (name TEXT PRIMARY KEY, partly INTEGER NOT NULL)");
  g_autofree char *precise = g_strdup_printf("%s:%s", asked->kind, asked->words), *id = NULL;
  struct subject subject = subject_find(db, precise, NULL);
  id = g_strdup_printf("%" G_GINT64_FORMAT, subject.id);
  asked_set(db, "id", id);
  const char *colon = strchr(subject.name, ':');
  char *name = g_strdup(colon ? colon + 1 : subject.name);
  subject_clear(&subject);
  return name;
}

/* --------------------------------------------------------------------------------------------------------------- initials */

/* "Gaines, Stella" and "Stella Gaines" are G. S. and S. G.: as they stand. */
static char *initials_of(const char *name) {
  GString *short_name = g_string_new(NULL);
  bool inside = false;
  for (const char *at = name; *at; at = g_utf8_next_char(at)) {
    bool letter = g_unichar_isalpha(g_utf8_get_char(at));
    if (letter && !inside) {
      if (short_name->len) g_string_append_c(short_name, ' ');
      g_string_append_unichar(short_name, g_unichar_toupper(g_utf8_get_char(at)));
      g_string_append_c(short_name, '.');
    }
    inside = letter;
  }
  if (!short_name->len) g_string_append(short_name, "(no letters)");
  return g_string_free(short_name, FALSE);
}

static void initials_fill(struct db *db) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT DISTINCT name FROM candidate");
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO initials VALUES (?, ?)");
  while (db_step(db, rows)) {
    g_autofree char *short_name = initials_of(db_text(rows, 0));
    db_bind_text(to, 1, db_text(rows, 0));
    db_bind_text(to, 2, short_name);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(to);
}

/* ------------------------------------------------------------------------------------------------------------------ files */

/* A name that any disk takes; one that had to be changed has some digits of its sum, so that no two are one. */
static char *file_name(const char *words) {
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, words, -1);
  GString *name = g_string_new("dossier-");
  bool plain = strlen(words) <= 60;
  for (const char *at = words; *at && name->len < 68; at++) {
    bool fit = g_ascii_isalnum(*at) || strchr("-_.@", *at);
    plain = plain && fit;
    g_string_append_c(name, fit ? *at : '_');
  }
  if (!plain) g_string_append_printf(name, "-%.6s", sum);
  return g_string_free(name, FALSE);
}

static char *handling(const struct dossier_asked *asked) {
  g_autofree char *since = asked->status_on ? g_strdup_printf(" since %s", asked->status_on) : g_strdup("");
  return g_strdup_printf("CASE FILE, status %s%s: confidential.", asked->status, since);
}

static void files_write(struct db *db, const char *out, const char *name, const struct dossier_asked *asked) {
  struct stage *stage = stage_new(out);
  const char *files = stage_files(stage);
  g_autofree char *base = file_name(name), *pdf = g_strconcat(base, ".pdf", NULL), *xlsx = g_strconcat(base, ".xlsx", NULL),
                  *manifest = g_strconcat(base, "-sha256.txt", NULL), *pdf_path = g_build_filename(files, pdf, NULL),
                  *xlsx_path = g_build_filename(files, xlsx, NULL), *shown = text_show(name, true),
                  *on = g_strconcat("dossier-", asked->kind, NULL),
                  *title = g_strdup_printf("Case file: %s %s", g_str_equal(asked->kind, "user") ? "account" : asked->kind, shown),
                  *foot = handling(asked);
  struct document *document = document_read_titled(db, on, title, foot);
  pdf_write(document, pdf_path);
  document_free(document);
  xlsx_write_sections(db, xlsx_path, "dossier-sheets");
  manifest_write(files, manifest, NULL, 0);
  stage_publish_as(stage, manifest, NULL);
  g_autofree char *wrote = g_strdup_printf("Wrote %s, %s and %s.", pdf, xlsx, manifest);
  wrap_text(wrote, 0);
}

static void status_set(struct db *db, const struct dossier_asked *asked) {
  asked_set(db, "status", asked->status);
  asked_set(db, "status_on", asked->status_on);
  asked_set(db, "known_on", asked->known_on);
  asked_set(db, "known_by", asked->known_by);
}

void dossier_write(struct db *db, const char *out, const struct dossier_asked *asked) {
  g_autofree char *name = scope_find(db, asked);
  asked_set(db, "name", name);
  status_set(db, asked);
  db_run(db, asset_text("report/casefile/casefile.sql"));
  initials_fill(db);
  if (g_str_equal(asked->kind, "user")) colleagues_compare(db);
  gint64 searches = db_value_int(db, "SELECT count(*) FROM scope"),
         matters = db_value_int(db, "SELECT count(*) FROM scope_matter");
  g_autofree char *heading = g_strdup_printf("Case file of %s %s", asked->kind, name),
                  *counts =
                      g_strdup_printf("%" G_GINT64_FORMAT " searches of the period, %" G_GINT64_FORMAT " matters with findings",
                                      searches, matters);
  files_write(db, out, name, asked);
  wrap_heading(heading, 2);
  wrap_pair("holds", counts);
}
