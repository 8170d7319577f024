/* The sheet that says of every sheet and column what it means and where it comes from; see dictionary.txt. */
#pragma once
#include "report/xlsx/section_sheets.h"

void dictionary_write(struct sheet *sheet, const GPtrArray *parts);
