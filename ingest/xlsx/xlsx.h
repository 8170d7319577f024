/* An .xlsx that is open: its sheets, number formats and shared texts. For the files of this folder only. */
#pragma once
#include "ingest/xlsx/number_format.h"
#include "ingest/xlsx/package.h"
#include "ingest/xlsx/cells.h"

enum { CELL_MOST = 1 << 20 }; /* bytes of text that a cell may have; Excel's have 32,767 characters at most */

struct xlsx_sheet {
  char *name, *part; /* PART NULL: the workbook does not say where it is */
  bool hidden;
};

struct xlsx {
  struct package *package;
  GPtrArray *sheets; /* of struct xlsx_sheet */
  GArray *formats;   /* of struct number_format, by the number that cells give */
  GPtrArray *shared; /* of const char *, in TEXTS; NULL until they are read */
  GStringChunk *texts;
  char *styles, *strings; /* names of parts; NULL: none */
  bool start_1904;
};

/* False: the package's fault says why. */
bool xlsx_formats_read(struct xlsx *book);
bool xlsx_texts_read(struct xlsx *book);
/* The text of the element that PART stands at, up to its end: rich text joined, how it is pronounced left out. */
bool xlsx_text_read(struct part *part, const char *element, GString *text);
/* NULL: the package's fault says why. Its texts live as long as BOOK. */
struct cells *xlsx_cells_read(struct xlsx *book, const struct xlsx_sheet *from);

/* The faults that opening finds are the package's. PACKAGE goes over. */
struct xlsx *xlsx_open(struct package *package);
void xlsx_close(struct xlsx *book);
/* The program that wrote it: the caller's; NULL where it does not say. */
char *xlsx_author(struct xlsx *book);
