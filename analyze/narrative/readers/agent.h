/* Who acts in a sentence. */
#pragma once
#include "analyze/narrative/readers/reading.h"

/* A name found: the author, or an officer's name as written. */
struct agent {
  struct span words;
  bool self;
};

/* The last one named in BEFORE bytes of the sentence who can act; the author counts unless OTHERS. */
bool agent_before(struct reading *reading, const struct sentence *sentence, gsize before, bool others, struct agent *agent);
/* "After uploading the still, Det. Marsh ...": who acts follows. */
bool agent_after(struct reading *reading, const struct sentence *sentence, gsize after, struct agent *agent);
/* The subject of the active verb of a search in sentence NUMBER; AT gets the sentence that names that person. */
bool agent_of_verb(struct reading *reading, guint number, struct span verb, struct agent *agent, guint *at);

/* "I gave it to an analyst, who ...": whether somebody unnamed is introduced between the two places. */
bool agent_anonymous(struct reading *reading, const struct sentence *sentence, gsize from, gsize to);
/* Whether the words name no person: a title alone, a unit, the Chief in a notice, a place. */
bool agent_is_nobody(struct reading *reading, const struct sentence *sentence, const struct agent *agent);
/* "Maintained by Pinellas County", "run by Lee County": a place or an office, unless a rank says otherwise. */
bool name_of_place(struct reading *reading, const struct sentence *sentence, struct span words);
/* In text all in capitals any word looks like a name: the last word known to be a person's (or with a digit: a badge) ends it.
   False if there is none. */
bool agent_name_trim(const struct reading *reading, const struct sentence *sentence, struct span *span);

/* Whether WORD, in any case, is the word before the byte AT. */
bool word_stands_before(const struct sentence *sentence, gsize at, const char *word);
