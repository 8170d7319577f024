/* Makes and removes the private folders of this program. Each is locked as long as its process lives, so that a later run knows
   the dead ones. Putting files in place is left to publish.c, taking half of it back to journal.c. */
#include "include/folder/stage.h"
#include "include/folder/journal.h"
#include "include/folder/tree.h"
#include "include/guard.h"
#include "include/message.h"
#include "include/output.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct stage {
  char *place, *files, *folder;
  int lock;
  GPtrArray *made; /* folders that were not there before, the outer first: empty ones are not left behind */
  struct held *held;
};

/* What the process that waits must know of a stage to remove it. */
enum { HELD_MOST = 4, MADE_MOST = 4 };
struct held {
  bool taken;
  char place[PATH_MAX], made[MADE_MOST][PATH_MAX]; /* "": none */
};
static struct held *held;

/* ------------------------------------------------------------------------------------------- by the process that waits */

void stages_share(void) { held = guard_share(sizeof *held * HELD_MOST); }

static bool held_remove(struct held *one) {
  struct stat about;
  if (!one->taken) return true;
  bool undone = !*one->place || journal_undo(one->place);
  for (int turn = 0; *one->place && undone && turn < 5 && lstat(one->place, &about) == 0; turn++) tree_remove(one->place);
  for (int i = MADE_MOST; i-- > 0;)
    if (*one->made[i]) rmdir(one->made[i]);
  return !*one->place || lstat(one->place, &about) < 0;
}

bool stages_take_back(void) {
  bool all = true;
  for (int i = 0; held && i < HELD_MOST; i++) all = held_remove(&held[i]) && all;
  return all;
}

/* A stage tells of itself before it asks for memory again. */
static void stage_hold(struct stage *stage) {
  for (int i = 0; held && i < HELD_MOST && !stage->held; i++)
    if (!held[i].taken) stage->held = &held[i];
  if (stage->held) stage->held->taken = true;
}

static void place_hold(struct stage *stage, const char *place) {
  if (stage->held) g_strlcpy(stage->held->place, place, PATH_MAX);
}

static void made_hold(struct stage *stage, const char *path) {
  for (int i = 0; stage->held && i < MADE_MOST; i++) {
    if (*stage->held->made[i]) continue;
    g_strlcpy(stage->held->made[i], path, PATH_MAX);
    return;
  }
}

/* ------------------------------------------------------------------------------------------------------------ places */

