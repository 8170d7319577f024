/* Composes the text of a first audit.ini: what was recognised as lines, what is doubtful as comments, what only a person knows as
   lines to fill in, which a run refuses while they are empty. */
#include "ingest/init/compose.h"
#include "ingest/init/ini_text.h"
#include "ingest/init/like.h"
#include "ingest/kinds/kinds.h"
#include <string.h>

/* --------------------------------------------------------------------------------------------------------- period */

struct span {
  gint32 first, last;
  gint64 events;
};

/* If a log is in UTC without saying so, an evening of the period's last day can look like the first morning of the next month. */
static gint32 evening_trim(const struct survey *survey, gint32 last, gint64 last_at, const char *zone_name) {
  int year, month, day;
  day_date(last, &year, &month, &day);
  bool marked = !g_strcmp0(zone_name, "marked in the cells") || !g_strcmp0(zone_name, "UTC, by its header");
  return survey->zone < 0 && marked && day == 1 && last_at % 86400 < 10 * 3600 ? last - 1 : last;
}

static struct span span_read(const struct survey *survey) {
  struct span span = {G_MAXINT32, G_MININT32, 0};
  sqlite3_stmt *rows = db_prepare(
      survey->db,
      "SELECT min(e.at), max(e.at), count(*), s.time_zone FROM event e JOIN source s USING (source) GROUP BY s.source");
  while (db_step(survey->db, rows)) {
    const char *zone = db_text(rows, 3);
    span.first = MIN(span.first, survey_day(survey, db_int(rows, 0), zone));
    span.last = MAX(span.last, evening_trim(survey, survey_day(survey, db_int(rows, 1), zone), db_int(rows, 1), zone));
    span.events += db_int(rows, 2);
  }
  sqlite3_finalize(rows);
  return span;
}

static void years_add(const struct survey *survey, GString *ini) {
  sqlite3_stmt *rows =
      db_prepare(survey->db, "SELECT strftime('%Y', at, 'unixepoch'), count(*) FROM event GROUP BY 1 ORDER BY 1");
  while (db_step(survey->db, rows)) {
    g_autofree char *line = g_strdup_printf("  %s: %d rows", db_text(rows, 0), (int)db_int(rows, 1));
    comment_add(ini, line);
  }
  sqlite3_finalize(rows);
}

static void period_add(const struct survey *survey, GString *ini, GString *fill) {
  struct span span = span_read(survey);
  char first[16], last[16], from[16], to[16];
  int year, month, day, to_year, to_month;
  g_string_append(ini, "\n[period]\n");
  if (survey->like && span.events && like_period(survey->like, span.first, span.last, ini)) {
    g_autofree char *words = g_strdup_printf("The log runs from %s to %s.", day_iso(span.first, first), day_iso(span.last, last));
    comment_add(ini, words);
    return;
  }
  if (!span.events) {
    comment_add(ini, "The first and last day of the audit, such as 2022-06-01 and 2023-05-31:");
    fill_add(ini, fill, "from");
    fill_add(ini, fill, "to");
    return;
  }
  day_date(span.first, &year, &month, &day);
  day_date(span.last, &to_year, &to_month, &day);
  int months = (to_year - year) * 12 + to_month - month + 1;
  day_iso(day_number(year, month, 1), from);
  day_iso((to_month == 12 ? day_number(to_year + 1, 1, 1) : day_number(to_year, to_month + 1, 1)) - 1, to);
  g_autofree char *words = g_strdup_printf("The log runs from %s to %s; in whole months, %d of them. Both days count.",
                                           day_iso(span.first, first), day_iso(span.last, last), months);
  comment_add(ini, words);
  if (months > 12) {
    comment_add(ini, "That is more than a year. The directive asks for a yearly audit: narrow the period to one, and check years "
                     "that cannot be:");
    years_add(survey, ini);
  }
  value_add(ini, "from", from);
  value_add(ini, "to", to);
}

/* --------------------------------------------------------------------------------------------------------- inputs */

