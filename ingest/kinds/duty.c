/* The duty schedule: a span of duty, or of leave, a row. */
#include "ingest/rows/fields.h"
#include "ingest/rows/moments.h"
#include "include/text.h"
#include "include/cell/moment.h"
#include <string.h>

enum { USER, START, END, DUTY_KIND, DATE, START_TIME, END_TIME, ROLES };

static const struct role roles[ROLES] = {
    [USER] = {.name = "user",
              .required = true,
              .fits = LOOK_LOGIN | LOOK_IDS | LOOK_HEX,
              .bears = LOOK_WORD | LOOK_NAME,
              .phrases = "user id:100|user:98|user name:94|network id:92|network user:94|employee id:86|employee number:85|"
                         "badge:80|badge number:81|officer:78|officer id:84|employee:78|officer name:70|employee name:72|name:66|"
                         "full name:66|email:56|last name:50|officer number:80|user code:84|id:62|employee badge:80|"
                         "payroll number:70|payroll id:70|person:58|officer badge:79"},
    [START] = {.name = "start",
               .required = true,
               .dated = true,
               .fits = LOOK_DATETIME,
               .phrases =
                   "start:100|shift start:100|duty start:100|start date time:100|shift start date time:100|on:84|on duty:94|"
                   "clock in:96|time in:84|in:70|from:84|time on:84|sign in:78|log on:72|start time:90|schedule start:98|"
                   "start date:76|tour start:96|shift from:92|date time in:86|work start:92|duty on:94|shift start time:92|"
                   "date time on:86|clock in time:92|in time:80|tour on:86|duty from:90|actual start:84|report duty:60|"
                   "schedule in:80|clock in at:90|shift on:84|on at:84|start at:96|sign on:80|duty sign on:80"},
    [END] = {.name = "end",
             .required = true,
             .dated = true,
             .fits = LOOK_DATETIME,
             .phrases = "end:100|shift end:100|duty end:100|end date time:100|shift end date time:100|off:84|off duty:94|"
                        "clock out:96|time out:84|out:70|to:84|time off:84|sign out:78|log off:72|end time:90|schedule end:98|"
                        "end date:76|tour end:96|shift to:92|date time out:86|work end:92|duty off:94|shift end time:92|"
                        "date time off:86|clock out time:92|out time:80|tour off:86|duty to:90|actual end:84|schedule out:80|"
                        "clock out at:90|shift off:84|end at:96|off at:84|sign off:80|duty sign off:80|"
                        "logout:82|logout time:84"},
    [DUTY_KIND] = {.name = "kind",
                   .fits = LOOK_WORD | LOOK_CODE,
                   .bears = LOOK_LOGIN | LOOK_TEXT | LOOK_INTEGER | LOOK_NAME | LOOK_FLAG,
                   .absent = "every record counts as on duty: check that it holds no leave",
                   .phrases =
                       "type:90|duty:88|code:88|shift type:98|duty type:98|duty code:98|shift code:92|tour:74|tour type:90|"
                       "status:72|duty status:92|assign:62|shift:74|activity:72|payroll code:88|payroll type:88|category:72|"
                       "work type:90|work code:92|time code:84|time type:82|description:56|reason:50|time type:83|shift name:72|"
                       "leave type:82|leave code:82|schedule type:92|schedule code:90|tour code:88|activity code:86|payroll:60|"
                       "leave:60"},
    [DATE] = {.name = "date",
              .dated = true,
              .fits = LOOK_DATE,
              .phrases = "date:96|shift date:100|work date:100|duty date:100|schedule date:98|start date:84|tour date:96|"
                         "date work:100|date duty:98"},
    [START_TIME] = {.name = "start time",
                    .fits = LOOK_TIME,
                    .bears = LOOK_INTEGER,
                    .phrases =
                        "start time:100|start:92|shift start:94|time in:92|on:80|in:72|from:80|clock in:88|time on:92|"
                        "shift start time:100|duty start:92|tour start:92|schedule start:90|on duty:88|from time:90|"
                        "duty start time:98|in time:92|schedule start time:97|clock in time:94|tour start time:96|work start:88|"
                        "work start time:95|shift from:88|sign in:74|sign on:82"},
    [END_TIME] = {.name = "end time",
                  .fits = LOOK_TIME,
                  .bears = LOOK_INTEGER,
                  .phrases = "end time:100|end:92|shift end:94|time out:92|off:80|out:72|to:80|clock out:88|time off:92|"
                             "shift end time:100|duty end:92|tour end:92|schedule end:90|off duty:88|to time:90|duty end time:98|"
                             "out time:92|schedule end time:97|clock out time:94|tour end time:96|work end:88|work end time:95|"
                             "shift to:88|sign out:74|sign off:82"},
};

