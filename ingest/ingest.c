/* Each file of the audit folder: recognised, read, every row kept, counted as a duplicate, rejected or told to be no data. */
#include "ingest.h"
#include "clock_check.h"
#include "say.h"
#include "text.h"
#include <stdlib.h>
#include <string.h>

enum { SAMPLES_MOST = 60, SURVEY_MOST = 20000 };

static const struct {
  row_keeper keep;
  const char *insert, *insert_more, *table;
} keepers[KIND_COUNT] = {
    [KIND_LOG] = {log_keep,
                  "INSERT INTO event (source, line, name, id, account, at, at_ms, at_other, at_doubt, utc_offset, day, action, "
                  "is_search, in_period,"
                  " user_name, workstation, address, case_number, reason, probe, returned, candidate, agency, withheld)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  NULL, "event"},
    [KIND_REPORTS] = {report_keep,
                      "INSERT INTO report_row (source, line, number, supplement, cad, at, at_doubt, day, at_text, type, status, "
                      "officer, officer_id,"
                      " supervisor, approved, narrative, withheld) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      NULL, "report_row"},
    [KIND_PERSONNEL] = {person_keep,
                        "INSERT INTO person VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
                        " ON CONFLICT (person) DO UPDATE SET employee_id = coalesce(employee_id, ?4), last_name = "
                        "coalesce(nullif(last_name, ''), ?5),"
                        " first_name = coalesce(nullif(first_name, ''), ?6), rank = coalesce(?7, rank), approved_day = "
                        "min(coalesce(approved_day, ?8), coalesce(?8, approved_day)),"
                        " trained_day = min(coalesce(trained_day, ?10), coalesce(?10, trained_day)), separated_day = "
                        "max(coalesce(separated_day, ?11), coalesce(?11, separated_day)),"
                        " deactivated_day = max(coalesce(deactivated_day, ?12), coalesce(?12, deactivated_day)), shift_start = "
                        "coalesce(?13, shift_start),"
                        " shift_end = coalesce(?14, shift_end)",
                        "INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?)", "assignment"},
    [KIND_NOTICES] = {notice_keep,
                      "INSERT INTO notice (source, line, at, at_doubt, notified, method, user_id, case_number, subject) VALUES "
                      "(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      NULL, "notice"},
    [KIND_DUTY] = {duty_keep,
                   "INSERT INTO shift (source, line, user_id, start_at, end_at, kind, on_duty) VALUES (?, ?, ?, ?, ?, ?, ?)",
                   NULL, "shift"},
    [KIND_DISPOSITIONS] = {disposition_keep, "INSERT INTO disposition VALUES (?, ?, ?, ?, ?, ?, ?)", NULL, "disposition"},
};

static double kind_score(char **cells, guint count, void *data) { return header_fits(*(enum kind *)data, cells, count); }

/* ------------------------------------------------------------------------------------------------- recognition */

static char *headers_list(char **header, guint count) {
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < count; i++) g_string_append_printf(list, "%s\"%s\"", i ? ", " : "", header[i]);
  return g_string_free(list, FALSE);
}

static void columns_check(struct intake_file *file, char **header, guint count, guint line) {
  GHashTableIter each;
  gpointer role, wanted;
  g_hash_table_iter_init(&each, file->intake->settings->columns[file->kind]);
  g_autofree char *headers = headers_list(header, count);
  while (g_hash_table_iter_next(&each, &role, &wanted)) {
    enum role known = role_named(file->kind, role);
    if (known != ROLE_NONE && file->columns.of[known] < 0)
      stop_input(file->shown, line,
                 "[columns.%s] of audit.ini maps \"%s\" to \"%s\", which is no header of this file; its headers are %s",
                 kind_name(file->kind), (char *)role, (char *)wanted, headers);
  }
  g_autofree char *missing = columns_missing(&file->columns, file->kind);
  enum kind other = file->kind;
  double fit = header_fits(file->kind, header, count);
  /* Columns mapped by hand are meant as they are. */
  bool mapped = g_hash_table_size(file->intake->settings->columns[file->kind]) > 0;
  if (header_fits_best(header, count, &other) > fit + (missing ? 0.2 : 0.3) && other != file->kind && !mapped)
    stop_input(file->shown, line, "this reads as a file of %s, not of %s%s%s%s: name the right file in [inputs] of audit.ini",
               kind_name(other), kind_name(file->kind), missing ? " (no column for " : "", missing ? missing : "",
               missing ? ")" : "");
  if (!missing) return;
  stop_input(
      file->shown, line,
      "no column for %s; the headers found are %s: map it in audit.ini as [columns.%s] with a line such as \"%.*s = HEADER\"",
      missing, headers, kind_name(file->kind), (int)strcspn(missing, ","), missing);
}

static char **cells_copy(const struct record *record, guint count) {
  char **copy = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++) copy[i] = g_strdup(i < record->count ? record->cells[i] : "");
  return copy;
}

struct sample {
  char **header;
  guint count, line;
  GPtrArray *rows; /* of char **, spread over the first records */
};

static void sample_take(struct sample *sample, struct csv *csv) {
  struct record record;
  guint64 seen = 0;
  csv_rewind(csv);
  while (sample->rows->len < SAMPLES_MOST && csv_next(csv, &record)) {
    if (record.kind == RECORD_HEADER && !sample->header) {
      sample->header = cells_copy(&record, record.count);
      for (guint i = 0; i < record.count; i++) text_trim(sample->header[i]);
      sample->count = record.count, sample->line = record.line;
    }
    /* The first rows and then every seventh: a file often begins with one user's day. */
    if (record.kind == RECORD_DATA && sample->header && (seen++ < 20 || seen % 7 == 0))
      g_ptr_array_add(sample->rows, cells_copy(&record, sample->count));
  }
}

static bool role_dates(enum role role) {
  static const enum role dates[] = {LOG_TIME,      LOG_DATE_ONLY, REP_AT,      REP_DATE_ONLY, REP_APPROVED,    PER_UNIT_FROM,
                                    PER_UNIT_TO,   PER_APPROVED,  PER_TRAINED, PER_SEPARATED, PER_DEACTIVATED, NOT_AT,
                                    NOT_DATE_ONLY, DUT_START,     DUT_END,     DUT_DATE,      DIS_ON};
  for (gsize i = 0; i < G_N_ELEMENTS(dates); i++)
    if (dates[i] == role) return true;
  return false;
}

static void evidence_add(struct intake_file *file, const struct record *record) {
  for (int role = 0; role < ROLE_COUNT; role++) {
    int at = file->columns.of[role];
    if (!file->evidence[role] || (guint)at >= record->count || !*record->cells[at]) continue;
    date_column_add(file->evidence[role], record->cells[at]);
  }
}

/* An order is a column's; a column whose cells fit both takes the file's, and a file that fits both takes the country's. */
static bool orders_settle(struct intake_file *file) {
  bool changed = false;
  guint votes[3] = {0};
  const char *why;
  bool american = g_str_has_prefix(file->intake->settings->timezone, "America/") ||
                  g_str_has_prefix(file->intake->settings->timezone, "US/") ||
                  g_str_has_prefix(file->intake->settings->timezone, "Pacific/Honolulu");
  for (int role = 0; role < ROLE_COUNT; role++)
    if (file->evidence[role]) votes[date_column_order(file->evidence[role], ORDER_UNKNOWN, &why)]++;
  enum date_order usual = votes[ORDER_DAY_FIRST] > votes[ORDER_MONTH_FIRST] ? ORDER_DAY_FIRST
                          : votes[ORDER_MONTH_FIRST] || american            ? ORDER_MONTH_FIRST
                                                                            : ORDER_DAY_FIRST;
  for (int role = 0; role < ROLE_COUNT; role++) {
    if (!file->evidence[role]) continue;
    enum date_order order = date_column_order(file->evidence[role], usual, &why);
    changed |= file->order[role] != order;
    file->order[role] = order;
  }
  return changed;
}

static void orders_note(struct intake_file *file) {
  for (int role = 0; role < ROLE_COUNT; role++) {
    if (!file->evidence[role]) continue;
    const char *why = NULL;
    enum date_order alone = date_column_order(file->evidence[role], ORDER_UNKNOWN, &why);
    const struct date_column *seen = file->evidence[role];
    if (seen->month_first_only && seen->day_first_only) {
      file_note(file, 0,
                "%s: %" G_GINT64_FORMAT " cells fit only the month first and %" G_GINT64_FORMAT
                " only the day first: the more frequent order is used, the others cannot be read.",
                role_name((enum role)role), (gint64)seen->month_first_only, (gint64)seen->day_first_only);
      continue;
    }
    bool numeric = file->evidence[role]->either || file->evidence[role]->month_first_only || file->evidence[role]->day_first_only;
    if (numeric)
      file_note(file, 0, "%s: read with the %s first%s%s.", role_name((enum role)role),
                file->order[role] == ORDER_DAY_FIRST ? "day" : "month", why ? ": " : "",
                alone == ORDER_UNKNOWN ? "both orders fit its cells; the file's other columns or the country decide"
                : why                  ? why
                                       : "");
  }
}

/* Where the user ids contain the first word of the whole names rather than the last, the surname leads. */
static bool names_lead_with_surname(const struct intake_file *file, const struct sample *sample) {
  int user = file->columns.of[PER_USER], name = file->columns.of[PER_NAME], leads = 0;
  if (user < 0 || name < 0) return false;
  for (guint i = 0; i < sample->rows->len; i++) {
    char **cells = sample->rows->pdata[i];
    g_autofree char *words = text_words(cells[name]), *id = text_words(cells[user]);
    char *first_end = strchr(words, ' '), *last = strrchr(words, ' ');
    if (!first_end || strchr(cells[name], ',')) continue;
    g_autofree char *front = g_strndup(words, (gsize)(first_end - words));
    bool has_front = strlen(front) > 2 && strstr(id, front), has_back = strlen(last + 1) > 2 && strstr(id, last + 1);
    leads += has_front && !has_back ? 1 : has_back && !has_front ? -1 : 0;
  }
  return leads > 0;
}

static void zone_settle(struct intake_file *file, const struct sample *sample) {
  const struct settings *settings = file->intake->settings;
  file->zone = file->kind == KIND_LOG && settings->log_zone ? settings->log_zone : settings->zone;
  if (file->kind != KIND_LOG || settings->log_zone) return;
  static const enum role times[] = {LOG_TIME, LOG_DATE_ONLY, LOG_TIME_ONLY};
  for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
    int at = file->columns.of[times[i]];
    if (at < 0) continue;
    g_autofree char *words = text_words(sample->header[at]);
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    for (char **word = each; *word; word++)
      file->utc_by_header |= !strcmp(*word, "utc") || !strcmp(*word, "gmt") || !strcmp(*word, "zulu");
  }
  static struct zone *utc; /* a constant, opened when first needed */
  if (file->utc_by_header) file->zone = utc ? utc : (utc = zone_open("UTC"));
}