static void kind_add(const struct survey *survey, GString *ini, const struct kind *kind) {
  g_autoptr(GPtrArray) inputs = survey_inputs(survey, kind);
  g_autofree char *rules = kind_absent(survey, kind);
  for (guint i = 0; i < inputs->len; i++) {
    g_autofree char *name = list_part(((struct probe *)inputs->pdata[i])->name);
    g_string_append_printf(ini, "%s%s%s", i ? "; " : kind->key, i ? "" : " = ", name);
  }
  if (inputs->len) g_string_append_c(ini, '\n');
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    if (probe->used || probe->what || probe->same_as || probe->kind != kind) continue;
    g_autofree char *words =
        probe->missing ? g_strdup_printf("%s looks like this kind, but has no column for %s:", probe->name, probe->missing)
        : probe->beside
            ? g_strdup_printf("%s also reads as this kind, but its header differs from that of %s. If it is from the same "
                              "system, add it there after a ;:",
                              probe->name, probe->beside)
            : g_strdup_printf("%s may be of this kind: %u of its %u columns are known. Remove the # if it is:", probe->name,
                              probe->named, probe->sample.count);
    g_autofree char *name = list_part(probe->name), *line = g_strdup_printf("%s = %s", kind->key, name);
    comment_add(ini, words);
    comment_add(ini, line);
  }
  if (inputs->len || !rules) return;
  g_autofree char *words = g_strdup_printf("No file reads as %s. Without one these rules are not tested: %s", kind->key, rules);
  comment_add(ini, words);
}

static void inputs_add(const struct survey *survey, GString *ini) {
  g_string_append(ini, "\n[inputs]\n");
  comment_add(ini, "Several files of one kind are separated by ; and rows that are in two of them count once.");
  for (guint i = 0; kinds[i]; i++) kind_add(survey, ini, kinds[i]);
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    if (!probe->what && !probe->same_as) continue;
    g_autofree char *words = probe->what ? g_strdup_printf("Left out: %s: %s", probe->name, probe->what)
                                         : g_strdup_printf("Left out: %s, the same bytes as %s", probe->name, probe->same_as);
    comment_add(ini, words);
  }
}

/* --------------------------------------------------------------------------------------------------------- columns */

/* A file that is used although it lacks something gets lines to fill in. */
static void missing_add(const struct probe *probe, GString *ini, GString *fill) {
  if (!probe->missing) return;
  g_string_append_printf(ini, "\n[columns.%s]\n", probe->kind->key);
  comment_add(ini, "Write the header of the column for each role; the headers are:");
  for (guint i = 0; i < probe->sample.count; i++) {
    g_autofree char *cells = probe_samples(probe, i), *line = g_strdup_printf("  %s   %s", probe->sample.header[i], cells);
    comment_add(ini, line);
  }
  g_auto(GStrv) roles = g_strsplit(probe->missing, ", ", -1);
  for (char **role = roles; *role; role++) fill_add(ini, fill, *role);
}

static void column_add(const struct probe *probe, GString *ini, guint at) {
  const struct column *column = &probe->columns.at[at];
  if (column->role != ROLE_NONE && g_strcmp0(column->how, "contents")) return;
  int role = column->role == ROLE_NONE ? role_guess(probe, at) : column->role;
  g_autofree char *cells = probe_samples(probe, at);
  g_autofree char *line = g_strdup_printf("%s = %s", role == ROLE_NONE ? "ROLE" : probe->kind->roles[role].name, column->header);
  g_autofree char *words =
      g_strdup_printf("    %s%s", column->role == ROLE_NONE ? "not placed: " : "placed by its contents alone; check it: ", cells);
  comment_add(ini, line);
  comment_add(ini, words);
}

static void columns_add(const struct probe *probe, GString *ini) {
  guint before = (guint)ini->len;
  g_autofree char *title = g_strdup_printf("Columns of %s that no header identifies. If one plays a role, remove the # before "
                                           "its line and before that of the section:",
                                           probe->name);
  g_autofree char *section = g_strdup_printf("[columns.%s]", probe->kind->key);
  g_string_append_c(ini, '\n');
  comment_add(ini, title);
  comment_add(ini, section);
  guint empty = (guint)ini->len;
  for (guint i = 0; i < probe->columns.count; i++) column_add(probe, ini, i);
  if (ini->len == empty) g_string_truncate(ini, before);
}

