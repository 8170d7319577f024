/* TABLE: the kinds of input, each of which is the file of its name. A new one is its file and a line here. */
#include "ingest/kinds/kinds.h"

#define KINDS                                                                                                                    \
  KIND(kind_log)                                                                                                                 \
  KIND(kind_reports)                                                                                                             \
  KIND(kind_personnel)                                                                                                           \
  KIND(kind_notices)                                                                                                             \
  KIND(kind_duty)                                                                                                                \
  KIND(kind_dispositions)

#define KIND(name) extern const struct kind name;
KINDS
#undef KIND

#define KIND(name) &name,
const struct kind *const kinds[] = {KINDS NULL};
