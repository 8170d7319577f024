/* Seeks withheld values in the files of a release. */
#include "report/release/proof.h"
#include "include/assets.h"
#include "include/folder/tree.h"
#include "include/message.h"
#include "include/text.h"
#include "report/release/parts.h"
#include "report/xlsx/recount.h"
#include <string.h>

#define ALNUM "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
enum { LETTERS_LEAST = 4 }; /* shorter values stand in other words: they are proven by their cells */

/* One form for all spellings: case, accents, width, entities. */
static char *plain(const char *text) {
  static const char *const entities[][2] = {{"&amp;", "&"},  {"&lt;", "<"},  {"&gt;", ">"},  {"&quot;", "\""},
                                            {"&apos;", "'"}, {"&#39;", "'"}, {"&#34;", "\""}};
  GString *whole = g_string_new(text);
  for (gsize i = 0; i < G_N_ELEMENTS(entities); i++) g_string_replace(whole, entities[i][0], entities[i][1], 0);
  char *key = text_key(whole->str);
  g_string_free(whole, TRUE);
  return key;
}

/* The words of a name are sought together, in both orders. */
static void needles_add(GPtrArray *needles, const char *value) {
  g_autofree char *key = plain(value);
  if (g_utf8_strlen(key, -1) < LETTERS_LEAST) return;
  g_ptr_array_add(needles, g_strdup(key));
  const char *comma = strchr(key, ',');
  if (!comma) return;
  g_autofree char *last = g_strndup(key, (gsize)(comma - key)), *first = g_strstrip(g_strdup(comma + 1));
  if (*first) g_ptr_array_add(needles, g_strdup_printf("%s %s", first, g_strstrip(last)));
}

/* What is released as text, folded: a value that stands there was released by another cell. */
static char *released_text(struct db *db) {
  GString *all = g_string_new(NULL);
  sqlite3_stmt *rows = db_prepare(db, "SELECT shown FROM release_cell WHERE part = 0 AND outcome <> 'source'");
  while (db_step(db, rows)) g_string_append_printf(all, "%s\n", db_text(rows, 0));
  sqlite3_finalize(rows);
  g_autofree char *text = g_string_free(all, FALSE);
  return plain(text);
}

/* As words of their own: "cole" does not stand in "protocole". */
static bool stands(const char *text, const char *needle) {
  gsize length = strlen(needle);
  for (const char *at = text; (at = strstr(at, needle)); at++) {
    bool before = at > text && g_ascii_isalnum(at[-1]) && g_ascii_isalnum(*needle),
         after = g_ascii_isalnum(at[length]) && g_ascii_isalnum(needle[length - 1]);
    if (!before && !after) return true;
  }
  return false;
}

/* The program's own words: a surname that is one of them ("Case") stands in every letter, and is proven by the cells alone. */
static char *own_words(void) {
  GString *all = g_string_new(NULL);
  for (size_t i = 0; i < asset_count; i++)
    if (g_str_has_prefix(assets[i].path, "report/release/") || g_str_has_prefix(assets[i].path, "report/sections/release/"))
      g_string_append_printf(all, "%s\n", assets[i].text);
  g_autofree char *text = g_string_free(all, FALSE);
  return plain(text);
}

static GPtrArray *needles_collect(struct db *db) {
  GPtrArray *needles = g_ptr_array_new_with_free_func(g_free), *kept = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *released = released_text(db), *own = own_words();
  sqlite3_stmt *rows =
      db_prepare(db, "SELECT DISTINCT value FROM release_cell WHERE outcome IN ('withheld', 'person') AND value <> ''");
  while (db_step(db, rows)) needles_add(needles, db_text(rows, 0));
  sqlite3_finalize(rows);
  for (guint i = 0; i < needles->len; i++)
    if (!stands(released, needles->pdata[i]) && (strpbrk(needles->pdata[i], " ,0123456789") || !stands(own, needles->pdata[i])))
      g_ptr_array_add(kept, g_strdup(needles->pdata[i]));
  g_ptr_array_unref(needles);
  return kept;
}

/* Values by their first word in ASCII, under "" those without one: so that a text is gone through once, however many there are.
 */
static GHashTable *needles_index(const GPtrArray *needles) {
  GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < needles->len; i++) {
    const char *needle = needles->pdata[i], *word = needle + strcspn(needle, ALNUM);
    g_autofree char *key = g_strndup(word, strspn(word, ALNUM));
    GPtrArray *all = g_hash_table_lookup(index, key);
    if (!all) g_hash_table_insert(index, g_strdup(key), all = g_ptr_array_new());
    g_ptr_array_add(all, needles->pdata[i]);
  }
  return index;
}

struct seeking {
  GHashTable *index;
  const GPtrArray *needles;
  const char *file;
  const struct document *document; /* of the PDF */
};

/* The value of ALL of which the word at WORD, in TEXT, is the first; NULL: none. */
static const char *needle_at(const GPtrArray *all, const char *text, const char *word) {
  for (guint i = 0; all && i < all->len; i++) {
    const char *needle = all->pdata[i];
    gsize before = strcspn(needle, ALNUM), length = strlen(needle);
    if (before > (gsize)(word - text) || strncmp(word - before, needle, length)) continue;
    if (!g_ascii_isalnum(word[length - before]) || !g_ascii_isalnum(needle[length - 1])) return needle;
  }
  return NULL;
}

