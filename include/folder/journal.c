/* Keeps what a run replaces until all of it is in place. The files kept lie in a folder, their names in a list that is written
   first; that the folder bears another name ends the journal. */
#include "include/folder/journal.h"
#include "include/folder/tree.h"
#include "include/message.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

static const char kept_name[] = ".faceaudit-kept", ended_name[] = ".faceaudit-ended", list_name[] = ".faceaudit-list";

static int begun = -1; /* the list of this process's journal: once files are being replaced, no more may be to be opened */

/* The list: the folder and the files relative to the place, then a name a line. */
bool journal_begin(const char *place, const char *files, const char *folder, const GPtrArray *names, const GPtrArray *removed) {
  g_autofree char *kept = g_build_filename(place, kept_name, NULL), *list = g_build_filename(place, list_name, NULL);
  g_autofree char *own = g_path_get_basename(folder);
  bool beside = !g_str_equal(files, place);
  g_autoptr(GString) text = g_string_new(NULL);
  g_string_append_printf(text, "%s%s\n%s\n", beside ? "../" : "..", beside ? own : "", beside ? own : ".");
  for (guint i = 0; i < names->len; i++) g_string_append_printf(text, "%s\n", (char *)names->pdata[i]);
  for (guint i = 0; removed && i < removed->len; i++) g_string_append_printf(text, "%s\n", (char *)removed->pdata[i]);
  if (!g_file_set_contents_full(list, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, NULL))
    return false;
  begun = open(list, O_RDONLY | O_CLOEXEC);
  return begun >= 0 && mkdir(kept, 0700) == 0;
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

/* ---------------------------------------------------------------------------------- taken back, without asking for memory */

struct undoing {
  char kept[PATH_MAX], files[PATH_MAX], folder[PATH_MAX];
};

/* The folders that PATH lies in, from the one of LEAST bytes on. */
static void parents_make(char *path, gsize least) {
  for (char *slash = strchr(path + least, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    mkdir(path, 0700);
    *slash = '/';
  }
}

/* One that was kept goes back; one that was put in place and replaced nothing goes. */
static bool name_undo(const struct undoing *undoing, const char *name) {
  char was[PATH_MAX], made[PATH_MAX], here[PATH_MAX];
  struct stat about;
  if (!tree_path(was, undoing->kept, name) || !tree_path(made, undoing->files, name) || !tree_path(here, undoing->folder, name))
    return false;
  if (lstat(was, &about) == 0) {
    parents_make(here, strlen(undoing->folder));
    return rename(was, here) == 0 || file_copied(was, here);
  }
  if (lstat(made, &about) == 0) return true;
  if (unlink(here) < 0) return errno == ENOENT;
  if (strchr(name, '/')) *strrchr(here, '/') = 0, rmdir(here); /* refused by the system where a file is left */
  return true;
}

/* A file below the kept ones: taken away without another in its place. */
static bool left_undo(const char *folder, const char *name, void *data) {
  const struct undoing *undoing = data;
  char path[PATH_MAX];
  struct stat about;
  if (!tree_path(path, folder, name) || lstat(path, &about) < 0) return false;
  return S_ISDIR(about.st_mode) ? tree_each(path, left_undo, data) : name_undo(undoing, path + strlen(undoing->kept) + 1);
}

/* The first line of TEXT, which becomes what is behind it. False: there is no whole line. */
static bool line_take(const char **text, const char *end, char line[PATH_MAX]) {
  const char *stop = memchr(*text, '\n', (gsize)(end - *text));
  if (!stop || stop - *text >= PATH_MAX) return false;
  memcpy(line, *text, (gsize)(stop - *text));
  line[stop - *text] = 0;
  *text = stop + 1;
  return true;
}

/* A run that was killed before the list was whole has changed nothing. */
static bool list_undo(const char *place, struct undoing *undoing, const char *text, const char *end) {
  char line[PATH_MAX];
  bool undone = true;
  if (!line_take(&text, end, line)) return true;
  if (!tree_path(undoing->folder, place, line)) return false;
  if (!line_take(&text, end, line)) return true;
  if (!tree_path(undoing->files, place, line)) return false;
  while (line_take(&text, end, line))
    if (tree_name_safe(line)) undone = name_undo(undoing, line) && undone;
  /* The list has every name; a journal of an earlier version of this program had not. */
  return (tree_each(undoing->kept, left_undo, undoing) || error_is_of_system(errno)) && undone;
}

static bool file_undo(const char *place, struct undoing *undoing, const char *list) {
  int open_list = open(list, O_RDONLY | O_CLOEXEC);
  if (open_list < 0 && error_is_of_system(errno)) open_list = dup(begun);
  struct stat about;
  if (open_list < 0) return false;
  bool there = fstat(open_list, &about) == 0;
  char *text = there && about.st_size ? mmap(NULL, (gsize)about.st_size, PROT_READ, MAP_PRIVATE, open_list, 0) : NULL;
  close(open_list);
  if (!there || text == MAP_FAILED) return false;
  if (!text) return true;
  bool undone = list_undo(place, undoing, text, text + about.st_size);
  munmap(text, (gsize)about.st_size);
  return undone;
}

bool journal_undo(const char *place) {
  struct undoing undoing;
  struct stat about;
  char list[PATH_MAX], ended[PATH_MAX];
  if (!tree_path(undoing.kept, place, kept_name) || !tree_path(list, place, list_name) || !tree_path(ended, place, ended_name))
    return false;
  if (lstat(undoing.kept, &about) < 0 || !S_ISDIR(about.st_mode)) return true;
  if (!file_undo(place, &undoing, list)) return false;
  return rename(undoing.kept, ended) == 0 || tree_remove(undoing.kept);
}
