/* The rows of one kind of file that were seen, to find exact duplicates and ids that come again. Of a row only a print is kept
   and where it stands: some 75 bytes. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct duplicates;

/* Half of a text's SHA-256: two texts with one print are not found by chance, nor made on purpose. */
struct print {
  guint64 high, low;
};

struct place {
  guint source, line;
};

struct row_print {
  struct print row;
  struct print id; /* of the id that names it */
  bool named;      /* it has one, and shares it with no other row; equal rows have equal ids */
};

struct duplicates *duplicates_new(void);
void duplicates_free(struct duplicates *seen); /* NULL is fine */

struct print print_of(struct duplicates *seen, const char *text, gsize length);

/* The place of an equal row. */
bool duplicates_find(const struct duplicates *seen, const struct row_print *print, struct place *place);
/* The place of the row that was added under the same id. */
bool duplicates_find_id(const struct duplicates *seen, const struct row_print *print, struct place *place);
void duplicates_add(struct duplicates *seen, const struct row_print *print, struct place place);
