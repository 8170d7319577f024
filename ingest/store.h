/* Rows on their way into the database: one thread puts them into batches, another inserts them, in the order given. While rows
   are under way nobody else may use the database: store_drain first. */
#pragma once
#include "db.h"

struct store;
struct insert; /* an INSERT that waits for the values of its next row */

/* Starts the thread that writes to DB. */
struct store *store_open(struct db *db);
/* Writes what is left and ends the thread. */
void store_close(struct store *store);
/* Returns when all rows given are in the database. */
void store_drain(struct store *store);

/* Both drain the store. INSERT_FREE takes NULL. */
struct insert *insert_new(struct store *store, const char *sql);
void insert_free(struct insert *insert);

/* The values of a row by position from 1; what is not put is NULL. Text must live until insert_row; NULL puts NULL. */
void insert_int(struct insert *insert, guint at, gint64 value);
void insert_text(struct insert *insert, guint at, const char *text);
void insert_bytes(struct insert *insert, guint at, const char *text, gsize length);
/* Gives the row away. */
void insert_row(struct insert *insert);
