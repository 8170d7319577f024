/* What the readers of a document share: inside the document only. */
#pragma once
#include "report/document/document.h"

struct block *block_add(struct document *document, enum block_kind kind, const char *label, const char *text);
void heading_add(struct document *document, int level, const char *name, const char *text);

/* The section's page, heading and paragraph, as far as its head has them. */
void section_heading(struct document *document, const struct section *section);

/* "… and 25 more, REST of the section.", where there are more. */
void rest_add(struct document *document, const struct section *section, gint64 rest);

/* TEXT (NULL: nothing) safe to show, its end cut off in sight where it is very long; the caller's. */
char *cell_text(const char *text);

/* A table without rows, with the columns of STATEMENT; table_row adds the row that STATEMENT stands on; columns_hide comes last.
 */
struct table *table_new(const struct section *section, sqlite3_stmt *statement);
void table_row(struct table *table, sqlite3_stmt *statement);
void columns_hide(struct table *table);

/* The rows of a section that a document shows; REST is how many there are beside them. */
struct table *table_read(struct db *db, const struct section *section, gint64 *rest);
void table_free(struct table *table);

/* Rule after rule with its exceptions. */
void section_rules(struct db *db, struct document *document, const struct section *section);
