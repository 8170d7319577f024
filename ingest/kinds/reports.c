/* Incident reports: an original or a supplement a row. */
#include "ingest/rows/fields.h"
#include "ingest/rows/moments.h"
#include "ingest/rows/not_kept.h"
#include "include/cell/cell_state.h"
#include "include/cell/moment.h"

enum {
  NUMBER,
  SUPPLEMENT,
  CAD,
  REPORTED_AT,
  TYPE,
  STATUS,
  OFFICER,
  OFFICER_ID,
  SUPERVISOR,
  APPROVED,
  NARRATIVE,
  DATE,
  CLOCK,
  ROLES
};

static const struct role roles[ROLES] = {
    [NUMBER] = {.name = "report number",
                .tells = 2,
                .column = "number",
                .required = true,
                .fits = LOOK_IDS,
                .bears = LOOK_LOGIN | LOOK_HEX | LOOK_TIME | LOOK_DATE,
                .phrases =
                    "report number:100|case number:96|case id:92|incident report number:98|oir number:98|oir:90|"
                    "incident number:88|agency case number:95|offense report number:97|offense report:84|offense number:83|"
                    "report id:91|incident id:82|report:78|case:80|incident:62|file number:68|record number:64|"
                    "complaint number:80|case report number:99|reference number:66|incident report:80|record id:56|number:56|"
                    "event number:54|event id:51|cad number:52|case file number:90|incident case number:93|"
                    "report number new:95|police report number:98|dr number:86|id:50|go number:90|go:60"},
    [SUPPLEMENT] = {.name = "supplement",
                    .tells = 1,
                    .column = "supplement",
                    .fits = LOOK_IDS,
                    .bears = LOOK_SHORT,
                    .absent = "rows of one number are taken as one report all the same",
                    .phrases =
                        "supplement:100|supplement number:100|supplement id:95|sequence:84|sequence number:88|"
                        "supplement sequence:96|report sequence:88|version:60|suffix:62|supplement code:80|report supplement:92|"
                        "supplement report number:85"},
    [CAD] = {.name = "CAD event number",
             .tells = 1,
             .column = "cad",
             .fits = LOOK_IDS,
             .bears = LOOK_LOGIN | LOOK_HEX | LOOK_TIME | LOOK_DATE,
             .absent = "CAD numbers that a search cites find no report",
             .phrases = "cad event:100|cad event number:100|cad number:100|cad:95|cad id:95|event number:92|event id:84|"
                        "call number:91|call id:84|dispatch number:88|call service number:92|cad incident number:100|"
                        "cad incident:94|cad call number:97|event:60|incident number:52|cad reference:90|call service:60|"
                        "dispatch id:82|cad event id:97"},
    [REPORTED_AT] =
        {.name = "reported at",
         .tells = 1,
         .dated = true,
         .fits = LOOK_DATETIME,
         .bears = LOOK_DATE,
         .look = LOOK_DATETIME,
         .rival = LOOK_DATE,
         .absent = "how near a report is to a search is not known",
         .phrases = "report date time:100|reported date time:100|reported date:99|report date:98|reported at:98|reported:90|"
                    "reported on:96|date time:84|date write:88|write date:88|write on:86|write date time:92|write:72|"
                    "reported time:88|report time:84|enter:68|enter date:74|enter date time:78|enter on:74|entry date:70|"
                    "incident date time:77|incident date:73|date:72|occur date:66|occur:62|occur date time:70|"
                    "offense date:64|offense date time:68|create date:60|create:54|create on:56|create date time:62|"
                    "case date time:76|case date:72|event date:62|event date time:66|time:58|file date:55|report file date:70"},
    [TYPE] = {.name = "type",
              .tells = 1,
              .column = "type",
              .fits = LOOK_WORD | LOOK_TEXT,
              .bears = LOOK_CODE | LOOK_NAME | LOOK_LOGIN | LOOK_LONG,
              .absent = "the type of investigation cannot be read from a column",
              .phrases = "incident type:100|offense incident:93|incident offense:93|offense incident type:98|"
                         "incident offense type:98|crime incident:88|incident crime:88|incident charge:80|offense charge:86|"
                         "call:50|offense type:96|case type:94|type:84|offense:88|nature:90|classification:89|crime type:92|"
                         "crime:82|offense description:93|incident description:82|call type:88|category:72|"
                         "incident classification:95|incident nature:94|nature call:90|incident:60|charge:74|event type:86|"
                         "incident category:88|report type:80|crime description:88|offense code:70|case classification:90|"
                         "offense category:80|charge description:78|crime category:80|call nature:90|description:52|"
                         "incident type description:94|offense classification:92|primary offense:93|crime classification:86"},
    [STATUS] = {.name = "status",
                .tells = 1,
                .column = "status",
                .fits = LOOK_WORD,
                .bears = LOOK_TEXT | LOOK_CODE | LOOK_LOGIN | LOOK_NAME | LOOK_FLAG,
                .absent = "whether a case is open is unknown: it decides what may be released",
                .phrases = "case status:100|status:95|disposition:86|case disposition:90|report status:88|incident status:92|"
                           "incident disposition:84|clearance:70|case status description:90|disposition code:75|status code:80|"
                           "clearance status:88"},
    [OFFICER] = {.name = "officer",
                 .tells = 1,
                 .column = "officer",
                 .fits = LOOK_NAME,
                 .bears = LOOK_WORD | LOOK_LOGIN | LOOK_TEXT | LOOK_CODE,
                 .absent = "a report's author is unknown: searches are linked by their numbers alone",
                 .phrases = "officer:94|reporting officer:100|officer name:98|author:92|author name:92|primary officer:95|"
                            "report officer:98|reporting officer name:100|write by:93|complete by:82|report author:94|"
                            "officer record:95|reporting:70|enter by:62|assign officer:70|case officer:75|responding officer:82|"
                            "investigating officer:80|officer assign:68|name:52|user:50|employee name:75|employee:66|"
                            "report write by:93|reporting employee:86|create by:60|officer last name:75|perform by:60|"
                            "reporting officer last name:76|user name:60|candidate officer:80|reported officer:70"},
    [OFFICER_ID] =
        {.name = "officer id",
         .column = "officer_id",
         .fits = LOOK_IDS | LOOK_LOGIN,
         .absent = "officers of reports are known by name alone",
         .phrases = "officer id number:100|officer id:100|officer number:98|badge:92|badge number:94|officer badge:99|"
                    "officer badge number:99|employee id:86|employee number:86|reporting officer id:100|"
                    "reporting officer badge:100|author id:94|author badge:94|user id:70|id:50|reporting officer number:98|"
                    "reporting badge:90|officer employee id:94|primary officer id:94|officer:56|unit id:50|"
                    "reporting employee number:88|reporting employee id:88|officer payroll:80|unit number:56|author number:90"},
    [SUPERVISOR] = {.name = "supervisor",
                    .tells = 1,
                    .column = "supervisor",
                    .fits = LOOK_NAME,
                    .bears = LOOK_WORD | LOOK_LOGIN | LOOK_TEXT | LOOK_CODE | LOOK_INTEGER,
                    .absent = "which supervisor approved is unknown",
                    .phrases =
                        "supervisor:100|supervisor name:100|approve by:100|review by:98|approver:97|approver supervisor:100|"
                        "approver officer:96|supervisor review by:98|supervisor approve by:98|approver name:96|"
                        "supervisor approve:60|review supervisor:90|review officer:88|approve officer:88|supervisor officer:90|"
                        "approve supervisor:62|supervisor id:70"},
    [APPROVED] = {.name = "supervisor approved at",
                  .tells = 1,
                  .column = "approved",
                  .dated = true,
                  .fits = LOOK_DAYS,
                  .absent = "when a supervisor approved is unknown",
                  .phrases =
                      "supervisor approve:100|approve date time:100|approve date:100|approve on:100|approve:92|approve at:98|"
                      "approve time:85|review date:95|review on:93|review at:93|review date time:95|review:72|"
                      "supervisor approve date:100|approve supervisor:92|supervisor review date:96|"
                      "supervisor approve date time:100|report approve date:98|supervisor review:80|review time:75|"
                      "supervisor date:76|supervisor approve on:98|supervisor approve at:98|report approve:90|approver date:88"},
    [NARRATIVE] = {.name = "narrative",
                   .tells = 2,
                   .fits = LOOK_LONG,
                   .bears = LOOK_TEXT | LOOK_WORD | LOOK_NAME,
                   .look = LOOK_LONG,
                   .phrases =
                       "narrative:100|narrative text:100|report narrative:99|officer narrative:98|incident narrative:98|"
                       "report text:92|text:82|synopsis:86|detail:74|remark:70|note:62|statement:72|description:54|"
                       "incident detail:78|report detail:80|case note:62|case synopsis:86|incident synopsis:86|"
                       "report synopsis:87|narrative note:90|case narrative:98|cad note:50|supplement narrative:95|"
                       "supplement text:80|offense narrative:96|case detail:74|incident description:56|narrative supplement:92"},
    [DATE] = {.name = "date",
              .tells = 1,
              .dated = true,
              .fits = LOOK_DATE,
              .phrases = "date:92|report date:100|reported date:100|write date:92|enter date:80|entry date:76|incident date:82|"
                         "occur date:72|case date:80|offense date:70|create date:62|event date:66"},
    [CLOCK] = {.name = "time of day",
               .fits = LOOK_TIME,
               .phrases = "time:92|report time:100|reported time:100|write time:92|enter time:80|entry time:76|incident time:82|"
                          "occur time:72|case time:80|offense time:70|create time:62|event time:66"},
};

