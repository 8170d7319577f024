/* One file of the audit folder, from its first byte to its row in table source. */
#include "ingest/rows/intake.h"
#include <stdlib.h>
#include <string.h>

const struct keeper keepers[KIND_COUNT] = {
    [KIND_LOG] =
        {log_keep, "event",
         "source, line, name, id, account, at, at_ms, at_other, at_doubt, utc_offset, day, action, is_search, in_period, "
         "user_name, workstation, address, case_number, reason, probe, returned, candidate, agency, withheld, "
         "occurred_at",
         NULL, NULL},
    [KIND_REPORTS] = {report_keep, "report_fact",
                      "source, line, number, supplement, cad, at, at_doubt, day, at_text, type, status, officer, officer_id, "
                      "supervisor, approved, narrated, withheld",
                      "narrative", "text"},
    [KIND_PERSONNEL] = {person_keep, "assignment", "person, unit, from_day, to_day, authorized, source, line", NULL, NULL},
    [KIND_NOTICES] = {notice_keep, "notice", "source, line, at, at_doubt, notified, method, user_id, case_number, subject", NULL,
                      NULL},
    [KIND_DUTY] = {duty_keep, "shift", "source, line, user_id, start_at, end_at, kind, on_duty", NULL, NULL},
    [KIND_DISPOSITIONS] = {disposition_keep, "disposition", "finding_id, disposition, note, decided_by, decided_on, source, line",
                           NULL, NULL},
};

static double kind_score(char **cells, guint count, void *data) { return header_fits(*(enum kind *)data, cells, count); }

static void tables_open(struct intake_file *file) {
  struct db *db = file->intake->db;
  const struct keeper *keeper = &keepers[file->kind];
  file->table = insert_open(db, keeper->table, keeper->columns);
  if (keeper->more) file->more = insert_open(db, keeper->more, keeper->more_columns);
  file->reject = insert_open(db, "reject", "source, line, reason, raw, id");
  file->duplicate = insert_open(db, "duplicate", "source, line, of_source, of_line");
  file->not_data = insert_open(db, "not_data", "source, line, what, raw");
  file->note = insert_open(db, "source_note", "source, line, text");
}

static void tables_close(struct intake_file *file) {
  struct insert *const tables[] = {file->table, file->more, file->reject, file->duplicate, file->not_data, file->note};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) insert_close(tables[i]);
}

/* Columns in the order of their roles, then of their headers, so that two exports with the same columns in another order agree.
 */
static const struct columns *ordering; /* qsort passes no data */

