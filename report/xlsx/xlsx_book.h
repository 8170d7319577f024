/* The workbook as libxlsxwriter makes it: formats, heads, tables, lists, print set-up, Summary and dictionary. The rows of the
   sheets are not in it: xlsx.c puts them where they belong. */
#pragma once
#include <stdint.h>
#include <xlsxwriter.h>
#include "report/xlsx_rows.h"

/* What cells look like; those of enum look come first. */
enum format {
  FORMAT_HEAD = LOOKS,
  FORMAT_TITLE,
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

struct book {
  const char *path; /* of what libxlsxwriter writes */
  struct db *db;
  lxw_workbook *workbook;
  lxw_format *formats[FORMATS];
  char *agency;
  struct rows_kit kit;
};

/* Any error of libxlsxwriter is stop_system. */
void book_check(const struct book *book, lxw_error error);

void book_begin(struct book *book);
lxw_worksheet *book_sheet(struct book *book, const char *name);
void book_string(struct book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, guint format);

/* Head, table, widths, lists and print set-up of one sheet of PART. */
void book_part_sheet(struct book *book, const struct part *part, const struct sheet *sheet);
void book_print(struct book *book, lxw_worksheet *sheet, bool landscape);
void book_table(struct book *book, lxw_worksheet *sheet, const char *name, lxw_row_t last, char *const *heads);

/* Rows and columns of figures on the sheet Summary that a chart stands on: labels first, heads above them. */
struct range {
  lxw_row_t first, last;
  lxw_col_t column, columns;
  double most; /* of a row's figures together */
};

/* A chart of the workbook's own: where it stands, how many columns of the grid it takes and how high it is in pixels; SAYS is
   read to those who cannot see it. */
struct native {
  guint8 kind; /* of libxlsxwriter */
  const char *title, *says;
  lxw_row_t row;
  lxw_col_t column;
  guint columns, height;
};
void native_chart(struct book *book, lxw_worksheet *sheet, const struct native *native, const struct range *range);

void summary_write(struct book *book, lxw_worksheet *sheet);

/* The sheet that says of every sheet and column what it means and where it comes from; see dictionary.txt. */
void dictionary_write(struct book *book, lxw_worksheet *sheet);
