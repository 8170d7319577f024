/* What the cells of the workbook look like. */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <xlsxwriter.h>

enum format {
  FORMAT_PLAIN, /* cells of a table */
  FORMAT_WRAP,
  FORMAT_COUNT,
  FORMAT_MOMENT,
  FORMAT_DAY,
  FORMAT_LINK,
  FORMAT_ENTRY,  /* filled in by people */
  FORMAT_REMARK, /* below a table */
  FORMAT_HEAD,
  FORMAT_TITLE, /* of Summary */
  FORMAT_SUBTITLE,
  FORMAT_SECTION,
  FORMAT_LABEL, /* of a tile: label, figure, note below it */
  FORMAT_FIGURE,
  FORMAT_SHARE,
  FORMAT_NOTE,
  FORMAT_LINE, /* a line of a list with a rule below it: text, number, sign, link, head */
  FORMAT_LINE_COUNT,
  FORMAT_LINE_SIGN,
  FORMAT_LINE_LINK,
  FORMAT_LINE_HEAD,
  FORMAT_BAD, /* laid over a cell by its content, from the worst */
  FORMAT_POOR,
  FORMAT_FAIR,
  FORMAT_MILD,
  FORMAT_GOOD,
  FORMATS
};

lxw_format *format_new(lxw_workbook *workbook, enum format format); /* NULL: no memory */
