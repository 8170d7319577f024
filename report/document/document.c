/* Turns results into a document, section by section. How it looks is decided by the writers. */
#include "report/document/document_parts.h"
#include "report/chart/scale.h"
#include "include/message.h"
#include "include/text.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

static const struct {
  const char *status, *sign, *words;
} statuses[] = {{"compliant", "✓", "No exceptions"},
                {"exceptions", "▲", "Exceptions"},
                {"not tested", "○", "Not tested"},
                {"not testable", "—", "Not testable from records"}};

const char *status_sign(const char *status) {
  for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++)
    if (g_str_equal(statuses[i].status, status)) return statuses[i].sign;
  return "?";
}

const char *status_words(const char *status) {
  for (gsize i = 0; i < G_N_ELEMENTS(statuses); i++)
    if (g_str_equal(statuses[i].status, status)) return statuses[i].words;
  return status;
}

static void block_free(struct block *block) {
  g_free(block->label);
  g_free(block->text);
  table_free(block->table);
  chart_free(block->chart);
  g_free(block);
}

void document_free(struct document *document) {
  if (!document) return;
  g_free(document->agency);
  g_free(document->title);
  g_free(document->period);
  g_free(document->made_on);
  g_ptr_array_unref(document->blocks);
  g_free(document);
}

struct block *block_add(struct document *document, enum block_kind kind, const char *label, const char *text) {
  struct block *block = g_new0(struct block, 1);
  block->kind = kind;
  block->label = label ? text_show(label, true) : NULL;
  block->text = text ? text_show(text, false) : NULL;
  g_ptr_array_add(document->blocks, block);
  return block;
}

void heading_add(struct document *document, int level, const char *name, const char *text) {
  block_add(document, BLOCK_HEADING, name, text)->level = level;
}

/* ---------------------------------------------------------------------------------------------------------- sections */

void rest_add(struct document *document, const struct section *section, gint64 rest) {
  if (rest <= 0) return;
  g_autofree char *number = scale_number(rest);
  g_autofree char *text = g_strdup_printf("… and %s more, %s.", number, section->rest ? section->rest : "in audit.db");
  block_add(document, BLOCK_TEXT, NULL, text);
}

void section_heading(struct document *document, const struct section *section) {
  if (section->page) block_add(document, BLOCK_PAGE, NULL, NULL);
  if (section->title) heading_add(document, section->level ? section->level[0] - '0' : 1, NULL, section->title);
  if (section->says) block_add(document, BLOCK_TEXT, NULL, section->says);
}

static void section_table_as(struct db *db, struct document *document, const struct section *section, enum block_kind kind) {
  gint64 rest;
  struct table *table = table_read(db, section, &rest);
  if (!table_rows(table) && !section->empty) {
    table_free(table);
    return;
  }
  section_heading(document, section);
  if (!table_rows(table)) {
    table_free(table);
    block_add(document, BLOCK_TEXT, NULL, section->empty);
    return;
  }
  block_add(document, kind, NULL, NULL)->table = table;
  rest_add(document, section, rest);
}

static void section_table(struct db *db, struct document *document, const struct section *section) {
  section_table_as(db, document, section, BLOCK_TABLE);
}

static void section_figures(struct db *db, struct document *document, const struct section *section) {
  section_table_as(db, document, section, BLOCK_FIGURES);
}

static void section_text(struct db *db, struct document *document, const struct section *section) {
  sqlite3_stmt *statement = section_open(db, section);
  section_heading(document, section);
  while (db_step(db, statement)) block_add(document, BLOCK_TEXT, NULL, db_text(statement, 0));
  sqlite3_finalize(statement);
}

static void section_terms(struct db *db, struct document *document, const struct section *section) {
  sqlite3_stmt *statement = section_open(db, section);
  bool first = true;
  for (; db_step(db, statement); first = false) {
    if (first) section_heading(document, section);
    block_add(document, BLOCK_TERM, db_text(statement, 0), db_text(statement, 1));
  }
  sqlite3_finalize(statement);
}

/* Lines to sign on: who signs, and what for. */
static void section_signoff(struct db *db, struct document *document, const struct section *section) {
  sqlite3_stmt *statement = section_open(db, section);
  section_heading(document, section);
  while (db_step(db, statement)) block_add(document, BLOCK_SIGN, db_text(statement, 0), db_text(statement, 1));
  sqlite3_finalize(statement);
}

/* Columns: label, series, value; then, where there are more: the rows it stands for, and whether it is a mark. */
static void chart_row(struct chart *chart, sqlite3_stmt *statement) {
  g_autofree char *label = cell_text(db_text(statement, 0)), *series = cell_text(db_text(statement, 1));
  int columns = sqlite3_column_count(statement);
  const char *key = columns > 3 ? db_text(statement, 3) : NULL;
  bool mark = columns > 4 && db_int(statement, 4);
  (mark ? chart_mark : chart_add)(chart, label, series, sqlite3_column_double(statement, 2));
  if (key && !mark) chart_key_set(chart, label, series, key);
}

