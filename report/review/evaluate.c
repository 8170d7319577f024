/* Says what the answers on a sample's worksheet come to. The draw itself is sample_draw.c's. */
#include "report/review/sample_draw.h"
#include "include/choices.h"
#include "include/message.h"
#include "include/text.h"
#include "include/wrap.h"
#include "report/document/section.h"
#include <string.h>

#define WORKSHEET "report/sections/sample/10-sample-worksheet.sql"
enum { COLUMN_DRAW, COLUMN_EVENT };

struct evaluation {
  const struct worksheet *worksheet;
  const struct section *section;
  guint rows, width;
  guint noes[COLUMNS_MOST], open[COLUMNS_MOST]; /* by column: no; unsure or blank, which count as no */
  guint blank, unsure;
  guint any, any_no; /* rows with at least one that counts as no; with a no itself */
  GString *list;     /* those that count, in words */
};

static bool head_asks(const char *head) { return g_str_has_suffix(head, "?"); }

/* The columns that people fill in beside the answers. */
static bool head_free(const char *head) {
  return g_strv_contains((const char *const[]){"Note", "Read by", "Read on", NULL}, head);
}

static const char *cell(const struct worksheet *worksheet, guint row, guint column) {
  return ((char **)worksheet->rows->pdata[row])[column];
}

/* Spaces and what a spreadsheet makes of line ends do not matter. */
static char *cell_plain(const char *text) {
  g_autofree char *shown = text_show(text ? text : "", true);
  g_auto(GStrv) words = g_strsplit_set(shown, " \t", -1);
  GString *plain = g_string_new(NULL);
  for (char **word = words; *word; word++)
    if (**word) g_string_append_printf(plain, "%s%s", plain->len ? " " : "", *word);
  return g_string_free(plain, FALSE);
}

/* The mark "fingerprint/of/seed/size" of the worksheet, as what is to be drawn again; its parts are for g_strfreev. */
static char **mark_read(struct db *db, const struct worksheet *worksheet, struct sample_asked *asked) {
  guint last = worksheet->rows->len ? g_strv_length(worksheet->rows->pdata[0]) : 0;
  if (worksheet->rows->len < 2 || last < 3 || strcmp(cell(worksheet, 0, last - 1), "Drawn from"))
    stop_input(worksheet->path, 0,
               "is not the sheet \"Sample\" of a worksheet of faceaudit sample: its last column is \"Drawn from\"");
  char **parts = g_strsplit(cell(worksheet, 1, last - 1), "/", -1);
  g_autofree char *own = db_setting(db, "run", "fingerprint", "none");
  if (g_strv_length(parts) != 4)
    stop_input(worksheet->path, 2, "\"Drawn from\" was changed: it says by what the sample was drawn");
  if (strcmp(parts[0], own))
    stop_input(worksheet->path, 0,
               "was drawn from another audit (fingerprint %s, and this one is %s): name the folder it came from", parts[0], own);
  *asked = (struct sample_asked){.of = parts[1], .seed = parts[2], .size = g_ascii_strtoull(parts[3], NULL, 10)};
  if (!g_strv_contains((const char *const[]){"search", "report", "user", NULL}, asked->of) || !asked->size)
    stop_input(worksheet->path, 2, "\"Drawn from\" was changed: it says by what the sample was drawn");
  return parts;
}

/* The row of the worksheet that has this event; it must be there once. */
static guint event_row(const struct worksheet *worksheet, const char *event) {
  guint found = 0;
  for (guint i = 1; i < worksheet->rows->len; i++) {
    if (strcmp(cell(worksheet, i, COLUMN_EVENT), event)) continue;
    if (found) stop_input(worksheet->path, i + 1, "the search %s stands here twice, first in row %u", event, found + 1);
    found = i;
  }
  if (!found)
    stop_input(worksheet->path, 0, "the search %s was drawn and is not here: a row was removed or its event changed", event);
  return found;
}

static void answer_count(struct evaluation *evaluation, guint row, guint column, bool *any, bool *no) {
  const char *said = cell(evaluation->worksheet, row, column);
  g_autofree char *answer = g_utf8_strdown(said, -1);
  if (*answer && !g_strv_contains(sample_answers, answer))
    stop_input(evaluation->worksheet->path, row + 1, "\"%s\" is no answer to \"%s\": write yes, no, unsure or not applicable",
               said, cell(evaluation->worksheet, 0, column));
  if (!strcmp(answer, "yes") || !strcmp(answer, "not applicable")) return;
  evaluation->blank += !*answer;
  evaluation->unsure += !strcmp(answer, "unsure");
  bool open = !*answer || !strcmp(answer, "unsure");
  (open ? evaluation->open : evaluation->noes)[column]++;
  *any = true;
  *no |= !open;
}

static void row_evaluate(struct evaluation *evaluation, sqlite3_stmt *drawn) {
  guint row = event_row(evaluation->worksheet, db_text(drawn, COLUMN_EVENT));
  bool any = false, no = false;
  for (guint i = 0; i < evaluation->width; i++) {
    const char *head = sqlite3_column_name(drawn, (int)i);
    if (head_asks(head)) answer_count(evaluation, row, i, &any, &no);
    if (head_asks(head) || head_free(head)) continue;
    g_autofree char *was = cell_plain(db_text(drawn, (int)i)), *is = cell_plain(cell(evaluation->worksheet, row, i));
    if (strcmp(was, is))
      stop_input(evaluation->worksheet->path, row + 1,
                 "\"%s\" was changed: \"%s\" was written there, and \"%s\" stands there now", head, was, is);
  }
  evaluation->rows++;
  if (!any) return;
  evaluation->any++;
  evaluation->any_no += no;
  g_string_append_printf(evaluation->list, "%s%s", evaluation->list->len ? ", " : "", db_text(drawn, COLUMN_EVENT));
}

