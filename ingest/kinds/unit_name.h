/* Names of units. */
#pragma once
#include <stdbool.h>

/* In any case and punctuation; a unit's initials count as its name: CIU for Criminal Investigations Unit. */
bool unit_equals(const char *a, const char *b);