/* Locks a new folder of PARENT, unless another run has just taken it for a dead one. False: errno says why. */
static bool place_make(struct stage *stage, const char *parent) {
  for (int turn = 0; turn < 16; turn++) {
    char *place = g_str_equal(parent, ".") ? g_strdup(STAGING_NAME) : g_build_filename(parent, STAGING_NAME, NULL);
    struct stat about;
    if (!g_mkdtemp_full(place, 0700)) {
      g_free(place);
      return false;
    }
    place_hold(stage, place);
    stage->lock = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (stage->lock >= 0 && (flock(stage->lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) &&
        fstat(stage->lock, &about) == 0 && about.st_nlink) {
      stage->place = place;
      return true;
    }
    int error = errno;
    if (stage->lock >= 0) close(stage->lock);
    rmdir(place);
    g_free(place);
    errno = error;
    if (stage->lock < 0) return false;
  }
  return false;
}

/* A place that nobody holds: its run was killed. */
static void place_clear(const char *place) {
  struct stat about;
  if (lstat(place, &about) < 0 || !S_ISDIR(about.st_mode) || about.st_uid != geteuid()) return;
  int lock = open(place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (lock < 0) return;
  if (flock(lock, LOCK_EX | LOCK_NB) == 0 && journal_undo(place)) tree_remove(place);
  close(lock);
}

static void places_clear(const char *parent) {
  DIR *open = opendir(parent);
  for (struct dirent *entry; open && (entry = readdir(open));) {
    if (!staging_named(entry->d_name)) continue;
    g_autofree char *place = g_build_filename(parent, entry->d_name, NULL);
    place_clear(place);
  }
  if (open) closedir(open);
}

/* ------------------------------------------------------------------------------------------------------------ stages */

static void place_left(const char *place) {
  g_autofree char *parent = g_path_get_dirname(place), *name = g_path_get_basename(place);
  say_note(parent, 0, "the folder %s of this run is left here, for it cannot be removed: the next run removes it", name);
}

static void stage_remove(void *data) {
  struct stage *stage = data;
  if (journal_undo(stage->place))
    /* After a signal the work goes on for a moment and may make a file in a folder that was just emptied. */
    for (int turn = 0; turn < 5 && g_file_test(stage->place, G_FILE_TEST_EXISTS); turn++) tree_remove(stage->place);
  if (g_file_test(stage->place, G_FILE_TEST_EXISTS)) place_left(stage->place);
  for (guint i = stage->made->len; i-- > 0;) rmdir(stage->made->pdata[i]); /* refused by the system where anything is inside */
  if (stage->held) *stage->held = (struct held){0};
  close(stage->lock);
  g_ptr_array_unref(stage->made);
  g_free(stage->place);
  g_free(stage->files);
  g_free(stage->folder);
  g_free(stage);
}

/* Makes PATH and what it lies in. False: errno says why. */
static bool folders_make(struct stage *stage, const char *path) {
  if (g_file_test(path, G_FILE_TEST_IS_DIR)) return true;
  g_autofree char *parent = g_path_get_dirname(path);
  if (!g_str_equal(parent, path) && !folders_make(stage, parent)) return false;
  if (mkdir(path, 0700) < 0) return false;
  made_hold(stage, path);
  g_ptr_array_add(stage->made, g_strdup(path));
  return true;
}

static char *slashes_strip(const char *folder) {
  gsize length = strlen(folder);
  while (length > 1 && folder[length - 1] == '/') length--;
  return g_strndup(folder, length);
}

/* Beside FOLDER the whole folder can be exchanged at once; not where it has no name of its own or is another disk. */
static bool place_beside(struct stage *stage) {
  g_autofree char *parent = g_path_get_dirname(stage->folder), *name = g_path_get_basename(stage->folder);
  struct stat outer, inner;
  if (g_str_equal(name, ".") || g_str_equal(name, "..") || g_str_equal(name, "/")) return false;
  if (!folders_make(stage, parent)) output_refuse(parent, "the folder cannot be made");
  places_clear(parent);
  if (stat(parent, &outer) < 0) return false;
  if (lstat(stage->folder, &inner) == 0 && inner.st_dev != outer.st_dev) return false;
  if (!place_make(stage, parent)) return false;
  stage->files = g_build_filename(stage->place, name, NULL);
  if (mkdir(stage->files, 0700) == 0) return true;
  int error = errno;
  rmdir(stage->place);
  errno = error;
  output_refuse(stage->folder, "nothing can be written in this folder");
}

static void place_inside(struct stage *stage) {
  if (!folders_make(stage, stage->folder)) output_refuse(stage->folder, "the folder cannot be made");
  if (!place_make(stage, stage->folder)) output_refuse(stage->folder, "nothing can be written in this folder");
  stage->files = g_strdup(stage->place);
}

struct stage *stage_new(const char *folder) {
  struct stage *stage = g_new0(struct stage, 1);
  struct stat about;
  *stage = (struct stage){.folder = slashes_strip(folder), .lock = -1, .made = g_ptr_array_new_with_free_func(g_free)};
  stage_hold(stage);
  if (lstat(stage->folder, &about) == 0 && S_ISLNK(about.st_mode))
    stop_system(stage->folder, "is a symbolic link: name the folder itself: nothing was changed");
  bool there = lstat(stage->folder, &about) == 0;
  if (there && access(stage->folder, W_OK | X_OK) < 0) output_refuse(stage->folder, "nothing can be written in this folder");
  if (there) places_clear(stage->folder);
  if (!place_beside(stage)) place_inside(stage);
  say_at_end(stage_remove, stage);
  return stage;
}

const char *stage_files(const struct stage *stage) { return stage->files; }
const char *stage_folder(const struct stage *stage) { return stage->folder; }
const char *stage_place(const struct stage *stage) { return stage->place; }

char *scratch_new(const char *folder) {
  struct stage *stage = g_new0(struct stage, 1);
  *stage = (struct stage){.folder = slashes_strip(folder), .lock = -1, .made = g_ptr_array_new_with_free_func(g_free)};
  stage_hold(stage);
  places_clear(stage->folder);
  place_inside(stage);
  say_at_end(stage_remove, stage);
  return g_strdup(stage->place);
}
