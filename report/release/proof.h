/* The proof that a release does not hold what was withheld. */
#pragma once
#include "include/db.h"
#include "report/document/document.h"

/* Opens every file of FOLDER again, and every part of a zip, and seeks each withheld value of release_cell in it: folded, without
   accents, escaped for XML, in its normal forms. A value that is released in another cell is proven by the cells alone. What is
   found is stop_system; nothing was published yet. The number of values sought. */
guint release_prove(struct db *db, const char *folder, const struct document *document);
