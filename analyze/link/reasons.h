/* What is said of links, in words that stand once: of the number cited and the report's number each says only where they go. */
#pragma once
#include "analyze/link/evidence.h"

enum orphan_kind { ORPHAN_FOREIGN, ORPHAN_NO_NUMBER, ORPHAN_NOT_FOUND, ORPHAN_OUTSIDE, ORPHAN_PENDING, ORPHAN_KINDS };

/* Why there is no report. */
struct orphan {
  enum orphan_kind kind;
  bool ambiguous;  /* several reports bear the number cited */
  bool withheld;   /* the case number is */
  bool late;       /* the report may not have been written yet */
  bool unsupplied; /* there are no reports at all */
};

const char *orphan_name(enum orphan_kind kind);

struct phrases;
struct phrases *phrases_new(void);
void phrases_free(struct phrases *phrases);

/* The number of a phrase, made where it is new. SLIP (static) is that of BY_SLIP; KEYED: the number cited is the report's own. */
guint32 phrases_link(struct phrases *phrases, const struct grounds *grounds, const char *slip, guint rivals, bool keyed);
guint32 phrases_orphan(struct phrases *phrases, const struct orphan *orphan);

/* The kind of orphan that a phrase tells of; ORPHAN_KINDS: none. */
enum orphan_kind phrase_orphan(const struct phrases *phrases, guint32 phrase);

/* Fills table phrase. */
void phrases_store(struct db *db, const struct phrases *phrases);
