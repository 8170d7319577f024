/* Tells which files are still as their manifest lists them. What is done about it is the caller's. */
#include "report/review/verify.h"
#include "report/review/seal.h"
#include "include/audit.h"
#include "include/db_digest.h"
#include "include/folder/manifest.h"
#include "include/folder/tree.h"
#include "include/message.h"
#include "include/output.h"
#include "include/sha256.h"
#include "include/text.h"
#include "include/wrap.h"
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum state { STATE_RIGHT, STATE_CHANGED, STATE_MISSING, STATE_ANSWERED, STATE_GROWN };

/* One manifest while it is held against its folder. */
struct check {
  const char *folder; /* of the manifest */
  bool answered;      /* its audit.xlsx has answers */
  guint outputs, inputs, right_outputs, right_inputs;
  struct verified *sum;
};

/* ------------------------------------------------------------------------------------------------------------- a file */

/* NULL: it cannot be read. */
static char *file_sum(const char *path) {
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return NULL;
  struct stat about;
  char *sum = fstat(fd, &about) == 0 && S_ISREG(about.st_mode) ? hash_file(fd) : NULL;
  close(fd);
  return sum;
}

/* Whether a first part of the file at PATH has this sum: a ledger only grows. */
static bool file_grew(const char *path, const char *sum) {
  g_autofree char *text = NULL;
  gsize length;
  if (!g_file_get_contents(path, &text, &length, NULL)) return false;
  for (const char *at = text; (at = memchr(at, '\n', length - (gsize)(at - text)));) {
    g_autofree char *part = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, (gsize)(++at - text));
    if (g_str_equal(part, sum)) return true;
  }
  return false;
}

static enum state file_state(const struct check *check, const struct known *known, const char *path) {
  g_autofree char *sum = file_sum(path), *base = g_path_get_basename(path);
  if (!sum) return STATE_MISSING;
  if (g_str_equal(sum, known->sum)) return STATE_RIGHT;
  if (check->answered && g_str_equal(known->name, "audit.xlsx")) return STATE_ANSWERED;
  return !tree_name_safe(known->name) && g_str_has_suffix(base, ".csv") && file_grew(path, known->sum) ? STATE_GROWN
                                                                                                       : STATE_CHANGED;
}

static void database_tell(const char *path) {
  struct db *db = db_open(path, DB_READ);
  g_autoptr(GPtrArray) differ = digests_differ(db);
  for (guint i = 0; i < differ->len; i++) wrap_pair("", differ->pdata[i]);
  if (!differ->len) wrap_pair("", "every table holds the rows that faceaudit wrote; something was added, or it was stored anew");
  db_close(db);
}

static void file_check(struct check *check, const struct known *known) {
  static const struct {
    const char *word, *note;
  } words[] = {[STATE_CHANGED] = {"changed", ""},
               [STATE_MISSING] = {"not found", ""},
               [STATE_ANSWERED] = {"answered", ": people wrote answers into it; the next run takes them"},
               [STATE_GROWN] = {"grown", ": its first lines are as they were read; others follow"}};
  g_autofree char *path =
      g_path_is_absolute(known->name) ? g_strdup(known->name) : g_build_filename(check->folder, known->name, NULL);
  enum state state = file_state(check, known, path);
  bool output = tree_name_safe(known->name), fine = state == STATE_RIGHT || state == STATE_ANSWERED || state == STATE_GROWN;
  *(output ? &check->outputs : &check->inputs) += 1;
  if (fine) *(output ? &check->right_outputs : &check->right_inputs) += 1;
  check->sum->right += state == STATE_RIGHT;
  check->sum->answered += state == STATE_ANSWERED;
  check->sum->grown += state == STATE_GROWN;
  check->sum->changed += state == STATE_CHANGED;
  check->sum->missing += state == STATE_MISSING;
  if (state == STATE_RIGHT) return;
  g_autofree char *text = g_strconcat(known->name, words[state].note, NULL);
  wrap_pair(words[state].word, text);
  if (state == STATE_CHANGED && g_str_has_suffix(known->name, ".db") && output) database_tell(path);
}

/* --------------------------------------------------------------------------------------------------------- a manifest */

