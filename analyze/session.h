/* Sessions: searches by one account of one probe image; without one, of the same reason and case within session_minutes. */
#pragma once
#include "weigh.h"

/* Numbers every search of the log with its session (event.session) and returns the sessions, in order of their first search: an
   array of struct session *, freed with the array. */
GPtrArray *sessions_make(struct db *db);
