/* The user log: an event a row. row.c keeps a row, whole.c looks at the log as a whole. */
#include "ingest/kinds/log/log.h"
#include "ingest/kinds/log/unplaced.h"
#include "ingest/rows/not_kept.h"
#include "include/text.h"

static const struct role roles[LOG_ROLES] = {
    [LOG_TIME] = {.name = "time",
                  .required = true,
                  .dated = true,
                  .fits = LOOK_DATETIME,
                  .bears = LOOK_DATE,
                  .look = LOOK_DATETIME,
                  .rival = LOOK_DATE,
                  .phrases =
                      "search date time:100|date time:98|search date:95|search time:90|transaction date time:96|"
                      "transaction date:88|transaction time:86|event date time:96|event date:88|event time:87|activity date:86|"
                      "activity date time:95|access date:80|access date time:85|log date time:96|log date:88|log time:87|"
                      "request date:80|request date time:85|session date:75|session start:65|start date time:70|"
                      "perform date:85|perform on:82|date perform:85|perform date time:92|audit date:84|occur:70|occur date:75|"
                      "occur date time:80|date:80|time:80|action date time:90|action date:84|action time:84|"
                      "create date time:58|create date:55|create:52|create on:52|enter date:54|enter date time:56|"
                      "submit date:78|perform at:80|"
                      "user time:82|user date time:84"},
    [LOG_USER] = {.name = "user",
                  .required = true,
                  .fits = LOOK_LOGIN | LOOK_IDS | LOOK_HEX,
                  .bears = LOOK_NAME | LOOK_WORD | LOOK_TEXT,
                  .phrases =
                      "officer id number:82|user id number:98|user id:100|user:93|user name:80|network id:92|network user:94|"
                      "network user id:96|perform by:92|search by:93|by:72|transaction by:75|officer id:82|officer badge:78|"
                      "badge number:77|badge:75|employee id:79|employee number:78|officer:62|user email:86|email:74|"
                      "email address:74|request by:85|officer name:60|user full name:64|name:52|user badge:80|person search:60|"
                      "person:58|create by:60|enter by:58|user code:88|agency user:85|officer number:76|employee:60|"
                      "employee name:58|officer full name:56|session user:88|officer user:90"},
    [LOG_EVENT] = {.name = "event id",
                   .tells = 1,
                   .fits = LOOK_IDS | LOOK_HEX,
                   .bears = LOOK_LOGIN,
                   .names_row = true,
                   .absent = "events are named by their file and line",
                   .phrases =
                       "event id:100|activity number:95|action number:85|log id:100|search id:100|transaction id:100|"
                       "transaction number:100|event number:95|log number:96|search number:95|id:86|record id:82|"
                       "record number:80|audit id:96|audit number:95|sequence number:86|sequence:78|request id:86|"
                       "request number:85|session id:62|entry id:86|entry number:86|activity id:90|action id:85|line number:60|"
                       "number:58|audit log id:98|event:54|transaction:52|log entry number:90|log entry id:90|reference id:50"},
    [LOG_USER_NAME] = {.name = "user name",
                       .column = "user_name",
                       .fits = LOOK_NAME,
                       .bears = LOOK_TEXT,
                       .shares = true,
                       .absent = "the log's users are known by their accounts alone",
                       .phrases =
                           "user name:100|user full name:100|officer name:98|officer:78|full name:90|name:85|employee name:92|"
                           "user:75|search by name:92|perform by name:92|officer full name:98|perform by:60|search by:60|"
                           "employee:70|user person:70"},
    [LOG_ACTION] = {.name = "action",
                    .tells = 2,
                    .column = "action",
                    .fits = LOOK_WORD,
                    .bears = LOOK_TEXT | LOOK_CODE | LOOK_LOGIN,
                    .repeats = true,
                    .absent = "every row of the log counts as a search",
                    .phrases =
                        "action:100|activity:92|activity type:98|transaction type:97|event type:97|action type:100|event:72|"
                        "operation:90|operation type:92|transaction:72|event name:85|event description:76|"
                        "activity description:78|event category:70|action description:88|user action:97|user activity:90|"
                        "event action:97|log type:80|entry type:75|type:56|action code:88|transaction code:85|activity code:85|"
                        "event code:80|action perform:96|request type:70"},
    [LOG_WORKSTATION] =
        {.name = "workstation",
         .tells = 1,
         .fits = LOOK_CODE | LOOK_LOGIN,
         .bears = LOOK_WORD | LOOK_TEXT | LOOK_IP | LOOK_INTEGER | LOOK_HEX | LOOK_NAME,
         .phrases = "workstation:100|workstation name:100|workstation id:100|workstation number:96|client name:75|client:62|"
                    "station:70|term:80|term id:86|station id:75|client workstation:92|location:50|user workstation:90|"
                    "network workstation:85"},
    [LOG_ADDRESS] = {.name = "address",
                     .tells = 1,
                     .column = "address",
                     .fits = LOOK_IP,
                     .look = LOOK_IP,
                     .phrases =
                         "ip address:100|ip:97|client ip:100|client ip address:100|workstation ip:98|workstation ip address:99|"
                         "address:62|network address:90|ip number:80|user ip:96|client address:85"},
    [LOG_CASE] = {.name = "case number",
                  .tells = 1,
                  .column = "case_number",
                  .fits = LOOK_IDS,
                  .bears = LOOK_ALL & ~(LOOK_LONG | LOOK_IP | LOOK_FILE | LOOK_DATETIME),
                  .absent = "searches are linked by numbers inside the reason, by officer and time alone",
                  .phrases = CASE_NUMBER_PHRASES},
    [LOG_REASON] = {.name = "reason",
                    .tells = 2,
                    .fits = LOOK_TEXT | LOOK_WORD | LOOK_LONG,
                    .bears = LOOK_ALL & ~(LOOK_DAYS | LOOK_IP | LOOK_FLAG),
                    .phrases =
                        "search reason:100|reason:97|justify:95|purpose:95|search purpose:97|reason code:80|"
                        "reason description:90|search justify:96|user reason:90|explanation:80|remark:62|note:60|search note:66|"
                        "description:58|detail:52|reason text:92|purpose code:78|crime type:52|offense type:51|offense:50|"
                        "type search reason:80|request reason:95|request purpose:94|access reason:94|access purpose:92|"
                        "case type:50|transaction reason:95|transaction purpose:94|reason perform:90|purpose perform:88"},
    /* A file's only such column is its reason, whose worth of these headers is greater by one. */
    [LOG_OFFENSE] = {.name = "offense type",
                     .fits = LOOK_TEXT | LOOK_WORD | LOOK_LONG,
                     .bears = LOOK_ALL & ~(LOOK_DAYS | LOOK_IP | LOOK_FLAG),
                     .phrases = "crime type:50|offense type:50|offense:49|case type:49|offense description:49|crime:49|"
                                "charge description:49|offense category:49|crime category:49",
                     .quiet = true},
    [LOG_PROBE] = {.name = "probe image",
                   .tells = 2,
                   .column = "probe",
                   .fits = LOOK_FILE | LOOK_HEX | LOOK_CODE | LOOK_INTEGER,
                   .bears = LOOK_LOGIN | LOOK_TEXT | LOOK_WORD,
                   .look = LOOK_FILE,
                   .absent = "searches for one image are recognised by the same reason and case within 30 minutes",
                   .phrases =
                       "probe image:100|probe:96|probe file:100|probe image id:100|probe id:100|probe image file:100|"
                       "image id:92|image:90|image number:88|image file:94|image file name:94|file name:82|file:66|"
                       "image name:92|search image:94|search image id:94|perform image:85|client image:82|image reference:84|"
                       "probe name:92|probe file name:100|request image:85|image file id:90|upload image:85|upload file:75|"
                       "image hash:85|subject image:70|file id:62|probe reference:88|probe number:90"},
    [LOG_RETURNED] =
        {.name = "candidates returned",
         .tells = 2,
         .column = "returned",
         .fits = LOOK_INTEGER,
         .phrases = "candidate count:100|candidate count returned:100|candidate number:97|candidate returned:97|candidate:66|"
                    "returned:78|number returned:90|count:62|search candidate count:96|count returned:88|image returned:70|"
                    "candidate returned number:96|candidate count number:98|record returned:70|search candidate:58|"
                    "gallery count:60|candidate list count:85"},
    [LOG_CANDIDATE] = {.name = "candidate selected",
                       .tells = 2,
                       .fits = LOOK_NAME,
                       .bears = LOOK_WORD | LOOK_TEXT | LOOK_IDS | LOOK_HEX | LOOK_LOGIN | LOOK_FILE,
                       .phrases =
                           "candidate select:100|candidate name:98|select subject:96|select:88|subject name:86|"
                           "select candidate count:90|subject:70|candidate:68|select name:92|candidate id:75|"
                           "select candidate name:100|select subject name:98|candidate subject:92|candidate subject name:96|"
                           "person select:85|select person:85|candidate person:85|identify subject:84|identify:60|"
                           "candidate count:50|search candidate:60|top candidate:62|candidate identify:80|person identify:84"},
    [LOG_AGENCY] = {.name = "agency",
                    .column = "agency",
                    .fits = LOOK_TEXT | LOOK_WORD | LOOK_CODE | LOOK_NAME,
                    .bears = LOOK_LOGIN | LOOK_INTEGER,
                    .absent = "searches for or by another agency cannot be told apart",
                    .phrases =
                        "agency:100|agency name:100|agency id:92|agency code:90|ori:88|agency ori:92|organization:92|"
                        "organization name:92|department:82|department name:83|user agency:94|search agency:94|ori number:86|"
                        "jurisdiction:60|request agency:94|user organization:85|user department:76"},
    [LOG_DATE] = {.name = "date",
                  .dated = true,
                  .fits = LOOK_DATE,
                  .phrases =
                      "date:100|search date:100|transaction date:95|event date:94|activity date:93|log date:94|access date:88|"
                      "request date:86|audit date:88|action date:90|perform date:90|session date:80|occur date:78|"
                      "entry date:70|create date:56"},
    [LOG_CLOCK] = {.name = "time of day",
                   .fits = LOOK_TIME,
                   .phrases =
                       "time:100|search time:100|transaction time:95|event time:94|activity time:93|log time:94|access time:88|"
                       "request time:86|audit time:88|action time:90|perform time:90|session time:75|occur time:78|"
                       "entry time:70|create time:56|local time:95|user time:80"},
};

