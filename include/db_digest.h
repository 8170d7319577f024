/* What the tables of an audit.db held when the program last wrote it, so that a later change to them is known. */
#pragma once
#include "include/db.h"

/* Keeps the number of rows and the SHA-256 of every table in table_digest. */
void digests_store(struct db *db);
/* Refuses, by stop_input, a database that SQLite finds damaged, or one of whose tables holds other rows than digests_store found;
   tables and indexes that somebody added, another encoding, VACUUM are none of that. */
void digests_check(struct db *db);
