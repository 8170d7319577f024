/* PCRE2: the patterns of analyze/lexicon/*.txt compiled and matched, and which words matched. Only "no match" is no match: a
   match limit, a heap limit or bad text is LEXICON_GAVE_UP and must be shown, never taken for a no. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum lexicon_result { LEXICON_NO, LEXICON_YES, LEXICON_GAVE_UP };

struct span { gsize start, length; };

struct lexicon;

/* Compiles the named files of the tree ("analyze/lexicon/use.txt", ...; ends with NULL). A faulty lexicon is a defect of the
   program: it stops with the file, line and PCRE2's message. */
struct lexicon *lexicon_load(const char *const *paths);
void lexicon_free(struct lexicon *lexicon);

/* The number of a meaning, -1 where there is none. */
int lexicon_meaning(const struct lexicon *lexicon, const char *name);

/* Searches LENGTH bytes of TEXT from START for the first place where any pattern of the meaning matches. WHERE gets the words;
   GROUP (may be NULL) with its NAME gets a named group of the pattern that matched, length 0 where it took no part. */
enum lexicon_result lexicon_find(const struct lexicon *lexicon, int meaning, const char *text, gsize length, gsize start,
                                 struct span *where, const char *group_name, struct span *group);
