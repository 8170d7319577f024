/* The pattern for numbers in audit.ini, compiled by PCRE2. Only this folder includes it. */
#pragma once
#include "analyze/words/match.h"

struct number_pattern;

/* [case_numbers] pattern, with groups "year" and "number"; a faulty one stops the program. NULL if there is none. */
struct number_pattern *number_pattern_new(const char *expression);
void number_pattern_free(struct number_pattern *pattern);

/* Reads TEXT as a number; YEAR is 0 if none is stated. LEXICON_GAVE_UP if the pattern reached its limit, and for every text after
   it did so too often in this run. One thread at a time. */
enum lexicon_result number_pattern_read(struct number_pattern *pattern, const char *text, int *year, guint64 *sequence);