/* --------------------------------------------------------------------------------------------------------- rows */

static void reject_row(struct intake_file *file, const char *reason) {
  g_autofree char *raw = g_strndup(file->record->raw, file->record->raw_length);
  const char *id = file->kind == KIND_LOG && file->record->kind == RECORD_DATA ? cell_stated(file, LOG_EVENT) : NULL;
  db_bind_int(file->reject, 1, file->number);
  db_bind_int(file->reject, 2, file->record->line);
  db_bind_text(file->reject, 3, reason);
  db_bind_text(file->reject, 4, raw);
  db_bind_text(file->reject, 5, id);
  db_step(file->intake->db, file->reject);
  db_reset(file->reject);
  file->counts.rejected++;
}

static char *faults_join(const struct record *record) {
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < record->faults->len; i++)
    g_string_append_printf(words, "%s%s", i ? "; " : "", (char *)record->faults->pdata[i]);
  return g_string_free(words, FALSE);
}

static void not_data_row(struct intake_file *file, const char *what) {
  file->counts.not_data++;
  if (!what) return;
  g_autofree char *raw = g_strndup(file->record->raw, file->record->raw_length);
  db_bind_int(file->not_data, 1, file->number);
  db_bind_int(file->not_data, 2, file->record->line);
  db_bind_text(file->not_data, 3, what);
  db_bind_text(file->not_data, 4, raw);
  db_step(file->intake->db, file->not_data);
  db_reset(file->not_data);
}

