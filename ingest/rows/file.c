/* One file of the audit folder, from its first byte to its row in table source. */
#include "ingest/rows/file.h"
#include "include/message.h"
#include "ingest/csv/grid.h"
#include "ingest/rows/date_order.h"
#include "ingest/rows/not_kept.h"
#include "ingest/rows/find_columns.h"
#include "ingest/rows/rows.h"
#include <stdlib.h>
#include <string.h>

static double kind_score(char **cells, guint count, void *kind) { return header_fits(kind, cells, count); }

/* Orders columns by their roles, then by their headers, so that exports with the same columns in another order compare equal. */
static const struct columns *ordering; /* qsort passes no data */

static int position_compare(const void *a, const void *b) {
  const struct column *x = &ordering->at[*(const guint *)a], *y = &ordering->at[*(const guint *)b];
  if (x->role != y->role) return x->role - y->role;
  int order = strcmp(x->header, y->header);
  return order ? order : *(const guint *)a < *(const guint *)b ? -1 : 1;
}

static guint *columns_order(const struct columns *columns) {
  guint *order = g_new(guint, columns->count + 1);
  for (guint i = 0; i < columns->count; i++) order[i] = i;
  ordering = columns;
  qsort(order, columns->count, sizeof *order, position_compare);
  return order;
}

/* The rows of the first file of a kind are compared unchanged, those of others in its order of columns. */
static void columns_settle(struct intake_file *file) {
  guint count = file->columns.count;
  GArray **ranks = &file->intake->ranks;
  guint *order = columns_order(&file->columns);
  if (!*ranks) {
    *ranks = g_array_sized_new(FALSE, FALSE, sizeof(guint), count);
    g_array_set_size(*ranks, count);
    for (guint i = 0; i < count; i++) g_array_index(*ranks, guint, order[i]) = i;
  }
  bool same = (*ranks)->len == count;
  file->positions = g_memdup2(order, count * sizeof *order);
  for (guint i = 0; i < count && (*ranks)->len == count; i++) {
    file->positions[i] = order[g_array_index(*ranks, guint, i)];
    same &= file->positions[i] == i;
  }
  g_free(order);
  if (same) g_clear_pointer(&file->positions, g_free);
}

static void span_bind(const struct intake_file *file, sqlite3_stmt *to, int at, gint64 moment) {
  char iso[40];
  if (file->first > file->last) return;
  sqlite3_bind_text(to, at, moment_iso(file->intake->settings->zone, moment, 0, iso), -1, SQLITE_TRANSIENT);
}

