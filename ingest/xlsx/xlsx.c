/* Finds the sheets, formats and texts of an .xlsx by what its parts say of one another; other files of this folder read them. */
#include "ingest/xlsx/xlsx.h"
#include <stdlib.h>
#include <string.h>

#define SHEETS_MOST 1000u

static void sheet_forget(gpointer data) {
  struct xlsx_sheet *sheet = data;
  g_free(sheet->name);
  g_free(sheet->part);
  g_free(sheet);
}

/* ----------------------------------------------------------------------------------------------------------- relations */

/* What a part says of the parts it needs. */
struct relation {
  char *id, *type, *target;
};

static void relation_clear(gpointer data) {
  struct relation *relation = data;
  g_free(relation->id);
  g_free(relation->type);
  g_free(relation->target);
}

/* The name of a part as one in FOLDER names it; what is outside of the archive has none. */
static char *part_name(const char *folder, const char *target) {
  g_autofree char *whole = g_canonicalize_filename(target, folder);
  return g_strdup(whole + 1);
}

static void relation_add(GArray *relations, struct part *part, const char *folder) {
  char *id = part_attribute(part, "Id"), *type = part_attribute(part, "Type"), *target = part_attribute(part, "Target");
  char *mode = part_attribute(part, "TargetMode");
  bool inside = !mode || g_ascii_strcasecmp(mode, "External") != 0;
  if (id && type && target && inside && relations->len < SHEETS_MOST * 4) {
    const char *kind = strrchr(type, '/'); /* what stands before it differs between the two editions of the standard */
    struct relation relation = {g_strdup(id), g_strdup(kind ? kind + 1 : type), part_name(folder, target)};
    g_array_append_val(relations, relation);
  }
  char *const texts[] = {id, type, target, mode};
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) free(texts[i]);
}

static GArray *relations_read(struct package *package, const char *name, const char *folder) {
  GArray *relations = g_array_new(FALSE, FALSE, sizeof(struct relation));
  g_array_set_clear_func(relations, relation_clear);
  struct part *part = part_open(package, name);
  while (part && part_next(part))
    if (!strcmp(part_element(part), "Relationship") && !part_ends(part)) relation_add(relations, part, folder);
  part_close(part);
  return relations;
}

/* By id or by kind, whichever is not NULL: the name of the part, the caller's; NULL where there is none. */
static char *relation_find(const GArray *relations, const char *id, const char *type) {
  for (guint i = 0; i < relations->len; i++) {
    const struct relation *relation = &g_array_index(relations, struct relation, i);
    if ((!id || !strcmp(relation->id, id)) && (!type || !strcmp(relation->type, type))) return g_strdup(relation->target);
  }
  return NULL;
}

/* ------------------------------------------------------------------------------------------------------------ workbook */

static void sheet_note(struct xlsx *book, struct part *part, const GArray *relations) {
  char *name = part_attribute(part, "name"), *id = part_relation(part), *state = part_attribute(part, "state");
  struct xlsx_sheet *sheet = g_new0(struct xlsx_sheet, 1);
  g_autofree char *chart = id ? relation_find(relations, id, "chartsheet") : NULL;
  sheet->name = g_strdup(name ? name : "");
  sheet->part = id ? relation_find(relations, id, NULL) : NULL;
  sheet->hidden = state && strcmp(state, "visible") != 0;
  if (chart || book->sheets->len >= SHEETS_MOST) sheet_forget(sheet);
  else g_ptr_array_add(book->sheets, sheet);
  free(name);
  free(id);
  free(state);
}

static void workbook_node(struct xlsx *book, struct part *part, const GArray *relations) {
  const char *name = part_element(part);
  if (part_ends(part)) return;
  if (!strcmp(name, "sheet")) sheet_note(book, part, relations);
  else if (!strcmp(name, "workbookPr")) book->start_1904 = part_attribute_true(part, "date1904");
}

static void workbook_parts(struct xlsx *book, const char *name) {
  g_autofree char *base = g_path_get_basename(name), *inside = g_path_get_dirname(name), *folder = g_strconcat("/", inside, NULL);
  g_autofree char *beside = g_strdup_printf("%s/_rels/%s.rels", inside, base);
  g_autoptr(GArray) relations = relations_read(book->package, beside, folder);
  struct part *part = part_open(book->package, name);
  if (!part) package_fail(book->package, "its part %s is missing", name);
  while (part && part_next(part)) workbook_node(book, part, relations);
  part_close(part);
  book->styles = relation_find(relations, NULL, "styles"), book->strings = relation_find(relations, NULL, "sharedStrings");
  if (!book->sheets->len) package_fail(book->package, "it has no sheet");
}

struct xlsx *xlsx_open(struct package *package) {
  struct xlsx *book = g_new0(struct xlsx, 1);
  book->package = package;
  book->sheets = g_ptr_array_new_with_free_func(sheet_forget);
  book->texts = g_string_chunk_new(1 << 16);
  g_autoptr(GArray) relations = relations_read(package, "_rels/.rels", "/");
  g_autofree char *named = relation_find(relations, NULL, "officeDocument"),
                  *name = named ? g_strdup(named) : g_strdup("xl/workbook.xml");
  if (g_str_has_suffix(name, ".bin")) package_fail(package, "it is a binary workbook (.xlsb)");
  else workbook_parts(book, name);
  return book;
}

void xlsx_close(struct xlsx *book) {
  if (!book) return;
  package_close(book->package);
  g_ptr_array_unref(book->sheets);
  if (book->formats) g_array_unref(book->formats);
  if (book->shared) g_ptr_array_unref(book->shared);
  g_string_chunk_free(book->texts);
  g_free(book->styles);
  g_free(book->strings);
  g_free(book);
}

char *xlsx_author(struct xlsx *book) {
  char *author = NULL;
  bool here = false;
  struct part *part = part_open(book->package, "docProps/core.xml");
  while (part && !author && part_next(part)) {
    if (here && part_text(part)) author = g_strdup(part_text(part));
    if (*part_element(part)) here = !strcmp(part_element(part), "creator") && !part_ends(part);
  }
  part_close(part);
  return author;
}
