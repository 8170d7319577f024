/* One pattern in PCRE2's hands: interpreted or, where it is tried often, as machine code. Only "no match" is no match: a match
   limit, a heap limit or bad text is LEXICON_GAVE_UP. */
#pragma once
#include "analyze/words/match.h"

struct matcher;

/* NULL where EXPRESSION is none: then FAULT gets PCRE2's words, which the caller frees. */
struct matcher *matcher_compile(const char *expression, char **fault);
void matcher_free(struct matcher *matcher);

/* What matching needs besides; for one thread. */
struct matcher_room;
struct matcher_room *matcher_room_new(void);
void matcher_room_free(struct matcher_room *room);

/* The first match that begins at START or later. WHERE gets the words; GROUP (may be NULL) a named group, length 0 where it took
   no part. */
enum lexicon_result matcher_find(struct matcher *matcher, struct matcher_room *room, const char *text, gsize length, gsize start,
                                 struct span *where, const char *group_name, struct span *group);
