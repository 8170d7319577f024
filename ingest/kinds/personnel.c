/* Rows of the personnel file: persons with their approvals, training, separation, and an assignment a row. */
#include "ingest/rows/intake.h"
#include "include/text.h"
#include <string.h>

/* The units' initials count as their name: CIU for Criminal Investigations Unit. */
static bool unit_equals(const char *a, const char *b) {
  g_autofree char *x = text_words(a), *y = text_words(b);
  if (!strcmp(x, y)) return true;
  const char *shorter = strlen(x) < strlen(y) ? x : y, *longer = shorter == x ? y : x;
  if (strchr(shorter, ' ') || strlen(shorter) < 2) return false;
  GString *initials = g_string_new(NULL);
  for (const char *at = longer; *at; at++)
    if (at == longer || at[-1] == ' ') g_string_append_c(initials, *at);
  bool equal = initials->len > 1 && !strcmp(initials->str, shorter);
  g_string_free(initials, TRUE);
  return equal;
}

static bool unit_authorized(const struct settings *settings, const char *unit) {
  for (char **each = settings->authorized_units; unit && each && *each; each++)
    if (unit_equals(unit, *each)) return true;
  return false;
}

/* "Marsh, Jordan", "Jordan Marsh", or "Marsh Jordan" where the user ids of the file show that the surname leads. */
static void name_split(const char *name, bool last_first, char **last, char **first) {
  static const char *const tails[] = {" jr", " jr.", " sr", " sr.", " ii", " iii", " iv", NULL};
  g_autofree char *copy = text_trim(g_strdup(name));
  for (const char *const *tail = tails; *tail; tail++) {
    gsize whole = strlen(copy), size = strlen(*tail);
    if (whole > size && !g_ascii_strcasecmp(copy + whole - size, *tail)) copy[whole - size] = 0;
  }
  g_strdelimit(g_strchomp(copy) + MAX(strlen(copy), 1) - 1, ",", ' '); /* "O'Brien, Robert, Jr." */
  text_trim(copy);
  char *comma = strchr(copy, ',');
  char *blank = last_first ? strchr(copy, ' ') : strrchr(copy, ' ');
  if (comma) {
    *comma = 0;
    *last = g_strdup(text_trim(copy)), *first = g_strdup(text_trim(comma + 1));
  } else if (!blank) *last = g_strdup(copy), *first = g_strdup("");
  else {
    *blank = 0;
    const char *front = copy, *back = blank + 1;
    *last = g_strdup(last_first ? front : back), *first = g_strdup(last_first ? back : front);
  }
}

static void person_names(struct intake_file *file, char **last, char **first) {
  const char *l = cell_stated(file, PER_LAST), *f = cell_stated(file, PER_FIRST), *whole = cell_stated(file, PER_NAME);
  if (!l && !f && whole) {
    name_split(whole, file->name_last_first, last, first);
    return;
  }
  if (l && !f && !whole && strpbrk(l, ", ")) name_split(l, file->name_last_first, last, first);
  else *last = g_strdup(l ? l : ""), *first = g_strdup(f ? f : "");
}

static bool minutes_of(struct intake_file *file, enum role role, int *minutes) {
  const char *text = cell_stated(file, role);
  struct cell_time time;
  if (!text) return false;
  if (strlen(text) <= 2 && g_ascii_isdigit(*text)) {
    *minutes = (int)g_ascii_strtoll(text, NULL, 10) * 60;
    return *minutes <= 1440;
  }
  if (!cell_time(text, ORDER_UNKNOWN, &time) || !time.has_time) {
    file_note(file, file->record->line, "%s: \"%s\" is no time of day: it counts as none.", role_name(role), text);
    return false;
  }
  *minutes = time.civil.hour * 60 + time.civil.minute;
  return true;
}

/* What a row of the file says of a person, for all of them to be put together in the end. */
enum person_text { TEXT_USER, TEXT_KEY, TEXT_EMPLOYEE, TEXT_LAST, TEXT_FIRST, TEXT_RANK, TEXT_APPROVED_BY, TEXT_COUNT };
enum person_number { DAY_APPROVED, DAY_TRAINED, DAY_SEPARATED, DAY_DEACTIVATED, SHIFT_START, SHIFT_END, NUMBER_COUNT };
enum { NOT_SAID = G_MININT32 };

struct person_row {
  gint64 person, source, line;
  char *texts[TEXT_COUNT];
  int numbers[NUMBER_COUNT];
};

void person_row_free(gpointer data) {
  struct person_row *row = data;
  for (int i = 0; i < TEXT_COUNT; i++) g_free(row->texts[i]);
  g_free(row);
}

static gint64 person_number(struct intake *intake, const char *key) {
  gint64 person = (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(intake->persons, key));
  if (!person)
    g_hash_table_insert(intake->persons, g_strdup(key), GSIZE_TO_POINTER(person = g_hash_table_size(intake->persons) + 1));
  return person;
}

