/* One pattern in PCRE2's hands: compiled now or when the program was built, interpreted or, where it is tried often, as machine
   code. Only "no match" is no match: a match limit, a heap limit or bad text is LEXICON_GAVE_UP. */
#pragma once
#include <glib.h>
#include "analyze/words/lexicon.h"
#include "analyze/opening.h"

struct matcher;

/* NULL where EXPRESSION is none: then FAULT gets PCRE2's words, which the caller frees. */
struct matcher *matcher_compile(const char *expression, char **fault);
void matcher_free(struct matcher *matcher);

/* The compiled pattern as bytes, and back again: NULL where they were made for another PCRE2 than runs now. */
GByteArray *matcher_encode(const struct matcher *matcher);
struct matcher *matcher_decode(const guint8 *bytes);

/* What matching needs besides; for one thread. */
struct matcher_room;
struct matcher_room *matcher_room_new(void);
void matcher_room_free(struct matcher_room *room);

/* VALID: known to be UTF-8. OPENING: where a match can begin; NULL: anywhere, as in a text that is not ASCII. */
struct matcher_text {
  const char *bytes;
  gsize length;
  bool valid;
  const struct opening *opening;
};

/* The first match that begins at START, where one can, or later; one that begins at BEFORE or later may be missed. WHERE gets the
   words; GROUP (may be NULL) a named group, length 0 where it took no part. */
enum lexicon_result matcher_find(struct matcher *matcher, struct matcher_room *room, const struct matcher_text *text, gsize start,
                                 gsize before, struct span *where, const char *group_name, struct span *group);
