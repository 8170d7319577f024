/* Writes and reads lists of files and their sums. Whether a file may be replaced is publish.c's to decide. */
#include "include/folder/manifest.h"
#include "include/folder/tree.h"
#include "include/output.h"
#include <stdbool.h>
#include <string.h>

#define SUM_LENGTH 64

const char manifest_name[] = "manifest-sha256.txt";

/* --------------------------------------------------------------------------------------------------------------- write */

static const char *known_find(const struct known *known, gsize count, const char *name) {
  for (gsize i = 0; i < count; i++)
    if (g_str_equal(known[i].name, name) && *known[i].sum) return known[i].sum;
  return NULL;
}

/* As sha256sum writes it: a backslash first where one stands in the name, or the end of a line. */
static void line_print(struct output *file, const char *sum, const char *name) {
  g_autoptr(GString) line = g_string_new(name);
  bool plain = !strpbrk(name, "\\\n");
  if (!plain) {
    g_string_replace(line, "\\", "\\\\", 0);
    g_string_replace(line, "\n", "\\n", 0);
  }
  g_string_prepend(line, "  ");
  g_string_prepend(line, sum);
  if (!plain) g_string_prepend_c(line, '\\');
  g_string_append_c(line, '\n');
  output_print(file, line->str);
}

static void about_print(struct output *file, char *const *about) {
  for (; about && about[0]; about += 2) {
    g_autofree char *line = g_strdup_printf("# %s: %s\n", about[0], about[1]);
    output_print(file, line);
  }
}

void manifest_write_about(const char *folder, const char *manifest, const struct known *known, gsize count, char *const *about,
                          const struct known *elsewhere, gsize elsewhere_count) {
  g_autoptr(GPtrArray) names = tree_names(folder);
  g_autofree char *path = g_build_filename(folder, manifest, NULL);
  struct output *file = output_open(path);
  about_print(file, about);
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i], *given = known_find(known, count, name);
    if (g_str_equal(name, manifest)) continue;
    g_autofree char *whole = g_build_filename(folder, name, NULL);
    g_autofree char *sum = given ? g_strdup(given) : output_sha256(whole);
    line_print(file, sum, name);
  }
  for (gsize i = 0; i < elsewhere_count; i++) line_print(file, elsewhere[i].sum, elsewhere[i].name);
  output_close(file);
}

void manifest_write(const char *folder, const char *manifest, const struct known *known, gsize count) {
  manifest_write_about(folder, manifest, known, count, NULL, NULL, 0);
}

/* ---------------------------------------------------------------------------------------------------------------- read */

static struct known *known_new(const char *sum, const char *name, bool escaped) {
  struct known *known = g_new(struct known, 1);
  *known = (struct known){escaped ? g_strcompress(name) : g_strdup(name), g_strndup(sum, SUM_LENGTH)};
  return known;
}

static void known_free(void *data) {
  struct known *known = data;
  g_free((char *)known->name);
  g_free((char *)known->sum);
  g_free(known);
}

static void about_add(struct manifest *manifest, const char *text) {
  const char *colon = strstr(text, ": ");
  if (!colon) return;
  g_ptr_array_add(manifest->about, g_strndup(text, (gsize)(colon - text)));
  g_ptr_array_add(manifest->about, g_strdup(colon + 2));
}

/* False: the line is of another form. */
static bool line_add(struct manifest *manifest, const char *line) {
  bool escaped = *line == '\\';
  const char *sum = line + escaped;
  if (!*line) return true;
  if (g_str_has_prefix(line, "# ")) {
    about_add(manifest, line + 2);
    return true;
  }
  if (strspn(sum, "0123456789abcdef") != SUM_LENGTH || strncmp(sum + SUM_LENGTH, "  ", 2) || !sum[SUM_LENGTH + 2]) return false;
  g_ptr_array_add(manifest->files, known_new(sum, sum + SUM_LENGTH + 2, escaped));
  return true;
}

struct manifest *manifest_open(const char *path, guint *line) {
  g_autofree char *text = NULL;
  *line = 0;
  if (!g_file_get_contents(path, &text, NULL, NULL)) return NULL;
  struct manifest *manifest = g_new(struct manifest, 1);
  *manifest = (struct manifest){g_ptr_array_new_with_free_func(g_free), g_ptr_array_new_with_free_func(known_free)};
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    if (!line_add(manifest, lines[i])) {
      *line = i + 1;
      manifest_free(manifest);
      return NULL;
    }
  return manifest;
}

const char *manifest_about(const struct manifest *manifest, const char *key) {
  for (guint i = 0; i < manifest->about->len; i += 2)
    if (g_str_equal(manifest->about->pdata[i], key)) return manifest->about->pdata[i + 1];
  return NULL;
}

void manifest_free(struct manifest *manifest) {
  if (!manifest) return;
  g_ptr_array_unref(manifest->about);
  g_ptr_array_unref(manifest->files);
  g_free(manifest);
}

GHashTable *manifest_read(const char *folder, const char *name) {
  guint line;
  GHashTable *sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = g_build_filename(folder, name, NULL);
  struct manifest *manifest = manifest_open(path, &line);
  for (guint i = 0; manifest && i < manifest->files->len; i++) {
    const struct known *known = manifest->files->pdata[i];
    if (tree_name_safe(known->name)) g_hash_table_insert(sums, g_strdup(known->name), g_strdup(known->sum));
  }
  manifest_free(manifest);
  return sums;
}