void duplicate_store(struct intake_file *file, guint source, guint line) {
  db_bind_int(file->duplicate, 1, file->number);
  db_bind_int(file->duplicate, 2, file->record->line);
  db_bind_int(file->duplicate, 3, source);
  db_bind_int(file->duplicate, 4, line);
  db_step(file->intake->db, file->duplicate);
  db_reset(file->duplicate);
  file->counts.duplicates++;
}

static bool row_seen(struct intake_file *file, const guint *order) {
  guint source = (guint)file->number, line = file->record->line;
  struct fingerprint print = fingerprint_cells(file->record->cells, file->record->lengths, order, file->columns.count);
  if (seen_add(file->intake->rows[file->kind], print, &source, &line)) return false;
  duplicate_store(file, source, line);
  return true;
}

static void data_row(struct intake_file *file, const guint *order) {
  char reason[160] = "";
  /* A row that cannot be read is rejected however often it stands; only rows that are kept can be duplicates of each other. */
  if (row_seen(file, order)) return;
  for (guint i = 0; i < file->record->count; i++) text_trim(file->record->cells[i]);
  if (!keepers[file->kind].keep(file, reason, sizeof reason)) {
    if (*reason) reject_row(file, reason);
    return;
  }
  file->counts.kept++;
  if (file->record->faults->len) {
    g_autofree char *faults = faults_join(file->record);
    file_note(file, file->record->line, "Kept with a fault: %s.", faults);
  }
}

