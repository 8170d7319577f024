/* Who the person is that a search selected, as far as reason and narratives say: suspect, victim or witness; a child. */
#pragma once
#include "report/release/facts.h"

/* UNCLEAR: words of a victim or a witness are there, and do not say that it is this person. */
enum role { ROLE_SUSPECT, ROLE_VICTIM, ROLE_WITNESS, ROLE_UNCLEAR };

/* "identify victim of robbery" and "Pike is the victim" make a victim, "the victim identified Pike" does not; a reason that says
   suspect is of one, whoever else it names. */
enum role role_of(const struct facts *facts);
/* The age under 18 that candidate or reason gives; -1: they, or the report, only speak of a child; 0: no child. */
int child_of(const struct facts *facts);
/* Whether a sentence of the narratives states, without a doubt or a condition, that this person was arrested in the case. */
bool role_arrested(const struct facts *facts);
/* Whether a sentence of the narratives has both the candidate's surname and WORD (folded), whole or as its beginning. */
bool role_sentence_says(const struct facts *facts, const char *word);
/* Whether TEXT, in lower case, holds WORD anywhere. */
bool role_text_has(const char *text, const char *word);
/* Whether type or reason, or with NARRATIVE also the narratives, have a word of TAG (offences.txt). */
bool facts_tagged(const struct facts *facts, const char *tag, bool narrative);
