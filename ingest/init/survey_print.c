/* Prints what init recognised, for a person; compose.c writes audit.ini. */
#include "ingest/init/survey_print.h"
#include "ingest/kinds/kinds.h"
#include "include/text.h"
#include <stdio.h>

static void shown_print(const char *before, const char *text, const char *after) {
  g_autofree char *shown = text_show(text, true);
  printf("%s%s%s", before, shown, after);
}

static void kind_print(const struct probe *probe) {
  static const char *const sure[] = {[PROBE_KNOWN] = "", [PROBE_PERHAPS] = "perhaps ", [PROBE_LACKING] = "perhaps "};
  printf("  kind      %s%s: line %u reads as its header, %u of %u columns have a role\n", sure[probe->state], probe->kind->key,
         probe->sample.line, probe->named, probe->sample.count);
  if (probe->beside)
    printf("            its header differs from that of %s: name it in audit.ini if it is from the same system\n", probe->beside);
  else if (probe->state == PROBE_PERHAPS)
    puts("            so few that a person must say so: remove the # before its line in audit.ini");
  if (probe->missing) printf("            but no column for %s, without which it cannot be used\n", probe->missing);
  if (probe->rival && probe->state == PROBE_KNOWN)
    printf("            it would also do as %s: check which it is\n", probe->rival->key);
  if (probe->same_as) shown_print("            the same bytes as ", probe->same_as, ": named once\n");
}

static void figures_print(const struct survey *survey, const struct probe *probe) {
  sqlite3_stmt *rows = db_prepare(survey->db, "SELECT encoding, delimiter, rows, kept, duplicates, rejected, not_data, "
                                              "substr(first_at, 1, 10), substr(last_at, 1, 10) FROM source WHERE source = ?");
  db_bind_int(rows, 1, survey_source(survey, probe));
  if (db_step(survey->db, rows)) {
    printf("  read as   %s, delimiter %s; %d rows: %d kept, %d duplicates, %d rejected, %d not data", db_text(rows, 0),
           db_text(rows, 1), (int)db_int(rows, 2), (int)db_int(rows, 3), (int)db_int(rows, 4), (int)db_int(rows, 5),
           (int)db_int(rows, 6));
    if (!db_is_null(rows, 7)) printf("; %s to %s", db_text(rows, 7), db_text(rows, 8));
    putchar('\n');
  }
  sqlite3_finalize(rows);
}

static void notes_print(const struct survey *survey, const struct probe *probe) {
  sqlite3_stmt *rows = db_prepare(survey->db, "SELECT text FROM source_note WHERE source = ? AND line = 0 ORDER BY note");
  db_bind_int(rows, 1, survey_source(survey, probe));
  while (db_step(survey->db, rows)) shown_print("  note      ", db_text(rows, 0), "\n");
  sqlite3_finalize(rows);
}

static void absent_list(const struct probe *probe) {
  guint count = 0;
  for (int role = 0; role < probe->kind->role_count; role++)
    if (role_spoken(probe, role))
      printf("%s%s", count++ ? ", " : "              ROLE is one of: ", probe->kind->roles[role].name);
  puts(count ? "" : "              every role has a column: the line would replace another column by this one");
}

static void unplaced_print(const struct probe *probe, guint column) {
  g_autofree char *cells = probe_samples(probe, column), *header = text_show(probe->sample.header[column], true);
  int guess = role_guess(probe, column);
  printf("  not placed  \"%s\": %s\n", header, cells);
  if (!*header) {
    puts("              a column without a header cannot be named: give it one in a copy of the export, if it matters");
    return;
  }
  printf(
      "              if it matters, add to audit.ini:  [columns.%s]\n                                                %s = %s\n",
      probe->kind->key, guess == ROLE_NONE ? "ROLE" : probe->kind->roles[guess].name, header);
  if (guess == ROLE_NONE) absent_list(probe);
}

static void columns_print(const struct survey *survey, const struct probe *probe) {
  puts("  columns");
  for (guint i = 0; i < probe->columns.count; i++) {
    const struct column *column = &probe->columns.at[i];
    if (column->role == ROLE_NONE) continue;
    shown_print("    \"", column->header, "\"");
    printf(": %s (by its %s)%s\n", probe->kind->roles[column->role].name, column->how,
           g_strcmp0(column->how, "contents") ? "" : ": check it");
  }
  for (guint i = 0; i < probe->columns.count; i++)
    if (probe->columns.at[i].role == ROLE_NONE) unplaced_print(probe, i);
  for (int role = 0; role < probe->kind->role_count; role++) {
    if (!role_spoken(probe, role)) continue;
    g_autofree char *means = role_absent(survey, probe->kind, role);
    printf("  not found   %s: %s\n", probe->kind->roles[role].name, means);
  }
}

static void probe_print(const struct survey *survey, const struct probe *probe) {
  shown_print("", probe->name, probe->what ? ": " : "\n");
  if (probe->what) {
    shown_print("", probe->what, "\n");
    return;
  }
  kind_print(probe);
  if (probe->same_as) {
    putchar('\n');
    return;
  }
  figures_print(survey, probe);
  columns_print(survey, probe);
  notes_print(survey, probe);
  putchar('\n');
}

static void kind_files_print(const struct survey *survey, const struct kind *kind) {
  g_autoptr(GPtrArray) inputs = survey_inputs(survey, kind);
  g_autofree char *rules = kind_absent(survey, kind);
  if (!inputs->len && !kind->quiet)
    printf("No %s: %s%s\n", kind->key, rules ? "not tested: " : "", rules ? rules : "nothing depends on it");
  if (inputs->len < 2) return;
  printf("%s is in %u files, taken in this order:", kind->key, inputs->len);
  for (guint i = 0; i < inputs->len; i++) shown_print(i ? "; " : " ", ((struct probe *)inputs->pdata[i])->name, "");
  putchar('\n');
}

void survey_print(const struct survey *survey) {
  for (guint i = 0; i < survey->probes->len; i++) probe_print(survey, survey->probes->pdata[i]);
  putchar('\n');
  for (guint i = 0; kinds[i]; i++) kind_files_print(survey, kinds[i]);
  if (survey->failed) shown_print("A trial reading failed, as a run would: ", survey->failed, "\n");
  gint64 twice = db_value_int(survey->db, "SELECT count(*) FROM duplicate WHERE source <> of_source");
  if (twice) printf("%d rows are in two files that overlap: each counts once\n", (int)twice);
  fputs(survey->zone_words->str, stdout);
  fputs(survey->log_words->str, stdout);
}