static void file_row(struct intake_file *file, const guint *order) {
  static const char *const what[] = {
      [RECORD_TITLE] = "title", [RECORD_REPEATED] = "header repeated", [RECORD_TOTAL] = "total", [RECORD_BLANK] = NULL};
  file->counts.rows++;
  if (file->record->kind == RECORD_DATA) data_row(file, order);
  else if (file->record->kind == RECORD_DAMAGED) {
    g_autofree char *faults = faults_join(file->record);
    reject_row(file, faults);
  } else not_data_row(file, what[file->record->kind]);
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

static void rows_forget(struct intake_file *file) {
  static const char *const tables[] = {"reject", "duplicate", "not_data", "source_note"};
  for (gsize i = 0; i <= G_N_ELEMENTS(tables); i++) {
    g_autofree char *sql = g_strdup_printf("DELETE FROM %s WHERE source = %" G_GINT64_FORMAT,
                                           i < G_N_ELEMENTS(tables) ? tables[i] : keepers[file->kind].table, file->number);
    db_run(file->intake->db, sql);
  }
  if (file->kind == KIND_PERSONNEL)
    db_run(file->intake->db, "DELETE FROM person WHERE person NOT IN (SELECT person FROM assignment)");
  seen_forget(file->intake->rows[file->kind], (guint)file->number);
  if (file->kind != KIND_LOG) return;
  seen_forget(file->intake->ids, (guint)file->number);
  seen_forget(file->intake->events, (guint)file->number);
}

/* Reads all rows with the orders in force; the evidence on the way may overturn them. */
static void rows_read(struct intake_file *file, struct source *source, struct csv *csv) {
  struct record record;
  g_autofree guint *order = columns_order(&file->columns);
  g_autofree char *what = g_strdup_printf("reading %s", file->shown);
  file->record = &record;
  file->counts = (struct counts){0};
  file->first = 1, file->last = 0, file->marked = file->ambiguous = file->skipped = file->untimed = 0, file->shape = NULL;
  csv_rewind(csv);
  while (csv_next(csv, &record)) {
    if (record.kind == RECORD_HEADER) continue;
    if (record.kind == RECORD_DATA) evidence_add(file, &record);
    if (file->counts.rows % 1024 == 0) progress_show(what, source_position(source), source_bytes(source));
    file_row(file, order);
  }
  file->record = NULL;
}

static void rows_survey(struct intake_file *file, struct csv *csv) {
  struct record record;
  guint seen = 0;
  csv_rewind(csv);
  while (seen < SURVEY_MOST && csv_next(csv, &record))
    if (record.kind == RECORD_DATA) evidence_add(file, &record), seen++;
  orders_settle(file);
}

static void evidence_start(struct intake_file *file) {
  for (int role = 0; role < ROLE_COUNT; role++) {
    g_clear_pointer(&file->evidence[role], g_free);
    if (role_dates((enum role)role) && file->columns.of[role] >= 0) file->evidence[role] = g_new0(struct date_column, 1);
  }
}

/* --------------------------------------------------------------------------------------------------------- files */

static void statements_open(struct intake_file *file) {
  struct db *db = file->intake->db;
  file->insert = db_prepare(db, keepers[file->kind].insert);
  file->insert_more = keepers[file->kind].insert_more ? db_prepare(db, keepers[file->kind].insert_more) : NULL;
  file->reject = db_prepare(db, "INSERT INTO reject VALUES (?, ?, ?, ?, ?)");
  file->duplicate = db_prepare(db, "INSERT INTO duplicate VALUES (?, ?, ?, ?)");
  file->not_data = db_prepare(db, "INSERT INTO not_data VALUES (?, ?, ?, ?)");
  file->note = db_prepare(db, "INSERT INTO source_note (source, line, text) VALUES (?, ?, ?)");
}

static void statements_close(struct intake_file *file) {
  sqlite3_stmt *const all[] = {file->insert, file->insert_more, file->reject, file->duplicate, file->not_data, file->note};
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++) sqlite3_finalize(all[i]);
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

static void file_recognise(struct intake_file *file, struct csv *csv) {
  struct sample sample = {.rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev)};
  sample_take(&sample, csv);
  if (!sample.header)
    stop_input(file->shown, 0,
               "no header was found: the first line of the table must name its columns (see faceaudit inspect %s)", file->shown);
  columns_assign(&file->columns, file->kind, sample.header, sample.count, (char ***)sample.rows->pdata, sample.rows->len,
                 file->intake->settings->columns[file->kind]);
  columns_check(file, sample.header, sample.count, sample.line);
  zone_settle(file, &sample);
  if (file->kind == KIND_PERSONNEL) file->name_last_first = names_lead_with_surname(file, &sample);
  g_strfreev(sample.header);
  g_ptr_array_unref(sample.rows);
}

