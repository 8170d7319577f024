/* The pattern that audit.ini gives for numbers, in PCRE2's hands. Nobody outside of this folder includes it. */
#pragma once
#include "analyze/words/match.h"

struct number_pattern;

/* [case_numbers] pattern, with groups "year" and "number"; a faulty one stops the program. NULL where there is none. */
struct number_pattern *number_pattern_new(const char *expression);
void number_pattern_free(struct number_pattern *pattern);

/* TEXT as a number; YEAR is 0 where none is stated. LEXICON_GAVE_UP where the pattern came to its limit, and for every text once
   it came to it too often in this run. One thread at a time. */
enum lexicon_result number_pattern_read(struct number_pattern *pattern, const char *text, int *year, guint64 *sequence);