static gint64 person_row_add(struct intake_file *file, const char *user, const char *key) {
  static const enum role days[] = {PER_APPROVED, PER_TRAINED, PER_SEPARATED, PER_DEACTIVATED};
  static const enum role minutes[] = {PER_SHIFT_START, PER_SHIFT_END};
  struct person_row *row = g_new0(struct person_row, 1);
  gint32 day;
  row->person = person_number(file->intake, key), row->source = file->number, row->line = file->record->line;
  row->texts[TEXT_USER] = g_strdup(user ? user : ""), row->texts[TEXT_KEY] = g_strdup(key);
  row->texts[TEXT_EMPLOYEE] = g_strdup(cell_stated(file, PER_EMPLOYEE));
  person_names(file, &row->texts[TEXT_LAST], &row->texts[TEXT_FIRST]);
  row->texts[TEXT_RANK] = g_strdup(cell_of(file, PER_RANK)),
  row->texts[TEXT_APPROVED_BY] = g_strdup(cell_of(file, PER_APPROVED_BY));
  for (guint i = 0; i < G_N_ELEMENTS(days); i++) row->numbers[DAY_APPROVED + i] = day_of(file, days[i], &day) ? day : NOT_SAID;
  for (guint i = 0; i < G_N_ELEMENTS(minutes); i++)
    if (!minutes_of(file, minutes[i], &row->numbers[SHIFT_START + i])) row->numbers[SHIFT_START + i] = NOT_SAID;
  g_ptr_array_add(file->intake->person_rows, row);
  return row->person;
}

bool person_keep(struct intake_file *file, char *reason, gsize size) {
  const char *user = cell_stated(file, PER_USER), *unit = cell_stated(file, PER_UNIT);
  if (!user && !cell_stated(file, PER_LAST) && !cell_stated(file, PER_NAME) && !cell_stated(file, PER_EMPLOYEE)) {
    g_snprintf(reason, size, "the row has no user and no name");
    return false;
  }
  const char *employee = cell_stated(file, PER_EMPLOYEE);
  g_autofree char *key = user       ? text_key(user)
                         : employee ? g_strdup_printf("employee %s", employee)
                                    : g_strdup_printf("%s:%u", file->shown, file->record->line);
  gint64 person = person_row_add(file, user, key);
  struct insert *to = file->table;
  gint32 day;
  insert_int(to, 1, person);
  insert_text(to, 2, unit);
  if (day_of(file, PER_UNIT_FROM, &day)) insert_int(to, 3, day);
  if (day_of(file, PER_UNIT_TO, &day)) insert_int(to, 4, day);
  insert_int(to, 5, unit_authorized(file->intake->settings, unit));
  insert_int(to, 6, file->number);
  insert_int(to, 7, file->record->line);
  insert_row(to);
  return true;
}

/* Of a further row of a person, the earliest approval and training, the latest separation and deactivation stand. */
static const char person_sql[] =
    "INSERT INTO person (person, source, line, user_id, user_key, employee_id, last_name, first_name, rank, approved_by, "
    "approved_day, "
    "trained_day, separated_day, deactivated_day, shift_start, shift_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (person) DO UPDATE SET employee_id = coalesce(employee_id, excluded.employee_id),"
    " last_name = coalesce(nullif(last_name, ''), excluded.last_name), first_name = coalesce(nullif(first_name, ''), "
    "excluded.first_name),"
    " rank = coalesce(excluded.rank, rank),"
    " approved_day = min(coalesce(approved_day, excluded.approved_day), coalesce(excluded.approved_day, approved_day)),"
    " trained_day = min(coalesce(trained_day, excluded.trained_day), coalesce(excluded.trained_day, trained_day)),"
    " separated_day = max(coalesce(separated_day, excluded.separated_day), coalesce(excluded.separated_day, separated_day)),"
    " deactivated_day = max(coalesce(deactivated_day, excluded.deactivated_day), coalesce(excluded.deactivated_day, "
    "deactivated_day)),"
    " shift_start = coalesce(excluded.shift_start, shift_start), shift_end = coalesce(excluded.shift_end, shift_end)";

static void persons_put(struct intake *intake) {
  sqlite3_stmt *to = db_prepare(intake->db, person_sql);
  for (guint i = 0; i < intake->person_rows->len; i++) {
    const struct person_row *row = intake->person_rows->pdata[i];
    db_bind_int(to, 1, row->person);
    db_bind_int(to, 2, row->source);
    db_bind_int(to, 3, row->line);
    for (int k = 0; k < TEXT_COUNT; k++) db_bind_text(to, 4 + k, row->texts[k]);
    for (int k = 0; k < NUMBER_COUNT; k++)
      if (row->numbers[k] != NOT_SAID) db_bind_int(to, 4 + TEXT_COUNT + k, row->numbers[k]);
    db_step(intake->db, to);
    db_reset(to);
  }
  sqlite3_finalize(to);
}

/* Whoever came back after leaving has not left. */
void persons_finish(struct intake *intake) {
  persons_put(intake);
  db_run(intake->db, "INSERT INTO source_note (source, line, text) SELECT source, line, user_id || ' has an assignment that "
                     "begins after the separation:"
                     " the separation counts as ended by it.' FROM person p WHERE EXISTS (SELECT 1 FROM assignment a WHERE "
                     "a.person = p.person AND a.from_day > p.separated_day);"
                     "UPDATE person SET separated_day = NULL WHERE EXISTS (SELECT 1 FROM assignment a WHERE a.person = "
                     "person.person AND a.from_day > person.separated_day)");
}