static void chart_fill(struct db *db, struct chart *chart, const struct section *section) {
  sqlite3_stmt *statement = section_open(db, section);
  while (db_step(db, statement)) chart_row(chart, statement);
  sqlite3_finalize(statement);
}

#define CHART_ROWS_TOP 24.0
#define CHART_ROW 16.0

static struct chart *chart_read(struct db *db, const struct section *section) {
  struct chart *chart = chart_new();
  chart->kind = g_strdup(section->shows + strlen("chart "));
  chart->name = g_strdup(section->file);
  chart->title = g_strdup(section->title);
  chart->says = g_strdup(section->says);
  chart->width = g_str_has_prefix(section->size, "half ") ? CHART_HALF : CHART_FULL;
  chart->height = g_ascii_strtod(strchr(section->size, ' '), NULL);
  chart_fill(db, chart, section);
  /* Few rows need less room than the section gives. */
  if (!g_str_equal(chart->kind, "columns") && !g_str_equal(chart->kind, "heat") && !g_str_equal(chart->kind, "stack"))
    chart->height = MIN(chart->height, CHART_ROWS_TOP + CHART_ROW * chart->labels->len);
  return chart;
}

static void section_chart(struct db *db, struct document *document, const struct section *section) {
  struct chart *chart = chart_read(db, section);
  if (!chart->labels->len) {
    chart_free(chart);
    if (section->empty) block_add(document, BLOCK_TEXT, NULL, section->empty);
    return;
  }
  if (section->page) block_add(document, BLOCK_PAGE, NULL, NULL);
  struct block *block = block_add(document, BLOCK_CHART, NULL, NULL);
  block->chart = chart;
  block->half = chart->width == CHART_HALF;
}

static const struct {
  const char *shows;
  void (*read)(struct db *db, struct document *document, const struct section *section);
} readers[] = {{"figures", section_figures}, {"table", section_table}, {"terms", section_terms},
               {"text", section_text},       {"rules", section_rules}, {"signoff", section_signoff}};

static bool section_is_chart(const struct section *section) {
  return g_str_has_prefix(section->shows, "chart ") && chart_known(section->shows + strlen("chart "));
}

static void section_add(struct db *db, struct document *document, const struct section *section) {
  if (section_is_chart(section)) {
    section_chart(db, document, section);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS(readers); i++)
    if (g_str_equal(readers[i].shows, section->shows)) {
      readers[i].read(db, document, section);
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

gint64 document_moment(struct db *db) {
  gint64 moment = 0;
  const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
  if (epoch && *epoch) {
    char *end;
    errno = 0;
    moment = g_ascii_strtoll(epoch, &end, 10);
    if (!*end && !errno && moment >= 0) return moment;
    stop_usage("SOURCE_DATE_EPOCH is no number of seconds: %s: unset it or set it right", epoch);
  }
  g_autofree char *as_of = db_setting(db, "run", "as_of", NULL), *to = db_setting(db, "period", "to", NULL);
  if (!moment_of_day(as_of, &moment)) moment_of_day(to, &moment);
  return moment;
}

static struct document *document_new(struct db *db) {
  struct document *document = g_new0(struct document, 1);
  document->blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
  g_autofree char *agency = db_setting(db, "agency", "name", "Agency not named");
  document->agency = text_show(agency, true);
  g_autofree char *directive = db_setting(db, "agency", "directive", "");
  g_autofree char *title = g_strdup_printf("Facial recognition audit%s%s", *directive ? ", Directive " : "", directive);
  document->title = text_show(title, true);
  g_autofree char *from = db_setting(db, "period", "from", ""), *to = db_setting(db, "period", "to", "");
  document->period = *from || *to ? g_strdup_printf("%s to %s", from, to) : g_strdup("whole log");
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(document_moment(db));
  document->made_on = g_date_time_format(date, "%Y-%m-%dT%H:%M:%SZ");
  return document;
}

struct document *document_read(struct db *db, const char *on) {
  struct document *document = document_new(db);
  g_autoptr(GPtrArray) sections = sections_read(on);
  for (guint i = 0; i < sections->len; i++) section_add(db, document, sections->pdata[i]);
  return document;
}

struct document *document_read_charts(struct db *db, const char *on) {
  struct document *document = document_new(db);
  g_autoptr(GPtrArray) sections = sections_read(on);
  for (guint i = 0; i < sections->len; i++)
    if (section_is_chart(sections->pdata[i])) section_chart(db, document, sections->pdata[i]);
  return document;
}
