/* Composes the section [agency] of a first audit.ini: whose exports these are, its time zone, its units. What is not clear is
   left to fill in. */
#include "ingest/init/compose.h"
#include "ingest/init/ini_text.h"
#include "include/text.h"
#include <string.h>

static const char *const agency_words[] = {"police", "sheriff", "pd", "so", "department", "dept", NULL};

static const struct {
  const char *brief, *whole;
} briefs[] = {{"pd", "Police Department"},  {"p.d.", "Police Department"}, {"so", "Sheriff's Office"},
              {"s.o.", "Sheriff's Office"}, {"dept", "Department"},        {"dept.", "Department"}};

/* CABRILLO POINT PD -> Cabrillo Point Police Department: numbers are recognised as the agency's own by the initials of its full
   name. */
static char *agency_spelled(const char *name) {
  g_auto(GStrv) words = g_strsplit_set(name, " \t\n", -1);
  g_autofree char *upper = g_utf8_strup(name, -1);
  bool shout = !strcmp(upper, name);
  GString *spelled = g_string_new(NULL);
  for (char **word = words; *word; word++) {
    if (!**word) continue;
    g_autofree char *small = g_utf8_strdown(*word, -1), *rest = shout ? g_strdup(g_utf8_next_char(small)) : NULL;
    const char *whole = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(briefs) && word != words; i++)
      if (!strcmp(small, briefs[i].brief)) whole = briefs[i].whole;
    if (spelled->len) g_string_append_c(spelled, ' ');
    if (whole || !shout) g_string_append(spelled, whole ? whole : *word);
    else if (word != words && (!strcmp(small, "of") || !strcmp(small, "the"))) g_string_append(spelled, small);
    else g_string_append_unichar(spelled, g_utf8_get_char(*word)), g_string_append(spelled, rest);
  }
  return g_string_free(spelled, FALSE);
}

/* Of a title such as "Cabrillo Point PD - RMS extract" the part that names an agency; NULL if no part does. */
static char *title_agency(const char *title) {
  g_auto(GStrv) parts = g_regex_split_simple("\\s+[-\xE2\x80\x93|:]+\\s+|[\\t|;,\"(]+|:\\s", title, 0, 0);
  for (char **part = parts; part && *part; part++) {
    g_autofree char *words = text_words(*part);
    g_auto(GStrv) each = g_strsplit(words, " ", -1);
    guint count = g_strv_length(each);
    for (guint i = 0; i < count; i++)
      if (count >= 2 && count <= 8 && g_strv_contains(agency_words, each[i])) return text_trim(g_strdup(*part));
  }
  return NULL;
}

static char *titles_agency(const struct survey *survey, const char **file) {
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    for (guint k = 0; probe->used && k < probe->sample.titles->len; k++) {
      char *found = title_agency(probe->sample.titles->pdata[k]);
      if (found) return *file = probe->name, found;
    }
  }
  return NULL;
}

/* NULL: no value of the log's agency column is on most rows. */
static char *column_agency(const struct survey *survey, GString *ini) {
  gint64 stated = db_value_int(survey->db, "SELECT count(*) FROM event WHERE agency <> ''");
  sqlite3_stmt *rows = db_prepare(
      survey->db, "SELECT min(agency), count(*) FROM event WHERE agency <> '' GROUP BY lower(agency) ORDER BY 2 DESC, 1 LIMIT 1");
  char *name = NULL;
  if (db_step(survey->db, rows) && db_int(rows, 1) * 5 >= stated * 3) {
    name = g_strndup(db_text(rows, 0), 120);
    g_autofree char *words = g_strdup_printf("%d of the %d rows of the log that state an agency have \"%s\". Check that this is "
                                             "its full name: numbers are recognised by it.",
                                             (int)db_int(rows, 1), (int)stated, name);
    comment_add(ini, words);
  }
  sqlite3_finalize(rows);
  return name;
}

