/* Turns results into a document, section by section. How it looks is decided by the writers. */
#include "document.h"
#include "scale.h"
#include "say.h"
#include "text.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Longer cells would bury their row; the whole text is in the workbook and the database. */
#define CELL_MOST 900

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

static void table_free(struct table *table) {
  if (!table) return;
  g_ptr_array_unref(table->heads);
  g_ptr_array_unref(table->cells);
  g_free(table);
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

guint table_rows(const struct table *table) { return table->columns ? table->cells->len / table->columns : 0; }

const char *table_cell(const struct table *table, guint row, guint column) {
  return table->cells->pdata[row * table->columns + column];
}

bool table_shown(const struct table *table, guint column) { return !table->hidden[column]; }

static void columns_hide(struct table *table) {
  for (guint i = 0; i < table->columns; i++) {
    table->hidden[i] = true;
    for (guint row = 0; row < table_rows(table); row++)
      if (*table_cell(table, row, i)) table->hidden[i] = table->kinds[i].kind == COLUMN_LINK;
  }
}

static struct block *block_add(struct document *document, enum block_kind kind, const char *label, const char *text) {
  struct block *block = g_new0(struct block, 1);
  block->kind = kind;
  block->label = label ? text_show(label, true) : NULL;
  block->text = text ? text_show(text, false) : NULL;
  g_ptr_array_add(document->blocks, block);
  return block;
}

static void heading_add(struct document *document, int level, const char *name, const char *text) {
  block_add(document, BLOCK_HEADING, name, text)->level = level;
}

/* ------------------------------------------------------------------------------------------------------------ cells */

/* TEXT safe to show, its end cut off in sight where it is very long. */
static char *cell_text(const char *text) {
  if (!text) return g_strdup("");
  char *shown = text_show(text, true);
  glong length = g_utf8_strlen(shown, -1);
  if (length <= CELL_MOST) return shown;
  g_autofree char *head = g_utf8_substring(shown, 0, CELL_MOST);
  g_free(shown);
  return g_strdup_printf("%s … (%ld more characters)", head, length - CELL_MOST);
}

/* "2022-06-06T09:50:12-04:00" to the minute; anything else as it stands. */
static char *cell_moment(const char *text) {
  if (text && strlen(text) >= 16 && text[4] == '-' && text[10] == 'T') return g_strdup_printf("%.10s %.5s", text, text + 11);
  return cell_text(text);
}

static char *cell_read(sqlite3_stmt *statement, int at, enum column_kind kind) {
  bool number = sqlite3_column_type(statement, at) == SQLITE_INTEGER;
  if (number && (kind == COLUMN_COUNT || kind == COLUMN_ANY)) return scale_number(db_int(statement, at));
  if (kind == COLUMN_MOMENT) return cell_moment(db_text(statement, at));
  return cell_text(db_text(statement, at));
}

/* ---------------------------------------------------------------------------------------------------------- sections */

static struct table *table_new(const struct section *section, sqlite3_stmt *statement) {
  struct table *table = g_new0(struct table, 1);
  table->columns = (guint)sqlite3_column_count(statement);
  table->fold = section->fold ? (guint)g_ascii_strtoull(section->fold, NULL, 10) : 1;
  memcpy(table->kinds, section->columns, sizeof table->kinds);
  table->heads = g_ptr_array_new_with_free_func(g_free);
  table->cells = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < table->columns; i++) g_ptr_array_add(table->heads, g_strdup(sqlite3_column_name(statement, (int)i)));
  return table;
}

/* At most as many rows as the section allows; returns how many were left out. */
static gint64 table_fill(struct db *db, struct table *table, const struct section *section, sqlite3_stmt *statement) {
  gint64 most = section->most ? g_ascii_strtoll(section->most, NULL, 10) : G_MAXINT64, rows = 0;
  for (; db_step(db, statement); rows++)
    for (guint i = 0; rows < most && i < table->columns; i++)
      g_ptr_array_add(table->cells, cell_read(statement, (int)i, table->kinds[i].kind));
  columns_hide(table);
  return MAX(0, rows - most);
}

static void rest_add(struct document *document, const struct section *section, gint64 rest) {
  if (rest <= 0) return;
  g_autofree char *number = scale_number(rest);
  g_autofree char *text = g_strdup_printf("… and %s more, %s.", number, section->rest ? section->rest : "in audit.db");
  block_add(document, BLOCK_TEXT, NULL, text);
}

