/* Writes and reads lists of files and their sums. Whether a file may be replaced is publish.c's to decide. */
#include "include/folder/manifest.h"
#include "include/folder/tree.h"
#include "include/output.h"
#include <string.h>

#define SUM_LENGTH 64

const char manifest_name[] = "manifest-sha256.txt";

static const char *known_find(const struct known *known, gsize count, const char *name) {
  for (gsize i = 0; i < count; i++)
    if (g_str_equal(known[i].name, name) && *known[i].sum) return known[i].sum;
  return NULL;
}

void manifest_write(const char *folder, const char *manifest, const struct known *known, gsize count) {
  g_autoptr(GPtrArray) names = tree_names(folder);
  g_autofree char *path = g_build_filename(folder, manifest, NULL);
  struct output *file = output_open(path);
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i], *given = known_find(known, count, name);
    if (g_str_equal(name, manifest)) continue;
    g_autofree char *whole = g_build_filename(folder, name, NULL);
    g_autofree char *sum = given ? g_strdup(given) : output_sha256(whole);
    g_autofree char *line = g_strdup_printf("%s  %s\n", sum, name);
    output_print(file, line);
  }
  output_close(file);
}

GHashTable *manifest_read(const char *folder, const char *manifest) {
  GHashTable *sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = g_build_filename(folder, manifest, NULL), *text = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL)) return sums;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line; line++) {
    const char *name = *line + SUM_LENGTH + 2;
    if (strspn(*line, "0123456789abcdef") != SUM_LENGTH || strncmp(*line + SUM_LENGTH, "  ", 2) || !tree_name_safe(name))
      continue;
    g_hash_table_insert(sums, g_strdup(name), g_strndup(*line, SUM_LENGTH));
  }
  return sums;
}