static const char *needle_in(const struct seeking *seeking, const char *text) {
  const GPtrArray *others = g_hash_table_lookup(seeking->index, "");
  for (guint i = 0; others && i < others->len; i++)
    if (stands(text, others->pdata[i])) return others->pdata[i];
  g_autoptr(GString) key = g_string_new(NULL);
  for (const char *word = text + strcspn(text, ALNUM); *word; word += key->len, word += strcspn(word, ALNUM)) {
    g_string_truncate(key, 0);
    g_string_append_len(key, word, (gssize)strspn(word, ALNUM));
    const char *needle = needle_at(g_hash_table_lookup(seeking->index, key->str), text, word);
    if (needle) return needle;
  }
  return NULL;
}

static void text_seek(const char *part, const char *text, void *data) {
  const struct seeking *seeking = data;
  g_autofree char *folded = plain(text), *name = plain(part);
  const char *needle = needle_in(seeking, folded);
  if (!needle) needle = needle_in(seeking, name);
  if (needle) stop_system(seeking->file, "%s holds \"%s\", which is withheld: nothing was released: report this", part, needle);
}

/* A PDF is compressed: poppler reads it again where it is installed. */
static char *pdf_text(const char *path) {
  char *text = NULL;
  int status = 0;
  const char *const words[] = {"pdftotext", "-enc", "UTF-8", path, "-", NULL};
  bool ran = g_spawn_sync(NULL, (char **)(gpointer)words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                          &text, NULL, &status, NULL);
  if (!ran || !g_spawn_check_wait_status(status, NULL)) g_clear_pointer(&text, g_free);
  return text ? g_strdelimit(text, "\n\f", ' ') : NULL;
}

/* What a PDF was made of, text by text. */
static void document_each(const struct document *document, void (*each)(const char *part, const char *text, void *data),
                          void *data) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const struct block *block = document->blocks->pdata[i];
    each("its label", block->label ? block->label : "", data);
    each("its text", block->text ? block->text : "", data);
    for (guint k = 0; block->table && k < block->table->cells->len; k++) {
      const char *cell = block->table->cells->pdata[k];
      each("its table", cell ? cell : "", data);
    }
  }
}

static void text_append(const char *part, const char *text, void *data) {
  (void)part;
  g_autofree char *folded = plain(text);
  g_string_append_printf(data, " %s ", folded);
}

/* The values of which the document has not every word. Each of its texts was searched already; on a page those of neighbouring
   cells follow each other, "Quill" and the number of the next row, and are no value then. */
static GPtrArray *needles_of_page(const GPtrArray *needles, const struct document *document) {
  GPtrArray *kept = g_ptr_array_new();
  g_autoptr(GString) all = g_string_new(NULL);
  document_each(document, text_append, all);
  for (guint i = 0; i < needles->len; i++) {
    g_auto(GStrv) words = g_strsplit(needles->pdata[i], " ", -1);
    bool there = true;
    for (char **word = words; there && *word; word++) there = stands(all->str, *word);
    if (!there) g_ptr_array_add(kept, needles->pdata[i]);
  }
  return kept;
}

static void page_seek(const struct seeking *seeking, const char *path, const char *name) {
  g_autofree char *text = pdf_text(path);
  g_autoptr(GPtrArray) needles = needles_of_page(seeking->needles, seeking->document);
  g_autoptr(GHashTable) index = needles_index(needles);
  struct seeking page = {index, needles, path, seeking->document};
  text_seek(name, text ? text : "", &page);
}

static void file_seek(struct seeking *seeking, const char *path, const char *name) {
  g_autofree char *bytes = NULL;
  gsize length;
  seeking->file = path;
  if (g_str_has_suffix(name, ".pdf")) page_seek(seeking, path, name);
  if (g_str_has_suffix(name, ".xlsx")) {
    workbook_parts(path, text_seek, seeking);
    return;
  }
  if (!g_file_get_contents(path, &bytes, &length, NULL)) stop_system(path, "cannot be read again: nothing was released");
  g_autofree char *text = g_utf8_make_valid(bytes, (gssize)length);
  text_seek(name, text, seeking);
}

/* TEXT without its marks. */
static char *without_marks(const char *text) {
  g_autoptr(GRegex) marks = g_regex_new("\\[[^\\]]*\\]", 0, 0, NULL);
  char *rest = g_regex_replace_literal(marks, text, -1, 0, " | ", 0, NULL);
  return rest ? rest : g_strdup(text);
}

/* In its own row a name that is not released stands in no cell, though the same name be released in another. By rule it never
   does; two decisions of people may say so. */
static void rows_prove(struct db *db) {
  sqlite3_stmt *rows = db_prepare(
      db,
      "SELECT c.event, c.value, o.column, o.shown FROM release_cell c JOIN release_cell o ON o.row = c.row AND o.part = 0 "
      "AND o.outcome = 'released' AND o.column IN ('Action', 'Workstation', 'Case number', 'Reason', 'Probe image', 'Incident "
      "type', 'Case status') WHERE c.part = 0 AND c.column = 'Candidate selected' AND c.outcome IN ('withheld', 'person')");
  while (db_step(db, rows)) {
    g_autofree char *rest = without_marks(db_text(rows, 3));
    g_autoptr(GArray) found = name_find(rest, db_text(rows, 1));
    if (found->len)
      stop_input("searches", 0, "search %s: %s as released names the candidate, who is not released there: decide both alike",
                 db_text(rows, 0), db_text(rows, 2));
  }
  sqlite3_finalize(rows);
}

guint release_prove(struct db *db, const char *folder, const struct document *document) {
  g_autoptr(GPtrArray) needles = needles_collect(db), names = tree_names(folder);
  g_autoptr(GHashTable) index = needles_index(needles);
  struct seeking seeking = {index, needles, "records.pdf", document};
  rows_prove(db);
  document_each(document, text_seek, &seeking);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
    file_seek(&seeking, path, names->pdata[i]);
  }
  return needles->len;
}
