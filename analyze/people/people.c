/* Matches accounts, duty records, notifications and candidates to people. The rules decide what a mismatch means. */
#include "analyze/people/name.h"
#include "analyze/people/people.h"
#include "include/text.h"
#include <string.h>

void accounts_match(struct db *db) {
  struct roster *roster = roster_load(db);
  sqlite3_stmt *rows = db_prepare(db, "SELECT account, user_id, user_name FROM account WHERE NOT withheld");
  sqlite3_stmt *set = db_prepare(db, "UPDATE account SET person = ?, person_how = ? WHERE account = ?");
  while (db_step(db, rows)) {
    const char *how = NULL;
    gint64 person = roster_account(roster, db_text(rows, 1), db_text(rows, 2), &how);
    if (person <= 0) continue;
    db_bind_int(set, 1, person);
    db_bind_text(set, 2, how);
    db_bind_int(set, 3, db_int(rows, 0));
    db_step(db, set);
    db_reset(set);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(set);
  roster_free(roster);
}

struct users {
  struct db *db;
  struct roster *roster;
  GHashTable *accounts; /* user key -> account */
  GHashTable *of_owner; /* owner -> account */
  GHashTable *seen;     /* user id as written -> account, 0 none */
};

static gint64 user_account(struct users *users, const char *user_id) {
  gpointer held;
  if (g_hash_table_lookup_extended(users->seen, user_id, NULL, &held)) return (gint64)GPOINTER_TO_SIZE(held);
  g_autofree char *key = text_key(user_id);
  gint64 account = (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(users->accounts, key));
  if (!account) {
    gint64 person = roster_account(users->roster, user_id, user_id, NULL);
    account = person < 0 ? -person : (gint64)GPOINTER_TO_SIZE(g_hash_table_lookup(users->of_owner, GSIZE_TO_POINTER(person)));
  }
  g_hash_table_insert(users->seen, g_strdup(user_id), GSIZE_TO_POINTER(account));
  return account;
}

static void table_match(struct users *users, const char *select, const char *update) {
  sqlite3_stmt *rows = db_prepare(users->db, select), *set = db_prepare(users->db, update);
  while (db_step(users->db, rows)) {
    gint64 account = user_account(users, db_text(rows, 1));
    if (!account) continue;
    db_bind_int(set, 1, account);
    db_bind_int(set, 2, db_int(rows, 0));
    db_step(users->db, set);
    db_reset(set);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(set);
}

void users_match(struct db *db) {
  struct users users = {.db = db,
                        .roster = roster_load(db),
                        .accounts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        .of_owner = g_hash_table_new(NULL, NULL),
                        .seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
  sqlite3_stmt *rows = db_prepare(db, "SELECT account, user_key, owner FROM account WHERE NOT withheld ORDER BY account DESC");
  while (db_step(db, rows)) {
    gpointer account = GSIZE_TO_POINTER(db_int(rows, 0));
    g_hash_table_insert(users.accounts, g_strdup(db_text(rows, 1)), account);
    g_hash_table_insert(users.of_owner, GSIZE_TO_POINTER(db_int(rows, 2)), account);
  }
  sqlite3_finalize(rows);
  table_match(&users, "SELECT shift, user_id FROM shift", "UPDATE shift SET account = ? WHERE shift = ?");
  table_match(&users, "SELECT notice, user_id FROM notice WHERE user_id <> ''", "UPDATE notice SET account = ? WHERE notice = ?");
  roster_free(users.roster);
  g_hash_table_unref(users.accounts);
  g_hash_table_unref(users.of_owner);
  g_hash_table_unref(users.seen);
}

void notices_match(struct db *db, const struct numbers *numbers) {
  sqlite3_stmt *rows = db_prepare(db, "SELECT notice, case_number, at / 86400 FROM notice WHERE case_number <> ''");
  sqlite3_stmt *set = db_prepare(db, "UPDATE notice SET report = ?, case_key = ? WHERE notice = ?");
  struct citation citations[CITATIONS_MOST];
  while (db_step(db, rows)) {
    if (!numbers_read(numbers, db_text(rows, 1), false, (gint32)db_int(rows, 2), citations)) continue;
    g_autofree char *key = citation_key(&citations[0]);
    if (citations[0].report) db_bind_int(set, 1, citations[0].report);
    db_bind_text(set, 2, key);
    db_bind_int(set, 3, db_int(rows, 0));
    db_step(db, set);
    db_reset(set);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(set);
}

/* What speaks against a candidate's name being the member's, the caller's; NULL: nothing. */
static char *likeness_doubt(const char *name, sqlite3_stmt *member) {
  g_autofree char *own = g_strdup_printf("%s %s", db_text(member, 1), db_text(member, 0)), *key = name_key(name),
                  *own_key = name_key(own);
  const char *suffix = name_suffix(name), *own_suffix = name_suffix(db_text(member, 0));
  if (!*own_suffix) own_suffix = name_suffix(own);
  if (strcmp(suffix, own_suffix))
    return g_strdup_printf("the suffix differs: %s in the log, %s in the personnel file", *suffix ? suffix : "none",
                           *own_suffix ? own_suffix : "none");
  if (strlen(key) > strlen(own_key)) return g_strdup("with more names than the personnel file gives");
  return NULL;
}

void candidates_match(struct db *db) {
  struct roster *roster = roster_load(db);
  sqlite3_stmt *rows = db_prepare(db, "SELECT rowid, name FROM candidate");
  sqlite3_stmt *member = db_prepare(db, "SELECT last_name, first_name FROM person WHERE person = ?");
  sqlite3_stmt *set = db_prepare(db, "UPDATE candidate SET key = ?, person = ?, doubt = ? WHERE rowid = ?");
  while (db_step(db, rows)) {
    g_autofree char *key = name_key(db_text(rows, 1)), *doubt = NULL;
    gint64 person = roster_bearer(roster, db_text(rows, 1));
    db_bind_text(set, 1, key);
    if (person) {
      db_bind_int(member, 1, person), db_step(db, member);
      doubt = likeness_doubt(db_text(rows, 1), member);
      db_reset(member);
      db_bind_int(set, 2, person), db_bind_text(set, 3, doubt);
    }
    db_bind_int(set, 4, db_int(rows, 0));
    db_step(db, set);
    db_reset(set);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(member);
  sqlite3_finalize(set);
  roster_free(roster);
}
