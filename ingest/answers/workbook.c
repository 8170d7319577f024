/* Reads what people answered in a workbook that this program made. Where answers are kept is left to ledger.c. */
#include "ingest/answers/answers.h"
#include "include/choices.h"
#include "include/db.h"
#include "include/db_digest.h"
#include "include/message.h"
#include "include/text.h"
#include "ingest/xlsx/spreadsheet.h"
#include <string.h>

/* The columns of a sheet that bear answers; -1: it has none of that name. */
enum { ID, DISPOSITION, NOTE, BY, ON, DUE, RESPONSE, COLUMNS };

struct reading {
  const char *path;
  struct db *db;
  sqlite3_stmt *decision, *covers;
  GPtrArray *answers;
};

static void answer_free(void *data) {
  struct answer *answer = data;
  char *const texts[] = {answer->id,         answer->disposition, answer->note,     answer->decided_by,
                         answer->decided_on, answer->due,         answer->response, answer->covers};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) g_free(texts[i]);
  g_free(answer);
}

/* ---------------------------------------------------------------------------------------------------------- one sheet */

static const char *cell_at(const struct sheet_row *row, int column) {
  for (guint i = 0; i < row->count; i++)
    if (row->cells[i].column == column) return row->cells[i].text;
  return "";
}

/* Whether ROW is the head of answers. */
static bool columns_find(const struct sheet_row *row, int columns[COLUMNS]) {
  static const struct {
    const char *head;
    int column;
  } heads[] = {
      {"Finding", ID}, {"Passage", ID}, {"Matter", ID}, {"Disposition", DISPOSITION}, {"Answer", DISPOSITION}, {"Note", NOTE},
      {"By", BY},      {"On", ON},      {"Due", DUE},   {"Response", RESPONSE}};
  for (int i = 0; i < COLUMNS; i++) columns[i] = -1;
  for (guint i = 0; i < row->count; i++)
    for (gsize k = 0; k < G_N_ELEMENTS(heads); k++)
      if (g_str_equal(row->cells[i].text, heads[k].head)) columns[heads[k].column] = row->cells[i].column;
  return columns[ID] >= 0 && columns[DISPOSITION] >= 0;
}

static char *answer_word(const struct reading *reading, const char *sheet, guint row, int column, const char *written) {
  g_autofree char *word = text_key(written), *at = cell_name(row, (guint)column);
  for (guint i = 0; i < CHOICE_LISTS; i++)
    if (g_strv_contains(choice_lists[i].words, word)) return g_steal_pointer(&word);
  g_autofree char *words = g_strjoinv(", ", (char **)(gpointer)dispositions);
  stop_input(
      reading->path, 0,
      "its sheet %s, cell %s: the answer \"%.40s\" is not known: use %s; of a passage stated, not stated or a purpose: nothing "
      "was replaced",
      sheet, at, written, words);
}

/* What audit.db already shows of the id, word for word, is no new answer. */
static bool answer_known(const struct reading *reading, const struct answer *answer) {
  const char *const texts[] = {answer->disposition, answer->note, answer->decided_by,
                               answer->decided_on,  answer->due,  answer->response};
  db_bind_text(reading->decision, 1, answer->id);
  bool known = db_step(reading->db, reading->decision);
  for (int i = 0; known && i < (int)G_N_ELEMENTS(texts); i++) {
    const char *kept = db_text(reading->decision, i);
    known = g_str_equal(kept ? kept : "", texts[i]);
  }
  db_reset(reading->decision);
  return known;
}

/* The facts that stand under the id in audit.db, which the workbook shows. */
static char *answer_covers(const struct reading *reading, const char *id) {
  db_bind_text(reading->covers, 1, id);
  const char *facts = db_step(reading->db, reading->covers) ? db_text(reading->covers, 0) : NULL;
  char *covers = g_strdup(facts ? facts : "");
  db_reset(reading->covers);
  return covers;
}

static char *cell_stripped(const struct sheet_row *row, int column) { return g_strstrip(g_strdup(cell_at(row, column))); }

static void row_read(struct reading *reading, const char *sheet, guint number, const struct sheet_row *row, const int *columns) {
  g_autofree char *id = cell_stripped(row, columns[ID]), *written = cell_stripped(row, columns[DISPOSITION]);
  if (!*id || !*written) return; /* blank is open */
  struct answer *answer = g_new(struct answer, 1);
  *answer = (struct answer){g_steal_pointer(&id),
                            answer_word(reading, sheet, number, columns[DISPOSITION], written),
                            cell_stripped(row, columns[NOTE]),
                            cell_stripped(row, columns[BY]),
                            cell_stripped(row, columns[ON]),
                            cell_stripped(row, columns[DUE]),
                            cell_stripped(row, columns[RESPONSE]),
                            NULL};
  answer->covers = answer_covers(reading, answer->id);
  if (answer_known(reading, answer)) answer_free(answer);
  else g_ptr_array_add(reading->answers, answer);
}

