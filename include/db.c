/* A thin layer over SQLite: a call that fails names its SQL and ends the program. The callers decide what is stored. */
#include "include/db.h"
#include "include/assets.h"
#include "include/choices.h"
#include "include/message.h"
#include <string.h>
#include <time.h>

/* A number that schema.sql states about itself. */
static gint64 schema_number(const char *pragma) {
  g_autofree char *set = g_strdup_printf("PRAGMA %s = ", pragma);
  const char *at = strstr(asset_text("analyze/schema.sql"), set);
  g_assert(at);
  return g_ascii_strtoll(at + strlen(set), NULL, 10);
}

static bool made_here; /* this process has written a database: damage in it is the disk's */

static void db_refuse(struct db *db, const char *sql) {
  int code = sqlite3_extended_errcode(db->handle);
  if ((code & 0xFF) == SQLITE_NOMEM) stop_system(db->path, "out of memory: nothing was changed: give the machine more memory");
  int error = sqlite3_system_errno(db->handle); /* what could not be read looks like damage */
  if (error_is_of_system(error)) stop_system(db->path, "%s: nothing was changed", g_strerror(error));
  if ((code == SQLITE_NOTADB || code == SQLITE_CORRUPT) && made_here)
    stop_system(db->path, "what was written cannot be read again: nothing was changed: look after the disk");
  if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
    stop_input(db->path, 0, "this is not an audit database, or it is damaged: run faceaudit run again");
  if ((code & 0xFF) == SQLITE_FULL || (code & 0xFF) == SQLITE_IOERR)
    stop_system(db->path, "%s: nothing was changed: free space on this disk, or name another folder with -o",
                sqlite3_errmsg(db->handle));
  if ((code & 0xFF) == SQLITE_CANTOPEN || (code & 0xFF) == SQLITE_READONLY || (code & 0xFF) == SQLITE_PERM)
    stop_system(db->path, "%s: nothing was changed: check who may write here", sqlite3_errmsg(db->handle));
  stop_system(db->path, "%s (%d) in: %.300s: nothing was changed: report this", sqlite3_errmsg(db->handle), code,
              sql ? sql : "open");
}

/* The file may come from elsewhere: its schema must not run code, nor text in double quotes pass for a string. */
static void db_harden(sqlite3 *handle) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
}

static void db_check_kind(struct db *db) {
  if (db_value_int(db, "PRAGMA application_id") != schema_number("application_id"))
    stop_input(db->path, 0, "this is not an audit database of faceaudit: name the folder that faceaudit run wrote");
  gint64 version = db_value_int(db, "PRAGMA user_version"), own = schema_number("user_version");
  if (version != own)
    stop_input(db->path, 0, "written by another version of faceaudit (layout %d, this one reads %d): run the audit again",
               (int)version, (int)own);
}

/* The lists that people choose from are kept in C, which checks the command line and audit.ini against them, and copied here for
   SQL. */
static void choices_store(struct db *db) {
  struct insert *severity = insert_open(db, "severity", "severity"), *choice = insert_open(db, "choice", "about, word");
  for (guint i = 0; severities[i]; i++) {
    insert_text(severity, 1, severities[i]);
    insert_row(severity);
  }
  for (guint i = 0; i < CHOICE_LISTS; i++)
    for (const char *const *word = choice_lists[i].words; *word; word++) {
      insert_text(choice, 1, choice_lists[i].about);
      insert_text(choice, 2, *word);
      insert_row(choice);
    }
  insert_close(severity);
  insert_close(choice);
}

