/* Keeps answers in dispositions.csv, which only grows. What they mean is decided when the audit is analyzed. */
#include "ingest/answers/answers.h"
#include "include/folder/manifest.h"
#include "include/message.h"
#include "include/output.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const char head[] = "id,disposition,note,decided_by,decided_on,due,response";

/* Which value of an answer a column holds, by the names that people give it; -1: none. */
static int column_value(const char *name) {
  static const struct {
    const char *name;
    int value;
  } names[] = {{"id", 0},          {"finding_id", 0}, {"finding id", 0}, {"finding", 0}, {"matter_id", 0},  {"passage_id", 0},
               {"disposition", 1}, {"answer", 1},     {"note", 2},       {"notes", 2},   {"decided_by", 3}, {"decided by", 3},
               {"by", 3},          {"decided_on", 4}, {"decided on", 4}, {"on", 4},      {"due", 5},        {"response", 6}};
  g_autofree char *plain = g_ascii_strdown(name, -1);
  g_strdelimit(g_strstrip(plain), "\"", ' ');
  g_strstrip(plain);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (g_str_equal(plain, names[i].name)) return names[i].value;
  return -1;
}

static const char *answer_value(const struct answer *answer, int value) {
  const char *const values[] = {answer->id,         answer->disposition, answer->note,    answer->decided_by,
                                answer->decided_on, answer->due,         answer->response};
  return value < 0 ? "" : values[value];
}

struct ledger {
  const char *path;
  char *text;
  char mark;       /* between cells */
  const char *end; /* of its lines */
  GArray *values;  /* of int: what each column holds */
};

static void head_read(struct ledger *ledger) {
  const char *start = g_str_has_prefix(ledger->text, "\xEF\xBB\xBF") ? ledger->text + 3 : ledger->text;
  g_autofree char *line = g_strndup(start, strcspn(start, "\r\n"));
  ledger->mark = !strchr(line, ',') && strchr(line, ';') ? ';' : !strchr(line, ',') && strchr(line, '\t') ? '\t' : ',';
  ledger->end = strstr(ledger->text, "\r\n") ? "\r\n" : "\n";
  g_auto(GStrv) names = g_strsplit(line, (const char[]){ledger->mark, 0}, -1);
  for (char **name = names; *name; name++) {
    int value = column_value(*name);
    g_array_append_val(ledger->values, value);
  }
}

static bool ledger_has(const struct ledger *ledger, int value) {
  for (guint i = 0; i < ledger->values->len; i++)
    if (g_array_index(ledger->values, int, i) == value) return true;
  return false;
}

static void ledger_open(struct ledger *ledger, const char *path) {
  struct stat about;
  *ledger = (struct ledger){.path = path, .values = g_array_new(FALSE, FALSE, sizeof(int))};
  if (lstat(path, &about) < 0 && errno == ENOENT) ledger->text = g_strconcat(head, "\n", NULL);
  else if (!S_ISREG(about.st_mode)) stop_input(path, 0, "this is not a file: answers are kept in a file of that name");
  else if (!g_file_get_contents(path, &ledger->text, NULL, NULL)) stop_system(path, "cannot be read: nothing was replaced");
  if (!*ledger->text) g_free(ledger->text), ledger->text = g_strconcat(head, "\n", NULL);
  if (!g_utf8_validate(ledger->text, -1, NULL))
    stop_input(path, 0, "holds bytes that are not UTF-8: save it as UTF-8, so that answers can be added: nothing was replaced");
  head_read(ledger);
  if (!ledger_has(ledger, 0) || !ledger_has(ledger, 1))
    stop_input(
        path, 1,
        "its header has no column \"id\" or \"disposition\": the answers in audit.xlsx cannot be added: nothing was replaced");
}

static void cell_put(GString *line, const char *value, char mark) {
  bool quoted = strchr(value, mark) || strpbrk(value, "\"\r\n");
  if (!quoted) {
    g_string_append(line, value);
    return;
  }
  g_auto(GStrv) parts = g_strsplit(value, "\"", -1);
  g_autofree char *doubled = g_strjoinv("\"\"", parts);
  g_string_append_printf(line, "\"%s\"", doubled);
}

static char *answer_line(const struct ledger *ledger, const struct answer *answer) {
  static const char *const names[] = {"id", "disposition", "note", "decided_by", "decided_on", "due", "response"};
  GString *line = g_string_new(NULL);
  for (int value = 0; value < (int)G_N_ELEMENTS(names); value++)
    if (*answer_value(answer, value) && !ledger_has(ledger, value))
      stop_input(ledger->path, 1, "has no column \"%s\", which audit.xlsx gives: add it to the header: nothing was replaced",
                 names[value]);
  for (guint i = 0; i < ledger->values->len; i++) {
    if (i) g_string_append_c(line, ledger->mark);
    cell_put(line, answer_value(answer, g_array_index(ledger->values, int, i)), ledger->mark);
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
  g_array_unref(ledger.values);
  g_free(ledger.text);
  return added;
}

bool answers_waiting(const char *out) {
  g_autofree char *path = g_build_filename(out, "audit.xlsx", NULL);
  struct stat about;
  if (lstat(path, &about) < 0 || !S_ISREG(about.st_mode)) return false;
  g_autoptr(GHashTable) listed = manifest_read(out);
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
