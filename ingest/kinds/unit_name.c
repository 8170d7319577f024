/* Whether two names are one unit's. Which units are authorised is audit.ini's to say. */
#include "ingest/kinds/unit_name.h"
#include "include/text.h"
#include "ingest/settings/near_value.h"
#include <string.h>

bool unit_equals(const char *a, const char *b) {
  g_autofree char *x = text_words(a), *y = text_words(b);
  if (!strcmp(x, y)) return true;
  const char *shorter = strlen(x) < strlen(y) ? x : y, *longer = shorter == x ? y : x;
  return !strchr(shorter, ' ') && strlen(shorter) > 1 && value_initials(shorter, longer);
}