static void section_heading(struct document *document, const struct section *section) {
  if (section->page) block_add(document, BLOCK_PAGE, NULL, NULL);
  if (section->title) heading_add(document, section->level ? section->level[0] - '0' : 1, NULL, section->title);
  if (section->says) block_add(document, BLOCK_TEXT, NULL, section->says);
}

static void section_table_as(struct db *db, struct document *document, const struct section *section, enum block_kind kind) {
  sqlite3_stmt *statement = section_open(db, section);
  struct table *table = table_new(section, statement);
  gint64 rest = table_fill(db, table, section, statement);
  sqlite3_finalize(statement);
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
  section_heading(document, section);
  while (db_step(db, statement)) block_add(document, BLOCK_TERM, db_text(statement, 0), db_text(statement, 1));
  sqlite3_finalize(statement);
}

static void section_chart(struct db *db, struct document *document, const struct section *section) {
  struct chart *chart = chart_new();
  chart->kind = g_strdup(section->shows + strlen("chart "));
  chart->name = g_strdup(section->file);
  chart->title = g_strdup(section->title);
  chart->says = g_strdup(section->says);
  sqlite3_stmt *statement = section_open(db, section);
  while (db_step(db, statement)) {
    g_autofree char *label = cell_text(db_text(statement, 0)), *series = cell_text(db_text(statement, 1));
    chart_add(chart, label, series, sqlite3_column_double(statement, 2));
    const char *key = sqlite3_column_count(statement) > 3 ? db_text(statement, 3) : NULL;
    if (key) chart_key_set(chart, label, series, key);
  }
  sqlite3_finalize(statement);
  struct block *block = block_add(document, BLOCK_CHART, NULL, NULL);
  block->chart = chart;
  block->half = g_str_has_prefix(section->size, "half ");
  chart->width = block->half ? 246 : 504;
  chart->height = g_ascii_strtod(strchr(section->size, ' '), NULL);
}

/* ------------------------------------------------------------------------------------------------- rule after rule */

static void exceptions_add(struct db *db, struct document *document, const struct section *section, gint64 place) {
  sqlite3_stmt *statement = section_open(db, section);
  db_bind_int(statement, 1, place);
  struct table *table = table_new(section, statement);
  gint64 rest = table_fill(db, table, section, statement);
  sqlite3_finalize(statement);
  if (!table_rows(table)) {
    table_free(table);
    return;
  }
  block_add(document, BLOCK_TABLE, NULL, NULL)->table = table;
  rest_add(document, section, rest);
}

/* Columns: place, heading, status, result in words; then pairs of a label (the column's name) and its text. */
static void rule_add(struct db *db, struct document *document, const struct section *exceptions, sqlite3_stmt *rule) {
  g_autofree char *name = g_strdup_printf("rule-%d", (int)db_int(rule, 0));
  heading_add(document, 2, name, db_text(rule, 1));
  block_add(document, BLOCK_STATUS, db_text(rule, 2), db_text(rule, 3));
  for (int i = 4; i < sqlite3_column_count(rule); i++) {
    const char *text = db_text(rule, i);
    if (text && *text) block_add(document, BLOCK_TERM, sqlite3_column_name(rule, i), text);
  }
  exceptions_add(db, document, exceptions, db_int(rule, 0));
}

static void section_rules(struct db *db, struct document *document, const struct section *section) {
  struct section *exceptions = section_read("report/sections/21-exceptions.sql");
  sqlite3_stmt *rule = section_open(db, section);
  section_heading(document, section);
  while (db_step(db, rule)) rule_add(db, document, exceptions, rule);
  sqlite3_finalize(rule);
  section_free(exceptions);
}

static const struct {
  const char *shows;
  void (*read)(struct db *db, struct document *document, const struct section *section);
} readers[] = {{"figures", section_figures},  {"table", section_table},     {"terms", section_terms},
               {"text", section_text},        {"rules", section_rules},     {"chart columns", section_chart},
               {"chart bars", section_chart}, {"chart heat", section_chart}};

static void section_add(struct db *db, struct document *document, const struct section *section) {
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

struct document *document_read(struct db *db, const char *on) {
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
  g_autoptr(GPtrArray) sections = sections_read(on);
  for (guint i = 0; i < sections->len; i++) section_add(db, document, sections->pdata[i]);
  return document;
}
