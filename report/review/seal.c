/* Runs gpg and openssl on a manifest. What a signature is trusted for is theirs, and the reader's, to say. */
#include "report/review/seal.h"
#include "include/message.h"
#include "include/text.h"
#include "include/wrap.h"
#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What the program said last, one line, safe to show; the caller's. */
static char *last_line(const char *said) {
  g_autofree char *text = g_strchomp(g_strdup(said ? said : ""));
  const char *line = strrchr(text, '\n');
  return text_show(line ? line + 1 : text, true);
}

/* True: it ended well; else *SAID is why. */
static bool program_run(const char *const *words, char **said) {
  g_autofree char *errors = NULL;
  g_autoptr(GError) error = NULL;
  int status;
  bool ran = g_spawn_sync(NULL, (char **)(gpointer)words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                          NULL, &errors, &status, &error);
  *said = ran ? last_line(errors) : g_strdup(error->message);
  return ran && g_spawn_check_wait_status(status, NULL);
}

/* Made beside PATH first, so that an earlier one stays where the program fails. */
static void seal_make(const char *path, const char *const *words, const char *made) {
  g_autofree char *said = NULL;
  g_unlink(made);
  if (!program_run(words, &said)) {
    g_unlink(made);
    stop_system(path, "cannot be made by %s: %s", words[0], *said ? said : "it does not say why");
  }
  if (g_rename(made, path) < 0) stop_system(path, "cannot be put in place: %s", g_strerror(errno));
  wrap_pair("wrote", path);
}

void seal_sign(const char *manifest, const char *key) {
  g_autofree char *path = g_strconcat(manifest, ".asc", NULL), *made = g_strconcat(path, ".new", NULL);
  seal_make(path,
            (const char *const[]){"gpg", "--batch", "--yes", "--armor", "--local-user", key, "--output", made, "--detach-sign",
                                  "--", manifest, NULL},
            made);
}

void seal_request(const char *manifest) {
  g_autofree char *path = g_strconcat(manifest, ".tsq", NULL), *made = g_strconcat(path, ".new", NULL);
  seal_make(
      path,
      (const char *const[]){"openssl", "ts", "-query", "-data", manifest, "-sha256", "-cert", "-no_nonce", "-out", made, NULL},
      made);
}

/* WHAT lies in PATH, and WORDS check it. */
static bool seal_check(const char *what, const char *path, const char *const *words) {
  g_autofree char *said = NULL, *program = g_find_program_in_path(words[0]);
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) return true;
  if (!program) {
    g_autofree char *text = g_strdup_printf("%s: not checked, for there is no %s here", path, words[0]);
    wrap_pair(what, text);
    return true;
  }
  bool good = program_run(words, &said);
  g_autofree char *text = g_strdup_printf("%s: %s%s%s", path, good ? "of this manifest" : "NOT good", *said ? ": " : "", said);
  wrap_pair(what, text);
  return good;
}

bool seal_print(const char *manifest) {
  g_autofree char *asc = g_strconcat(manifest, ".asc", NULL), *tsr = g_strconcat(manifest, ".tsr", NULL),
                  *authority = g_strconcat(manifest, ".ca.pem", NULL);
  bool signature = seal_check("signature", asc, (const char *const[]){"gpg", "--batch", "--verify", "--", asc, manifest, NULL});
  if (!g_file_test(authority, G_FILE_TEST_EXISTS)) {
    if (g_file_test(tsr, G_FILE_TEST_EXISTS))
      wrap_pair("timestamp", "not checked: put the authority's certificates beside the manifest, as manifest-sha256.txt.ca.pem");
    return signature;
  }
  bool stamped =
      seal_check("timestamp", tsr,
                 (const char *const[]){"openssl", "ts", "-verify", "-data", manifest, "-in", tsr, "-CAfile", authority, NULL});
  return signature && stamped;
}
