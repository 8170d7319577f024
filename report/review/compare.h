/* This audit beside an earlier one (CONTRACT 6, compare): what changed, what recurs, what cannot be compared and why. */
#pragma once
#include "include/db.h"

/* Writes compare.pdf and .xlsx into OUT, where DB lies, with a manifest of their own. EARLIER is the audit.db of the earlier
   audit, which was checked. An audit of another agency, of a later period or the same one is stop_input. */
void compare_write(struct db *db, const char *out, const char *earlier);
