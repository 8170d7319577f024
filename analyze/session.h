/* Sessions: searches by one account of one probe image; without one, of the same reason and case within session_minutes. A
   session bears the number of its first search. */
#pragma once
#include "weigh.h"

/* Puts the searches of the log together and calls TAKE with each session, in the order of their first searches, as soon as no
   later search can belong to it; TAKE frees it with session_free. Every search gets its session's number (event.session). */
typedef void session_taker(struct session *session, void *data);
void sessions_each(struct db *db, session_taker *take, void *data);

void session_free(struct session *session);
