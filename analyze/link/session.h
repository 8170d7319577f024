/* Sessions: searches by one account of one probe image; without one, of the same reason and case within session_minutes. A
   session bears the number of its first search. */
#pragma once
#include <stdbool.h>
#include "include/db.h"
#include "analyze/few.h"

/* The texts of rows that came together; gone when the last user drops them. */
struct search_texts {
  guint users;
  char *all;
};
void search_texts_drop(struct search_texts *texts);

struct search { /* as table event has it */
  guint32 event, account, reason;
  bool is_search;
  guint8 withheld;
  gint32 day;
  gint64 at;
  guint32 probe, number, candidate; /* places in the texts it came with, plus one; 0: not exported */
};

/* A reason of the log. */
struct reason_text {
  const char *text;
  bool read, cites; /* link.c's: it was looked at; it may cite a number */
};

/* What a report is held against. */
struct sought {
  guint32 session;            /* the number of its first search */
  gint32 person;              /* as in account */
  gint32 first_day, last_day; /* of the searches */
  struct few candidates;      /* names selected */
};

struct session {
  struct sought sought;
  guint32 searches;
  bool by_probe, withheld_case;
  const char *first_case; /* as the first search has it, whatever it is; NULL: not exported */
  struct few cases;       /* distinct texts without withheld ones */
  struct few reasons;     /* of struct reason_text */
  /* session.c's */
  gint64 last_at;
  guint64 key[2];
  struct few texts;
  struct session *alike, *after; /* the next of its bucket, and of those that wait */
};

struct session_takers {
  /* Each session, in the order of their first searches, as soon as no later search can belong to it; it is the taker's until
     sessions_drop. */
  void (*take)(struct session *session, void *data);
  /* Each search that is not the first of its session. */
  void (*join)(guint32 event, guint32 session, void *data);
  void *data;
};

struct sessions;
struct sessions *sessions_begin(struct db *db, struct session_takers takers);
/* The searches of the log in the order of time, with the texts they came with. Neither this nor sessions_finish uses the
   database. */
void sessions_add(struct sessions *sessions, const struct search *search, struct search_texts *texts);
void sessions_finish(struct sessions *sessions);
/* On the thread of sessions_add. */
void sessions_drop(struct sessions *sessions, struct session *session);
void sessions_free(struct sessions *sessions);
