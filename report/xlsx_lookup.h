/* Words that stand in many cells and are known by a number: read once, so that no row has to join what it shows. */
#pragma once
#include "include/db.h"
#include "report/xlsx_strings.h"

/* NUMBER: the text is one, as a cell holds it. */
struct word {
  const char *text; /* NULL: none */
  guint32 length;
  bool number, asked;
  const struct shared *shared; /* once it was asked for: how it is kept, NULL where it is not */
};

/* A column of such words. */
struct lookup {
  struct word *words;
  gsize count;
  bool shares; /* few enough to be kept in the workbook once */
};

struct lookups;
struct lookups *lookups_new(struct db *db);
void lookups_free(struct lookups *lookups);

/* NAME is "account.user_id": the column user_id of the section 79-words-account, whose first column is the number. */
struct lookup *lookups_column(struct lookups *lookups, const char *name);

static inline struct word *lookup_word(const struct lookup *lookup, gint64 number) {
  return number >= 0 && (guint64)number < lookup->count && lookup->words[number].text ? &lookup->words[number] : NULL;
}
