/* faceaudit init: surveys a folder and writes its first audit.ini, completely or not at all, and never over an existing one. */
#define _GNU_SOURCE /* renameat2 */
#include "ingest/init/init.h"
#include "ingest/init/compose.h"
#include "ingest/init/like.h"
#include "ingest/init/survey_print.h"
#include "ingest/kinds/kinds.h"
#include "include/output.h"
#include "include/folder/stage.h"
#include "include/message.h"
#include "include/shell_quote.h"
#include "include/text.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char ini_name[] = "audit.ini", results[] = "audit";

/* ------------------------------------------------------------------------------------------------------- the folder */

static int names_order(gconstpointer a, gconstpointer b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static GPtrArray *names_read(const char *folder) {
  g_autoptr(GError) error = NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
  if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
    stop_input(folder, 0, "there is no such folder: name the folder that holds the exports");
  GDir *open = g_dir_open(folder, 0, &error);
  if (!open) stop_system(folder, "%s", error->message);
  for (const char *name; (name = g_dir_read_name(open));)
    if (*name != '.' && strcmp(name, results) && strcmp(name, ini_name)) g_ptr_array_add(names, g_strdup(name));
  g_dir_close(open);
  g_ptr_array_sort(names, names_order);
  return names;
}

/* Among identical files the one with the shortest name is the export, and the others are copies of it: "log (1).csv". */
static void copies_mark(struct survey *survey) {
  g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < survey->probes->len; i++) {
    struct probe *probe = survey->probes->pdata[i], *known = probe->sha256 ? g_hash_table_lookup(first, probe->sha256) : NULL;
    if (probe->sha256 && (!known || strlen(probe->name) < strlen(known->name))) g_hash_table_insert(first, probe->sha256, probe);
  }
  for (guint i = 0; i < survey->probes->len; i++) {
    struct probe *probe = survey->probes->pdata[i], *known = probe->sha256 ? g_hash_table_lookup(first, probe->sha256) : probe;
    if (known != probe) probe->same_as = known->name;
    probe->used = probe->state == PROBE_KNOWN && !probe->same_as;
  }
}

static bool header_equal(const struct probe *a, const struct probe *b) {
  return g_strv_equal((const char *const *)a->sample.header, (const char *const *)b->sample.header);
}

/* The file of a kind whose headers fit best: files with other headers are asked about, never merged with it. */
static const struct probe *kind_leader(const struct survey *survey, const struct kind *kind) {
  const struct probe *leader = NULL;
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    if (probe->used && probe->kind == kind && (!leader || probe->tells > leader->tells)) leader = probe;
  }
  return leader;
}

static void headers_part(struct survey *survey) {
  for (guint k = 0; kinds[k]; k++) {
    const struct probe *leader = kind_leader(survey, kinds[k]);
    for (guint i = 0; leader && i < survey->probes->len; i++) {
      struct probe *probe = survey->probes->pdata[i];
      if (!probe->used || probe->kind != kinds[k] || header_equal(probe, leader)) continue;
      probe->used = false, probe->state = PROBE_PERHAPS, probe->beside = leader->name;
    }
  }
}

static void probes_read(struct survey *survey) {
  g_autoptr(GPtrArray) names = names_read(survey->folder);
  survey->probes = g_ptr_array_new_with_free_func(probe_free);
  for (guint i = 0; i < names->len; i++) {
    g_autoptr(GPtrArray) files = probe_files(survey->folder, names->pdata[i]);
    for (guint k = 0; k < files->len; k++)
      g_ptr_array_add(survey->probes, probe_file(survey->folder, files->pdata[k], survey->zones));
  }
  copies_mark(survey);
  headers_part(survey);
}