/* An earlier file of the kind has the same header: what is said about it applies to this one. */
static bool header_known(const struct survey *survey, guint at) {
  const struct probe *probe = survey->probes->pdata[at];
  for (guint i = 0; i < at; i++) {
    const struct probe *other = survey->probes->pdata[i];
    if (other->used && other->kind == probe->kind &&
        g_strv_equal((const char *const *)other->sample.header, (const char *const *)probe->sample.header))
      return true;
  }
  return false;
}

static void doubts_add(const struct survey *survey, guint at, GString *ini) {
  const struct probe *probe = survey->probes->pdata[at];
  sqlite3_stmt *rows = db_prepare(
      survey->db, "SELECT text FROM source_note WHERE source = ?1 AND line = 0 AND text LIKE '%both orders fit%' UNION ALL"
                  " SELECT rejected || ' of its ' || rows || ' rows cannot be read: see faceaudit inspect' FROM source WHERE "
                  "source = ?1 AND rejected * 20 > rows UNION ALL"
                  " SELECT 'No row of it could be kept.' FROM source WHERE source = ?1 AND kept = 0 AND duplicates = 0");
  db_bind_int(rows, 1, survey_source(survey, probe));
  while (db_step(survey->db, rows)) {
    g_autofree char *line = g_strdup_printf("Doubt: %s: %s", probe->name, db_text(rows, 0));
    comment_add(ini, line);
  }
  sqlite3_finalize(rows);
  for (int role = 0; role < probe->kind->role_count; role++) {
    if (header_known(survey, at) || !role_spoken(probe, role)) continue;
    g_autofree char *means = role_absent(survey, probe->kind, role),
                    *line = g_strdup_printf("%s has no column for %s: %s", probe->name, probe->kind->roles[role].name, means);
    comment_add(ini, line);
  }
}

static void log_add(const struct survey *survey, GString *ini) {
  if (!survey->log_words->len || like_has(survey->like, "log")) return;
  g_string_append(ini, "\n[log]\n");
  comments_add(ini, survey->log_words->str);
  if (!survey->log_local) g_string_append(ini, survey->log_utc ? "timezone = UTC\n" : "# timezone = UTC\n");
}

char *ini_compose(const struct survey *survey, char **to_fill) {
  GString *ini = g_string_new("# The settings of an audit, as faceaudit init found them. Lines that begin with # are comments.\n"
                              "# Fill in the lines that end with =, check the others, then: faceaudit run\n\n[agency]\n");
  GString *fill = g_string_new(NULL);
  if (survey->like) like_agency(survey->like, ini);
  else agency_add(survey, ini, fill);
  period_add(survey, ini, fill);
  inputs_add(survey, ini);
  gint64 twice = db_value_int(survey->db, "SELECT count(*) FROM duplicate WHERE source <> of_source");
  g_autofree char *words = twice ? g_strdup_printf("%d rows are in two files that overlap: each counts once.", (int)twice) : NULL;
  if (words) comment_add(ini, words);
  if (survey->failed) comment_add(ini, "Doubt: a trial reading failed, as a run would:"), comment_add(ini, survey->failed);
  for (guint i = 0; i < survey->probes->len; i++)
    if (((struct probe *)survey->probes->pdata[i])->used) doubts_add(survey, i, ini);
  log_add(survey, ini);
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    if (!probe->used) continue;
    g_autofree char *section = g_strconcat("columns.", probe->kind->key, NULL);
    bool like = like_has(survey->like, section);
    if (!header_known(survey, i) && like) like_columns(survey->like, probe, ini);
    if (like) continue;
    missing_add(probe, ini, fill);
    if (!header_known(survey, i)) columns_add(probe, ini);
  }
  if (survey->like) like_others(survey->like, ini);
  *to_fill = g_string_free(fill, FALSE);
  return g_string_free(ini, FALSE);
}
