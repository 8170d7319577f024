/* What the formats of book.h look like. */
#pragma once
#include "report/xlsx/book.h"

lxw_format *format_new(lxw_workbook *workbook, enum format format);
