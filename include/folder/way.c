/* Tells how one folder is reached from another, so that a manifest stays right when both are moved together. */
#include "include/folder/way.h"
#include <glib.h>
#include <limits.h>
#include <stdlib.h>

/* PATH without links; of one that is not there yet, its parent's. */
static char *path_real(const char *path) {
  char real[PATH_MAX];
  g_autofree char *full = g_canonicalize_filename(path, NULL);
  if (realpath(full, real)) return g_strdup(real);
  g_autofree char *parent = g_path_get_dirname(full), *name = g_path_get_basename(full);
  return g_build_filename(realpath(parent, real) ? real : parent, name, NULL);
}

char *way_between(const char *from, const char *to) {
  g_autofree char *start = path_real(from), *end = path_real(to);
  g_auto(GStrv) starts = g_strsplit(start + 1, "/", -1), ends = g_strsplit(end + 1, "/", -1);
  guint same = 0, up = g_strv_length(starts);
  while (starts[same] && g_strcmp0(starts[same], ends[same]) == 0) same++;
  if (!same) return g_steal_pointer(&end);
  GString *way = g_string_new(NULL);
  for (guint i = same; i < up; i++) g_string_append(way, way->len ? "/.." : "..");
  for (char **name = ends + same; *name; name++) g_string_append_printf(way, "%s%s", way->len ? "/" : "", *name);
  if (!way->len) g_string_append_c(way, '.');
  return g_string_free(way, FALSE);
}
