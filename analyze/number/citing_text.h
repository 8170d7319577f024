/* A text whose citations are being found. Only this folder includes it. */
#pragma once
#include "analyze/number/agency_numbers.h"
#include "analyze/number/number.h"

struct scan {
  const struct numbers *numbers;
  const char *text;
  struct token *tokens;
  guint count;
  bool used[TOKENS_MOST]; /* part of a number already read */
  bool free_text, zero;
  bool gave_up; /* the pattern could not decide whether there is a number here */
  gint32 day;   /* of the search */
  struct citation *out;
  guint found;
};

/* Adds a citation found in the tokens FROM to TO; each is kept once, CITATIONS_MOST in all. */
void scan_add(struct scan *scan, struct citation cite, guint from, guint to);
