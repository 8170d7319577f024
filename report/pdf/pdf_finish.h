/* What cairo leaves out of a PDF. */
#pragma once
#include <glib.h>

/* /Lang and DisplayDocTitle, which cairo cannot write: an incremental update appended to the bytes of a PDF by cairo. */
void pdf_finish(GByteArray *bytes, const char *language);
