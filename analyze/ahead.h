/* SELECTs worked out by threads with connections of their own, several at a time, while the caller stores what those before
   them found. */
#pragma once
#include "include/db.h"
#include "analyze/judge/finding.h"

struct ahead;

/* Connections to the file of DB, where DB has committed all that is asked for: from here until ahead_close no page of it may
   change. WIDTH 0, or a DB that is no file: DB itself answers, each SELECT when its answer is wanted. WAITING: bytes of rows that
   may be worked out before they are wanted, of all questions. */
struct ahead *ahead_open(struct db *db, guint width, gsize waiting);
/* All that was asked has been answered. */
void ahead_close(struct ahead *ahead);

/* Asks for the rows of a SELECT of FILE that was prepared for the caller's database; it is the ahead's from now on. FILE must
   live as long. Returns the number of the question. */
guint ahead_ask(struct ahead *ahead, sqlite3_stmt *rows, const char *file);

/* Calls TAKE with each row, in order, on the calling thread. Questions are answered once each, in the order asked: those behind
   may wait for it. */
typedef void ahead_taker(const struct finding_row *row, void *data);
void ahead_rows(struct ahead *ahead, guint question, ahead_taker *take, void *data);
