/* Sums up the rules and the reading of words that an analysis used. Who compares them is the reports' business. */
#include "analyze/decided_by.h"
#include "include/assets.h"
#include "include/sha256.h"
#include "analyze/second/second.h"
#include <string.h>

static void setting_set(struct db *db, const char *key, char *value) {
  sqlite3_stmt *set = db_prepare(db, "INSERT OR REPLACE INTO setting VALUES ('run', ?, ?)");
  db_bind_text(set, 1, key);
  db_bind_text(set, 2, value);
  db_step(db, set);
  sqlite3_finalize(set);
  g_free(value);
}

static char *rules_sha256(struct db *db) {
  struct hash *hash = hash_begin();
  sqlite3_stmt *rules = db_prepare(db, "SELECT path || char(10) || text FROM rule ORDER BY path");
  while (db_step(db, rules)) hash_add(hash, db_text(rules, 0), (gsize)db_length(rules, 0) + 1);
  sqlite3_finalize(rules);
  return hash_end(hash);
}

static char *reading_sha256(void) {
  g_autofree char *second = second_sha256();
  struct hash *hash = hash_begin();
  for (size_t i = 0; i < asset_count; i++) {
    if (!g_str_has_prefix(assets[i].path, "analyze/") || g_str_has_prefix(assets[i].path, "analyze/rules/")) continue;
    hash_add(hash, assets[i].path, strlen(assets[i].path) + 1);
    hash_add(hash, assets[i].text, strlen(assets[i].text) + 1);
  }
  hash_add(hash, second, strlen(second));
  return hash_end(hash);
}

void decided_by_store(struct db *db) {
  setting_set(db, "rules_sha256", rules_sha256(db));
  setting_set(db, "reading_sha256", reading_sha256());
}