static int header_compare(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* Two files have one layout when they have the same headers, in any order. */
static void layout_note(struct intake_file *file) {
  g_autoptr(GPtrArray) headers = g_ptr_array_new();
  for (guint i = 0; i < file->columns.count; i++) g_ptr_array_add(headers, file->columns.at[i].header);
  g_ptr_array_sort(headers, header_compare);
  g_ptr_array_add(headers, NULL);
  g_autofree char *all = g_strjoinv("\n", (char **)headers->pdata);
  file->layout = fingerprint_text(all);
  g_hash_table_insert(file->intake->layouts, GUINT_TO_POINTER((guint)file->number),
                      g_memdup2(&file->layout, sizeof file->layout));
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

static void file_ingest(struct intake *intake, const struct settings_input *input, gint64 number) {
  struct intake_file file = {.intake = intake, .kind = input->kind, .number = number, .shown = input->path};
  g_autofree char *path =
      g_path_is_absolute(input->path) ? g_strdup(input->path) : g_build_filename(intake->settings->folder, input->path, NULL);
  struct source *source = source_open(path, input->path);
  struct csv *csv = csv_open(source, kind_score, &file.kind);
  file_recognise(&file, csv);
  evidence_start(&file);
  rows_survey(&file, csv);
  statements_open(&file);
  layout_note(&file);
  evidence_start(&file);
  rows_read(&file, source, csv);
  if (orders_settle(&file)) {
    /* The whole column tells otherwise than its first rows did. */
    rows_forget(&file);
    evidence_start(&file);
    rows_read(&file, source, csv);
  }
  orders_note(&file);
  clock_note(&file);
  if (!file.counts.kept) file_note(&file, 0, "No row of this file could be kept.");
  source_store(&file, source, csv);
  statements_close(&file);
  if (file.kind == KIND_LOG && file.first <= file.last) {
    intake->log_first = MIN(intake->log_first, file.first);
    intake->log_last = MAX(intake->log_last, file.last);
  }
  for (int role = 0; role < ROLE_COUNT; role++) g_free(file.evidence[role]);
  columns_clear(&file.columns);
  csv_close(csv);
  source_close(source);
}

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
  for (int kind = 0; kind < KIND_COUNT; kind++) intake.rows[kind] = seen_new();
  intake.ids = seen_new(), intake.events = seen_new();
  intake.layouts = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  intake.accounts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, account_entry_free);
  intake.reasons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  intake.persons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  intake.actions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return intake;
}

static void intake_clear(struct intake *intake) {
  for (int kind = 0; kind < KIND_COUNT; kind++) seen_free(intake->rows[kind]);
  seen_free(intake->ids);
  seen_free(intake->events);
  g_hash_table_unref(intake->layouts);
  g_hash_table_unref(intake->accounts);
  g_hash_table_unref(intake->reasons);
  g_hash_table_unref(intake->persons);
  g_hash_table_unref(intake->actions);
}

void ingest_folder(struct db *db, const char *folder) {
  struct settings *settings = settings_read(folder);
  struct intake intake = intake_new(db, settings);
  db_run(db, "BEGIN");
  settings_store(db, settings);
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