static void source_store(struct intake_file *file, struct source *source, const struct csv *csv) {
  struct db *db = file->intake->db;
  const struct dialect *dialect = csv_dialect(csv);
  g_autofree char *sha256 = source_sha256(source);
  char delimiter[2] = {dialect->delimiter, 0};
  sqlite3_stmt *to = db_prepare(
      db,
      "INSERT INTO source (source, kind, path, sha256, bytes, rows, kept, duplicates, rejected, not_data, encoding, delimiter, "
      "header_line, time_zone, date_order, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  db_bind_int(to, 1, file->number);
  db_bind_text(to, 2, file->intake->kind->key);
  db_bind_text(to, 3, file->shown);
  db_bind_text(to, 4, sha256);
  db_bind_int(to, 5, (gint64)source_bytes(source));
  const gint64 counts[] = {file->counts.rows, file->counts.kept, file->counts.duplicates, file->counts.rejected,
                           file->counts.not_data};
  for (int i = 0; i < 5; i++) db_bind_int(to, 6 + i, counts[i]);
  db_bind_text(to, 11, source_encoding(source));
  db_bind_text(to, 12, dialect->delimiter == '\t' ? "tab" : dialect->delimiter == DELIMITER_NONE ? "none" : delimiter);
  db_bind_int(to, 13, dialect->header_line);
  db_bind_text(to, 14, file->marked > 0 && file->marked >= file->counts.kept ? "marked in the cells" : file->zone_name);
  db_bind_text(to, 15, file->shape);
  span_bind(file, to, 16, file->first);
  span_bind(file, to, 17, file->last);
  db_step(db, to);
  sqlite3_finalize(to);
  to = db_prepare(db, "INSERT INTO source_column VALUES (?, ?, ?, ?, ?)");
  for (guint i = 0; i < file->columns.count; i++) {
    const struct column *column = &file->columns.at[i];
    db_bind_int(to, 1, file->number);
    db_bind_int(to, 2, i + 1);
    db_bind_text(to, 3, column->header);
    if (column->role != ROLE_NONE) db_bind_text(to, 4, file->intake->kind->roles[column->role].name);
    db_bind_text(to, 5, column->how);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

static void clock_note(struct intake_file *file) {
  if (file->unread_clocks)
    file_note(file, 0, "%" G_GINT64_FORMAT " of its times of day cannot be read (\"%.40s\"): only the day counts.",
              file->unread_clocks, file->unread_clock);
  if (file->ambiguous)
    file_note(file, 0,
              "%" G_GINT64_FORMAT " of its times fall into the hour that the clock repeats: which of the two moments was meant "
              "is not known; the first is shown.",
              file->ambiguous);
  if (file->skipped)
    file_note(file, 0,
              "%" G_GINT64_FORMAT
              " of its times did not exist: the clock was put forward over them; they are read as so much later.",
              file->skipped);
}

/* Two exports were pasted together, or an old database mixes encodings: names with accents in the other encoding cannot be read.
 */
static void encoding_note(struct intake_file *file, const char *encoding) {
  if (!file->repaired || !g_str_has_prefix(encoding, "UTF-8")) return;
  file_doubt(file, 0,
             "It is in %s, but %u of its records hold bytes that are not (Windows-1252?): line %s. Export it in one encoding.",
             encoding, file->repaired, file->repaired_at->str);
  say_note(file->shown, 0, "it is in %s, but %u of its records hold bytes that are not (Windows-1252?): line %s", encoding,
           file->repaired, file->repaired_at->str);
}

/* A complete export ends with a complete record. */
static void end_note(struct intake_file *file) {
  if (!file->damage) return;
  file_doubt(file, file->damaged, "The last record is not complete (%s): this export looks cut off.", file->damage);
  say_note(file->shown, file->damaged, "the last record is not complete (%s): this export looks cut off: export it again",
           file->damage);
  g_clear_pointer(&file->damage, g_free);
}

static void file_read(struct intake_file *file, struct source *source, struct csv *csv) {
  file_recognise(file, csv);
  rows_survey(file, source, csv);
  orders_settle(file);
  columns_settle(file);
  rows_read(file, source, csv);
  orders_note(file);
  clock_note(file);
  encoding_note(file, source_encoding(source));
  end_note(file);
  if (file->intake->kind->file_end) file->intake->kind->file_end(file);
  if (!file->counts.kept) file_note(file, 0, "No row of this file could be kept.");
}

/* "book.xlsx#Log": the name of a file in a workbook with several sheets includes the sheet that is read. If two could be meant,
   none is guessed, since the rows of the other would be missing. */
static char *grid_shown(const struct intake_file *file, const struct grid *grid) {
  const char *key = file->intake->kind->key, *name = grid_name(grid, grid_used(grid)), *rival = grid_rival_name(grid);
  if (rival)
    stop_input(
        file->shown, 0,
        "its sheets \"%s\" and \"%s\" both read as %s: name those that are meant in [inputs] of audit.ini, such as %s = %s#%s",
        name, rival, key, key, file->shown, name);
  return grid_count(grid) > 1 ? g_strdup_printf("%s#%s", file->shown, name) : g_strdup(file->shown);
}

static void grid_note(struct intake_file *file, const struct grid *grid) {
  g_autoptr(GPtrArray) notes = grid_notes(grid);
  for (guint i = 0; i < notes->len; i++) file_note(file, 0, "%s", (char *)notes->pdata[i]);
}

void file_ingest(struct intake *intake, const char *path, gint64 number) {
  struct intake_file file = {.intake = intake,
                             .number = number,
                             .shown = path,
                             .ordered = g_string_new(NULL),
                             .withheld = g_string_new(NULL),
                             .repaired_at = g_string_new(NULL),
                             .moment = MOMENT_TEXT_NONE,
                             .first = 1 /* and last 0: none */};
  g_autofree char *full = g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(intake->settings->folder, path, NULL);
  struct source *source = source_open(full, path);
  struct csv *csv = csv_open(source, kind_score, (gpointer)intake->kind);
  g_autofree char *shown = source_grid(source) ? grid_shown(&file, source_grid(source)) : NULL;
  if (shown) file.shown = shown;
  file_read(&file, source, csv);
  if (source_grid(source)) grid_note(&file, source_grid(source));
  source_store(&file, source, csv);
  g_string_free(file.ordered, TRUE);
  g_string_free(file.withheld, TRUE);
  g_string_free(file.repaired_at, TRUE);
  g_free(file.positions);
  g_free(file.unread_clock);
  columns_clear(&file.columns);
  csv_close(csv);
  source_close(source);
}
