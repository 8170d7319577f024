/* Sessions: searches by one account of one probe image; without one, of the same reason and case within session_minutes. A
   session bears the number of its first search. */
#pragma once
#include "weigh.h"

struct search { /* as table event has it; its texts live as long as the call */
  gint64 event, account, at, reason, withheld;
  gint32 day;
  const char *probe, *number, *candidate; /* NULL: not exported */
};

/* Called with each session, in the order of their first searches, as soon as no later search can belong to it; frees it with
   session_free. */
typedef void session_taker(struct session *session, void *data);
void session_free(struct session *session);

struct sessions;
struct sessions *sessions_begin(struct db *db, session_taker *take, void *data);
/* The searches of the log in the order of time. Neither this nor sessions_finish uses the database. */
void sessions_add(struct sessions *sessions, const struct search *search);
void sessions_finish(struct sessions *sessions);
/* Gives every search its session's number (event.session); SESSIONS is gone. */
void sessions_end(struct sessions *sessions, struct db *db);
