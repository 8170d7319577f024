/* `faceaudit inspect`: how one file is read, printed as a page for a person or, with ROWS, as JSON lines: first
   {"file","encoding","delimiter","header_line","header":[...]}, then a line for each record, {"line","state","cells":[...],
   "faults":[...]}, where state is "kept", "duplicate", "rejected" or "not data". */
#pragma once
#include <stdbool.h>

void inspect_file(const char *path, bool rows);