static bool header_utc(const char *header) {
  static const char *const marks[] = {"utc", "gmt", "zulu", NULL};
  g_autofree char *words = text_words(header);
  g_auto(GStrv) each = g_strsplit(words, " ", -1);
  for (char **word = each; *word; word++)
    if (g_strv_contains(marks, *word)) return true;
  return false;
}

static void zone_settle(struct intake_file *file) {
  const struct settings *settings = file->intake->settings;
  struct log *log = file->intake->gathered;
  if (settings->log_zone) {
    file->zone = settings->log_zone, file->zone_name = settings->log_timezone;
    return;
  }
  static const int times[] = {LOG_TIME, LOG_DATE, LOG_CLOCK};
  bool utc = false;
  for (gsize i = 0; i < G_N_ELEMENTS(times); i++) {
    int at = file->columns.of[times[i]];
    utc = utc || (at >= 0 && header_utc(file->columns.at[at].header));
  }
  if (!utc) return;
  if (!log->utc) log->utc = zone_open("UTC");
  file->zone = log->utc, file->zone_name = "UTC, by its header";
}

static void log_file_begin(struct intake_file *file, const struct sample *sample) {
  unplaced_keep(file, sample, LOG_CASE);
  ((struct log *)file->intake->gathered)->withheld = 0;
  zone_settle(file);
  log_reexport_begin(file);
}

