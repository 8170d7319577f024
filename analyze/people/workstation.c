/* Finds which spellings of a workstation in the log are one machine. The rules decide what two machines mean. */
#include "analyze/people/workstation.h"
#include "include/text.h"
#include <string.h>

/* "ws-1.police.local" ends with a domain; "10.0.0.1" and "ws.1" do not. */
static void domain_cut(char *name) {
  char *dot = strchr(name, '.');
  if (dot && strpbrk(dot, "abcdefghijklmnopqrstuvwxyz")) *dot = 0;
}

/* A separator counts only between two numbers, a leading zero never. */
static char *letters_join(const char *name) {
  GString *key = g_string_new(NULL);
  bool parted = false;
  for (const char *at = name; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isalnum(c)) {
      parted = true;
      continue;
    }
    char last = key->len ? key->str[key->len - 1] : 0;
    bool after_number = g_ascii_isdigit(last);
    if (parted && after_number && g_ascii_isdigit(*at)) g_string_append_c(key, '-'), after_number = false;
    parted = false;
    if (c == '0' && !after_number && g_ascii_isdigit(at[1])) continue;
    g_string_append_unichar(key, c);
  }
  return g_string_free(key, FALSE);
}

char *workstation_key(const char *name) {
  g_autofree char *folded = text_key(name);
  char *domain = strrchr(folded, '\\');
  char *machine = domain && domain[1] ? domain + 1 : folded;
  domain_cut(machine);
  char *key = letters_join(machine);
  if (*key) return key;
  g_free(key);
  return g_strdup(folded);
}

void workstations_match(struct db *db) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT DISTINCT workstation FROM event WHERE workstation <> ''");
  sqlite3_stmt *to = db_prepare(db, "INSERT INTO workstation VALUES (?, ?)");
  while (db_step(db, rows)) {
    g_autofree char *key = workstation_key(db_text(rows, 0));
    db_bind_text(to, 1, db_text(rows, 0));
    db_bind_text(to, 2, key);
    db_step(db, to);
    db_reset(to);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(to);
}
