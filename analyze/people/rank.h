/* Words that accompany a name but are not part of it: ranks, offices, suffixes. All are folded. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A rank that is nobody's name; an office, which may be a name too ("Major Ann Ruiz", "Ann Major"). */
bool word_is_rank(const char *word);
bool word_is_office(const char *word);

/* "jr", "sr", "ii", "iii", "iv": the word as a static string; NULL if it is not one. */
const char *word_suffix(const char *word);

/* Any of these. */
bool name_title(const char *word);

/* The number of bytes at the beginning of a text that are a rank in dotted letters ("p.o."); 0: none. */
gsize name_dotted(const char *at);
