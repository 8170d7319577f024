/* Tables on the pages of a PDF. */
#pragma once
#include "report/pdf/pdf_page.h"

void pdf_table(struct pdf *pdf, const struct table *table);

/* How high its head and first rows are: less room than that parts it from its heading. */
double pdf_table_least(struct pdf *pdf, const struct table *table);

/* The colour of a status's sign. */
guint32 status_color(const char *status);