struct db *db_open(const char *path, enum db_mode mode) {
  static const int flags[] = {[DB_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                              [DB_WRITE] = SQLITE_OPEN_READWRITE,
                              [DB_READ] = SQLITE_OPEN_READONLY};
  struct db *db = g_new0(struct db, 1);
  db->path = g_strdup(path);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* nobody reads the counters, and they cost a lock; refused once SQLite is in use */
  if (mode != DB_CREATE && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
    stop_input(path, 0, "no audit database there: run faceaudit run first, or name the folder that it wrote");
  if (sqlite3_open_v2(path, &db->handle, flags[mode] | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) db_refuse(db, NULL);
  /* The file is a copy that is put in place only if everything succeeds: nothing is ever rolled back, so there is no journal.
   * This comes first because SQLite, once hardened, refuses to work without one. */
  made_here |= mode == DB_CREATE;
  if (mode == DB_CREATE) db_run(db, "PRAGMA page_size = 16384");
  if (mode != DB_READ)
    db_run(db,
           "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; PRAGMA locking_mode = EXCLUSIVE");
  db_harden(db->handle);
  if (mode != DB_CREATE) db_check_kind(db);
  else {
    db_run(db, asset_text("analyze/schema.sql"));
    choices_store(db);
  }
  db_run(db, "PRAGMA cache_size = -16384; PRAGMA threads = 2");
  return db;
}

void db_attach(struct db *db, const char *path, const char *name) {
  sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 1);
  sqlite3_stmt *attach = db_prepare(db, "ATTACH ? AS ?");
  db_bind_text(attach, 1, path);
  db_bind_text(attach, 2, name);
  db_step(db, attach);
  sqlite3_finalize(attach);
  sqlite3_limit(db->handle, SQLITE_LIMIT_ATTACHED, 0);
}

void db_close(struct db *db) {
  if (!db) return;
  sqlite3_close_v2(db->handle);
  g_free(db->path);
  g_free(db);
}

void db_run(struct db *db, const char *sql) {
  if (sqlite3_exec(db->handle, sql, NULL, NULL, NULL) != SQLITE_OK) db_refuse(db, sql);
}

sqlite3_stmt *db_prepare(struct db *db, const char *sql) {
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(db->handle, sql, -1, &statement, NULL) != SQLITE_OK || !statement) db_refuse(db, sql);
  return statement;
}

sqlite3_stmt *db_prepare_foreign(struct db *db, const char *sql, const char *file) {
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2(db->handle, sql, -1, &statement, NULL);
  if (code == SQLITE_NOMEM) db_refuse(db, sql);
  if (code != SQLITE_OK)
    stop_input(file, 0, "%s: fix the SQL; try it in the sqlite3 shell on an audit.db", sqlite3_errmsg(db->handle));
  if (!statement) stop_input(file, 0, "holds no SELECT: a rule is its head and one SELECT, which returns a row for each finding");
  return statement;
}

bool db_step(struct db *db, sqlite3_stmt *statement) {
  int code = sqlite3_step(statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE) db_refuse(db, sqlite3_sql(statement));
  return code == SQLITE_ROW;
}

bool db_step_foreign(struct db *db, sqlite3_stmt *statement, const char *file) {
  int code = sqlite3_step(statement);
  if (code == SQLITE_ERROR) stop_input(file, 0, "%s: fix the SQL", sqlite3_errmsg(db->handle));
  if (code == SQLITE_INTERRUPT)
    stop_input(file, 0, "its SQL did not end within %u seconds of the processor: ask for less", db->seconds);
  if (code == SQLITE_TOOBIG) stop_input(file, 0, "its SQL makes a text of more than %d bytes: cut it", db->bytes);
  if (code != SQLITE_ROW && code != SQLITE_DONE) db_refuse(db, sqlite3_sql(statement));
  return code == SQLITE_ROW;
}

static gint64 processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec;
}

static int time_over(void *data) {
  const struct db *db = data;
  return processor_seconds() - db->bound_at > db->seconds;
}

void db_bound(struct db *db, guint seconds, int bytes) {
  enum { STEPS = 100000 };
  db->seconds = seconds, db->bytes = bytes, db->bound_at = processor_seconds();
  sqlite3_progress_handler(db->handle, seconds ? STEPS : 0, seconds ? time_over : NULL, db);
  sqlite3_limit(db->handle, SQLITE_LIMIT_LENGTH, bytes ? bytes : G_MAXINT);
}

void db_reset(sqlite3_stmt *statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
}

