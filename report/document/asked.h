/* What a command was asked about, where the SELECTs of sections find it: the temporary table asked(name, value). */
#pragma once
#include "include/db.h"

/* Sets NAME to VALUE (NULL: nothing is asked of it) for this connection; the file of the database is not written to. */
void asked_set(struct db *db, const char *name, const char *value);
