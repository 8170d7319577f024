/* Matches the patterns of the word files in analyze/lexicon and returns the words that matched. Only PCRE2's "no match" counts as
   no match: a match limit, a heap limit or bad text is LEXICON_GAVE_UP and must be shown, never taken for a no. */
#pragma once
#include <glib.h>
#include "analyze/words/match.h"

/* A word file ('#' comments; a line that begins with a blank continues the one above, joined by a blank):

     part:     image                      named words, put into later patterns and parts of the same lexicon as {image}
     is:       photo(?:graph)?s? | still  alternatives; several "is:" lines are joined
     list:     notname                    the same for long ones: a pattern calls it, and its name has no blank
     meaning:  upload
     pattern:  uploaded the {image}       any of a meaning's patterns means it
     yes:      I uploaded the still.      must match
     no:       He uploaded a video.       must not

   In patterns and parts a blank is any white space (" ?" perhaps none), " | " is |, and case does not count ((?-i:...) where it
   must). PCRE2 with UTF-8 and ASCII classes; \b, \w and \s are ASCII. Write ['\x{2019}] where a quote may be curly. */

struct lexicon;

/* Loads the named files of the tree ("analyze/lexicon/use.txt", ...; ends with NULL) as they were when the program was built; for
   one thread. A faulty lexicon is a defect of the program, which stops with the file, the line and PCRE2's message. */
struct lexicon *lexicon_load(const char *const *paths);
void lexicon_free(struct lexicon *lexicon);

/* The number of a meaning; -1 if there is none of this name. */
int lexicon_meaning(const struct lexicon *lexicon, const char *name);

/* A text, and the result of lexicon_sift for the whole of it (NULL: every pattern is tried). */
struct lexicon_text {
  const char *bytes;
  gsize length;
  const guint64 *sifted;
};

/* Finds, in one pass over a text, the patterns whose necessary words it lacks, which is most of them. SIFTED has room for
   lexicon_sift_size guint64. */
gsize lexicon_sift_size(const struct lexicon *lexicon);
void lexicon_sift(const struct lexicon *lexicon, const char *text, gsize length, guint64 *sifted);

/* Searches TEXT from START for the first place where any pattern of the meaning matches. WHERE gets the words; GROUP (may be
   NULL) with its NAME gets a named group of the pattern that matched, length 0 if it took no part in the match. */
enum lexicon_result lexicon_find(struct lexicon *lexicon, int meaning, const struct lexicon_text *text, gsize start,
                                 struct span *where, const char *group_name, struct span *group);

/* The same with one pattern of the meaning, from 0. WHERE must be given. */
enum lexicon_result lexicon_find_pattern(struct lexicon *lexicon, int meaning, guint pattern, const struct lexicon_text *text,
                                         gsize start, struct span *where, const char *group_name, struct span *group);

/* The contents of a lexicon, for the tests: they run every "yes:" and "no:", and every pattern must be needed by some "yes:". */
guint lexicon_meaning_count(const struct lexicon *lexicon);
const char *lexicon_meaning_name(const struct lexicon *lexicon, int meaning);
guint lexicon_pattern_count(const struct lexicon *lexicon, int meaning);
const struct lexicon_example *lexicon_examples(struct lexicon *lexicon, guint *count);
