/* Rows on their way into a table: loaded as whole pages where there is a load, else inserted, as where the database is no file.
 */
#pragma once
#include "include/load.h"

struct fill;
/* COLUMNS as of load_into. */
struct fill *fill_open(struct db *db, struct load *load, const char *table, const char *columns);
/* By position in COLUMNS from 1; what is not given is NULL. Text must live until the row is added; NULL gives NULL. */
void fill_int(struct fill *fill, guint at, gint64 value);
void fill_text(struct fill *fill, guint at, const char *text);
void fill_bytes(struct fill *fill, guint at, const char *text, gsize length);
/* Adds the row under the next rowid, or one that is greater than the last. */
void fill_row(struct fill *fill);
void fill_row_as(struct fill *fill, gint64 rowid);
void fill_close(struct fill *fill);
