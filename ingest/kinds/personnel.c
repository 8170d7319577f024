/* The personnel file: persons with their approvals, training, separation; an assignment to a unit a row. Names in one cell are
   cut by whole_name.c. */
#include "ingest/kinds/unit_name.h"
#include "ingest/kinds/whole_name.h"
#include "ingest/rows/fields.h"
#include "ingest/rows/moments.h"
#include "ingest/rows/not_kept.h"
#include "include/text.h"
#include "include/cell/moment.h"
#include <string.h>

enum {
  USER,
  EMPLOYEE,
  LAST_NAME,
  FIRST_NAME,
  WHOLE_NAME,
  RANK,
  UNIT,
  UNIT_FROM,
  UNIT_TO,
  APPROVED,
  APPROVED_BY,
  TRAINED,
  SEPARATED,
  DEACTIVATED,
  SHIFT_START,
  SHIFT_END,
  ROLES
};

static const struct role roles[ROLES] = {
    [USER] = {.name = "user",
              .required = true,
              .fits = LOOK_LOGIN | LOOK_IDS | LOOK_HEX,
              .bears = LOOK_WORD,
              .phrases = "user id:100|user:95|user name:95|network id:94|network user:95|network user id:98|network user name:95|"
                         "email:60|email address:60|user code:85|employee id:58|employee number:57|badge:56|badge number:56|"
                         "name:50|full name:50|id:50|work email:60|agency user:88|officer id:57"},
    [EMPLOYEE] = {.name = "employee id",
                  .tells = 1,
                  .fits = LOOK_IDS,
                  .bears = LOOK_LOGIN,
                  .shares = true,
                  .absent = "officers of reports are matched by name alone",
                  .phrases =
                      "employee id number:100|officer id number:96|badge id:84|employee id:100|employee number:100|badge:90|"
                      "badge number:94|employee:66|officer id:88|officer number:85|id number:84|payroll number:82|"
                      "payroll id:82|id:68|badge id:90|number:54|employee code:85|officer badge:88|department id:70|"
                      "employee badge:92|employee badge number:93"},
    [LAST_NAME] = {.name = "last name",
                   .tells = 1,
                   .fits = LOOK_WORD | LOOK_LOGIN,
                   .bears = LOOK_TEXT | LOOK_NAME,
                   .unless = "name",
                   .absent = "members are matched by account alone",
                   .phrases = "last name:100|last:86|employee last name:96|officer last name:96|name last:98"},
    [FIRST_NAME] = {.name = "first name",
                    .fits = LOOK_WORD | LOOK_LOGIN,
                    .bears = LOOK_TEXT | LOOK_NAME,
                    .quiet = true,
                    .phrases = "first name:100|first:86|employee first name:96|officer first name:96|name first:98"},
    [WHOLE_NAME] = {.name = "name",
                    .tells = 1,
                    .fits = LOOK_NAME,
                    .bears = LOOK_WORD | LOOK_TEXT,
                    .shares = true,
                    .quiet = true,
                    .phrases =
                        "name:95|full name:100|officer name:95|employee name:96|officer:72|employee:74|user name:60|"
                        "user full name:90|officer full name:98|employee full name:98|user:52|last name first:96|last first:96|"
                        "person:62|display name:80|person name:85"},
    [RANK] = {.name = "rank",
              .tells = 1,
              .fits = LOOK_WORD,
              .bears = LOOK_TEXT | LOOK_LOGIN | LOOK_CODE | LOOK_NAME,
              .absent = "ranks are not shown",
              .phrases = "rank:100|title:90|job title:95|rank title:100|job:68|classification:70|job classification:80|"
                         "officer rank:96|employee title:88|rank name:92|title rank:98|job classification code:70|job code:60"},
    [UNIT] = {.name = "unit",
              .tells = 1,
              .fits = LOOK_WORD | LOOK_TEXT | LOOK_CODE,
              .bears = LOOK_LOGIN | LOOK_NAME | LOOK_INTEGER,
              .absent = "whether a user is assigned to an authorised unit is unknown: approvals alone count",
              .phrases = "unit:100|assign:91|division:84|bureau:80|section:78|department:60|unit name:98|assign unit:100|"
                         "unit assign:98|division unit:88|assign to:80|current assign:90|organization:56|unit division:88|"
                         "assign name:88|duty assign:88|bureau unit:86|work unit:92|unit code:86|unit description:90|"
                         "assign description:85|section unit:88"},
    [UNIT_FROM] = {.name = "unit from",
                   .dated = true,
                   .fits = LOOK_DAYS,
                   .absent = "an assignment counts from the beginning",
                   .phrases =
                       "unit from:100|assign from:100|from:86|assign date:91|assign start:97|assign start date:98|effective:87|"
                       "effective date:92|unit start:97|unit start date:98|start date:76|transfer date:80|effective from:92|"
                       "assign effective:94|unit date:80|from date:90|assign effective date:96|date assign:90|start:66|"
                       "assign on:86|date from:90|assign from date:98|division from:86|in unit:60"},
    [UNIT_TO] = {.name = "unit to",
                 .dated = true,
                 .fits = LOOK_DAYS,
                 .absent = "an assignment counts to this day",
                 .phrases =
                     "unit to:100|assign to:92|to:86|assign end:97|assign end date:98|unit end:97|unit end date:98|"
                     "end date:70|effective to:92|to date:90|effective end:88|transfer out:76|date to:90|assign to date:98|"
                     "end:62|effective end date:90|division to:86"},
    [APPROVED] = {.name = "access approved",
                  .tells = 2,
                  .dated = true,
                  .fits = LOOK_DAYS,
                  .phrases =
                      "access approve:100|approve:88|approve date:92|approve on:90|access approve date:100|"
                      "access approve on:100|access date:72|chief approve:92|chief approve date:94|access start:68|"
                      "access start date:70|user approve:80|user approve date:84|date approve:92|access from:66|user create:56|"
                      "access create:62|chief approve on:92"},
    [APPROVED_BY] = {.name = "approved by",
                     .fits = LOOK_WORD | LOOK_NAME | LOOK_TEXT,
                     .bears = LOOK_LOGIN | LOOK_CODE,
                     .phrases =
                         "approve by:100|access approve by:100|approver:95|approver name:92|approve name:76|approver officer:90|"
                         "user approve by:92|approver supervisor:90|approve chief:60|approver title:70|approve approver:92"},
    [TRAINED] = {.name = "training completed",
                 .tells = 2,
                 .dated = true,
                 .fits = LOOK_DAYS,
                 .phrases = "train complete:100|train:92|train date:97|certify date:87|certify:82|train complete date:100|"
                            "train certify:90|date train:97|train certify date:92|date certify:87|train on:92|online train:88|"
                            "online train complete:95|train complete on:98|complete date:60|user train:84|user train date:88|"
                            "certify on:84|train record date:70|online train date:92|complete train:98|train end:72"},
    [SEPARATED] = {.name = "separated",
                   .tells = 1,
                   .dated = true,
                   .fits = LOOK_DAYS,
                   .phrases = "separate date:100|separate:96|employment end:97|employment end date:98|left:86|date left:92|"
                              "left date:92|term date:92|last date:78|last date employment:92|employment separate:97|"
                              "employment separate date:98|term:62|left department:80|left agency:82|employment to:82|left on:88|"
                              "date separate:100|left employment:88|employee separate date:94|last work date:84|end service:70|"
                              "separate on:98|last date work:84|employee end date:76|department separate date:88"},
    [DEACTIVATED] = {.name = "access deactivated",
                     .tells = 2,
                     .dated = true,
                     .fits = LOOK_DAYS,
                     .phrases = "access disable:100|disable:94|user disable:100|disable date:97|access disable date:100|"
                                "user disable date:100|disable on:97|access separate:97|access separate date:97|access end:91|"
                                "access end date:92|user end:70|user end date:72|access to:80|date disable:97|user separate:76|"
                                "user separate date:78|user disable on:98|access disable on:99|user closed:74|user id disable:92|"
                                "access closed:80"},
    [SHIFT_START] = {.name = "shift start",
                     .fits = LOOK_TIME,
                     .bears = LOOK_INTEGER | LOOK_DATETIME,
                     .quiet = true,
                     .phrases =
                         "shift start:100|shift start time:100|duty start:96|duty start time:96|work start:86|work start time:88|"
                         "tour start:94|shift from:95|start time:80|shift on:70|start at:60|tour start time:94|duty from:86|"
                         "shift in:66|shift start at:90"},
    [SHIFT_END] = {.name = "shift end",
                   .fits = LOOK_TIME,
                   .bears = LOOK_INTEGER | LOOK_DATETIME,
                   .quiet = true,
                   .phrases =
                       "shift end:100|shift end time:100|duty end:96|duty end time:96|work end:86|work end time:88|tour end:94|"
                       "shift to:95|end time:80|shift off:70|end at:60|tour end time:94|duty to:86|shift out:66"},
};