/* If no file is certainly the log, the likeliest is taken, with lines to fill in for what it lacks. */
static bool log_find(struct survey *survey) {
  struct probe *best = NULL;
  for (guint i = 0; i < survey->probes->len; i++) {
    struct probe *probe = survey->probes->pdata[i];
    if (probe->what || probe->same_as || !probe->kind->required || !probe->telling) continue;
    if (probe->used) return true;
    if (!best || probe->state < best->state || (probe->state == best->state && probe->named > best->named)) best = probe;
  }
  if (best) best->used = true;
  return best;
}

G_NORETURN static void log_missed(const struct survey *survey) {
  g_autoptr(GString) seen = g_string_new(NULL);
  for (guint i = 0; i < survey->probes->len; i++) {
    const struct probe *probe = survey->probes->pdata[i];
    g_string_append_printf(seen, "%s%s (%s)", i ? ", " : "", probe->name, probe->what ? probe->what : probe->kind->key);
  }
  stop_input(
      survey->folder, 0,
      "no file here reads as a user log, so audit.ini was not written; there is %s: put the log's export as CSV into this folder",
      seen->len ? seen->str : "nothing");
}

/* -------------------------------------------------------------------------------------------------------- audit.ini */

G_NORETURN static void ini_refuse(const char *path) {
  stop_input(path, 0, "already exists: nothing was changed: to start over, move it elsewhere first");
}

/* Neither call replaces an existing file, even one made a moment ago. Some network disks do not support links. */
static int name_take(const char *from, const char *to) {
  if (!renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE)) return 0;
  return errno == EINVAL || errno == ENOSYS ? link(from, to) : -1;
}

static void ini_write(const struct survey *survey, const char *path, const char *text) {
  g_autofree char *staging = scratch_new(survey->folder), *whole = g_build_filename(staging, "whole.ini", NULL);
  struct output *file = output_open(whole);
  output_print(file, text);
  output_close(file);
  int fd = open(whole, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || fsync(fd) < 0) stop_system(path, "cannot be written: %s", g_strerror(errno));
  close(fd);
  if (!name_take(whole, path)) return;
  if (errno == EEXIST) ini_refuse(path);
  stop_system(path, "cannot be written: %s", g_strerror(errno));
}

static void survey_clear(struct survey *survey) {
  db_close(survey->db);
  g_ptr_array_unref(survey->probes);
  for (int i = 0; i < ZONES; i++) zone_free((struct zone *)survey->zones[i].zone);
  g_string_free(survey->zone_words, TRUE);
  g_string_free(survey->log_words, TRUE);
  g_string_free(survey->systems_words, TRUE);
  g_free(survey->systems);
  g_free(survey->failed);
  like_free(survey->like);
}

/* The last line can be pasted into the shell: the folder as the user gave it, the program as it was called. */
static void next_print(const char *folder, const char *program, const char *fill) {
  g_autofree char *ini = g_build_filename(folder, ini_name, NULL), *valid = g_utf8_make_valid(ini, -1);
  g_autofree char *shown = text_show(valid, true), *command = shell_path(program), *path = shell_path(folder);
  printf("\nWrote %s.%s%s%s\nThen:\n\n    %s run %s\n", shown, *fill ? " Fill in " : " Check it", fill,
         *fill ? " there; comments say how." : ".", command, path);
}

void init_folder(const char *folder, const char *program, const char *earlier, init_systems *systems) {
  struct survey survey = {.folder = folder};
  struct stat status;
  g_autofree char *path = g_build_filename(folder, ini_name, NULL), *fill = NULL;
  if (!lstat(path, &status)) ini_refuse(path);
  if (earlier) survey.like = like_open(earlier, folder);
  zones_open(&survey);
  probes_read(&survey);
  bool found = log_find(&survey);
  trial_read(&survey);
  zones_weigh(&survey);
  survey.systems_words = g_string_new(NULL);
  survey.systems = survey.failed ? NULL : systems(survey.db, survey.systems_words);
  survey_print(&survey);
  if (!found) log_missed(&survey);
  g_autofree char *text = ini_compose(&survey, &fill);
  ini_write(&survey, path, text);
  next_print(folder, program, fill);
  survey_clear(&survey);
}
