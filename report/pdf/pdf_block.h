/* The blocks of a document on the pages of a PDF. */
#pragma once
#include "report/pdf/pdf_page.h"

/* Sets the block at AT of the document. */
void pdf_block(struct pdf *pdf, guint at);