static void sheet_read(struct reading *reading, const char *name, const struct cells *sheet) {
  int columns[COLUMNS];
  bool headed = false;
  for (guint i = 0; i < sheet->rows->len; i++) {
    const struct sheet_row *row = &g_array_index(sheet->rows, struct sheet_row, i);
    if (headed) row_read(reading, name, i, row, columns);
    else headed = columns_find(row, columns);
  }
}

/* ------------------------------------------------------------------------------------------------------- the workbook */

G_NORETURN static void workbook_refuse(const char *path, const char *why) {
  stop_input(path, 0, "its answers cannot be kept, for %s: nothing was replaced", why);
}

static struct spreadsheet *workbook_open(const char *path) {
  g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
  if (!file) workbook_refuse(path, "it cannot be read");
  g_autoptr(GBytes) bytes = g_bytes_new(g_mapped_file_get_contents(file), g_mapped_file_get_length(file));
  struct spreadsheet *book = spreadsheet_open(bytes);
  const char *fault = book ? spreadsheet_fault(book) : "it is not a workbook";
  if (fault) workbook_refuse(path, fault);
  return book;
}

/* Whether any cell of SHEET is TEXT. */
static bool sheet_holds(const struct cells *sheet, const char *text) {
  for (guint i = 0; i < sheet->rows->len; i++) {
    const struct sheet_row *row = &g_array_index(sheet->rows, struct sheet_row, i);
    for (guint k = 0; k < row->count; k++)
      if (g_str_equal(row->cells[k].text, text)) return true;
  }
  return false;
}

bool workbook_is_own(const char *out) {
  g_autofree char *path = g_build_filename(out, "audit.xlsx", NULL), *database = g_build_filename(out, "audit.db", NULL),
                  *bytes = NULL;
  gsize length;
  if (!g_file_get_contents(path, &bytes, &length, NULL)) return false;
  g_autoptr(GBytes) held = g_bytes_new(bytes, length);
  struct db *db = db_open(database, DB_READ);
  g_autofree char *fingerprint = db_setting(db, "run", "fingerprint", "");
  db_close(db);
  struct spreadsheet *book = spreadsheet_open(held);
  bool own = false;
  for (guint i = 0; book && !spreadsheet_fault(book) && i < spreadsheet_count(book) && !own; i++) {
    struct cells *sheet = spreadsheet_read(book, i);
    own = sheet && *fingerprint && sheet_holds(sheet, fingerprint);
    if (sheet) cells_free(sheet);
  }
  if (book) spreadsheet_close(book);
  return own;
}

GPtrArray *workbook_answers(const char *path) {
  g_autofree char *folder = g_path_get_dirname(path), *database = g_build_filename(folder, "audit.db", NULL);
  struct db *db = db_open(database, DB_READ);
  digests_check(db);
  g_autofree char *fingerprint = db_setting(db, "run", "fingerprint", "");
  struct reading reading = {
      path, db,
      db_prepare(
          db, "SELECT disposition, note, decided_by, decided_on, due, response FROM decision d" /* a finding shows its matter's */
              " WHERE id = coalesce((SELECT decided_id FROM finding WHERE finding_id = ?1), ?1)"
              "   AND NOT (id = ?1 AND id IN (SELECT id FROM not_covered))"),
      db_prepare(db, "SELECT group_concat(facts, ' ') FROM (SELECT facts FROM finding WHERE finding_id = ?1 OR matter_id = ?1 "
                     "ORDER BY facts)"),
      g_ptr_array_new_with_free_func(answer_free)};
  struct spreadsheet *book = workbook_open(path);
  bool own = false;
  for (guint i = 0; i < spreadsheet_count(book); i++) {
    struct cells *sheet = spreadsheet_read(book, i);
    if (!sheet) workbook_refuse(path, spreadsheet_fault(book));
    own = own || (*fingerprint && sheet_holds(sheet, fingerprint));
    sheet_read(&reading, spreadsheet_sheet(book, i), sheet);
    cells_free(sheet);
  }
  if (!own) workbook_refuse(path, "its fingerprint is not that of the audit.db beside it: another audit made it");
  spreadsheet_close(book);
  sqlite3_finalize(reading.decision);
  sqlite3_finalize(reading.covers);
  db_close(db);
  return reading.answers;
}