static void about_tell(const struct manifest *manifest) {
  static const char *const keys[] = {"audit of", "period", "dated", "program"};
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
    if (manifest_about(manifest, keys[i])) wrap_pair(keys[i], manifest_about(manifest, keys[i]));
}

static void count_tell(const char *label, guint right, guint all, const char *what) {
  g_autofree char *text = g_strdup_printf("%u of %u as %s", right, all, what);
  if (all) wrap_pair(label, text);
}

/* The audit that this one names as the one before it. */
static void earlier_check(struct check *check, const struct manifest *manifest) {
  const char *path = manifest_about(manifest, "earlier audit"), *sum = manifest_about(manifest, "earlier manifest"),
             *from = manifest_about(manifest, "audit folder");
  if (!path || !sum) return;
  g_autofree char *name = g_path_is_absolute(path) || !from ? g_strdup(path) : g_build_filename(from, path, NULL);
  g_autofree char *whole = g_build_filename(name, manifest_name, NULL);
  file_check(check, &(struct known){whole, sum});
}

static void manifest_check(const char *folder, const char *name, bool answered, struct verified *sum) {
  guint line;
  g_autofree char *path = g_build_filename(folder, name, NULL);
  struct manifest *manifest = manifest_open(path, &line);
  struct check check = {.folder = folder, .answered = answered, .sum = sum};
  if (!manifest && line)
    stop_input(path, line, "is no line of a manifest (a SHA-256, two blanks, a name): it was changed after faceaudit wrote it");
  if (!manifest) stop_system(path, "cannot be read");
  wrap_heading(path, 2);
  about_tell(manifest);
  for (guint i = 0; i < manifest->files->len; i++) file_check(&check, manifest->files->pdata[i]);
  earlier_check(&check, manifest);
  count_tell("outputs", check.right_outputs, check.outputs, "written");
  count_tell("inputs", check.right_inputs, check.inputs, "read");
  if (!check.inputs && g_str_equal(name, manifest_name)) wrap_pair("inputs", "not listed");
  check.sum->seals += !seal_print(path);
  manifest_free(manifest);
}

struct verified verify_print(const char *folder, bool answered) {
  struct verified sum = {0};
  if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) stop_input(folder, 0, "is no folder: name the one that faceaudit run wrote");
  g_autoptr(GPtrArray) names = tree_names(folder);
  guint manifests = 0;
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_autofree char *path = g_build_filename(folder, name, NULL), *inner = g_path_get_dirname(path),
                    *base = g_path_get_basename(name);
    if (!g_str_has_suffix(base, "-sha256.txt")) continue;
    manifest_check(inner, base, answered && !strchr(name, '/'), &sum);
    manifests++;
  }
  if (!manifests)
    stop_input(folder, 0, "holds no %s, so nothing can be verified: name the folder that faceaudit run wrote", manifest_name);
  return sum;
}

/* -------------------------------------------------------------------------------------------------------- reperforming */

static const char *sum_of(const struct manifest *manifest, const char *name) {
  for (guint i = 0; i < manifest->files->len; i++) {
    const struct known *known = manifest->files->pdata[i];
    if (g_str_equal(known->name, name)) return known->sum;
  }
  return NULL;
}

static guint about_differ(const struct manifest *first, const struct manifest *again) {
  guint differ = 0;
  for (guint i = 0; i < first->about->len; i += 2) {
    const char *key = first->about->pdata[i], *was = first->about->pdata[i + 1], *is = manifest_about(again, key);
    if (!g_strcmp0(was, is)) continue;
    g_autofree char *text = g_strdup_printf("%s: %s, now %s", key, was, is ? is : "not said");
    wrap_pair("differs", text);
    differ++;
  }
  return differ;
}

bool verify_same(const struct manifest *first, const struct manifest *again) {
  guint same = 0, all = 0;
  wrap_heading("Made again from the same inputs", 2);
  for (guint i = 0; i < first->files->len; i++) {
    const struct known *known = first->files->pdata[i];
    if (!tree_name_safe(known->name)) continue;
    bool equal = !g_strcmp0(known->sum, sum_of(again, known->name));
    all++, same += equal;
    if (!equal) wrap_pair("differs", known->name);
  }
  guint differ = about_differ(first, again);
  count_tell("outputs", same, all, "before, byte by byte");
  return same == all && !differ;
}
