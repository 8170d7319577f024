/* What was learnt about an agency's numbers before searches are read. Only this folder includes it. */
#pragma once
#include "analyze/number/agency.h"
#include "analyze/number/pattern.h"
#include "analyze/number/agency_format.h"

struct numbers {
  struct agency agency;
  GRegex *spoilt;                 /* see numbers_spoilt */
  struct number_pattern *pattern; /* from audit.ini; NULL: the formats apply */
  GArray *formats;
  const struct format *main; /* the commonest; NULL if it cannot be used */
  guint width;
  gint32 learnt_day; /* of the last number learnt, and its year; 0: unknown */
  int learnt_year;
  GHashTable *by_number, *by_bare; /* slot -> report; BARE: numbers with their series left out */
  guint64 greatest;                /* sequence of a report */
  GHashTable *by_text, *by_cad, *years;
  GHashTable *series; /* the packed letters that distinguish series */
};