static const struct withholdable withholdable[] = {
    {TYPE, "type"}, {OFFICER, "officer"}, {SUPERVISOR, "supervisor"}, {APPROVED, "approved"}, {NARRATIVE, "narrative"}};

/* "Pending" in a column of dates is not a date; what it means is decided later. */
static void approved_put(struct intake_file *file, struct insert *to, guint at) {
  gint32 day;
  if (cell_local_day(file, APPROVED, &day)) insert_int(to, at, day);
}

static bool report_keep(struct intake_file *file, char *reason, gsize size) {
  const char *number = cell_of(file, NUMBER);
  if (!number || cell_state(number) != CELL_STATED || cell_placeholder(number)) {
    g_snprintf(reason, size, number && *number ? "the report number \"%.60s\" is none" : "the row has no report number", number);
    return false;
  }
  struct when when;
  bool absent;
  struct insert *to = file->intake->table;
  char iso[40];
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
  if (cell_when(file, REPORTED_AT, DATE, CLOCK, &when, &absent)) {
    if (when.has_time) insert_int(to, 3, when.at);
    insert_text(to, 4, doubt_name(when.doubt));
    insert_int(to, 5, when.day);
    if (when.has_time) {
      moment_text(&file->moment, file->intake->settings->zone, when.at, 0);
      insert_bytes(to, 6, file->moment.text, file->moment.length);
    } else insert_text(to, 6, day_iso(when.day, iso));
    file_span(file, when.at);
  } else if (!absent) file_note(file, file->record->line, "The date of report %s cannot be read: it is unknown.", number);
  const char *narrative = cell_of(file, NARRATIVE);
  if (narrative) insert_int(to, 7, *narrative != 0);
  withheld_insert(file, to, 8, withholdable, G_N_ELEMENTS(withholdable));
  approved_put(file, to, 9);
  gint64 row = kept_insert(file);
  if (!narrative || !*narrative) return true;
  cell_insert(file, file->intake->more, 1, NARRATIVE);
  insert_row_as(file->intake->more, row);
  return true;
}

static void report_file_end(struct intake_file *file) {
  if (file->untimed && file->untimed < file->counts.kept)
    file_note(file, 0, "%" G_GINT64_FORMAT " of its rows give a date and no time of day.", file->untimed);
}

const struct kind kind_reports = {
    .key = "incident_reports",
    .foreign = "allegation complainant business miles promotion",
    .telling = 3,
    .words = "incident report file",
    .roles = roles,
    .role_count = ROLES,
    .split = &(const struct role_split){{REPORTED_AT, ROLE_NONE}, {DATE, CLOCK, ROLE_NONE}},
    .cover = &(const struct kind_cover){.days = "SELECT day FROM report_fact WHERE day NOT NULL",
                                        .before = "near_after_days",
                                        .after = "near_before_days",
                                        .says = "A search too near the last row is too recent to judge: its report may not be "
                                                "written yet."},
    .table = "report_fact",
    .columns = "source, line, at, at_doubt, day, at_text, narrated, withheld, approved_day",
    .more = "narrative",
    .more_columns = "text",
    .keep = report_keep,
    .file_end = report_file_end,
};
