/* The names of workstations in the log: which of them are one machine. */
#pragma once
#include "include/db.h"

/* Equal for every spelling of one machine's name; case, separators, leading zeros and the domain do not count:
   "POLICE\WS-CIU-01", "ws_ciu_1", "ws-ciu-01.police.local" -> "wsciu1". The caller's. */
char *workstation_key(const char *name);

/* Fills table workstation. */
void workstations_match(struct db *db);
