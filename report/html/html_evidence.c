/* Finds the source rows of the chosen findings in one pass over all rows, and writes them. What each says comes from
   report/sections/html/67-html-row-*. */
#include "report/html/html_evidence.h"
#include "report/html/html_write.h"
#include "report/chart/scale.h"
#include "report/document/section.h"
#include <string.h>

struct place {
  gint64 source, line;
};

/* A row at a wanted place; a line of the personnel file has two. */
struct hit {
  gint64 part, row; /* of the table, and in it */
  struct hit *next;
};

/* The tables whose rows are shown, each by the section 67-html-row-NAME and the table's KEY. A line of the personnel file has a
   row in two of them, which are shown in this order. */
static const struct {
  const char *name, *table, *key;
} parts[] = {{"event", "event", "event"},           {"report", "report_fact", "row"}, {"person", "person", "person"},
             {"assignment", "assignment", "rowid"}, {"notice", "notice", "notice"},   {"shift", "shift", "shift"},
             {"reject", "reject", "rowid"}};

struct evidence {
  struct db *db;
  sqlite3_stmt *told[G_N_ELEMENTS(parts)];
  GPtrArray *paths;   /* of files, by source */
  GHashTable *wanted; /* struct place -> struct hit *, NULL where no row was found */
  GArray *held;       /* of struct place: those of one finding */
};

static guint place_hash(gconstpointer at) {
  const struct place *place = at;
  guint64 hash = ((guint64)place->source << 48 ^ (guint64)place->line) * 0x9E3779B97F4A7C15ULL;
  return (guint)(hash >> 32);
}

static gboolean place_equal(gconstpointer a, gconstpointer b) {
  const struct place *x = a, *y = b;
  return x->source == y->source && x->line == y->line;
}

static gint place_compare(gconstpointer a, gconstpointer b) {
  const struct place *x = a, *y = b;
  if (x->source != y->source) return x->source < y->source ? -1 : 1;
  return (x->line > y->line) - (x->line < y->line);
}

static void hits_free(void *data) {
  for (struct hit *hit = data, *next; hit; hit = next) {
    next = hit->next;
    g_free(hit);
  }
}

static sqlite3_stmt *rows_open(struct db *db, const char *path) {
  struct section *section = section_read(path);
  sqlite3_stmt *rows = section_open(db, section);
  section_free(section);
  return rows;
}

struct evidence *evidence_new(struct db *db) {
  struct evidence *evidence = g_new0(struct evidence, 1);
  *evidence = (struct evidence){.db = db,
                                .paths = section_sources(db),
                                .wanted = g_hash_table_new_full(place_hash, place_equal, g_free, hits_free),
                                .held = g_array_new(FALSE, FALSE, sizeof(struct place))};
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
    g_autofree char *path = g_strdup_printf("report/sections/html/67-html-row-%s.sql", parts[i].name);
    evidence->told[i] = rows_open(db, path);
  }
  return evidence;
}

void evidence_free(struct evidence *evidence) {
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) sqlite3_finalize(evidence->told[i]);
  g_ptr_array_unref(evidence->paths);
  g_hash_table_unref(evidence->wanted);
  g_array_unref(evidence->held);
  g_free(evidence);
}

/* In the order of files and lines. */
static void places_read(struct evidence *evidence, const char *places) {
  g_array_set_size(evidence->held, 0);
  for (const char *at = places; at && *at;) {
    char *end;
    struct place place = {.source = g_ascii_strtoll(at, &end, 10)};
    if (*end != ':') break;
    place.line = g_ascii_strtoll(end + 1, &end, 10);
    g_array_append_val(evidence->held, place);
    at = *end ? end + 1 : end;
  }
  g_array_sort(evidence->held, place_compare);
}

void evidence_want(struct evidence *evidence, const char *places) {
  places_read(evidence, places);
  for (guint i = 0; i < MIN(evidence->held->len, EVIDENCE_MOST); i++) {
    const struct place *place = &g_array_index(evidence->held, struct place, i);
    if (!g_hash_table_contains(evidence->wanted, place))
      g_hash_table_insert(evidence->wanted, g_memdup2(place, sizeof *place), NULL);
  }
}

static void hit_keep(struct evidence *evidence, const struct place *place, gint64 part, gint64 row) {
  void *key, *first;
  if (!g_hash_table_lookup_extended(evidence->wanted, place, &key, &first)) return;
  struct hit *hit = g_new(struct hit, 1), *last = first;
  *hit = (struct hit){part, row, NULL};
  while (last && last->next) last = last->next;
  if (last) last->next = hit;
  else {
    g_hash_table_steal(evidence->wanted, key);
    g_hash_table_insert(evidence->wanted, key, hit);
  }
}

void evidence_find(struct evidence *evidence) {
  for (guint i = 0; i < G_N_ELEMENTS(parts) && g_hash_table_size(evidence->wanted); i++) {
    g_autofree char *sql =
        g_strdup_printf("SELECT source, line, %s FROM %s ORDER BY %s", parts[i].key, parts[i].table, parts[i].key);
    sqlite3_stmt *row = db_prepare(evidence->db, sql);
    while (db_step(evidence->db, row)) {
      struct place place = {db_int(row, 0), db_int(row, 1)};
      hit_keep(evidence, &place, i, db_int(row, 2));
    }
    sqlite3_finalize(row);
  }
}

/* Each column on its own line. */
static void hit_write(struct evidence *evidence, struct output *file, const struct hit *hit) {
  sqlite3_stmt *row = evidence->told[hit->part];
  db_bind_int(row, 1, hit->row);
  if (db_step(evidence->db, row))
    for (int i = 0; i < sqlite3_column_count(row); i++) {
      if (db_is_null(row, i)) continue;
      html_text(file, sqlite3_column_name(row, i));
      output_put(file, "\t", 1);
      html_text(file, db_text(row, i));
      output_put(file, "\n", 1);
    }
  sqlite3_reset(row);
}

static void place_write(struct evidence *evidence, struct output *file, const struct place *place) {
  bool known = place->source >= 0 && place->source < (gint64)evidence->paths->len;
  output_print(file, "<h4>");
  html_text(file, known ? evidence->paths->pdata[place->source] : NULL);
  char line[48];
  output_put(file, line, (gsize)g_snprintf(line, sizeof line, ":%d</h4><pre>", (int)place->line));
  for (const struct hit *hit = g_hash_table_lookup(evidence->wanted, place); hit; hit = hit->next) hit_write(evidence, file, hit);
  output_print(file, "</pre>\n");
}

void evidence_write(struct evidence *evidence, struct output *file, const char *places) {
  places_read(evidence, places);
  for (guint i = 0; i < MIN(evidence->held->len, EVIDENCE_MOST); i++)
    place_write(evidence, file, &g_array_index(evidence->held, struct place, i));
  if (evidence->held->len <= EVIDENCE_MOST) return;
  g_autofree char *rest = scale_number((gint64)evidence->held->len - EVIDENCE_MOST);
  html_print(file, "<p>… and %s more rows, in the view audit_evidence of audit.db.</p>\n", rest);
}
