/* The sheet Summary. */
#pragma once
#include "report/xlsx/section_sheets.h"

/* Fills SHEET, when all other sheets are written. */
void summary_write(struct sheet *sheet, const GPtrArray *parts);
