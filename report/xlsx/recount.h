/* The finished workbook as another program reads it. */
#pragma once
#include "report/xlsx/workbook.h"

/* What each of the COUNT sheets of the workbook at PATH holds, in their order; free with g_free. A file that is not whole (its
   zip, its XML, a missing sheet) is stop_system. */
struct tally *workbook_count(const char *path, guint count);

/* stop_system where the file of BOOK does not hold what was written. */
void book_recount(const struct book *book);

/* Calls EACH with the name and the bytes of every part of the workbook at PATH. One that cannot be read is stop_system. */
void workbook_parts(const char *path, void (*each)(const char *part, const char *text, void *data), void *data);
