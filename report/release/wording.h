/* Words of a text that may be a name though nobody looks for them: those that no list has, and names that are words too. */
#pragma once
#include "report/release/facts.h"

/* Why a reason may name somebody beside the candidate, the caller's; NULL: it does not. NAMES: folded word -> GPtrArray of the
   folded names that other searches selected. */
char *wording_name(const struct facts *facts, GHashTable *names);
/* Whether TEXT holds a word of three letters or more that no list of TAG (offences.txt) has, and that is none of the candidate's
   name. */
bool wording_unknown(const struct facts *facts, const char *tag, const char *text);
