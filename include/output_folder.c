/* Puts a folder of files in place whole or not at all: a staging folder, a manifest, publishing. Single files are written by
   output.c; what is in them is decided by others. */
#include "include/output_folder.h"
#include "include/output.h"
#include "include/message.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char manifest_name[] = "manifest-sha256.txt";

/* The reports this program makes in an output folder, and the folder of its pictures: only these are ever removed from it.
   Never audit.db: a report written again stands on it. */
static const char *const own_names[] = {"audit.html", "audit.pdf", "audit.xlsx", "findings.csv"};
static const char pictures[] = "charts";

/* ------------------------------------------------------------------------------------------------- names in folders */

static int file_name_compare(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void names_walk(const char *folder, const char *under, GPtrArray *names) {
  g_autofree char *path = g_build_filename(folder, under, NULL);
  DIR *open = opendir(path);
  if (!open) output_refuse(path, "cannot be read");
  for (struct dirent *entry; (entry = readdir(open));) {
    if (g_str_equal(entry->d_name, ".") || g_str_equal(entry->d_name, "..")) continue;
    char *name = *under ? g_strconcat(under, "/", entry->d_name, NULL) : g_strdup(entry->d_name);
    g_autofree char *whole = g_build_filename(folder, name, NULL);
    if (g_file_test(whole, G_FILE_TEST_IS_DIR) && !g_file_test(whole, G_FILE_TEST_IS_SYMLINK)) {
      names_walk(folder, name, names);
      g_free(name);
    } else g_ptr_array_add(names, name);
  }
  closedir(open);
}

/* The files below FOLDER as sorted relative paths. */
static GPtrArray *names_of(const char *folder) {
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  names_walk(folder, "", names);
  g_ptr_array_sort(names, file_name_compare);
  return names;
}

/* ---------------------------------------------------------------------------------------------------------- staging */

struct stage {
  char *staging, *folder;
  bool made; /* the folder was not there before: an empty one is not left behind */
};

static void tree_remove(const char *path) {
  DIR *open = opendir(path);
  for (struct dirent *entry; open && (entry = readdir(open));) {
    if (g_str_equal(entry->d_name, ".") || g_str_equal(entry->d_name, "..")) continue;
    g_autofree char *inner = g_build_filename(path, entry->d_name, NULL);
    struct stat about;
    if (lstat(inner, &about) == 0 && S_ISDIR(about.st_mode)) tree_remove(inner);
    else unlink(inner);
  }
  if (open) closedir(open);
  rmdir(path);
}

static void stage_remove(void *data) {
  struct stage *stage = data;
  /* After a signal the work goes on for a moment and may make a file in a folder that was just emptied. */
  for (int turn = 0; turn < 5 && g_file_test(stage->staging, G_FILE_TEST_EXISTS); turn++) tree_remove(stage->staging);
  if (stage->made) rmdir(stage->folder); /* refused by the system where anything was published */
  g_free(stage->staging);
  g_free(stage->folder);
  g_free(stage);
}

char *output_stage(const char *folder) {
  bool made = !g_file_test(folder, G_FILE_TEST_EXISTS);
  if (g_mkdir_with_parents(folder, 0700) < 0) output_refuse(folder, "the folder cannot be made");
  struct stage *stage = g_new0(struct stage, 1);
  *stage = (struct stage){g_build_filename(folder, STAGING_NAME, NULL), g_strdup(folder), made};
  if (!g_mkdtemp_full(stage->staging, 0700)) {
    int error = errno;
    if (made) rmdir(folder);
    errno = error;
    output_refuse(folder, "nothing can be written in this folder");
  }
  say_at_end(stage_remove, stage);
  return g_strdup(stage->staging);
}

/* --------------------------------------------------------------------------------------------------------- manifest */

static const char *known_find(const struct known *known, gsize count, const char *name) {
  for (gsize i = 0; i < count; i++)
    if (g_str_equal(known[i].name, name) && *known[i].sum) return known[i].sum;
  return NULL;
}

void output_manifest(const char *folder, const struct known *known, gsize count) {
  g_autoptr(GPtrArray) names = names_of(folder);
  g_autofree char *path = g_build_filename(folder, manifest_name, NULL);
  struct output *file = output_open(path);
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i], *told = known_find(known, count, name);
    if (g_str_equal(name, manifest_name)) continue;
    g_autofree char *whole = g_build_filename(folder, name, NULL);
    g_autofree char *sum = told ? g_strdup(told) : output_sha256(whole);
    g_autofree char *line = g_strdup_printf("%s  %s\n", sum, name);
    output_print(file, line);
  }
  output_close(file);
}

