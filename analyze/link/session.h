/* Sessions: searches by one account of one probe image; without one, of the same reason and case within session_minutes. A
   session has the number of its first search. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A search as in table event. Texts are NULL if not exported; they are valid until the next search. */
struct search {
  gint64 event, account, at;
  gint32 person; /* of the account */
  gint32 day;
  const char *probe, *case_number, *reason, *candidate;
  bool probe_withheld, case_withheld, reason_withheld, candidate_withheld, user_withheld;
};

/* What a report is compared with. */
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
  GPtrArray *cases, *reasons;   /* the texts stated in them, each once */
  char *key;                    /* session.c's */
};
void session_free(struct session *session);

struct sessions;
/* GAP in seconds. */
struct sessions *sessions_new(gint64 gap);
void sessions_free(struct sessions *sessions);
/* The session to which a search belongs, perhaps a new one. Searches must be passed in the order of time. */
const struct session *sessions_add(struct sessions *sessions, const struct search *search);
/* The next session, in the order of first searches, to which no search at AT or later can belong; the caller's. NULL: there is
   none. AT is G_MAXINT64 at the end of the log. */
struct session *sessions_next(struct sessions *sessions, gint64 at);
