/* Keeps what a run replaces until all of it is in place. The files kept lie in a folder, their names in a list that is written
   first; that the folder bears another name ends the journal. */
#include "include/folder/journal.h"
#include "include/folder/tree.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

static const char kept_name[] = ".faceaudit-kept", ended_name[] = ".faceaudit-ended", list_name[] = ".faceaudit-list";

/* The list: the folder and the files relative to the place, then a name a line. */
bool journal_begin(const char *place, const char *files, const char *folder, const GPtrArray *names) {
  g_autofree char *kept = g_build_filename(place, kept_name, NULL), *list = g_build_filename(place, list_name, NULL);
  g_autofree char *own = g_path_get_basename(folder);
  bool beside = !g_str_equal(files, place);
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_append_printf(text, "%s%s\n%s\n", beside ? "../" : "..", beside ? own : "", beside ? own : ".");
  for (guint i = 0; i < names->len; i++) g_string_append_printf(text, "%s\n", (char *)names->pdata[i]);
  if (!g_file_set_contents_full(list, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, NULL))
    return false;
  return mkdir(kept, 0700) == 0;
}

bool journal_keep(const char *place, const char *folder, const char *name, bool keep) {
  g_autofree char *from = g_build_filename(folder, name, NULL), *to = g_build_filename(place, kept_name, name, NULL);
  g_autofree char *parent = g_path_get_dirname(to);
  struct stat about;
  if (lstat(from, &about) < 0) return errno == ENOENT;
  if (g_mkdir_with_parents(parent, 0700) < 0) return false;
  if (keep && link(from, to) == 0) return true; /* some disks know no links */
  return rename(from, to) == 0;
}

bool journal_end(const char *place) {
  g_autofree char *kept = g_build_filename(place, kept_name, NULL), *ended = g_build_filename(place, ended_name, NULL);
  return rename(kept, ended) == 0;
}

/* Where a disk renames no more. */
static bool file_copied(const char *from, const char *to) {
  int in = open(from, O_RDONLY | O_CLOEXEC), out = -1;
  struct stat about;
  bool copied = in >= 0 && fstat(in, &about) == 0 && (unlink(to) == 0 || errno == ENOENT);
  if (copied) out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  copied = copied && out >= 0;
  for (off_t left = copied ? about.st_size : 0; copied && left > 0;) {
    ssize_t moved = sendfile(out, in, NULL, (size_t)left);
    copied = moved > 0;
    left -= moved;
  }
  if (in >= 0) close(in);
  return copied && close(out) == 0;
}

/* One that was kept goes back; one that was put in place and replaced nothing goes. */
static bool name_undo(const char *kept, const char *files, const char *folder, const char *name) {
  g_autofree char *was = g_build_filename(kept, name, NULL), *made = g_build_filename(files, name, NULL);
  g_autofree char *here = g_build_filename(folder, name, NULL), *parent = g_path_get_dirname(here);
  struct stat about;
  if (lstat(was, &about) == 0) {
    if (g_mkdir_with_parents(parent, 0700) < 0) return false;
    return rename(was, here) == 0 || file_copied(was, here);
  }
  if (lstat(made, &about) == 0) return true;
  if (unlink(here) < 0) return errno == ENOENT;
  if (strchr(name, '/')) rmdir(parent); /* refused by the system where a file is left */
  return true;
}

static bool list_undo(const char *place, const char *kept, char **lines) {
  bool undone = true;
  if (!lines[0] || !lines[1]) return true; /* killed before the list was whole: nothing was changed */
  g_autofree char *folder = g_build_filename(place, lines[0], NULL), *files = g_build_filename(place, lines[1], NULL);
  for (char **name = lines + 2; *name; name++)
    if (tree_name_safe(*name)) undone = name_undo(kept, files, folder, *name) && undone;
  g_autoptr(GPtrArray) left = tree_names(kept); /* taken away without another in its place */
  for (guint i = 0; i < left->len; i++) undone = name_undo(kept, files, folder, left->pdata[i]) && undone;
  return undone;
}

bool journal_undo(const char *place) {
  g_autofree char *kept = g_build_filename(place, kept_name, NULL), *list = g_build_filename(place, list_name, NULL),
                  *text = NULL;
  if (!g_file_test(kept, G_FILE_TEST_IS_DIR)) return true;
  if (!g_file_get_contents(list, &text, NULL, NULL)) return false;
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  bool undone = list_undo(place, kept, lines);
  return undone && (journal_end(place) || tree_remove(kept));
}
