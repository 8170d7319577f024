/* The files of report/sections: a head of "-- key: value" lines and one SELECT. A section is a piece of a document, a sheet
   of the workbook or a CSV file.

     on      where it stands: pdf, page (terminal), xlsx, csv; html-front, -charts, -people, -method, -words (several: pdf page)
     shows   title, figures, table, terms, text, rules, exceptions, sheet, file, or chart KIND
     title   heading, name of the sheet
     level   of the heading, 1 to 3 (1)
     finding of a chart: a SELECT of one text, what the chart shows, which follows its title; NULL: nothing does
     says    a paragraph below the heading, or what a chart shows for those who cannot see it
     A chart's SELECT gives label, series and value, and may give a fourth column: the rows that the value stands for, as the
     page's address says it ("from=2022-06-01&to=2022-06-30"); and a fifth: 1 makes it a mark beside the columns, in no
     total, 2 hatches the label's ground, 3 makes it a span of a timeline, from the day VALUE to the day of a sixth column.
     columns for tables and sheets: KIND WIDTH, ...; the SELECT names them. In a PDF widths are shares, in a sheet characters
     rows    the table or view of which a sheet has a row each: counting those is quicker than counting what the SELECT gives
     most    rows shown in a document; what is left out is counted
     rest    where the others are
     empty   shown in place of a table without rows; without it the section is left out
     file    name of a chart's files
     size    of a chart: "full 110" or "half 180" (points high)
     page    new: begins a page */
#pragma once
#include "include/db.h"

enum column_kind {
  COLUMN_TEXT,
  COLUMN_COUNT,  /* a whole number, to the right */
  COLUMN_MOMENT, /* ISO 8601; a real date in a sheet */
  COLUMN_DAY,
  COLUMN_SIGN,  /* a status of audit_clause, drawn as a sign */
  COLUMN_SMALL, /* text in small type: hashes, places */
  COLUMN_LINK,  /* not shown: the heading of a document that the row leads to; with a width, what the cell before it does */
  COLUMN_ANY,   /* by the type of the value */
  COLUMN_ENTRY  /* of a sheet: filled in by people */
};

struct column {
  enum column_kind kind;
  double width;
};

#define COLUMNS_MOST 32

struct section {
  const char *path, *sql;
  char *on, *shows, *title, *level, *says, *columns_text, *rows, *most, *rest, *empty, *file, *size, *page, *finding;
  struct column columns[COLUMNS_MOST];
  guint column_count;
};

/* The sections on ON, in order of their names; an error in a head stops the program (it was built in). Free with
   g_ptr_array_unref. */
GPtrArray *sections_read(const char *on);

/* The one section of this path. */
struct section *section_read(const char *path);
void section_free(struct section *section);

/* Its SELECT, ready to step; sqlite3_finalize is the caller's. Refuses one with another number of columns than the head. */
sqlite3_stmt *section_open(struct db *db, const struct section *section);

/* The paths of the files read, by their numbers; NULL where there is none of a number. Free with g_ptr_array_unref. */
GPtrArray *section_sources(struct db *db);
