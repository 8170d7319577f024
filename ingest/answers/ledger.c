/* Keeps answers in dispositions.csv, which only grows. What they mean is decided when the audit is analyzed. */
#include "ingest/answers/answers.h"
#include "include/choices.h"
#include "include/folder/manifest.h"
#include "include/message.h"
#include "include/output.h"
#include "include/text.h"
#include "ingest/csv/sample.h"
#include "ingest/kinds/kinds.h"
#include "ingest/roles/roles.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const char head[] = "id,disposition,note,decided_by,decided_on,due,response,covers";

/* In the order of the roles of the ledger's columns. */
static const char *answer_value(const struct answer *answer, int role) {
  const char *const values[] = {answer->id,         answer->disposition, answer->note,     answer->decided_by,
                                answer->decided_on, answer->due,         answer->response, answer->covers};
  return role == ROLE_NONE ? "" : values[role];
}

struct ledger {
  const char *path;
  char *text;
  char delimiter;
  const char *end; /* of its lines */
  GArray *roles;   /* of int: the role of each column, ROLE_NONE: none that is known */
};

static double head_score(char **cells, guint count, void *kind) { return header_fits(kind, cells, count); }

/* Which column is which, as the next run will read it. */
static void head_read(struct ledger *ledger) {
  struct source *source = source_open(ledger->path, ledger->path);
  struct csv *csv = csv_open(source, head_score, (gpointer)&kind_dispositions);
  struct sample sample = {0};
  struct columns columns;
  sample_read(&sample, csv);
  columns_assign(&columns, &kind_dispositions, sample.header, sample.count, (char ***)sample.rows->pdata, sample.rows->len, NULL);
  g_autofree char *missing = columns_missing(&columns, &kind_dispositions);
  if (missing)
    stop_input(ledger->path, 0, "has no column for %s, so the answers in audit.xlsx cannot be added: nothing was replaced",
               missing);
  if (!g_str_has_prefix(source_encoding(source), "UTF-8"))
    stop_input(ledger->path, 0, "is not in UTF-8: save it as UTF-8, so that answers can be added: nothing was replaced");
  for (guint i = 0; i < columns.count; i++) g_array_append_val(ledger->roles, columns.at[i].role);
  ledger->delimiter = csv_dialect(csv)->delimiter;
  columns_clear(&columns);
  sample_clear(&sample);
  csv_close(csv);
  source_close(source);
}

static bool ledger_has(const struct ledger *ledger, int role) {
  for (guint i = 0; i < ledger->roles->len; i++)
    if (g_array_index(ledger->roles, int, i) == role) return true;
  return false;
}

static void ledger_begin(struct ledger *ledger) {
  ledger->text = g_strconcat(head, "\n", NULL);
  for (int role = 0; role < kind_dispositions.role_count; role++) g_array_append_val(ledger->roles, role);
}

static void ledger_open(struct ledger *ledger, const char *path) {
  struct stat about;
  *ledger = (struct ledger){.path = path, .delimiter = ',', .end = "\n", .roles = g_array_new(FALSE, FALSE, sizeof(int))};
  if ((lstat(path, &about) < 0 && errno == ENOENT) || (S_ISREG(about.st_mode) && !about.st_size)) {
    ledger_begin(ledger);
    return;
  }
  head_read(ledger);
  if (!g_file_get_contents(path, &ledger->text, NULL, NULL)) stop_system(path, "cannot be read: nothing was replaced");
  if (strstr(ledger->text, "\r\n")) ledger->end = "\r\n";
}

static char *answer_line(const struct ledger *ledger, const struct answer *answer) {
  GString *line = g_string_new(NULL);
  for (int role = 0; role + 1 < kind_dispositions.role_count; role++) /* the last, what an answer covers, nobody wrote */
    if (*answer_value(answer, role) && !ledger_has(ledger, role))
      stop_input(ledger->path, 0, "has no column \"%s\", which audit.xlsx gives: add it to the header: nothing was replaced",
                 kind_dispositions.roles[role].name);
  for (guint i = 0; i < ledger->roles->len; i++) {
    const char *value = answer_value(answer, g_array_index(ledger->roles, int, i));
    g_autofree char *quoted = text_csv_cell(value, ledger->delimiter);
    if (i) g_string_append_c(line, ledger->delimiter);
    g_string_append(line, quoted);
  }
  g_string_append(line, ledger->end);
  return g_string_free(line, FALSE);
}

/* As a whole line, not as the end of another. */
static bool line_stands(const GString *text, const char *line) {
  for (const char *at = text->str; (at = strstr(at, line)); at++)
    if (at == text->str || at[-1] == '\n') return true;
  return false;
}

