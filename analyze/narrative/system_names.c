/* Counts the names that are used like a search system's. analyze/lexicon/called.txt has the wordings. */
#include "analyze/narrative/system_names.h"
#include <string.h>
#include "analyze/people/roster.h"
#include "analyze/words/lexicon.h"
#include "analyze/words/narrative_text.h"
#include "include/text.h"

static const char *const called_files[] = {"analyze/lexicon/parts.txt", "analyze/lexicon/called.txt", NULL};

enum place { BESIDE, INTO, ANSWERS, PLACES };
static const char *const place_names[PLACES] = {"called_beside", "called_into", "called_answers"};

enum {
  NARRATIVES_LEAST = 3, /* a name into which a picture is put, in at least this many narratives */
  PLACED_LEAST = 2,     /* ... and in at least one in this many of the narratives with the name */
  NAMES_MOST = 4
};

/* A name, and the number of narratives that use it in each way. */
struct called {
  char *name, *example;
  guint narratives, placed, at[PLACES];
};

struct caller {
  struct lexicon *lexicon;
  int meaning[PLACES], known;
  struct plain *plain;
  GHashTable *people;
  GHashTable *names; /* name -> struct called */
};

static void called_free(gpointer data) {
  struct called *called = data;
  g_free(called->name), g_free(called->example), g_free(called);
}

/* Neither a person in the files nor a known system. */
static bool name_new(struct caller *caller, const char *name) {
  g_autofree char *key = text_words(name);
  g_auto(GStrv) words = g_strsplit(key, " ", -1);
  struct span where;
  for (char **word = words; *word; word++)
    if (g_hash_table_contains(caller->people, *word)) return false;
  struct lexicon_text text = {name, strlen(name), NULL};
  return lexicon_find(caller->lexicon, caller->known, &text, 0, &where, NULL, NULL) == LEXICON_NO;
}

static struct called *called_of(struct caller *caller, const char *name) {
  struct called *called = g_hash_table_lookup(caller->names, name);
  if (called || !name_new(caller, name)) return called;
  called = g_new0(struct called, 1);
  called->name = g_strdup(name);
  g_hash_table_insert(caller->names, called->name, called);
  return called;
}

/* The words around AT, for a person. */
static char *example_cut(const char *text, gsize length, struct span at) {
  gsize start = at.start > 40 ? at.start - 40 : 0, end = MIN(length, at.start + at.length + 40);
  while (start > 0 && text[start] != ' ') start--;
  while (end < length && text[end] != ' ') end++;
  g_autofree char *cut = g_strndup(text + start, end - start);
  return text_show(g_strstrip(cut), true);
}

static void place_count(struct caller *caller, const char *text, gsize length, enum place place, GHashTable *seen) {
  struct lexicon_text whole = {text, length, NULL};
  struct span where, who;
  for (gsize from = 0; from < length; from = where.start + MAX(where.length, 1)) {
    while (from < length && (text[from] & 0xC0) == 0x80) from++;
    if (lexicon_find(caller->lexicon, caller->meaning[place], &whole, from, &where, "who", &who) != LEXICON_YES) return;
    g_autofree char *name = g_strndup(text + who.start, who.length);
    struct called *called = who.length ? called_of(caller, name) : NULL;
    if (!called) continue;
    guint before = GPOINTER_TO_UINT(g_hash_table_lookup(seen, called)), bit = 1u << place;
    called->at[place] += !(before & bit), called->placed += !before;
    if (!called->example) called->example = example_cut(text, length, who);
    g_hash_table_insert(seen, called, GUINT_TO_POINTER(before | bit));
  }
}

/* Calls EACH with every narrative, made plain; those all in capitals show no names. */
static void narratives_each(struct caller *caller, struct db *db, void (*each)(struct caller *, const char *, gsize)) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT text FROM narrative ORDER BY row");
  while (db_step(db, rows)) {
    gsize length;
    const char *text = plain_make(caller->plain, db_text(rows, 0), (gsize)db_length(rows, 0), &length);
    g_autofree char *upper = g_utf8_strup(text, (gssize)length);
    if (strcmp(upper, text)) each(caller, text, length);
  }
  sqlite3_finalize(rows);
}

