/* What was learnt of an agency's numbers before searches are read. Nobody outside of this folder includes it. */
#pragma once
#include "analyze/number/agency.h"
#include "analyze/number/pattern.h"
#include "analyze/number/agency_format.h"

struct numbers {
  struct agency agency;
  struct number_pattern *pattern; /* of audit.ini; NULL: the formats count */
  GArray *formats;
  const struct format *main; /* the commonest, NULL where it cannot be used */
  guint width;
  gint32 learnt_day; /* of the number learnt last, and its year, 0 where it is unknown */
  int learnt_year;
  GHashTable *by_number, *by_bare; /* slot -> report; BARE: numbers with their series left out */
  guint64 greatest;                /* sequence of a report */
  GHashTable *by_text, *by_cad, *years;
  GHashTable *series; /* the packed letters that tell series apart */
};
