/* Adds a number in the agency's format to the citations: whose it is by the words next to it, and which report has it. */
#include "analyze/number/own_number.h"
#include "analyze/number/report_numbers.h"
#include "analyze/number/label.h"

void scan_own(struct scan *scan, struct citation cite, guint from, guint to) {
  scan->zero |= !cite.sequence;
  if (!cite.sequence || (scan->free_text && cite.short_form)) return;
  cite.kind = beside_foreign(scan, from, to) ? CITE_FOREIGN : CITE_OWN;
  guint32 held = report_numbers_number(scan->numbers, cite.year, cite.sequence, cite.series);
  cite.ambiguous = held == AMBIGUOUS;
  cite.report = cite.ambiguous ? 0 : held;
  scan_add(scan, cite, from, to);
}
