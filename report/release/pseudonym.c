/* Makes codes by HMAC, and keeps the register of releases. */
#include "report/release/pseudonym.h"
#include "include/message.h"
#include "include/text.h"
#include <string.h>
#include <sys/random.h>

enum { KEY_BYTES = 32 };

struct pseudonyms {
  char *folder, *key; /* KEY NULL: not read yet */
};

struct pseudonyms *pseudonyms_new(const char *folder) {
  struct pseudonyms *pseudonyms = g_new0(struct pseudonyms, 1);
  pseudonyms->folder = g_strdup(folder);
  return pseudonyms;
}

void pseudonyms_free(struct pseudonyms *pseudonyms) {
  g_free(pseudonyms->folder);
  g_free(pseudonyms->key);
  g_free(pseudonyms);
}

static void key_make(struct pseudonyms *pseudonyms, const char *path) {
  guint8 bytes[KEY_BYTES];
  GString *digits = g_string_new(NULL);
  g_autoptr(GError) error = NULL;
  if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes) stop_system(path, "no random bytes can be had");
  for (gsize i = 0; i < sizeof bytes; i++) g_string_append_printf(digits, "%02x", bytes[i]);
  g_string_append_c(digits, '\n');
  if (!g_file_set_contents_full(path, digits->str, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &error))
    stop_system(path, "cannot be written: %s", error->message);
  pseudonyms->key = g_strndup(digits->str, 2 * KEY_BYTES);
  g_string_free(digits, TRUE);
}

static void key_read(struct pseudonyms *pseudonyms) {
  if (!pseudonyms->folder)
    stop_input("pseudonym.key", 0,
               "its place is beside audit.ini, and the audit's manifest does not say where that is: run the audit again");
  g_autofree char *path = g_build_filename(pseudonyms->folder, "pseudonym.key", NULL), *text = NULL;
  if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
    key_make(pseudonyms, path);
    return;
  }
  if (!g_file_get_contents(path, &text, NULL, NULL)) stop_system(path, "cannot be read");
  g_strstrip(text);
  if (strlen(text) != 2 * KEY_BYTES || strspn(text, "0123456789abcdef") != 2 * KEY_BYTES)
    stop_input(path, 0,
               "is no key of pseudonyms (64 hexadecimal digits): restore it, or codes no longer agree with earlier releases");
  pseudonyms->key = g_steal_pointer(&text);
}

char *pseudonym_of(const char *person, void *data) {
  struct pseudonyms *pseudonyms = data;
  if (!pseudonyms->key) key_read(pseudonyms);
  g_autofree char *folded = text_key(person ? person : ""),
                  *sum = g_compute_hmac_for_string(G_CHECKSUM_SHA256, (const guchar *)pseudonyms->key, strlen(pseudonyms->key),
                                                   folded, -1);
  return g_strdup_printf("person-%.8s", sum);
}

void register_add(struct db *db, const char *folder, const char *request, const char *day, const char *out) {
  if (!folder) {
    say_note(out, 0, "no register was kept: the audit's manifest does not say where its folder is");
    return;
  }
  g_autofree char *path = g_build_filename(folder, "releases.csv", NULL), *text = NULL,
                  *name = text_csv_cell(request ? request : "", ','), *where = text_csv_cell(out, ',');
  g_autoptr(GError) error = NULL;
  if (!g_file_get_contents(path, &text, NULL, NULL))
    text = g_strdup("request,released_on,searches,cells,withheld,waiting,written_to,fingerprint\n");
  g_autofree char *counts = db_value_text(db, "SELECT (SELECT count(*) FROM release_search) || ',' || sum(part = 0) || ',' || "
                                              "sum(outcome = 'withheld') || ',' || sum(outcome = 'person') FROM release_cell"),
                  *fingerprint = db_setting(db, "run", "fingerprint", ""),
                  *whole =
                      g_strdup_printf("%s%s,%s,%s,%s,%s\n", text, name, day, counts ? counts : "0,0,0,0", where, fingerprint);
  if (!g_file_set_contents_full(path, whole, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    stop_system(path, "cannot be written: %s", error->message);
}
