/* Columns of a log without case numbers that play no role, and yet hold the numbers of the agency's reports. */
#pragma once
#include "ingest/rows/intake.h"

/* Remembers the sampled cells of such columns; a file that has its case numbers is passed over. */
void unplaced_keep(struct intake_file *file, const struct sample *sample, int case_role);

/* Called once the reports are read, too: a column most of whose cells are numbers of theirs, in any spelling, is stop_input, for
   every search would be called undocumented without it. (CONTRACT 1) */
void unplaced_hold(struct db *db);
