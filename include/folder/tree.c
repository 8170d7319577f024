/* Walks the files below a folder. What becomes of them is decided by others. */
#define _GNU_SOURCE /* getdents64 */
#include "include/folder/tree.h"
#include "include/message.h"
#include "include/output.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int file_name_compare(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static bool entry_passed_over(const char *name) {
  return g_str_equal(name, ".") || g_str_equal(name, "..") || g_str_has_prefix(name, ".faceaudit-");
}

static bool folder_is_real(const char *path) {
  struct stat about;
  return lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* EMPTY, where given, is set where a folder inside holds no file. */
static void names_walk(const char *folder, const char *under, GPtrArray *names, bool *empty) {
  g_autofree char *path = g_build_filename(folder, under, NULL);
  DIR *open = opendir(path);
  if (!open) output_refuse(path, "cannot be read");
  guint before = names->len;
  errno = 0;
  for (struct dirent *entry; (entry = readdir(open)); errno = 0) {
    if (entry_passed_over(entry->d_name)) continue;
    char *name = *under ? g_strconcat(under, "/", entry->d_name, NULL) : g_strdup(entry->d_name);
    g_autofree char *whole = g_build_filename(folder, name, NULL);
    if (folder_is_real(whole)) {
      names_walk(folder, name, names, empty);
      g_free(name);
    } else g_ptr_array_add(names, name);
  }
  if (errno) output_refuse(path, "cannot be read");
  closedir(open);
  if (empty && *under && names->len == before) *empty = true;
}

static GPtrArray *names_sorted(const char *folder, bool *empty) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  names_walk(folder, "", names, empty);
  g_ptr_array_sort(names, file_name_compare);
  return names;
}

GPtrArray *tree_names(const char *folder) { return names_sorted(folder, NULL); }

bool tree_has_empty(const char *folder) {
  bool empty = false;
  g_ptr_array_unref(names_sorted(folder, &empty));
  return empty;
}

bool tree_name_safe(const char *name) {
  for (;; name++) {
    gsize length = strcspn(name, "/");
    if (!length || (length <= 2 && !strncmp(name, "..", length))) return false;
    name += length;
    if (!*name) return true;
  }
}

bool tree_way_plain(const char *folder, const char *name, char **met) {
  for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
    g_autofree char *part = g_strndup(name, (gsize)(slash - name));
    char *whole = g_build_filename(folder, part, NULL);
    struct stat about;
    if (lstat(whole, &about) == 0 && !S_ISDIR(about.st_mode)) {
      *met = whole;
      return false;
    }
    g_free(whole);
  }
  return true;
}

/* ------------------------------------------------------------------------------------------- without asking for memory */

bool tree_each(const char *path, bool (*each)(const char *path, const char *name, void *data), void *data) {
  _Alignas(struct dirent64) char bytes[4096];
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  bool all = folder >= 0;
  ssize_t count = 0;
  while (folder >= 0 && (count = getdents64(folder, bytes, sizeof bytes)) > 0)
    for (ssize_t at = 0; at < count; at += ((struct dirent64 *)(bytes + at))->d_reclen) {
      const struct dirent64 *entry = (struct dirent64 *)(bytes + at);
      if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..")) all = each(path, entry->d_name, data) && all;
    }
  if (folder >= 0) close(folder);
  return all && count == 0;
}

bool tree_path(char path[PATH_MAX], const char *folder, const char *name) {
  int length = snprintf(path, PATH_MAX, "%s/%s", folder, name);
  if (length < PATH_MAX) return true;
  errno = ENAMETOOLONG;
  return false;
}

static bool entry_remove(const char *folder, const char *name, void *data) {
  char path[PATH_MAX];
  (void)data;
  return tree_path(path, folder, name) && tree_remove(path);
}

bool tree_remove(const char *path) {
  if (!folder_is_real(path)) return unlink(path) == 0 || errno == ENOENT;
  chmod(path, 0700); /* one that its owner closed is emptied all the same */
  tree_each(path, entry_remove, NULL);
  return rmdir(path) == 0;
}
