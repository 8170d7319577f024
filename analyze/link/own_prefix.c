/* Counts, for letters in front of the numbers that the log cites, how many of them are numbers of reports of about that day. How
   a number is read is number.c's. */
#include "analyze/link/own_prefix.h"
#include <string.h>

enum {
  ROWS_LEAST = 5,   /* with fewer rows nothing is learnt */
  SHARE_LEAST = 75, /* of them in a hundred are numbers of such reports */
  DAYS_BEFORE = 60, /* a report is begun this long before the search, at most */
  DAYS_AFTER = 14,
  LETTERS_MOST = 8
};

struct prefix {
  char *written; /* as the log first has it */
  guint rows, met;
};

static void prefix_free(gpointer data) {
  struct prefix *prefix = data;
  g_free(prefix->written), g_free(prefix);
}

/* The letters that TEXT begins with, if a number is attached to them; 0: none. */
static gsize letters_before(const char *text) {
  gsize length = 0;
  while (g_ascii_isalpha(text[length])) length++;
  return length >= 2 && length <= LETTERS_MOST && strspn(text + length, " -") <= 1 &&
                 g_ascii_isdigit(text[length + strspn(text + length, " -")])
             ? length
             : 0;
}

static bool report_near(const struct reports *reports, const struct citation *cited, gint32 day) {
  if (!cited->report || cited->report > reports->count) return false;
  const struct report_facts *facts = &reports->at[cited->report - 1];
  return facts->first_day <= day + DAYS_AFTER && facts->first_day >= day - DAYS_BEFORE;
}

static void row_count(GHashTable *prefixes, const struct numbers *numbers, const struct reports *reports, const char *text,
                      gint32 day) {
  gsize length = letters_before(text);
  struct citation cited[CITATIONS_MOST];
  if (!length || !numbers_read(numbers, text, false, day, cited) || cited->kind != CITE_FOREIGN) return;
  g_autofree char *letters = g_ascii_strdown(text, (gssize)length);
  struct prefix *prefix = g_hash_table_lookup(prefixes, letters);
  if (!prefix) {
    prefix = g_new0(struct prefix, 1);
    prefix->written = g_strndup(text, length);
    g_hash_table_insert(prefixes, g_strdup(letters), prefix);
  }
  prefix->rows++;
  prefix->met += report_near(reports, cited, day);
}

static void prefix_note(struct db *db, const struct prefix *prefix) {
  g_autofree char *words =
      g_strdup_printf("Numbers that begin with \"%s\" are taken for your own: %u of %u that the log cites so are numbers of your "
                      "reports of those days. "
                      "If they are another agency's, say what yours begin with in [case_numbers] own_prefixes.",
                      prefix->written, prefix->met, prefix->rows);
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO source_note (source, line, text, front) SELECT min(source), 0, ?1, 0 FROM "
                                    "source WHERE kind = 'user_log' AND NOT EXISTS (SELECT 1 FROM source_note WHERE text = ?1)");
  db_bind_text(to, 1, words);
  db_step(db, to);
  sqlite3_finalize(to);
}

void own_prefixes_learn(struct db *db, struct numbers *numbers, const struct reports *reports) {
  g_autofree char *said = db_setting(db, "case_numbers", "own_prefixes", NULL);
  if (said) return;
  g_autoptr(GHashTable) prefixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, prefix_free);
  sqlite3_stmt *rows = db_prepare(db, "SELECT case_number, day FROM event WHERE is_search AND case_number <> '' ORDER BY event");
  while (db_step(db, rows)) row_count(prefixes, numbers, reports, db_text(rows, 0), (gint32)db_int(rows, 1));
  sqlite3_finalize(rows);
  g_autoptr(GList) letters = g_list_sort(g_hash_table_get_keys(prefixes), (GCompareFunc)strcmp);
  for (GList *one = letters; one; one = one->next) {
    const struct prefix *prefix = g_hash_table_lookup(prefixes, one->data);
    if (prefix->rows < ROWS_LEAST || prefix->met * 100 < prefix->rows * SHARE_LEAST) continue;
    numbers_add_prefix(numbers, one->data);
    prefix_note(db, prefix);
  }
}
