/* Whether a cell states something. */
#pragma once
#include <stdbool.h>

enum cell_state { CELL_STATED, CELL_EMPTY, CELL_WITHHELD };

/* "" and blanks are empty; "***", "REDACTED", "[REDACTED]", "###", "(b)(6)", "[119.071(2)(c)1.]", "XXXXX REDACTED" ... withheld.
 */
enum cell_state cell_state(const char *text);

/* A placeholder that states nothing: "n/a", "none", "-", "null", "tbd", "unknown" ... */
bool cell_placeholder(const char *text);
