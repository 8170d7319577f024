/* Notifications to the Chief of Police or a designee: one a row. */
#include "ingest/rows/fields.h"
#include "ingest/rows/moments.h"
#include "ingest/rows/not_kept.h"

enum { NOTIFIED_AT, NOTIFIED, METHOD, USER, CASE_NUMBER, SUBJECT, DATE, CLOCK, ROLES };

static const struct role roles[ROLES] = {
    [NOTIFIED_AT] = {.name = "notified at",
                     .required = true,
                     .dated = true,
                     .fits = LOOK_DATETIME,
                     .bears = LOOK_DATE,
                     .look = LOOK_DATETIME,
                     .rival = LOOK_DATE,
                     .phrases =
                         "notify date time:100|notify at:100|notify date:98|notify on:97|notify time:92|date time:92|date:80|"
                         "time:74|sent:72|sent at:84|sent date:82|sent date time:86|sent on:82|contact date time:85|call time:72|"
                         "call date time:76|contact date:82|notify:66|contact time:80|call date:74|date notify:98|make at:60|"
                         "contact at:80|entry date:56|log date:60|create date:54|chief notify at:97"},
    [NOTIFIED] = {.name = "who was notified",
                  .tells = 2,
                  .column = "notified",
                  .fits = LOOK_WORD | LOOK_NAME | LOOK_TEXT,
                  .bears = LOOK_LOGIN | LOOK_CODE,
                  .phrases = "notify:90|person notify:100|notify to:97|recipient:92|chief:82|to:74|notify person:100|contact:70|"
                             "person contact:88|notify name:94|chief notify:90|official notify:92|notify officer:72|"
                             "notify official:92|sent to:88|recipient name:92|notify party:88|supervisor notify:80|"
                             "notify supervisor:78|make to:70|notify chief:88|contact name:72|name:50"},
    [METHOD] = {.name = "method",
                .tells = 1,
                .column = "method",
                .fits = LOOK_WORD,
                .bears = LOOK_TEXT | LOOK_LOGIN | LOOK_NAME,
                .phrases =
                    "method:100|notify method:100|contact method:97|type:56|notify type:78|contact type:70|method notify:100|"
                    "method contact:97"},
    [USER] = {.name = "by user",
              .column = "user_id",
              .fits = LOOK_LOGIN | LOOK_IDS | LOOK_HEX,
              .bears = LOOK_NAME | LOOK_WORD | LOOK_TEXT,
              .absent = "a notification counts only for the case it names",
              .phrases =
                  "by user id:100|perform by:84|perform by user:90|create by:64|log by:78|record by:70|complete by:66|"
                  "user id:98|user:90|by user:98|notify by:92|by:80|officer:72|officer id:82|user name:80|sender:76|"
                  "sent by:84|from:66|call by:78|make by:78|contact by:82|request by:82|badge:72|badge number:74|"
                  "employee id:76|officer name:66|notify officer:62|request officer:72|request user:88|from user:88|"
                  "notify user:80|author:64|report by:68|officer notify by:72|employee number:74|enter by:66|by officer:80|"
                  "notify by user:96|search user:88|reporting officer:68|notifier officer:96|notifier:90|notifier user:96|"
                  "notifier id:90|notifier name:80"},
    [CASE_NUMBER] = {.name = "case number",
                     .fits = LOOK_IDS,
                     .bears = LOOK_ALL & ~(LOOK_LONG | LOOK_IP | LOOK_FILE | LOOK_DATETIME),
                     .absent = "a notification counts for its user",
                     .phrases = CASE_NUMBER_PHRASES},
    [SUBJECT] = {.name = "subject",
                 .column = "subject",
                 .fits = LOOK_TEXT | LOOK_WORD | LOOK_LONG,
                 .bears = LOOK_ALL & ~(LOOK_DAYS | LOOK_IP | LOOK_FLAG),
                 .phrases =
                     "subject:100|topic:88|reason:84|notify reason:86|note:70|remark:72|message:76|description:70|detail:72|"
                     "nature:74|purpose:80|text:64|synopsis:74|explanation:60|notify subject:95|matter:75|notify detail:76|"
                     "search reason:80|notify text:70|notify purpose:84|circumstance:76"},
    [DATE] = {.name = "date",
              .dated = true,
              .fits = LOOK_DATE,
              .phrases = "date:96|notify date:100|date notify:100|sent date:88|contact date:88|call date:84"},
    [CLOCK] = {.name = "time of day",
               .fits = LOOK_TIME,
               .phrases = "time:96|notify time:100|time notify:100|sent time:88|contact time:88|call time:84"},
};

static bool notice_keep(struct intake_file *file, char *reason, gsize size) {
  struct when when;
  bool absent;
  if (!cell_when(file, NOTIFIED_AT, DATE, CLOCK, &when, &absent)) {
    g_snprintf(reason, size, absent ? "the row has no time" : "the time of the notification cannot be read");
    return false;
  }
  if (!when.has_time)
    file_note(file, file->record->line,
              "The notification has a date and no time: whether it came before a search of that day is not tested.");
  struct insert *to = file->intake->table;
  insert_int(to, 1, file->number);
  insert_int(to, 2, file->record->line);
  insert_int(to, 3, when.at);
  insert_text(to, 4, when.has_time ? doubt_name(when.doubt) : "no time of day");
  insert_text(to, 5, cell_stated(file, CASE_NUMBER));
  kept_insert(file);
  file_span(file, when.at);
  return true;
}

const struct kind kind_notices = {
    .key = "chief_notifications",
    .telling = 2,
    .foreign = "miles mileage odometer vehicle driver",
    .words = "file of notifications to the Chief",
    .roles = roles,
    .role_count = ROLES,
    .split = &(const struct role_split){{NOTIFIED_AT, ROLE_NONE}, {DATE, CLOCK, ROLE_NONE}},
    .table = "notice",
    .columns = "source, line, at, at_doubt, case_number",
    .keep = notice_keep,
};
