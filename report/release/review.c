/* Hands cells that wait to a person, and takes the answers back. */
#include "report/release/review.h"
#include "include/message.h"
#include "include/output.h"
#include "include/text.h"
#include "include/wrap.h"
#include "report/csv/cell.h"
#include "report/release/cells.h"
#include <string.h>

enum { AT_EVENT, AT_COLUMN, AT_VALUE, AT_WHY, AT_DECISION, AT_CITE, AT_BY, AT_ON, COLUMNS };
static const char *const heads[COLUMNS] = {
    "Event", "Column", "Value", "Why a person decides", "Decision (release or withhold)", "Citation", "Decided by", "Decided on"};

void review_write(struct db *db, const char *path) {
  struct output *file = output_open(path);
  guint count = 0;
  for (gsize i = 0; i < COLUMNS; i++) {
    g_autofree char *cell = text_csv_cell(heads[i], ','),
                    *out = g_strconcat(i ? "," : "", cell, i + 1 == COLUMNS ? "\n" : "", NULL);
    output_print(file, out);
  }
  sqlite3_stmt *rows = db_prepare(
      db, "SELECT event, column, value, basis FROM (SELECT iif(column = 'Address', '*', event) AS event, column, iif(column = "
          "'Address', '*', value) AS value, basis, min(row) AS row, place, part"
          " FROM release_cell WHERE outcome = 'person' GROUP BY 1, 2, 3, part) ORDER BY event <> '*', row, place, part");
  for (; db_step(db, rows); count++) {
    for (int i = 0; i < 4; i++) {
      if (i) output_print(file, ",");
      csv_put(file, db_is_null(rows, i) ? "" : db_text(rows, i));
    }
    output_print(file, ",,,,\n");
  }
  sqlite3_finalize(rows);
  output_close(file);
  g_autofree char *words = g_strdup_printf("%u to %s: it holds what is not released", count, path);
  wrap_pair("for a person", words);
}

static void answer_free(void *data) {
  struct release_answer *answer = data;
  char *texts[] = {answer->event, answer->column, answer->value, answer->decision, answer->cite, answer->by, answer->on};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) g_free(texts[i]);
  g_free(answer);
}

static void answer_check(const struct release *release, const struct release_answer *answer, const char *path, guint row) {
  bool release_it = !strcmp(answer->decision, "release");
  if (!release_it && strcmp(answer->decision, "withhold"))
    stop_input(path, row, "\"%s\" is no decision: write release or withhold", answer->decision);
  if (!*answer->by || !*answer->on)
    stop_input(path, row, "a decision needs who decided it, and when: the redaction log names both");
  if (release_it) return;
  const struct exemption *exemption = exemption_cited(release->exemptions, answer->cite);
  if (!exemption)
    stop_input(path, row, "the citation \"%s\" is not in the table of exemptions: nothing is withheld without one", answer->cite);
  if (!exemption_in_force(exemption, release->day))
    stop_input(path, row, "%s %s %s: cite another, or release it", exemption->cite,
               strcmp(exemption->decides, "refused") ? "is not in force on" : "is no ground to withhold a cell of this release,",
               strcmp(exemption->decides, "refused") ? release->day : exemption->excludes);
}

/* Two decisions on one cell are none. */
static void answer_once(const GPtrArray *answers, const struct release_answer *answer, const char *path) {
  for (guint i = 0; i < answers->len; i++) {
    const struct release_answer *other = answers->pdata[i];
    bool same =
        !strcmp(other->event, answer->event) && !strcmp(other->column, answer->column) && !strcmp(other->value, answer->value);
    if (same && (strcmp(other->decision, answer->decision) || strcmp(other->cite, answer->cite)))
      stop_input(path, answer->row, "decides otherwise than row %u on the same cell: leave one", other->row);
  }
}

GPtrArray *review_answers(const struct release *release, const GPtrArray *rows, const char *path) {
  GPtrArray *answers = g_ptr_array_new_with_free_func(answer_free);
  if (!rows) return answers;
  for (guint i = 0; i < rows->len; i++) {
    char **cells = rows->pdata[i];
    if (g_strv_length(cells) < COLUMNS)
      stop_input(path, i + 1, "is no review file of faceaudit records: it has %u columns, not %d", g_strv_length(cells),
                 (int)COLUMNS);
    if (!i && strcmp(cells[AT_VALUE], heads[AT_VALUE]))
      stop_input(path, 1, "is no review file of faceaudit records: its third column is not \"Value\"");
    if (!i || !*cells[AT_DECISION]) continue;
    struct release_answer *answer = g_new(struct release_answer, 1);
    g_autofree char *decision = g_ascii_strdown(cells[AT_DECISION], -1);
    *answer = (struct release_answer){g_strdup(cells[AT_EVENT]),
                                      g_strdup(cells[AT_COLUMN]),
                                      g_strdup(cells[AT_VALUE]),
                                      g_strdup(decision),
                                      g_strdup(cells[AT_CITE]),
                                      g_strdup(cells[AT_BY]),
                                      g_strdup(cells[AT_ON]),
                                      i + 1,
                                      false};
    answer_check(release, answer, path, i + 1);
    answer_once(answers, answer, path);
    g_ptr_array_add(answers, answer);
  }
  return answers;
}

void review_unused(const GPtrArray *answers, const char *path) {
  guint count = 0, first = 0;
  for (guint i = 0; i < answers->len; i++) {
    const struct release_answer *answer = answers->pdata[i];
    if (answer->used) continue;
    if (!count++) first = answer->row;
  }
  if (count)
    say_note(path, first,
             "%u %s to nothing that waits in this release, this one first: its event, column or value is another now, or was not "
             "asked",
             count, count == 1 ? "decision is" : "decisions are");
}