/* Gathered over all files. */
struct personnel {
  GHashTable *persons; /* user key -> number */
  sqlite3_stmt *person;
  bool surname_first; /* in the file in hand a whole name without a comma gives the surname first */
};

static bool unit_authorized(const struct settings *settings, const char *unit) {
  for (char **each = settings->authorized_units; unit && each && *each; each++)
    if (unit_equals(unit, *each)) return true;
  return false;
}

/* "Null", "Na" beside the other half of a name is a name. */
static const char *name_cell(const struct intake_file *file, int role, int beside) {
  static const char *const names[] = {"null", "na", "nan", "nil", "blank", NULL};
  const char *text = cell_stated(file, role), *raw = cell_of(file, role);
  if (text || !raw || !cell_stated(file, beside)) return text;
  g_autofree char *word = text_key(raw);
  return g_strv_contains(names, word) ? raw : NULL;
}

static void person_names(const struct intake_file *file, char **last, char **first) {
  const char *l = name_cell(file, LAST_NAME, FIRST_NAME), *f = name_cell(file, FIRST_NAME, LAST_NAME),
             *whole = cell_stated(file, WHOLE_NAME);
  bool surname_first = ((const struct personnel *)file->intake->gathered)->surname_first;
  if (!l && !f && whole) name_split(whole, surname_first, last, first);
  else if (l && !f && !whole && strpbrk(l, ", ")) name_split(l, surname_first, last, first);
  else *last = g_strdup(l ? l : ""), *first = g_strdup(f ? f : "");
}

