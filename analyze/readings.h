/* Reports put together from their rows, and their narratives read into table reading. */
#pragma once
#include "link.h"

/* Learns the agency's number format, makes table report, matches authors, reads narratives. The result is freed by reports_free.
 */
struct reports *reports_read(struct db *db, struct numbers *numbers, const struct roster *roster);
void reports_free(struct reports *reports);