static void heads_check(const struct evaluation *evaluation, sqlite3_stmt *drawn) {
  if (g_strv_length(evaluation->worksheet->rows->pdata[0]) != evaluation->width)
    stop_input(evaluation->worksheet->path, 1, "has other columns than the worksheet that was drawn");
  for (guint i = 0; i < evaluation->width; i++)
    if (strcmp(cell(evaluation->worksheet, 0, i), sqlite3_column_name(drawn, (int)i)))
      stop_input(evaluation->worksheet->path, 1, "the head \"%s\" was changed: it was \"%s\"", cell(evaluation->worksheet, 0, i),
                 sqlite3_column_name(drawn, (int)i));
}

/* ------------------------------------------------------------------------------------------------------------------ words */

static void questions_print(const struct evaluation *evaluation) {
  for (guint i = 0; i < evaluation->width; i++) {
    const char *head = cell(evaluation->worksheet, 0, i);
    if (!head_asks(head)) continue;
    g_autofree char *open =
                        evaluation->open[i] ? g_strdup_printf(", %u unsure or not answered", evaluation->open[i]) : g_strdup(""),
                    *text = g_strdup_printf("%u of %u%s: %s", evaluation->noes[i], evaluation->rows, open, head);
    wrap_pair("answered no", text);
  }
}

static char *any_words(const struct evaluation *evaluation) {
  if (!evaluation->any) return g_strdup("none was answered no");
  g_autofree char *noes =
      g_strdup_printf("%u %s answered no to at least one question", evaluation->any_no, evaluation->any_no == 1 ? "was" : "were");
  guint open = evaluation->any - evaluation->any_no;
  if (!open) return g_steal_pointer(&noes);
  return g_strdup_printf("%s; %u more %s unsure or not answered in full, and %s with them", noes, open, open == 1 ? "is" : "are",
                         open == 1 ? "counts" : "count");
}

static void bound_print(const struct evaluation *evaluation, const struct sample_drawn *drawn, const char *seed,
                        struct share confidence) {
  g_autofree char *any = any_words(evaluation);
  const char *read = evaluation->blank ? "" : " and read";
  double sure = share_value(confidence);
  if (drawn->size == drawn->population) {
    g_autofree char *text = g_strdup_printf("All %" G_GUINT64_FORMAT
                                            " searches without findings were drawn (seed %s)%s; %s. A full reading has no bound.",
                                            drawn->population, seed, read, any);
    wrap_text(text, 0);
    return;
  }
  guint64 most = bound_finite(drawn->population, drawn->size, evaluation->any, sure);
  g_autofree char *text =
      g_strdup_printf("%" G_GUINT64_FORMAT " of the %" G_GUINT64_FORMAT
                      " searches without findings were drawn (seed %s)%s; %s. With %.6g %% confidence at most "
                      "%" G_GUINT64_FORMAT " of the %" G_GUINT64_FORMAT
                      " (%.1f %%) would be: of those not read at most %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT ".",
                      drawn->size, drawn->population, seed, read, any, 100 * sure, most, drawn->population,
                      100.0 * (double)most / (double)drawn->population, most - evaluation->any, drawn->population - drawn->size);
  g_autofree char *endless = g_strdup_printf("at most %.4f %% of a population without end (Clopper-Pearson, one-sided)",
                                             100 * bound_endless(drawn->size, evaluation->any, sure));
  wrap_text(text, 0);
  wrap_pair("beside it", endless);
}

static void limits_print(const struct evaluation *evaluation) {
  if (evaluation->blank + evaluation->unsure) {
    g_autofree char *text =
        g_strdup_printf("%u answers left blank and %u of \"unsure\" count as no.", evaluation->blank, evaluation->unsure);
    wrap_text(text, 0);
  }
  wrap_text("The bound holds for \"any no\", which is the one question that it was planned for; the six counts describe. This "
            "says nothing of the searches that have "
            "findings, or of searches that are not in the log.",
            0);
}

void sample_evaluate(struct db *db, const struct worksheet *worksheet, struct share confidence) {
  guint times;
  struct sample_asked asked;
  char **parts = mark_read(db, worksheet, &asked);
  struct sample_drawn drawn = sample_redraw(db, &asked);
  struct section *section = section_read(WORKSHEET);
  struct evaluation evaluation = {
      .worksheet = worksheet, .section = section, .list = g_string_new(NULL), .width = section->column_count};
  sqlite3_stmt *rows = section_open(db, section);
  heads_check(&evaluation, rows);
  while (db_step(db, rows)) row_evaluate(&evaluation, rows);
  sqlite3_finalize(rows);
  if (evaluation.rows + 1 != worksheet->rows->len)
    stop_input(worksheet->path, 0, "has %u rows, and %u were drawn: rows were added", worksheet->rows->len - 1, evaluation.rows);
  g_autofree char *folder = g_path_get_dirname(db->path), *earlier = sample_earlier(folder, drawn.sha256, &times);
  wrap_heading("What the sample says", 2);
  questions_print(&evaluation);
  if (evaluation.any) wrap_pair("to look at", evaluation.list->str);
  bound_print(&evaluation, &drawn, asked.seed, confidence);
  limits_print(&evaluation);
  if (times > 1) {
    g_autofree char *text = g_strdup_printf(
        "Drawn more than once: %s. Where a draw followed what an earlier one showed, say \"extended after seeing results\".",
        earlier);
    wrap_text(text, 0);
  }
  g_string_free(evaluation.list, TRUE);
  section_free(section);
  sample_drawn_clear(&drawn);
  g_strfreev(parts);
}
