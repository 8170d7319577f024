/* Tables on the pages of a PDF. */
#pragma once
#include "report/pdf/pdf_page.h"

void pdf_table(struct pdf *pdf, const struct table *table);

/* The height of its head and first rows: with less room it would be separated from its heading. */
double pdf_table_least(struct pdf *pdf, const struct table *table);

/* The colour of a status's sign. */
guint32 status_color(const char *status);
