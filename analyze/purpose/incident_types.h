/* What each incident type of the reports says a case is about. */
#pragma once
#include "include/db.h"
#include "analyze/purpose/purpose.h"

/* Fills table incident_type: each distinct type once, with its purpose as a reason of the same words would have it. */
void incident_types_name(struct db *db, struct purposes *purposes);
