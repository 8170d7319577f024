/* Workbooks: that of an audit, and others of sections alone. */
#pragma once
#include "include/db.h"
#include "report/xlsx/limits.h"

/* Written beside its final name by libxlsxwriter, which reports success after losing data: so it is opened again, and rows, cells
   and texts are counted against what was written. A difference is stop_system. */
void xlsx_write(struct db *db, const char *path);

/* The same with other limits than those of Excel. */
void xlsx_write_limited(struct db *db, const char *path, const struct xlsx_limits *limits);

/* Writes to PATH a workbook of the sections on ON that show a sheet, in the order of their names, and proves it whole as above.
 */
void xlsx_write_sections(struct db *db, const char *path, const char *on);
