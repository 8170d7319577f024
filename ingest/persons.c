/* Rows of the personnel file: persons with their approvals, training, separation, and an assignment a row. */
#include "ingest.h"
#include "text.h"
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

static void bind_day(struct intake_file *file, struct insert *to, guint at, enum role role) {
  gint32 day;
  if (day_of(file, role, &day)) insert_int(to, at, day);
}

/* A further row of a person: the earliest approval and training, the latest separation and deactivation stand. */
static gint64 person_store(struct intake_file *file, const char *user, const char *key) {
  struct intake *intake = file->intake;
  gint64 person = (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(intake->persons, key));
  g_autofree char *last = NULL, *first = NULL;
  person_names(file, &last, &first);
  struct insert *to = file->insert;
  int start, end;
  if (!person)
    g_hash_table_insert(intake->persons, g_strdup(key), GSIZE_TO_POINTER(person = g_hash_table_size(intake->persons) + 1));
  insert_int(to, 1, person);
  insert_text(to, 2, user ? user : "");
  insert_text(to, 3, key);
  insert_text(to, 4, cell_stated(file, PER_EMPLOYEE));
  insert_text(to, 5, last);
  insert_text(to, 6, first);
  cell_put(file, to, 7, PER_RANK);
  bind_day(file, to, 8, PER_APPROVED);
  cell_put(file, to, 9, PER_APPROVED_BY);
  bind_day(file, to, 10, PER_TRAINED);
  bind_day(file, to, 11, PER_SEPARATED);
  bind_day(file, to, 12, PER_DEACTIVATED);
  if (minutes_of(file, PER_SHIFT_START, &start)) insert_int(to, 13, start);
  if (minutes_of(file, PER_SHIFT_END, &end)) insert_int(to, 14, end);
  insert_int(to, 15, file->number);
  insert_int(to, 16, file->record->line);
  insert_row(to);
  return person;
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
  gint64 person = person_store(file, user, key);
  struct insert *to = file->insert_more;
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

/* Whoever came back after leaving has not left. */
void persons_finish(struct intake *intake) {
  db_run(intake->db, "INSERT INTO source_note (source, line, text) SELECT source, line, user_id || ' has an assignment that "
                     "begins after the separation:"
                     " the separation counts as ended by it.' FROM person p WHERE EXISTS (SELECT 1 FROM assignment a WHERE "
                     "a.person = p.person AND a.from_day > p.separated_day);"
                     "UPDATE person SET separated_day = NULL WHERE EXISTS (SELECT 1 FROM assignment a WHERE a.person = "
                     "person.person AND a.from_day > person.separated_day)");
}
