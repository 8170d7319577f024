/* Sessions: searches by one account of one probe image; without one, of the same reason and case within session_minutes. A
   session bears the number of its first search. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A search as table event has it. Texts are NULL where they were not exported; they live until the next search. */
struct search {
  gint64 event, account, at;
  gint32 person; /* of the account */
  gint32 day;
  const char *probe, *case_number, *reason, *candidate;
  bool probe_withheld, case_withheld, reason_withheld, candidate_withheld, user_withheld;
};

/* What a report is held against. */
struct sought {
  gint32 person;              /* as in account */
  gint32 first_day, last_day; /* of the searches */
  GPtrArray *candidates;      /* names selected, each once */
};

struct session {
  struct sought sought;
  gint64 number, account, last_at;
  guint searches;
  bool by_probe, case_withheld; /* of one probe image; a case number of it is withheld */
  GPtrArray *cases, *reasons;   /* what is stated in them, each text once */
  char *key;                    /* session.c's */
};
void session_free(struct session *session);

struct sessions;
/* GAP in seconds. */
struct sessions *sessions_new(gint64 gap);
void sessions_free(struct sessions *sessions);
/* The session that a search belongs to, perhaps a new one. Searches come in the order of time. */
const struct session *sessions_add(struct sessions *sessions, const struct search *search);
/* The next session, in the order of their first searches, that no search at the moment AT or later can belong to; the caller's.
   NULL: there is none. G_MAXINT64 is the end of the log. */
struct session *sessions_next(struct sessions *sessions, gint64 at);
