/* Decides what may be replaced in a folder and replaces it. What is in the files is decided by others. */
#define _GNU_SOURCE
#include "include/folder/publish.h"
#include "include/folder/journal.h"
#include "include/folder/manifest.h"
#include "include/folder/tree.h"
#include "include/guard.h"
#include "include/message.h"
#include "include/output.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct publishing {
  struct stage *stage;
  const char *files, *folder;
  const char *manifest; /* its name */
  const char *const *taken;
  GPtrArray *names;    /* to be put in place, the manifest last */
  GHashTable *listed;  /* the earlier manifest: name to sum */
  GPtrArray *outdated; /* of an earlier run, and not made by this one */
};

static bool names_hold(const GPtrArray *names, const char *name) {
  return g_ptr_array_find_with_equal_func((GPtrArray *)names, name, g_str_equal, NULL);
}

/* ---------------------------------------------------------------------------------------------- whose a file is */

/* As the earlier run wrote it. */
static bool file_is_own(const struct publishing *publishing, const char *name) {
  g_autofree char *path = g_build_filename(publishing->folder, name, NULL);
  const char *listed = g_hash_table_lookup(publishing->listed, name);
  if (g_str_equal(name, publishing->manifest)) return g_hash_table_size(publishing->listed) > 0;
  if (publishing->taken && g_strv_contains(publishing->taken, name)) return true;
  if (!listed) return false;
  g_autofree char *sum = output_sha256(path);
  return g_str_equal(sum, listed);
}

/* The name must be free or one of ours; a folder on its way must be a real one. */
static void target_check(const struct publishing *publishing, const char *name) {
  g_autofree char *path = g_build_filename(publishing->folder, name, NULL), *met = NULL;
  struct stat about;
  if (!tree_way_plain(publishing->folder, name, &met))
    stop_system(met, "this is not a folder: move it away: nothing was changed");
  if (lstat(path, &about) < 0) return;
  if (!S_ISREG(about.st_mode))
    stop_system(path, "this is %s: move it away: nothing was changed",
                S_ISLNK(about.st_mode)   ? "a symbolic link"
                : S_ISDIR(about.st_mode) ? "a folder"
                                         : "not a regular file");
  if (file_is_own(publishing, name)) return;
  if (g_hash_table_contains(publishing->listed, name))
    stop_system(path, "was changed after faceaudit wrote it: move it away or rename it: nothing was changed");
  stop_system(path, "is not listed in a manifest here, so it is not faceaudit's: move it away, or choose another folder with -o: "
                    "nothing was changed");
}

static void outdated_find(struct publishing *publishing) {
  g_autoptr(GList) listed = g_list_sort(g_hash_table_get_keys(publishing->listed), (GCompareFunc)strcmp);
  for (GList *at = listed; at; at = at->next) {
    g_autofree char *path = g_build_filename(publishing->folder, at->data, NULL), *met = NULL;
    struct stat about;
    if (names_hold(publishing->names, at->data) || !tree_way_plain(publishing->folder, at->data, &met)) continue;
    if (lstat(path, &about) < 0 || !S_ISREG(about.st_mode)) continue;
    if (file_is_own(publishing, at->data)) g_ptr_array_add(publishing->outdated, g_strdup(at->data));
    else say_note(path, 0, "was changed after an earlier run wrote it, and stays: it is not of this run");
  }
}

/* Whether the folder holds nothing but what is replaced or removed. */
static bool folder_is_own(const struct publishing *publishing) {
  struct stat about;
  if (lstat(publishing->folder, &about) < 0 || about.st_uid != geteuid() || tree_has_empty(publishing->folder)) return false;
  g_autoptr(GPtrArray) there = tree_names(publishing->folder);
  for (guint i = 0; i < there->len; i++)
    if (!names_hold(publishing->names, there->pdata[i]) && !names_hold(publishing->outdated, there->pdata[i])) return false;
  return true;
}

/* ------------------------------------------------------------------------------------------------------ safe on disk */

static bool path_synced(const char *path) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  bool synced = fsync(fd) == 0;
  int error = errno;
  close(fd);
  errno = error;
  return synced;
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
    if (!path_synced(path)) output_refuse(path, "cannot be synced to the disk");
  }
  return NULL;
}

static void files_sync(const char *folder, const GPtrArray *names) {
  struct syncing syncing = {folder, names, 0};
  GThread *threads[SYNCS];
  guint count = MIN(names->len, SYNCS);
  for (guint i = 0; i < count; i++) threads[i] = g_thread_new("sync", names_sync, &syncing);
  for (guint i = 0; i < count; i++) g_thread_join(threads[i]);
  if (!path_synced(folder)) output_refuse(folder, "cannot be synced to the disk");
}

/* ------------------------------------------------------------------------------------------- the folder as a whole */

G_NORETURN static void publish_refuse(const char *path, const char *what, int error) {
  stop_system(path, "%s: %s: nothing was changed", what, g_strerror(error));
}

/* False: this disk or this place cannot; nothing was changed. */
static bool folder_rename(const struct publishing *publishing, bool exchange) {
  const char *folder = publishing->folder;
  g_autofree char *parent = g_path_get_dirname(folder);
  unsigned flags = exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  struct stat about;
  if (exchange && lstat(folder, &about) == 0)
    chmod(publishing->files, (about.st_mode & 0755) | 0700); /* nobody else may write there */
  if (renameat2(AT_FDCWD, publishing->files, AT_FDCWD, folder, flags) < 0) {
    if (errno == EINVAL || errno == ENOSYS || errno == EXDEV || errno == EBUSY || errno == EPERM) return false;
    publish_refuse(folder, "cannot be put in place", errno);
  }
  if (path_synced(parent)) return true;
  int error = errno;
  if (renameat2(AT_FDCWD, folder, AT_FDCWD, publishing->files, flags) == 0)
    publish_refuse(parent, "cannot be synced to the disk", error);
  return true; /* it is in place, and that cannot be undone */
}

