/* Dispositions: what a person decided about a finding, or answered about a passage. */
#include "ingest/rows/fields.h"
#include "include/choices.h"
#include "include/text.h"

enum { FINDING, DISPOSITION, NOTE, DECIDED_BY, DECIDED_ON, DUE, RESPONSE, COVERS, ROLES };

static const struct role roles[ROLES] = {
    [FINDING] = {.name = "finding",
                 .required = true,
                 .fits = LOOK_ALL,
                 .bears = LOOK_ALL,
                 .phrases = "finding id:100|id:90|finding:92|finding number:96|finding reference:85|matter id:90|passage id:90"},
    [DISPOSITION] = {.name = "disposition",
                     .required = true,
                     .fits = LOOK_WORD,
                     .bears = LOOK_ALL,
                     .phrases = "disposition:100|decide:88|status:70|finding disposition:96|candidate:60|disposition code:84|"
                                "conclusion:80"},
    [NOTE] = {.name = "note",
              .column = "note",
              .fits = LOOK_TEXT | LOOK_LONG,
              .bears = LOOK_ALL,
              .phrases =
                  "note:100|remark:96|explanation:92|reason:84|detail:76|disposition note:96|disposition reason:90|text:66|"
                  "description:70|justify:82"},
    [DECIDED_BY] = {.name = "by",
                    .column = "decided_by",
                    .fits = LOOK_NAME | LOOK_WORD | LOOK_LOGIN,
                    .bears = LOOK_ALL & ~LOOK_DAYS,
                    .phrases =
                        "by:90|decide by:100|review by:97|disposition by:98|approver:88|approve by:88|complete by:70|author:66|"
                        "enter by:72|user:60|name:56"},
    [DECIDED_ON] = {.name = "on",
                    .column = "decided_on",
                    .dated = true,
                    .fits = LOOK_DAYS,
                    .phrases = "on:84|decide on:100|date:92|decide date:100|disposition date:100|date time:86|review date:94|"
                               "review on:94|decide at:98|disposition on:98|complete date:72|at:70|time:60|approve date:76"},
    [DUE] = {.name = "due",
             .column = "due",
             .dated = true,
             .fits = LOOK_DAYS,
             .phrases = "due:100|due date:100|due on:98|due by:96|follow up by:80|follow up on:80|deadline:90"},
    [RESPONSE] = {.name = "response",
                  .column = "response",
                  .fits = LOOK_TEXT | LOOK_LONG,
                  .bears = LOOK_ALL,
                  .phrases = "response:100|person response:98|officer response:98|statement:80|answer of person:80"},
    [COVERS] = {.name = "covers", .column = "covers", .fits = LOOK_TEXT | LOOK_LONG, .bears = LOOK_ALL, .phrases = "covers:100"},
};

static bool choice_known(const char *word) {
  for (guint i = 0; i < CHOICE_LISTS; i++)
    if (g_strv_contains(choice_lists[i].words, word)) return true;
  return false;
}

static bool disposition_keep(struct intake_file *file, char *reason, gsize size) {
  /* "not stated" is an answer here, and an empty cell elsewhere. */
  const char *finding = cell_stated(file, FINDING), *disposition = cell_of(file, DISPOSITION);
  if (!finding || !disposition || !*disposition) {
    g_snprintf(reason, size, "the row has no finding id or no disposition");
    return false;
  }
  g_autofree char *key = text_key(disposition);
  if (!choice_known(key)) {
    g_autofree char *all = g_strjoinv(", ", (char **)(gpointer)dispositions);
    g_snprintf(reason, size, "the disposition \"%.40s\" is not known: use %s; of a passage stated, not stated or a purpose",
               disposition, all);
    return false;
  }
  struct insert *to = file->intake->table;
  insert_text(to, 1, finding);
  insert_text(to, 2, key);
  insert_int(to, 3, file->number);
  insert_int(to, 4, file->record->line);
  kept_insert(file);
  return true;
}

const struct kind kind_dispositions = {
    .key = "dispositions",
    .words = "file of dispositions",
    .roles = roles,
    .role_count = ROLES,
    .quiet = true,
    .table = "disposition",
    .columns = "id, disposition, source, line",
    .keep = disposition_keep,
};
