/* One pattern compiled by PCRE2: interpreted or, if it is tried often, as machine code. Only PCRE2's "no match" counts as no
   match: a match limit, a heap limit or bad text is LEXICON_GAVE_UP. */
#pragma once
#include "analyze/words/match.h"

struct matcher;

/* NULL if EXPRESSION is not valid: then FAULT gets PCRE2's message, which the caller frees. */
struct matcher *matcher_compile(const char *expression, char **fault);
void matcher_free(struct matcher *matcher);

/* Scratch memory for matching; for one thread. */
struct matcher_room;
struct matcher_room *matcher_room_new(void);
void matcher_room_free(struct matcher_room *room);

/* The first match that begins at START or later. WHERE gets the words; GROUP (may be NULL) a named group, length 0 if it took no
   part in the match. */
enum lexicon_result matcher_find(struct matcher *matcher, struct matcher_room *room, const char *text, gsize length, gsize start,
                                 struct span *where, const char *group_name, struct span *group);