static void log_file_end(struct intake_file *file) {
  struct log *log = file->intake->gathered;
  g_autofree char *withheld = g_strdup_printf("%" G_GINT64_FORMAT, log->withheld);
  if (file->untimed)
    file_note(file, 0, "%" G_GINT64_FORMAT " of its rows give a date and no time of day: hours of duty are not tested for them.",
              file->untimed);
  if (log->withheld)
    file_doubt(
        file, 0,
        "%s of its rows withhold the user: they are audited for reason, time and report, and rules about users say nothing of "
        "them.",
        log->withheld == file->counts.kept ? "all" : withheld);
  if (file->first > file->last) return;
  log->first = MIN(log->first, file->first);
  log->last = MAX(log->last, file->last);
}

static void account_free(gpointer data) {
  struct log_account *account = data;
  g_free(account->user_id);
  g_free(account->user_name);
  g_free(account);
}

static gpointer log_gather(struct intake *intake) {
  struct log *log = g_new(struct log, 1);
  *log = (struct log){
      .users = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
      .accounts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, account_free),
      .reasons = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
      .candidates = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
      .actions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
      .reason = insert_open(intake->db, "reason", "text"),
      .candidate = insert_open(intake->db, "candidate", "name"),
      .first = G_MAXINT64,
      .last = G_MININT64,
      .name = g_string_new(NULL),
      .purpose = g_string_new(NULL),
  };
  return log;
}

static void log_free(gpointer gathered) {
  struct log *log = gathered;
  GHashTable *const tables[] = {log->users, log->accounts, log->reasons, log->candidates, log->actions};
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++) g_hash_table_unref(tables[i]);
  insert_close(log->reason);
  insert_close(log->candidate);
  zone_free(log->utc);
  duplicates_free(log->others);
  g_string_free(log->name, TRUE);
  g_string_free(log->purpose, TRUE);
  g_free(log);
}

const struct kind kind_log = {
    .key = "user_log",
    .telling = 3,
    .foreign = "business complaint complainant allegation salary overtime hours miles mileage odometer vehicle driver fee "
               "invoice amount hire rehire promotion gender race complete",
    .words = "user log",
    .roles = roles,
    .role_count = LOG_ROLES,
    .split = &(const struct role_split){{LOG_TIME, ROLE_NONE}, {LOG_DATE, LOG_CLOCK, ROLE_NONE}},
    .required = true,
    .cover = &(const struct kind_cover){.days = "SELECT day FROM event UNION SELECT day FROM other_event"},
    .table = "event",
    .columns = "source, line, name, id, account, at, at_ms, at_other, at_doubt, utc_offset, day, occurred_at, is_search, "
               "in_period, workstation, reason, candidate, withheld",
    .keep = log_keep,
    .gather = log_gather,
    .gathered_free = log_free,
    .file_begin = log_file_begin,
    .file_end = log_file_end,
    .finish = log_finish,
};
