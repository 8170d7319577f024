/* `faceaudit inspect`: how one file is read, as a page for a person or, with ROWS, as JSON lines (CONTRACT 6), on standard
 * output. */
#pragma once
#include <stdbool.h>

void inspect_file(const char *path, bool rows);