static void agency_name_add(const struct survey *survey, GString *ini, GString *fill) {
  const char *file = NULL;
  g_autofree char *name = column_agency(survey, ini);
  if (!name && (name = titles_agency(survey, &file))) {
    g_autofree char *words = g_strdup_printf(
        "A title line of %s has \"%s\". Check that this is the agency's full name: numbers are recognised by it.", file, name);
    comment_add(ini, words);
  }
  g_autofree char *spelled = name ? agency_spelled(name) : NULL;
  if (spelled && *spelled) value_add(ini, "name", spelled);
  else {
    comment_add(ini, "No file names the agency. Its full name, such as New Heron Beach Police Department:");
    fill_add(ini, fill, "name");
  }
}

static void timezone_add(const struct survey *survey, GString *ini, GString *fill) {
  comments_add(ini, survey->zone_words->str);
  if (survey->zone_sure) {
    value_add(ini, "timezone", survey->zones[survey->zone].name);
    return;
  }
  comment_add(ini, "The time zone the agency keeps, such as America/New_York or America/Chicago (a name of the tz database):");
  if (survey->zone >= 0) {
    g_autofree char *words =
        g_strdup_printf("The evidence above speaks for %s, but only you know.", survey->zones[survey->zone].name);
    comment_add(ini, words);
  }
  fill_add(ini, fill, "timezone");
}

static const char units_sql[] = "SELECT min(unit), count(DISTINCT person), sum(searches) FROM (SELECT a.unit, a.person, (SELECT "
                                "count(*) FROM event e JOIN account c USING (account)"
                                " JOIN person p USING (user_key) WHERE p.person = a.person AND e.is_search AND e.day >= "
                                "coalesce(a.from_day, e.day) AND e.day <= coalesce(a.to_day, e.day)) AS searches"
                                " FROM assignment a WHERE a.unit <> '') GROUP BY lower(unit) ORDER BY 3 DESC, 2 DESC, 1";

static bool units_exported(const struct survey *survey) {
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    if (!probe->used || strcmp(probe->kind->key, "personnel")) continue;
    if (probe->columns.of[role_named(probe->kind, "unit")] >= 0) return true;
  }
  return false;
}

static void units_add(const struct survey *survey, GString *ini, GString *fill) {
  g_autoptr(GString) all = g_string_new(NULL);
  sqlite3_stmt *rows = db_prepare(survey->db, units_sql);
  while (db_step(survey->db, rows)) {
    g_autofree char *line =
        g_strdup_printf("  %s: %d members, %d searches", db_text(rows, 0), (int)db_int(rows, 1), (int)db_int(rows, 2));
    if (!all->len)
      comment_add(ini, "The units of the personnel file, their members and the searches made by them while they belonged to it:");
    comment_add(ini, line);
    g_string_append_printf(all, "%s%s", all->len ? "; " : "", db_text(rows, 0));
  }
  sqlite3_finalize(rows);
  if (!all->len && !units_exported(survey)) {
    comment_add(ini,
                "No unit is known from a personnel file: whoever has a dated approval may search. Units would be named here:");
    comment_add(ini, "authorized_units = Criminal Investigations Unit");
    return;
  }
  comment_add(ini, "The directive authorises some units, not all; who searched does not show who may. Copy this list after the "
                   "= below and delete");
  comment_add(ini, "the units whose members may not search without an approval of their own:");
  comment_add(ini, all->len ? all->str : "Criminal Investigations Unit; Narcotics");
  fill_add(ini, fill, "authorized_units");
}

static void systems_add(const struct survey *survey, GString *ini) {
  if (!survey->systems) return;
  comment_add(ini, "What the narratives seem to call facial recognition, besides the names that are known:");
  comments_add(ini, survey->systems_words->str);
  value_add(ini, "systems", survey->systems);
}

void agency_add(const struct survey *survey, GString *ini, GString *fill) {
  agency_name_add(survey, ini, fill);
  comment_add(ini, "The number of the directive, as reports call it:");
  value_add(ini, "directive", "32-6");
  timezone_add(survey, ini, fill);
  units_add(survey, ini, fill);
  systems_add(survey, ini);
}