static bool minutes_of(struct intake_file *file, int role, int *minutes) {
  const char *text = cell_stated(file, role);
  struct cell_time time;
  if (!text) return false;
  if (strlen(text) <= 2 && g_ascii_isdigit(*text)) {
    *minutes = (int)g_ascii_strtoll(text, NULL, 10) * 60;
    return *minutes <= 1440;
  }
  if (!cell_time(text, ORDER_UNKNOWN, &time) || !time.has_time) {
    file_note(file, file->record->line, "%s: \"%s\" is not a time of day: it is ignored.", roles[role].name, text);
    return false;
  }
  *minutes = time.civil.hour * 60 + time.civil.minute;
  return true;
}

/* Of a further row of a person, the earliest approval and training, the latest separation and deactivation stand. */
static const char person_sql[] =
    "INSERT INTO person (person, source, line, user_id, user_key, employee_id, last_name, first_name, rank, approved_by, "
    "approved_day, trained_day, separated_day, deactivated_day, shift_start, shift_end)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
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

static gint64 person_number(struct personnel *personnel, const char *key) {
  gint64 person = (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(personnel->persons, key));
  if (!person)
    g_hash_table_insert(personnel->persons, g_strdup(key), GSIZE_TO_POINTER(person = g_hash_table_size(personnel->persons) + 1));
  return person;
}