void db_bind_text(sqlite3_stmt *statement, int at, const char *text) {
  sqlite3_bind_text(statement, at, text, -1, SQLITE_STATIC);
}
void db_bind_bytes(sqlite3_stmt *statement, int at, const char *text, gsize length) {
  sqlite3_bind_text(statement, at, text, (int)length, SQLITE_STATIC);
}
void db_bind_int(sqlite3_stmt *statement, int at, gint64 value) { sqlite3_bind_int64(statement, at, value); }
void db_bind_real(sqlite3_stmt *statement, int at, double value) { sqlite3_bind_double(statement, at, value); }
void db_bind_null(sqlite3_stmt *statement, int at) { sqlite3_bind_null(statement, at); }

const char *db_text(sqlite3_stmt *statement, int column) { return (const char *)sqlite3_column_text(statement, column); }
gssize db_length(sqlite3_stmt *statement, int column) { return sqlite3_column_bytes(statement, column); }
gint64 db_int(sqlite3_stmt *statement, int column) { return sqlite3_column_int64(statement, column); }
bool db_is_null(sqlite3_stmt *statement, int column) { return sqlite3_column_type(statement, column) == SQLITE_NULL; }

struct insert {
  struct db *db;
  sqlite3_stmt *statement; /* its first value is the rowid */
};

struct insert *insert_open(struct db *db, const char *table, const char *columns) {
  GString *sql = g_string_new(NULL);
  g_string_printf(sql, "INSERT INTO %s (rowid%s%s) VALUES (?", table, *columns ? ", " : "", columns);
  for (const char *at = columns; at && *at; at = strchr(at + 1, ',')) g_string_append(sql, ", ?");
  g_string_append_c(sql, ')');
  struct insert *insert = g_new(struct insert, 1);
  *insert = (struct insert){db, db_prepare(db, sql->str)};
  g_string_free(sql, TRUE);
  return insert;
}

void insert_int(struct insert *insert, guint at, gint64 value) { db_bind_int(insert->statement, (int)at + 1, value); }
void insert_real(struct insert *insert, guint at, double value) { db_bind_real(insert->statement, (int)at + 1, value); }
void insert_text(struct insert *insert, guint at, const char *text) { db_bind_text(insert->statement, (int)at + 1, text); }
void insert_bytes(struct insert *insert, guint at, const char *text, gsize length) {
  db_bind_bytes(insert->statement, (int)at + 1, text, length);
}

gint64 insert_row(struct insert *insert) {
  db_step(insert->db, insert->statement);
  db_reset(insert->statement);
  return sqlite3_last_insert_rowid(insert->db->handle);
}

void insert_row_as(struct insert *insert, gint64 rowid) {
  db_bind_int(insert->statement, 1, rowid);
  insert_row(insert);
}

void insert_close(struct insert *insert) {
  if (!insert) return;
  sqlite3_finalize(insert->statement);
  g_free(insert);
}

gint64 db_value_int(struct db *db, const char *sql) {
  sqlite3_stmt *statement = db_prepare(db, sql);
  gint64 value = db_step(db, statement) ? db_int(statement, 0) : 0;
  sqlite3_finalize(statement);
  return value;
}

char *db_value_text(struct db *db, const char *sql) {
  sqlite3_stmt *statement = db_prepare(db, sql);
  char *value = db_step(db, statement) ? g_strdup(db_text(statement, 0)) : NULL;
  sqlite3_finalize(statement);
  return value;
}

char *db_setting(struct db *db, const char *section, const char *key, const char *fallback) {
  sqlite3_stmt *statement = db_prepare(db, "SELECT value FROM setting WHERE section = ? AND key = ?");
  db_bind_text(statement, 1, section);
  db_bind_text(statement, 2, key);
  char *value = g_strdup(db_step(db, statement) ? db_text(statement, 0) : fallback);
  sqlite3_finalize(statement);
  return value;
}

gint64 db_setting_int(struct db *db, const char *section, const char *key, gint64 fallback) {
  g_autofree char *value = db_setting(db, section, key, NULL);
  return value ? g_ascii_strtoll(value, NULL, 10) : fallback;
}