/* What the kind of a record says, folded: the first pattern that fits decides, and what fits none is duty. Who covers somebody's
   leave is at work, and so is whoever worked on a holiday or a day off; a course that is called leave is none. */
static const struct duty_words {
  bool on_duty;
  const char *pattern;
} duty_words[] = {
    {false, "\\b(not|non|no|un|did not|didn t|never|relieved of) ?(work\\w*|duty|show)\\b"},
    {true,
     "\\b(cover|covers|covered|covering|coverage|relief|relieving|backfill|fill in|filling in|replacement)\\b|"
     "\\b(leave|vacation|pto|holiday|day off) (cancel\\w*|denied|revoked|rescinded)\\b|"
     "\\b(cancel\\w*|denied|revoked|recalled from|return\\w* from|back from) (\\w+ )?(leave|vacation|pto|holiday|day off)\\b"},
    {false,
     "\\b(leave|lv|suspended|suspension|awol|absent|absence|bereavement|jury|military|fmla|lwop|loa|iod|lod|injured|injury|"
     "maternity|paternity|parental|furlough\\w*|sabbatical|quarantine\\w*|separated|terminated|retired|resigned|"
     "used|taken|union release|called (in|out) sick|sick call( ?(in|out|off))?|time off|cto|toil)\\b"},
    {true, "\\b(work|works|worked|working|ot|o t|overtime|over time|callback|call ?back|callout|call ?out|called (in|out|back)|"
           "court|detail|earned|accrued|training|in ?service|inservice|qualification\\w*|certification|recertification|range|"
           "academy|conference|school|class|course|assignment|patrol|extra|swap\\w*|trade\\w*|makeup|make ?up|hw)\\b|"
           "\\bon duty\\b|\\b(holiday|rdo|weekend|annual) (duty|shift|tour|pay worked|premium)\\b"},
    {false,
     "\\b(off|vacation|vac|sick\\w*|ill|illness|pto|rdo|rest ?day|holiday\\w*|hol|al|sl|vl|ml|dayoff|personal|unpaid|no pay|"
     "without pay|comp|comp ?time|compensatory|kelly day|medical|doctor|excused|unavailable|not available)\\b|"
     "^annual( (time|hours?|day))?$"},
};

static bool words_on_duty(const char *kind) {
  g_autofree char *words = text_words(kind);
  for (gsize i = 0; i < G_N_ELEMENTS(duty_words); i++)
    if (g_regex_match_simple(duty_words[i].pattern, words, 0, 0)) return duty_words[i].on_duty;
  return true;
}

enum { AWAY = 1, ON_DUTY };

/* A schedule has few kinds, each on many rows. KINDS: as written -> AWAY or ON_DUTY. */
static bool kind_on_duty(GHashTable *kinds, const char *kind) {
  if (!kind || !*kind) return true;
  int held = GPOINTER_TO_INT(g_hash_table_lookup(kinds, kind));
  if (!held) g_hash_table_insert(kinds, g_strdup(kind), GINT_TO_POINTER(held = words_on_duty(kind) ? ON_DUTY : AWAY));
  return held == ON_DUTY;
}

static gpointer kinds_gather(struct intake *intake G_GNUC_UNUSED) {
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}
static void kinds_free(gpointer kinds) { g_hash_table_unref(kinds); }

