/* Reports put together from their rows: which rows bear one number, and who wrote them. */
#pragma once
#include "analyze/link/link.h"

/* Learns the agency's number format, gives every row its report and its author. Table report waits for reports_store. The
   result is freed by reports_free. */
struct reports *reports_collect(struct db *db, struct numbers *numbers, const struct roster *roster);

/* Fills table report, once the searches are linked. */
void reports_store(struct db *db, const struct reports *reports);

void reports_free(struct reports *reports);