/* The text of the ledger is replaced whole, or not at all. */
static void ledger_write(const char *path, const GString *text) {
  struct stat about;
  g_autoptr(GError) error = NULL;
  int mode = stat(path, &about) == 0 ? (int)(about.st_mode & 0777) : 0600;
  if (!g_file_set_contents_full(path, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                mode, &error))
    stop_system(path, "cannot be written: %s: nothing was replaced", error->message);
}

guint ledger_append(const char *path, const GPtrArray *answers) {
  struct ledger ledger;
  guint added = 0;
  if (!answers->len) return 0;
  ledger_open(&ledger, path);
  g_autoptr(GString) text = g_string_new(ledger.text);
  if (text->str[text->len - 1] != '\n') g_string_append(text, ledger.end);
  for (guint i = 0; i < answers->len; i++) {
    g_autofree char *line = answer_line(&ledger, answers->pdata[i]);
    if (line_stands(text, line)) continue;
    g_string_append(text, line);
    added++;
  }
  if (added) ledger_write(path, text);
  g_array_unref(ledger.roles);
  g_free(ledger.text);
  return added;
}

/* ------------------------------------------------------------------------------------ what a page's copy leaves out */

/* Puts the answer as it was in the place of the line that the page has of it. */
static void note_put_back(const struct ledger *ledger, GString *text, struct answer *answer) {
  g_autofree char *whole = answer_line(ledger, answer);
  answer->note = (char *)note_left_out;
  g_autofree char *page = answer_line(ledger, answer);
  for (char *at = text->str; (at = strstr(at, page)); at++) {
    if (at > text->str && at[-1] != '\n') continue;
    gssize place = at - text->str;
    g_string_erase(text, place, (gssize)strlen(page));
    g_string_insert(text, place, whole);
    return;
  }
}

static void notes_put_back(const struct ledger *ledger, GString *text, const char *database) {
  struct db *db = db_open(database, DB_READ);
  sqlite3_stmt *row =
      db_prepare(db, "SELECT id, disposition, note, coalesce(decided_by, ''), coalesce(decided_on, ''), coalesce(due, "
                     "''), coalesce(response, ''), coalesce(covers, '') FROM disposition WHERE note <> ''");
  while (db_step(db, row)) {
    char *cells[8];
    for (int i = 0; i < (int)G_N_ELEMENTS(cells); i++) cells[i] = (char *)db_text(row, i);
    struct answer answer = {cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]};
    note_put_back(ledger, text, &answer);
  }
  sqlite3_finalize(row);
  db_close(db);
}

static guint line_of(const char *text, const char *at) {
  guint line = 1;
  for (; text < at; text++) line += *text == '\n';
  return line;
}

void ledger_complete(const char *path, const char *out) {
  g_autofree char *before = NULL, *database = g_build_filename(out, "audit.db", NULL);
  if (!g_file_get_contents(path, &before, NULL, NULL) || !strstr(before, note_left_out)) return;
  struct ledger ledger;
  ledger_open(&ledger, path);
  g_autoptr(GString) text = g_string_new(ledger.text);
  if (g_file_test(database, G_FILE_TEST_IS_REGULAR)) notes_put_back(&ledger, text, database);
  const char *left = strstr(text->str, note_left_out);
  if (left)
    stop_input(path, line_of(text->str, left),
               "the note of what was referred is not on the page, and %s does not have it: put the ledger of the last run back, "
               "and add the new lines to it: nothing was replaced",
               database);
  ledger_write(path, text);
  g_array_unref(ledger.roles);
  g_free(ledger.text);
}

bool answers_waiting(const char *out) {
  g_autofree char *path = g_build_filename(out, "audit.xlsx", NULL);
  struct stat about;
  if (lstat(path, &about) < 0 || !S_ISREG(about.st_mode)) return false;
  g_autoptr(GHashTable) listed = manifest_read(out, manifest_name);
  const char *written = g_hash_table_lookup(listed, "audit.xlsx");
  if (!written) return false; /* of no run: publishing refuses to replace it */
  g_autofree char *sum = output_sha256(path);
  return !g_str_equal(sum, written);
}

bool answers_take(const char *out, const char *ledger) {
  g_autofree char *path = g_build_filename(out, "audit.xlsx", NULL);
  ledger_complete(ledger, out);
  if (!answers_waiting(out)) return false;
  g_autoptr(GPtrArray) answers = workbook_answers(path);
  guint added = ledger_append(ledger, answers);
  if (added)
    say_note(ledger, 0, "%u %s in %s %s added", added, added == 1 ? "answer" : "answers", path, added == 1 ? "was" : "were");
  return true;
}