/* ------------------------------------------------------------------------------------------------------- publishing */

static void path_sync(const char *path) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || fsync(fd) < 0) output_refuse(path, "cannot be synced to the disk");
  close(fd);
}

#define SYNCS 8 /* at a time: the disk makes them safe together */

/* Files that wait to be made safe. */
struct syncing {
  const char *folder;
  const GPtrArray *names;
  gint next;
};

static void *names_sync(void *data) {
  struct syncing *syncing = data;
  for (guint i; (i = (guint)g_atomic_int_add(&syncing->next, 1)) < syncing->names->len;) {
    g_autofree char *path = g_build_filename(syncing->folder, syncing->names->pdata[i], NULL);
    path_sync(path);
  }
  return NULL;
}

static void files_sync(const char *folder, const GPtrArray *names) {
  struct syncing syncing = {folder, names, 0};
  GThread *threads[SYNCS];
  guint count = MIN(names->len, SYNCS);
  for (guint i = 0; i < count; i++) threads[i] = g_thread_new("sync", names_sync, &syncing);
  for (guint i = 0; i < count; i++) g_thread_join(threads[i]);
}

/* The name must be free or a plain file; a folder on its way must be a real one. */
static void target_check(const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  struct stat about;
  const char *slash = strchr(name, '/');
  if (slash) {
    g_autofree char *parent = g_strndup(name, (gsize)(slash - name)), *whole = g_build_filename(folder, parent, NULL);
    if (lstat(whole, &about) == 0 && !S_ISDIR(about.st_mode))
      stop_system(whole, "this is not a folder: move it away: nothing was changed");
  }
  if (lstat(path, &about) < 0 || S_ISREG(about.st_mode)) return;
  stop_system(path, "this is %s: move it away: nothing was changed",
              S_ISLNK(about.st_mode)   ? "a symbolic link"
              : S_ISDIR(about.st_mode) ? "a folder"
                                       : "no plain file");
}

static void file_publish(const char *staging, const char *folder, const char *name) {
  g_autofree char *from = g_build_filename(staging, name, NULL), *to = g_build_filename(folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname(to);
  if (g_mkdir_with_parents(parent, 0700) < 0) output_refuse(parent, "the folder cannot be made");
  if (rename(from, to) < 0) output_refuse(to, "cannot be put in place");
}

static void leftover_remove(const char *folder, const char *name, GPtrArray *written) {
  if (g_ptr_array_find_with_equal_func(written, name, g_str_equal, NULL)) return;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  unlink(path);
}

/* An earlier run's file that this one did not write would contradict the new manifest. */
static void leftovers_remove(const char *folder, GPtrArray *written) {
  for (gsize i = 0; i < G_N_ELEMENTS(own_names); i++) leftover_remove(folder, own_names[i], written);
  g_autofree char *charts = g_build_filename(folder, pictures, NULL);
  GDir *open = g_dir_open(charts, 0, NULL);
  for (const char *name; open && (name = g_dir_read_name(open));) {
    g_autofree char *picture = g_build_filename(pictures, name, NULL);
    if (g_str_has_suffix(name, ".svg") || g_str_has_suffix(name, ".png")) leftover_remove(folder, picture, written);
  }
  if (open) g_dir_close(open);
  rmdir(charts); /* refused by the system where a file is left */
}

void output_publish(const char *staging, const char *folder) {
  g_autoptr(GPtrArray) names = names_of(staging);
  for (guint i = 0; i < names->len; i++) target_check(folder, names->pdata[i]);
  files_sync(staging, names);
  say_change_begin();
  bool manifest = false;
  for (guint i = 0; i < names->len; i++) {
    if (g_str_equal(names->pdata[i], manifest_name)) manifest = true;
    else file_publish(staging, folder, names->pdata[i]);
  }
  leftovers_remove(folder, names);
  if (manifest) file_publish(staging, folder, manifest_name);
  say_change_end();
  path_sync(folder);
}
