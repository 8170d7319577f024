/* The rows of a section as packed XML, cut into the sheets that a workbook can hold. What stands around the rows is made by
   xlsx_book.c. */
#pragma once
#include "report/pack.h"
#include "report/document/section.h"
#include "report/xlsx_found.h"
#include "report/xlsx_links.h"
#include "report/xlsx_lookup.h"
#include "report/xlsx_strings.h"

#define PRINT_WIDEST 168 /* characters still readable across one printed page: columns beyond do not print */
#define SHEETS_MOST 10u  /* of one section; the rest is told */

/* What a cell looks like. */
enum look { LOOK_PLAIN, LOOK_WRAP, LOOK_COUNT, LOOK_MOMENT, LOOK_DAY, LOOK_LINK, LOOK_ENTRY, LOOK_NOTE, LOOKS };

/* One sheet. A note below its last row says where the next rows are, where there are more. */
struct sheet {
  char *name;
  guint32 rows;   /* below the head */
  struct run run; /* <row> elements */
  GString *links; /* <hyperlink> elements */
  guint link_count;
  guint32 unlinked; /* the first row with a cell that leads nowhere, since Excel takes no more links; 0: none */
};

struct column_shown {
  char *head;
  struct column kind;
  enum look look;
  guint longest; /* characters of its longest line, head not counted */
  bool used;     /* some row has it */
  bool tall;     /* its text makes rows higher: those that do not print do not */
};

struct part {
  const struct section *section;
  guint columns;
  struct column_shown shown[COLUMNS_MOST];
  GPtrArray *sheets;         /* of struct sheet * */
  guint64 rows, left, cells; /* rows in its sheets, rows in none of them, cells */
  struct links *keys;        /* where each row is, by its key */
};

/* What all parts of a workbook share. */
struct rows_kit {
  struct packer *packer;
  struct strings *strings;
  struct lookups *lookups;
  struct found *found;
  GPtrArray *paths;   /* of files, by source */
  guint limit;        /* rows that a sheet holds, head and note included */
  guint links;        /* that a sheet holds */
  guint looks[LOOKS]; /* number of each look in the workbook */
  guint64 cut;        /* cells whose text was too long */
  guint64 told, all;  /* rows read of all sheets, and about how many there are */
  GPtrArray *parts;   /* of struct part *, those written so far: links lead there */
};

/* Runs the SELECT of SECTION and packs its rows; the part is added to KIT->parts, which frees it by part_free. In the head's
   columns "link 0" is the key of the row, which the sheet does not show, and "link 73" the key of a row in the section 73-
   that the cell before leads to. */
struct part *part_write(struct db *db, struct rows_kit *kit, const struct section *section);
void part_free(struct part *part);

/* The part of the section with this title; NULL where it is not written yet. */
struct part *part_named(const struct rows_kit *kit, const char *title);