static char *kinds_listed(GHashTable *kinds, int which) {
  GString *list = g_string_new(NULL);
  GList *names = g_list_sort(g_hash_table_get_keys(kinds), (GCompareFunc)strcmp);
  for (GList *name = names; name; name = name->next)
    if (GPOINTER_TO_INT(g_hash_table_lookup(kinds, name->data)) == which)
      g_string_append_printf(list, "%s\"%s\"", list->len ? ", " : "", (char *)name->data);
  g_list_free(names);
  return g_string_free(list, FALSE);
}

/* Whoever reads the audit can see which kinds were taken for duty. */
static void kinds_tell(struct intake *intake) {
  g_autofree char *duty = kinds_listed(intake->gathered, ON_DUTY), *away = kinds_listed(intake->gathered, AWAY);
  if (!*duty && !*away) return;
  g_autofree char *note = g_strdup_printf("Kinds that count as duty: %s. Kinds that count as away: %s.", *duty ? duty : "none",
                                          *away ? away : "none");
  sqlite3_stmt *insert = db_prepare(
      intake->db,
      "INSERT INTO source_note (source, line, text) SELECT min(source), 0, ? FROM source WHERE kind = 'duty_schedule'");
  db_bind_text(insert, 1, note);
  db_step(intake->db, insert);
  sqlite3_finalize(insert);
}

/* Start and end given whole, or as a date with two times; an end that is not after the start is on the next day. */
static bool duty_span(struct intake_file *file, struct when *start, struct when *end) {
  bool absent;
  if (!cell_when(file, START, DATE, START_TIME, start, &absent)) return false;
  bool whole = cell_when(file, END, DATE, END_TIME, end, &absent);
  struct cell_time clock;
  const char *text = cell_of(file, END);
  if (!whole && text && cell_time(text, file->order[END], &clock) && clock.has_time && !clock.has_date) {
    struct civil civil = zone_civil(file->intake->settings->zone, start->at);
    civil.hour = clock.civil.hour, civil.minute = clock.civil.minute, civil.second = clock.civil.second;
    *end = (struct when){.at = zone_moment(file->zone, &civil, NULL, NULL), .has_time = true};
    whole = true;
  }
  if (whole && end->at <= start->at && start->at - end->at < 86400) end->at += 86400;
  return whole && end->at > start->at;
}

static bool duty_keep(struct intake_file *file, char *reason, gsize size) {
  struct when start, end;
  const char *user = cell_stated(file, USER);
  if (!user) {
    g_snprintf(reason, size, "the row has no user");
    return false;
  }
  const char *kind = cell_of(file, DUTY_KIND);
  bool on_duty = kind_on_duty(file->intake->gathered, kind);
  if (!duty_span(file, &start, &end)) {
    g_snprintf(reason, size, "the start or the end of the duty cannot be read, or the end is not after the start");
    return false;
  }
  struct insert *to = file->intake->table;
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
  insert_text(to, 3, user);
  insert_int(to, 4, start.at);
  insert_int(to, 5, end.at);
  insert_int(to, 6, zone_day(file->intake->settings->zone, start.at));
  insert_int(to, 7, zone_day(file->intake->settings->zone, end.at));
  insert_text(to, 8, kind);
  insert_int(to, 9, on_duty);
  kept_insert(file);
  file_span(file, start.at);
  file_span(file, end.at);
  return true;
}

const struct kind kind_duty = {
    .key = "duty_schedule",
    .words = "duty schedule",
    .roles = roles,
    .role_count = ROLES,
    .split = &(const struct role_split){{START, END}, {DATE, START_TIME, END_TIME}},
    .cover = &(const struct kind_cover){.days = "SELECT start_at FROM shift UNION SELECT end_at FROM shift",
                                        .moments = true,
                                        .says = "Of each user it covers the first to the last day of a shift."},
    .table = "shift",
    .columns = "source, line, user_id, start_at, end_at, start_day, end_day, kind, on_duty",
    .keep = duty_keep,
    .gather = kinds_gather,
    .gathered_free = kinds_free,
    .finish = kinds_tell,
};
