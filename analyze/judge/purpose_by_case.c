/* Compares reasons that no word list knows with the reports to which their searches are linked. analyze/link/ makes the links. */
#include "analyze/judge/purpose_by_case.h"
#include <string.h>
#include "include/text.h"

/* A word counts if it has at least LETTERS, of which the first STEM are compared ("pumpkins", "pumpkin"). A word belongs to many
   cases if more than one in COMMON of the reports examined has it. */
enum { LETTERS = 4, STEM = 5, REPORTS_MOST = 2000, COMMON = 25 };

struct named_case {
  gint64 reason, report;
  char *text, *type, *number;
  GHashTable *here; /* stems in the report's narratives */
};

static void named_case_free(gpointer data) {
  struct named_case *one = data;
  g_free(one->text), g_free(one->type), g_free(one->number);
  g_hash_table_unref(one->here);
  g_free(one);
}

static char *stem_of(const char *word) { return g_utf8_substring(word, 0, MIN(g_utf8_strlen(word, -1), STEM)); }

/* Calls EACH with the stems of the words of TEXT that count. */
static void stems_each(const char *text, void (*each)(const char *word, const char *stem, gpointer data), gpointer data) {
  g_autofree char *words = text_words(text);
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  for (char **part = parts; *part; part++) {
    g_autofree char *stem = g_utf8_strlen(*part, -1) < LETTERS || g_ascii_isdigit(**part) ? NULL : stem_of(*part);
    if (stem) each(*part, stem, data);
  }
}

static void stem_keep(const char *word, const char *stem, gpointer stems) {
  (void)word;
  g_hash_table_add(stems, g_strdup(stem));
}

static GHashTable *stems_new(void) { return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL); }

/* The incident type of REPORT if it is a crime; NULL: none is, or one is something else. The caller's. */
static char *crime_of(struct db *db, struct purposes *purposes, sqlite3_stmt *types, gint64 report) {
  g_autofree char *crime = NULL;
  db_bind_int(types, 1, report);
  while (db_step(db, types)) {
    struct purpose purpose;
    purpose_read(purposes, db_text(types, 0), &purpose);
    bool criminal = !g_strcmp0(purpose.name, "criminal");
    g_free(purpose.words);
    g_free(crime);
    crime = criminal ? g_strdup(db_text(types, 0)) : NULL;
    if (!criminal) break;
  }
  db_reset(types);
  return g_steal_pointer(&crime);
}

static GPtrArray *cases_collect(struct db *db, struct purposes *purposes) {
  GPtrArray *cases = g_ptr_array_new_with_free_func(named_case_free);
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT r.reason, r.text, max(p.report), max(p.number) FROM reason r CROSS JOIN event_of_reason e USING "
                     "(reason) LEFT JOIN report p ON p.report = e.report"
                     " WHERE r.doubt = ?1 GROUP BY r.reason"
                     " HAVING count(DISTINCT p.report) = 1 AND min(coalesce(e.confidence >= 0.9 AND p.use_row NOT NULL, 0))");
  sqlite3_stmt *types = db_prepare(db, "SELECT DISTINCT f.type FROM row_meaning m JOIN report_fact f USING (row) WHERE m.report "
                                       "= ? AND f.type <> '' ORDER BY f.type");
  db_bind_text(rows, 1, purpose_words_unknown);
  while (db_step(db, rows)) {
    g_autofree char *type = crime_of(db, purposes, types, db_int(rows, 2));
    if (!type) continue;
    struct named_case *one = g_new(struct named_case, 1);
    *one = (struct named_case){
        db_int(rows, 0), db_int(rows, 2), g_strdup(db_text(rows, 1)), g_steal_pointer(&type), g_strdup(db_text(rows, 3)),
        stems_new()};
    g_ptr_array_add(cases, one);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(types);
  return cases;
}

static void narratives_stem(struct db *db, sqlite3_stmt *texts, gint64 report, GHashTable *stems) {
  db_bind_int(texts, 1, report);
  while (db_step(db, texts)) stems_each(db_text(texts, 0), stem_keep, stems);
  db_reset(texts);
}

/* The number of the first reports that contain each stem; and the number of these reports. */
static gint64 stems_count(struct db *db, sqlite3_stmt *texts, GHashTable *counts) {
  gint64 reports = 0;
  sqlite3_stmt *rows = db_prepare(db, "SELECT report FROM report ORDER BY report LIMIT ?");
  db_bind_int(rows, 1, REPORTS_MOST);
  for (; db_step(db, rows); reports++) {
    g_autoptr(GHashTable) stems = stems_new();
    narratives_stem(db, texts, db_int(rows, 0), stems);
    GHashTableIter each;
    gpointer stem;
    for (g_hash_table_iter_init(&each, stems); g_hash_table_iter_next(&each, &stem, NULL);)
      g_hash_table_insert(counts, g_strdup(stem), GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, stem)) + 1));
  }
  sqlite3_finalize(rows);
  return reports;
}

struct sharing {
  const struct named_case *of;
  GHashTable *counts;
  gint64 reports;
  GString *words; /* stems that the reason shares with its report and few other reports have */
};

static void word_share(const char *word, const char *stem, gpointer data) {
  struct sharing *sharing = data;
  gint64 count = GPOINTER_TO_UINT(g_hash_table_lookup(sharing->counts, stem));
  if (!g_hash_table_contains(sharing->of->here, stem) || (count > 2 && count * COMMON > sharing->reports)) return;
  g_string_append_printf(sharing->words, "%s%s", sharing->words->len ? " " : "", word);
}

static void case_decide(struct db *db, sqlite3_stmt *set, const struct sharing *sharing) {
  const struct named_case *one = sharing->of;
  if (!sharing->words->len) return;
  g_autofree char *why = g_strdup_printf(
      "The report that its searches are linked to, %s (%s), documents the use and has these words, too.", one->number, one->type);
  db_bind_text(set, 1, sharing->words->str);
  db_bind_text(set, 2, why);
  db_bind_int(set, 3, one->reason);
  db_step(db, set);
  db_reset(set);
}

void purposes_by_case(struct db *db, struct purposes *purposes) {
  g_autoptr(GPtrArray) cases = cases_collect(db, purposes);
  if (!cases->len) return;
  sqlite3_stmt *texts = db_prepare(db, "SELECT n.text FROM row_meaning m JOIN narrative n USING (row) WHERE m.report = ?");
  sqlite3_stmt *set =
      db_prepare(db, "UPDATE reason SET purpose = 'criminal', doubt = NULL, words = ?, by_case = ? WHERE reason = ?");
  g_autoptr(GHashTable) counts = stems_new();
  gint64 reports = stems_count(db, texts, counts);
  for (guint i = 0; i < cases->len; i++) {
    g_autoptr(GString) words = g_string_new(NULL);
    struct sharing sharing = {cases->pdata[i], counts, reports, words};
    narratives_stem(db, texts, sharing.of->report, sharing.of->here);
    stems_each(sharing.of->text, word_share, &sharing);
    case_decide(db, set, &sharing);
  }
  sqlite3_finalize(texts);
  sqlite3_finalize(set);
}