static int position_compare(const void *a, const void *b) {
  const struct column *x = &ordering->at[*(const guint *)a], *y = &ordering->at[*(const guint *)b];
  if (x->role != y->role) return (int)x->role - (int)y->role;
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

/* The first file of a kind is compared as it stands, the others in its order. */
static void order_settle(struct intake_file *file) {
  guint count = file->columns.count;
  GArray **ranks = &file->intake->ranks[file->kind];
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
  const struct settings *settings = file->intake->settings;
  g_autofree char *log_zone = NULL;
  for (guint i = 0; i < settings->values->len && !log_zone; i++) {
    const struct setting_value *value = settings->values->pdata[i];
    if (!strcmp(value->section, "log") && !strcmp(value->key, "timezone") && *value->value) log_zone = g_strdup(value->value);
  }
  const char *zone = file->marked > 0 && file->marked >= file->counts.kept ? "marked in the cells"
                     : file->utc_by_header                                 ? "UTC, by its header"
                     : file->kind == KIND_LOG && log_zone                  ? log_zone
                                                                           : settings->timezone;
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  db_bind_int(to, 1, file->number);
  db_bind_text(to, 2, kind_name(file->kind));
  db_bind_text(to, 3, file->shown);
  db_bind_text(to, 4, sha256);
  db_bind_int(to, 5, (gint64)source_bytes(source));
  const gint64 counts[] = {file->counts.rows, file->counts.kept, file->counts.duplicates, file->counts.rejected,
                           file->counts.not_data};
  for (int i = 0; i < 5; i++) db_bind_int(to, 6 + i, counts[i]);
  db_bind_text(to, 11, source_encoding(source));
  db_bind_text(to, 12, dialect->delimiter == '\t' ? "tab" : delimiter);
  db_bind_int(to, 13, dialect->header_line);
  db_bind_text(to, 14, zone);
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
    if (column->role != ROLE_NONE) db_bind_text(to, 4, role_name(column->role));
    db_bind_text(to, 5, column->how);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

static int header_compare(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* Two files have one layout when they have the same headers, in any order. */
static void layout_note(struct intake_file *file) {
  g_autoptr(GPtrArray) headers = g_ptr_array_new();
  for (guint i = 0; i < file->columns.count; i++) g_ptr_array_add(headers, file->columns.at[i].header);
  g_ptr_array_sort(headers, header_compare);
  g_ptr_array_add(headers, NULL);
  char *layout = g_strjoinv("\n", (char **)headers->pdata);
  g_hash_table_insert(file->intake->layouts[file->kind], GUINT_TO_POINTER((guint)file->number), layout);
  file->layout = layout;
}

static void clock_note(struct intake_file *file) {
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
  if (file->untimed && file->kind == KIND_LOG)
    file_note(file, 0, "%" G_GINT64_FORMAT " of its rows give a date and no time of day: hours of duty are not tested for them.",
              file->untimed);
}

static bool kind_ends(const struct intake *intake, guint number) {
  const GArray *inputs = intake->settings->inputs; /* sources count from 1 */
  return number >= inputs->len || g_array_index(inputs, struct settings_input, number).kind !=
                                      g_array_index(inputs, struct settings_input, number - 1).kind;
}

static void file_begin(struct intake_file *file, struct source *source, struct csv *csv) {
  struct seen **rows = &file->intake->rows[file->kind];
  file->ordered = g_string_new(NULL), file->name = g_string_new(NULL);
  file_recognise(file, csv);
  evidence_start(file);
  rows_survey(file, source, csv);
  orders_settle(file);
  layout_note(file);
  order_settle(file);
  if (!*rows) *rows = seen_new();
  if (file->kind == KIND_LOG) log_begin(file);
  tables_open(file);
}

static void file_end(struct intake_file *file) {
  struct intake *intake = file->intake;
  tables_close(file);
  if (file->kind == KIND_LOG && file->first <= file->last) {
    intake->log_first = MIN(intake->log_first, file->first);
    intake->log_last = MAX(intake->log_last, file->last);
  }
  if (kind_ends(intake, (guint)file->number)) g_clear_pointer(&intake->rows[file->kind], seen_free);
  seen_free(file->others);
  g_string_free(file->ordered, TRUE);
  g_string_free(file->name, TRUE);
  g_free(file->positions);
  for (int role = 0; role < ROLE_COUNT; role++) g_free(file->evidence[role]);
  columns_clear(&file->columns);
}

static void file_read(struct intake_file *file, struct source *source, struct csv *csv) {
  rows_read(file, source, csv);
  orders_note(file);
  clock_note(file);
  if (!file->counts.kept) file_note(file, 0, "No row of this file could be kept.");
}

void file_ingest(struct intake *intake, const struct settings_input *input, gint64 number) {
  struct intake_file file = {
      .intake = intake, .kind = input->kind, .number = number, .shown = input->path, .moment = MOMENT_TEXT_NONE, .first = 1};
  g_autofree char *path =
      g_path_is_absolute(input->path) ? g_strdup(input->path) : g_build_filename(intake->settings->folder, input->path, NULL);
  struct source *source = source_open(path, input->path);
  struct csv *csv = csv_open(source, kind_score, &file.kind);
  file_begin(&file, source, csv);
  file_read(&file, source, csv);
  source_store(&file, source, csv);
  file_end(&file);
  csv_close(csv);
  source_close(source);
}
