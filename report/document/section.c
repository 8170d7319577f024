/* The files of report/sections, their heads read. What a section becomes is decided in document.c, xlsx.c and findings.c. */
#include "report/document/section.h"
#include "include/assets.h"
#include "include/sql_head.h"
#include "include/message.h"
#include <stddef.h>
#include <string.h>

static const struct head_key keys[] = {
    {"on", offsetof(struct section, on)},       {"shows", offsetof(struct section, shows)},
    {"title", offsetof(struct section, title)}, {"level", offsetof(struct section, level)},
    {"says", offsetof(struct section, says)},   {"columns", offsetof(struct section, columns_text)},
    {"most", offsetof(struct section, most)},   {"rest", offsetof(struct section, rest)},
    {"empty", offsetof(struct section, empty)}, {"file", offsetof(struct section, file)},
    {"size", offsetof(struct section, size)},   {"page", offsetof(struct section, page)},
    {"rows", offsetof(struct section, rows)},   {"finding", offsetof(struct section, finding)},
};

static const struct {
  const char *name;
  enum column_kind kind;
} column_kinds[] = {{"text", COLUMN_TEXT}, {"count", COLUMN_COUNT}, {"moment", COLUMN_MOMENT},
                    {"day", COLUMN_DAY},   {"sign", COLUMN_SIGN},   {"small", COLUMN_SMALL},
                    {"link", COLUMN_LINK}, {"any", COLUMN_ANY},     {"entry", COLUMN_ENTRY}};

static void column_read(struct section *section, const char *text) {
  g_auto(GStrv) words = g_strsplit(text, " ", 2);
  if (section->column_count == COLUMNS_MOST) stop_system(section->path, "the head has too many columns");
  for (gsize i = 0; i < G_N_ELEMENTS(column_kinds); i++) {
    if (!words[0] || !g_str_equal(column_kinds[i].name, words[0])) continue;
    double width = words[1] ? g_ascii_strtod(words[1], NULL) : 1;
    section->columns[section->column_count++] = (struct column){.kind = column_kinds[i].kind, .width = width};
    return;
  }
  stop_system(section->path, "the head has an unknown kind of column: %s", text);
}

static struct section *section_parse(const char *path, const char *text) {
  struct section *section = g_new0(struct section, 1);
  section->path = path;
  section->sql = head_read(path, text, keys, G_N_ELEMENTS(keys), section);
  if (!section->on || !section->shows) stop_system(path, "the head lacks \"on\" or \"shows\"");
  g_auto(GStrv) columns = g_strsplit(section->columns_text ? section->columns_text : "", ",", -1);
  for (char **at = columns; *at; at++) column_read(section, g_strstrip(*at));
  return section;
}

void section_free(struct section *section) {
  if (!section) return;
  head_clear(keys, G_N_ELEMENTS(keys), section);
  g_free(section);
}

struct section *section_read(const char *path) {
  return section_parse(path, asset_text(path));
}

GPtrArray *sections_read(const char *on) {
  GPtrArray *sections = g_ptr_array_new_with_free_func((GDestroyNotify)section_free);
  for (size_t i = 0; i < asset_count; i++) {
    if (!g_str_has_prefix(assets[i].path, "report/sections/")) continue;
    struct section *section = section_parse(assets[i].path, assets[i].text);
    g_auto(GStrv) places = g_strsplit(section->on, " ", -1);
    if (g_strv_contains((const char *const *)places, on)) g_ptr_array_add(sections, section);
    else section_free(section);
  }
  return sections;
}

sqlite3_stmt *section_open(struct db *db, const struct section *section) {
  sqlite3_stmt *statement = db_prepare(db, section->sql);
  if (section->column_count && section->column_count != (guint)sqlite3_column_count(statement))
    stop_system(section->path, "the head has %u columns, the SELECT %d", section->column_count, sqlite3_column_count(statement));
  return statement;
}

GPtrArray *section_sources(struct db *db) {
  GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
  sqlite3_stmt *sources = db_prepare(db, "SELECT source, path FROM source");
  while (db_step(db, sources)) {
    guint source = (guint)db_int(sources, 0);
    if (source >= paths->len) g_ptr_array_set_size(paths, (gint)source + 1);
    g_free(paths->pdata[source]);
    paths->pdata[source] = g_strdup(db_text(sources, 1));
  }
  sqlite3_finalize(sources);
  return paths;
}
