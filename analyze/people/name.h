/* Names of people: "Gaines, Stella M.", "Det. S. Gaines", "STELLA GAINES W/F (DOB 06/14/1972)". Folded: lower case, without
   accents, ranks, numbers, and without what is in brackets or quotes or describes the person. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* The folded words of a name in the order written, the caller's array. COMMA gets the number of words before the first comma (0:
   no comma). A word that may be a rank or a name ("Major") is a rank if a name follows. */
GPtrArray *name_words(const char *name, guint *comma);
/* Those of WORDS that are not initials, separated by spaces: the spelling of a whole name. The caller's string. */
char *name_spelled(const GPtrArray *words);

/* "jr", "sr", "ii", "iii", "iv"; "" if the name has none. */
const char *name_suffix(const char *name);
/* The single word in quotes or brackets, folded; the caller's. NULL if there is none. */
char *name_nick(const char *name);

enum name_match {
  NAME_DIFFERENT,
  NAME_PARTLY, /* one of them states less ("Gaines", "S. Gaines"), without a contradiction */
  NAME_SAME    /* first and last name agree, in any order */
};
/* If a cell has several names ("Cagle, Billy aka Cagle, William"), the best match counts. */
enum name_match name_compare(const char *a, const char *b);

/* Whether NAME is the whole name of a member: LAST, FIRST MIDDLE or First Middle Last. */
bool name_bears(const char *name, const char *last, const char *first);

/* Whether WORDS ("TFO Haddad", "Det. Marsh and Bell") can mean the bearer of a name: NAME_SAME if the surname is among them, in
   any spelling, whatever else is; NAME_PARTLY if only a slip of it or the first name is. LAST NULL: FIRST is a whole name. */
enum name_match officer_compare(const char *words, const char *last, const char *first);

/* Whether a narrative names the bearer of a name: next to the words at START ("Det. Marsh and I", "I and Det. Marsh"), or
   anywhere. */
enum officer_mention { MENTION_NONE, MENTION_SOMEWHERE, MENTION_JOINED };
enum officer_mention officer_mentioned(const char *text, const char *last, const char *first, gsize start, gsize length);

/* Whether a sentence of a narrative says that the bearer of a name searched: "Gail Moss at the lab ran the face". Not one whose
   login is told of, nor one who ran a plate. */
bool officer_searches(const char *text, const char *last, const char *first);
/* A name with its umlauts written as two letters, the other way to write them; and a name written as one word, folded ("de la
   Cruz" -> "delacruz"). */
char *name_umlauts(const char *name);
char *surname_joined(const char *last);
/* The surname of a whole name in unknown order: what is before the comma, else the last word, as is most common. FIRST gets the
   first name; both folded, the caller's. */
char *surname_of(const char *name, char **first);
/* What else the surname may be if there is no comma ("MARSH JORDAN"): all words but the last, folded, the caller's; "": nothing.
 */
char *surname_other(const char *name);

/* The words of a text, folded, with their places; a possessive ending ("Marsh's") is left out. An array of struct place. */
struct place {
  char *word;
  gsize start, end;
  bool capital;
};
GArray *places_of(const char *text);

/* The words of a name but initials, sorted ("Gaines, Stella M." -> "gaines stella"); "" if there are none. Names of equal keys
   may still differ by a suffix or by an initial. */
char *name_key(const char *name);