static bool folder_publish(const struct publishing *publishing) {
  struct stat about;
  if (g_str_equal(publishing->files, stage_place(publishing->stage))) return false; /* it lies inside */
  if (lstat(publishing->folder, &about) < 0) return errno == ENOENT && folder_rename(publishing, false);
  return folder_is_own(publishing) && folder_rename(publishing, true);
}

/* -------------------------------------------------------------------------------------------------- file by file */

/* NULL: it is in place; else what went wrong, and errno says why. */
static const char *file_publish(const struct publishing *publishing, const char *name) {
  g_autofree char *from = g_build_filename(publishing->files, name, NULL), *to = g_build_filename(publishing->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname(to);
  if (g_mkdir_with_parents(parent, 0700) < 0) return "the folder cannot be made";
  if (!journal_keep(stage_place(publishing->stage), publishing->folder, name, true)) return "cannot be kept while it is replaced";
  if (rename(from, to) < 0) return "cannot be put in place";
  return path_synced(parent) ? NULL : "cannot be synced to the disk";
}

/* Where a step fails, *FAILED is its file. The earlier manifest goes first, so that it never stands beside others' files. */
static const char *files_step(const struct publishing *publishing, const char **failed) {
  const char *place = stage_place(publishing->stage), *folder = publishing->folder, *wrong;
  *failed = publishing->manifest;
  if (!journal_begin(place, publishing->files, folder, publishing->names, publishing->outdated))
    return "a list of what is replaced cannot be written";
  if (!journal_keep(place, folder, publishing->manifest, false)) return "cannot be replaced";
  for (guint i = 0; i < publishing->outdated->len; i++) {
    *failed = publishing->outdated->pdata[i];
    if (!journal_keep(place, folder, *failed, false)) return "cannot be removed";
  }
  for (guint i = 0; i < publishing->names->len; i++) {
    *failed = publishing->names->pdata[i];
    if ((wrong = file_publish(publishing, *failed))) return wrong;
  }
  return journal_end(place) ? NULL : "cannot be put in place";
}

static void folders_close(const struct publishing *publishing) {
  for (guint i = 0; i < publishing->outdated->len; i++) {
    g_autofree char *path = g_build_filename(publishing->folder, publishing->outdated->pdata[i], NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    if (!g_str_equal(parent, publishing->folder)) rmdir(parent); /* refused by the system where a file is left */
  }
}

static void files_publish(const struct publishing *publishing) {
  struct stat about;
  const char *failed;
  bool there = stat(publishing->folder, &about) == 0;
  if (there && about.st_mode & 022 && chmod(publishing->folder, about.st_mode & 0755) < 0)
    publish_refuse(publishing->folder, "others can write in this folder, and that cannot be ended", errno);
  const char *wrong = files_step(publishing, &failed);
  if (!wrong) {
    folders_close(publishing);
    return;
  }
  int error = errno;
  g_autofree char *path = g_build_filename(publishing->folder, failed, NULL);
  if (journal_undo(stage_place(publishing->stage))) publish_refuse(path, wrong, error);
  stop_system(path, "%s: %s: some files here are of this run and some of an earlier one: run again", wrong, g_strerror(error));
}

/* --------------------------------------------------------------------------------------------------------- together */

static GPtrArray *names_manifest_last(const char *files, const char *manifest) {
  GPtrArray *names = tree_names(files);
  guint at;
  if (g_ptr_array_find_with_equal_func(names, manifest, g_str_equal, &at))
    g_ptr_array_add(names, g_ptr_array_steal_index(names, at));
  return names;
}

static void outdated_say(const struct publishing *publishing) {
  if (!publishing->outdated->len) return;
  g_ptr_array_add(publishing->outdated, NULL);
  g_autofree char *names = g_strjoinv(", ", (char **)publishing->outdated->pdata);
  say_note(publishing->folder, 0, "removed, for an earlier run wrote it and this one did not: %s", names);
}

void stage_publish_as(struct stage *stage, const char *manifest, const char *const *taken) {
  const char *folder = stage_folder(stage), *files = stage_files(stage);
  struct publishing publishing = {.stage = stage,
                                  .files = files,
                                  .folder = folder,
                                  .manifest = manifest,
                                  .taken = taken,
                                  .names = names_manifest_last(files, manifest),
                                  .listed = manifest_read(folder, manifest),
                                  .outdated = g_ptr_array_new_with_free_func(g_free)};
  for (guint i = 0; i < publishing.names->len; i++) target_check(&publishing, publishing.names->pdata[i]);
  outdated_find(&publishing);
  files_sync(files, publishing.names);
  say_change_begin();
  if (!folder_publish(&publishing)) files_publish(&publishing);
  guard_told()->published = true;
  say_change_end();
  outdated_say(&publishing);
  g_ptr_array_unref(publishing.names);
  g_ptr_array_unref(publishing.outdated);
  g_hash_table_unref(publishing.listed);
}

void stage_publish(struct stage *stage, const char *const *taken) { stage_publish_as(stage, manifest_name, taken); }