static gint64 person_put(struct intake_file *file, const char *user, const char *key) {
  static const int days[] = {APPROVED, TRAINED, SEPARATED, DEACTIVATED}, hours[] = {SHIFT_START, SHIFT_END};
  struct personnel *personnel = file->intake->gathered;
  sqlite3_stmt *to = personnel->person;
  gint64 person = person_number(personnel, key);
  g_autofree char *last = NULL, *first = NULL;
  gint32 day;
  int minutes;
  person_names(file, &last, &first);
  db_bind_int(to, 1, person);
  db_bind_int(to, 2, file->number);
  db_bind_int(to, 3, file->record->line);
  const char *const texts[] = {user ? user : "",          key, cell_stated(file, EMPLOYEE), last, first, cell_of(file, RANK),
                               cell_of(file, APPROVED_BY)};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) db_bind_text(to, 4 + (int)i, texts[i]);
  for (guint i = 0; i < G_N_ELEMENTS(days); i++)
    if (cell_day(file, days[i], &day)) db_bind_int(to, 11 + (int)i, day);
  for (guint i = 0; i < G_N_ELEMENTS(hours); i++)
    if (minutes_of(file, hours[i], &minutes)) db_bind_int(to, 15 + (int)i, minutes);
  db_step(file->intake->db, to);
  db_reset(to);
  return person;
}

static bool person_keep(struct intake_file *file, char *reason, gsize size) {
  const char *user = cell_stated(file, USER), *unit = cell_stated(file, UNIT);
  if (!user && !cell_stated(file, LAST_NAME) && !cell_stated(file, WHOLE_NAME) && !cell_stated(file, EMPLOYEE)) {
    g_snprintf(reason, size, "the row has no user and no name");
    return false;
  }
  const char *employee = cell_stated(file, EMPLOYEE);
  g_autofree char *key = user       ? text_key(user)
                         : employee ? g_strdup_printf("employee %s", employee)
                                    : g_strdup_printf("%s:%u", file->shown, file->record->line);
  gint64 person = person_put(file, user, key);
  struct insert *to = file->intake->table;
  gint32 day;
  insert_int(to, 1, person);
  insert_text(to, 2, unit);
  if (cell_day(file, UNIT_FROM, &day)) insert_int(to, 3, day);
  if (cell_day(file, UNIT_TO, &day)) insert_int(to, 4, day);
  insert_int(to, 5, unit_authorized(file->intake->settings, unit));
  insert_int(to, 6, file->number);
  insert_int(to, 7, file->record->line);
  static const int days[] = {APPROVED, SEPARATED, DEACTIVATED};
  for (guint i = 0; i < G_N_ELEMENTS(days); i++)
    if (cell_day(file, days[i], &day)) insert_int(to, 8 + i, day);
  kept_insert(file);
  return true;
}

/* ------------------------------------------------------------------------------------------------------- all files */

static gpointer personnel_gather(struct intake *intake) {
  struct personnel *personnel = g_new(struct personnel, 1);
  *personnel = (struct personnel){.persons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                  .person = db_prepare(intake->db, person_sql)};
  return personnel;
}

static void personnel_free(gpointer gathered) {
  struct personnel *personnel = gathered;
  g_hash_table_unref(personnel->persons);
  sqlite3_finalize(personnel->person);
  g_free(personnel);
}

static void file_begin(struct intake_file *file, const struct sample *sample) {
  struct personnel *personnel = file->intake->gathered;
  const int *of = file->columns.of;
  personnel->surname_first = names_lead(sample, of[USER], of[WHOLE_NAME], of[LAST_NAME]);
}

const struct kind kind_personnel = {
    .key = "personnel",
    .telling = 3,
    .words = "personnel file",
    .people = true,
    .roles = roles,
    .role_count = ROLES,
    .table = "assignment",
    .columns = "person, unit, from_day, to_day, authorized, source, line, approved_day, separated_day, deactivated_day",
    .keep = person_keep,
    .gather = personnel_gather,
    .gathered_free = personnel_free,
    .file_begin = file_begin,
};
