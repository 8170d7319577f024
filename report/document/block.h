/* The blocks that a document is made of. All text is ready to be shown (text_show), all numbers are formatted. */
#pragma once
#include "report/chart/chart_data.h"
#include "report/document/table.h"

enum block_kind {
  BLOCK_HEADING, /* level, text; label: the name that links lead to */
  BLOCK_TEXT,    /* text */
  BLOCK_TERM,    /* label, text: "Tested", "Any event on a day ..." */
  BLOCK_STATUS,  /* label (a status of audit_clause), text */
  BLOCK_FIGURES, /* table of label, value, note */
  BLOCK_TABLE,
  BLOCK_CHART,
  BLOCK_PAGE, /* what follows begins a page */
  BLOCK_SIGN  /* label (who signs), text (for what): lines for a name, a signature and a date */
};

struct block {
  enum block_kind kind;
  int level;
  bool half; /* a chart that shares its line with the next */
  char *label, *text;
  struct table *table;
  struct chart *chart;
};

/* An array of struct block *, freed with it. */
GPtrArray *blocks_new(void);

/* A new block at the end of BLOCKS; LABEL and TEXT (may be NULL) are made ready to be shown. */
struct block *block_add(GPtrArray *blocks, enum block_kind kind, const char *label, const char *text);
void heading_add(GPtrArray *blocks, int level, const char *name, const char *text);

/* The section's page, heading and paragraph, as far as its head has them. */
void section_heading(GPtrArray *blocks, const struct section *section);

/* "… and 25 more, REST of the section.", where there are more. */
void rest_add(GPtrArray *blocks, const struct section *section, gint64 rest);

/* The sign and the words of a status of audit_clause: no colour is needed to tell them apart. */
const char *status_sign(const char *status);
const char *status_words(const char *status);
