/* Finds in a text what the table of exemptions may cover: names in every spelling, numbers. What becomes of each part is
 * decide.c's. */
#pragma once
#include "report/release/decide.h"

struct part {
  gsize start, length; /* bytes of the text */
  struct decision decision;
};

/* The parts of TEXT that are not released by rule, of struct part, in their order, none over another: the candidate's name,
   undercover staff, social security and account numbers, the number of a case that is secret. */
GArray *parts_find(const struct facts *facts, const char *text);

/* Where the words of NAME stand in TEXT, of struct part without a decision: in any case, accents, order, with initials,
   particles, a plural, joined ("LiaOrtega") or parted ("O'Dell", "Smith-Jones"). */
GArray *name_find(const char *text, const char *name);
