/* What the tables of an audit.db held when the program last wrote it, so that later changes are noticed. */
#pragma once
#include "include/db.h"

/* Stores the number of rows and the SHA-256 of every table in table_digest. */
void digests_store(struct db *db);
/* Refuses (stop_input) a database that SQLite finds damaged, or that has a table whose rows differ from those that digests_store
   saw. Added tables and indexes, another encoding and VACUUM do not matter. */
void digests_check(struct db *db);
/* The same without refusing: what differs, a phrase each ("its table finding was changed"), the array's strings. Empty: nothing.
 */
GPtrArray *digests_differ(struct db *db);
