/* Keeps answers in dispositions.csv, which only grows. What they mean is decided when the audit is analyzed. */
#include "ingest/answers/answers.h"
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

guint ledger_append(const char *path, const GPtrArray *answers) {
  struct ledger ledger;
  struct stat about;
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
  g_autoptr(GError) error = NULL;
  int mode = stat(path, &about) == 0 ? (int)(about.st_mode & 0777) : 0600;
  if (added && !g_file_set_contents_full(path, text->str, (gssize)text->len,
                                         G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &error))
    stop_system(path, "cannot be written: %s: nothing was replaced", error->message);
  g_array_unref(ledger.roles);
  g_free(ledger.text);
  return added;
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
  if (!answers_waiting(out)) return false;
  g_autoptr(GPtrArray) answers = workbook_answers(path);
  guint added = ledger_append(ledger, answers);
  if (added)
    say_note(ledger, 0, "%u %s in %s %s added", added, added == 1 ? "answer" : "answers", path, added == 1 ? "was" : "were");
  return true;
}