static void narrative_count(struct caller *caller, const char *text, gsize length) {
  g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
  for (enum place place = BESIDE; place < PLACES; place++) place_count(caller, text, length, place, seen);
}

static void narrative_has(struct caller *caller, const char *text, gsize length G_GNUC_UNUSED) {
  GHashTableIter names;
  gpointer called;
  g_hash_table_iter_init(&names, caller->names);
  while (g_hash_table_iter_next(&names, NULL, &called))
    ((struct called *)called)->narratives += strstr(text, ((struct called *)called)->name) != NULL;
}

/* Whether a name recurs, mostly used like a system, and is either called facial recognition or returns results. */
static bool called_surely(const struct called *called) {
  return called->at[INTO] >= NARRATIVES_LEAST && called->placed * PLACED_LEAST >= called->narratives &&
         (called->at[BESIDE] || called->at[ANSWERS] >= NARRATIVES_LEAST);
}

static gint called_order(gconstpointer a, gconstpointer b) {
  const struct called *x = *(struct called *const *)a, *y = *(struct called *const *)b;
  return x->narratives != y->narratives ? (x->narratives < y->narratives ? 1 : -1) : strcmp(x->name, y->name);
}

static char *called_list(struct caller *caller, GString *evidence) {
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  GString *list = g_string_new(NULL);
  GHashTableIter names;
  gpointer each;
  g_hash_table_iter_init(&names, caller->names);
  while (g_hash_table_iter_next(&names, NULL, &each)) g_ptr_array_add(all, each);
  g_ptr_array_sort(all, called_order);
  for (guint i = 0, taken = 0; i < all->len && taken < NAMES_MOST; i++) {
    const struct called *called = all->pdata[i];
    if (!called_surely(called) || strstr(list->str, called->name)) continue;
    g_string_append_printf(list, "%s%s", taken++ ? "; " : "", called->name);
    g_string_append_printf(evidence, "  %s: in %u narratives, %u of them as where pictures are searched: \"%s\"\n", called->name,
                           called->narratives, called->placed, called->example);
  }
  return g_string_free(list, !list->len);
}

char *systems_called(struct db *db, GString *evidence) {
  struct caller caller = {.lexicon = lexicon_load(called_files),
                          .plain = plain_new(NULL, NULL),
                          .people = roster_known_names(db),
                          .names = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, called_free)};
  caller.known = lexicon_meaning(caller.lexicon, "named_system");
  for (enum place place = BESIDE; place < PLACES; place++)
    caller.meaning[place] = lexicon_meaning(caller.lexicon, place_names[place]);
  narratives_each(&caller, db, narrative_count);
  narratives_each(&caller, db, narrative_has);
  char *list = called_list(&caller, evidence);
  g_hash_table_unref(caller.names), g_hash_table_unref(caller.people);
  plain_free(caller.plain), lexicon_free(caller.lexicon);
  return list;
}

void systems_doubt(struct db *db, const char *const *names) {
  static const char sql[] = "INSERT INTO source_note (source, line, text, front) SELECT min(source), 0, 'No narrative calls a "
                            "system \"' || ?1 || '\", as [agency] "
                            "systems in audit.ini does: is it spelled so in the reports?', 1 FROM source WHERE kind = "
                            "'incident_reports' HAVING count(*) > 0"
                            " AND NOT EXISTS (SELECT 1 FROM narrative WHERE instr(lower(text), lower(?1)))";
  sqlite3_stmt *doubt = db_prepare(db, sql);
  for (; *names; names++) {
    db_bind_text(doubt, 1, *names);
    db_step(db, doubt);
    db_reset(doubt);
  }
  sqlite3_finalize(doubt);
}
