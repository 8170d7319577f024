/* A thin layer over SQLite. A call that fails names the SQL and stops the program with exit 4: nothing here returns an error.
   Text returned by db_text lives until the next db_step on that statement. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <sqlite3.h>

enum db_mode { DB_CREATE, DB_WRITE, DB_READ };

struct db {
  sqlite3 *handle;
  char *path;
  guint seconds; /* db_bound */
  int bytes;
  gint64 bound_at;
};

/* DB_CREATE makes an empty database at PATH (which must not exist; ":memory:" is allowed) and runs analyze/schema.sql. The other
   modes refuse a file that is not an audit database of this version: stop_input, with the remedy. */
struct db *db_open(const char *path, enum db_mode mode);
void db_close(struct db *db);

/* Adds the database at PATH, which db_open has accepted before, as the schema NAME; read-only where DB is. */
void db_attach(struct db *db, const char *path, const char *name);

/* Runs one or more statements without parameters. */
void db_run(struct db *db, const char *sql);

sqlite3_stmt *db_prepare(struct db *db, const char *sql);
/* The same for SQL that somebody else wrote in FILE: an error in it is stop_input and names FILE. */
sqlite3_stmt *db_prepare_foreign(struct db *db, const char *sql, const char *file);
bool db_step(struct db *db, sqlite3_stmt *statement); /* true: there is a row */
bool db_step_foreign(struct db *db, sqlite3_stmt *statement, const char *file);
/* From here on a foreign statement that runs for more than SECONDS of the processor, or makes a text of more than BYTES, is
   stop_input; 0, 0 ends that. */
void db_bound(struct db *db, guint seconds, int bytes);
void db_reset(sqlite3_stmt *statement);

/* Binding by position from 1. TEXT NULL binds NULL. Text is not copied: it must outlive the next db_step. */
void db_bind_text(sqlite3_stmt *statement, int at, const char *text);
void db_bind_bytes(sqlite3_stmt *statement, int at, const char *text, gsize length);
void db_bind_int(sqlite3_stmt *statement, int at, gint64 value);
void db_bind_real(sqlite3_stmt *statement, int at, double value);
void db_bind_null(sqlite3_stmt *statement, int at);

const char *db_text(sqlite3_stmt *statement, int column); /* NULL for NULL */
gssize db_length(sqlite3_stmt *statement, int column);    /* bytes of the text that db_text returned */
gint64 db_int(sqlite3_stmt *statement, int column);       /* 0 for NULL */
bool db_is_null(sqlite3_stmt *statement, int column);

/* Inserts many rows into one table, with a statement that is prepared once. COLUMNS is a list as after INSERT INTO, without the
   rowid. Values are set by their position in that list, from 1; those not set are NULL. Text is not copied: it must live until
   the row is inserted. */
struct insert;
struct insert *insert_open(struct db *db, const char *table, const char *columns);
void insert_int(struct insert *insert, guint at, gint64 value);
void insert_real(struct insert *insert, guint at, double value);
void insert_text(struct insert *insert, guint at, const char *text); /* NULL inserts NULL */
void insert_bytes(struct insert *insert, guint at, const char *text, gsize length);
gint64 insert_row(struct insert *insert); /* returns the new rowid */
void insert_row_as(struct insert *insert, gint64 rowid);
void insert_close(struct insert *insert); /* NULL is allowed */

/* The first column of the first row; 0 or NULL if there is no row. The string is the caller's. */
gint64 db_value_int(struct db *db, const char *sql);
char *db_value_text(struct db *db, const char *sql);

/* A setting of audit.ini as stored in the database, or FALLBACK. The string is the caller's. */
char *db_setting(struct db *db, const char *section, const char *key, const char *fallback);
gint64 db_setting_int(struct db *db, const char *section, const char *key, gint64 fallback);
