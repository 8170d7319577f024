/* Turns results into a document, section by section. How it looks is decided by the writers. */
#include "report/document/document.h"
#include "report/document/document_charts.h"
#include "report/document/document_rules.h"
#include "include/audit.h"
#include "include/message.h"
#include "include/text.h"
#include <stdio.h>

static void section_table_as(struct db *db, GPtrArray *blocks, const struct section *section, enum block_kind kind) {
  gint64 rest;
  struct table *table = table_read(db, section, &rest);
  if (!table_rows(table) && !section->empty) {
    table_free(table);
    return;
  }
  section_heading(blocks, section);
  if (!table_rows(table)) {
    table_free(table);
    block_add(blocks, BLOCK_TEXT, NULL, section->empty);
    return;
  }
  block_add(blocks, kind, NULL, NULL)->table = table;
  rest_add(blocks, section, rest);
}

static void section_table(struct db *db, GPtrArray *blocks, const struct section *section) {
  section_table_as(db, blocks, section, BLOCK_TABLE);
}

static void section_figures(struct db *db, GPtrArray *blocks, const struct section *section) {
  section_table_as(db, blocks, section, BLOCK_FIGURES);
}

static void section_text(struct db *db, GPtrArray *blocks, const struct section *section) {
  sqlite3_stmt *statement = section_open(db, section);
  section_heading(blocks, section);
  while (db_step(db, statement)) block_add(blocks, BLOCK_TEXT, NULL, db_text(statement, 0));
  sqlite3_finalize(statement);
}

static void section_terms(struct db *db, GPtrArray *blocks, const struct section *section) {
  sqlite3_stmt *statement = section_open(db, section);
  bool first = true;
  for (; db_step(db, statement); first = false) {
    if (first) section_heading(blocks, section);
    block_add(blocks, BLOCK_TERM, db_text(statement, 0), db_text(statement, 1));
  }
  sqlite3_finalize(statement);
}

/* Lines to sign on: who signs, and what for. */
static void section_signoff(struct db *db, GPtrArray *blocks, const struct section *section) {
  sqlite3_stmt *statement = section_open(db, section);
  section_heading(blocks, section);
  while (db_step(db, statement)) block_add(blocks, BLOCK_SIGN, db_text(statement, 0), db_text(statement, 1));
  sqlite3_finalize(statement);
}

static const struct {
  const char *shows;
  void (*read)(struct db *db, GPtrArray *blocks, const struct section *section);
} readers[] = {{"figures", section_figures}, {"table", section_table}, {"terms", section_terms},
               {"text", section_text},       {"rules", section_rules}, {"signoff", section_signoff}};

static void section_add(struct db *db, GPtrArray *blocks, const struct section *section) {
  if (section_is_chart(section)) {
    section_chart(db, blocks, section);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(readers); i++)
    if (g_str_equal(readers[i].shows, section->shows)) {
      readers[i].read(db, blocks, section);
      return;
    }
  stop_system(section->path, "the head shows something unknown: %s", section->shows);
}

/* --------------------------------------------------------------------------------------------------------- document */

/* A day stands for its noon in UTC, so that no time zone moves it to another date. */
static bool moment_of_day(const char *day, gint64 *moment) {
  int year, month, at;
  if (!day || sscanf(day, "%d-%d-%d", &year, &month, &at) != 3) return false;
  g_autoptr(GDateTime) date = g_date_time_new_utc(year, month, at, 12, 0, 0);
  if (date) *moment = g_date_time_to_unix(date);
  return date != NULL;
}

/* As the run stored it: the day asked for or, where SOURCE_DATE_EPOCH gave it, its second. */
gint64 document_moment(struct db *db) {
  gint64 moment = 0;
  g_autofree char *as_of = db_setting(db, "run", "as_of", NULL), *to = db_setting(db, "period", "to", NULL),
                  *epoch = db_setting(db, "run", "epoch", NULL);
  if (epoch) return g_ascii_strtoll(epoch, NULL, 10);
  if (!moment_of_day(as_of, &moment)) moment_of_day(to, &moment);
  return moment;
}

static struct document *document_new(struct db *db, const char *title, const char *handling) {
  struct document *document = g_new0(struct document, 1);
  document->blocks = blocks_new();
  g_autofree char *agency = db_setting(db, "agency", "name", "Agency not named");
  document->agency = text_show(agency, true);
  document->title = text_show(title, true);
  g_autofree char *from = db_setting(db, "period", "from", ""), *to = db_setting(db, "period", "to", "");
  document->period = *from || *to ? g_strdup_printf("%s to %s", from, to) : g_strdup("whole log");
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(document_moment(db));
  document->made_on = g_date_time_format(date, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *fingerprint = db_setting(db, "run", "fingerprint", "none");
  document->foot = g_strdup_printf("Audit of %.10s · faceaudit " FACEAUDIT_VERSION " · fingerprint %s · %s", document->made_on,
                                   fingerprint, handling);
  return document;
}

void document_free(struct document *document) {
  if (!document) return;
  g_free(document->agency);
  g_free(document->title);
  g_free(document->period);
  g_free(document->made_on);
  g_free(document->foot);
  g_ptr_array_unref(document->blocks);
  g_free(document);
}

struct document *document_read_titled(struct db *db, const char *on, const char *title, const char *handling) {
  struct document *document = document_new(db, title, handling);
  g_autoptr(GPtrArray) sections = sections_read(on);
  for (guint i = 0; i < sections->len; i++) section_add(db, document->blocks, sections->pdata[i]);
  return document;
}

#define HANDLING "For official use: handle as personnel records."

static char *audit_title(struct db *db) {
  g_autofree char *directive = db_setting(db, "agency", "directive", "");
  return g_strdup_printf("Facial recognition audit%s%s", *directive ? ", Directive " : "", directive);
}

struct document *document_read(struct db *db, const char *on) {
  g_autofree char *title = audit_title(db);
  return document_read_titled(db, on, title, HANDLING);
}

struct document *document_read_charts(struct db *db, const char *on) {
  g_autofree char *title = audit_title(db);
  struct document *document = document_new(db, title, HANDLING);
  g_autoptr(GPtrArray) sections = sections_read(on);
  for (guint i = 0; i < sections->len; i++)
    if (section_is_chart(sections->pdata[i])) section_chart(db, document->blocks, sections->pdata[i]);
  return document;
}
