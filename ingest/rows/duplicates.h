/* The rows already read of one kind of file, to find exact duplicates and repeated ids. Only a print of each row and its place
   are kept, some 75 bytes. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct duplicates;

/* Half of a text's SHA-256: two texts do not have the same print by chance, and cannot be made to. */
struct print {
  guint64 high, low;
};

struct place {
  guint source, line;
};

struct row_print {
  struct print row;
  struct print id; /* of the id that names it */
  bool named;      /* it has an id that no other row has; equal rows have equal ids */
};

struct duplicates *duplicates_new(void);
void duplicates_free(struct duplicates *seen); /* NULL is allowed */

struct print print_of(struct duplicates *seen, const char *text, gsize length);

/* The place of an equal row. */
bool duplicates_find(const struct duplicates *seen, const struct row_print *print, struct place *place);
/* The place of the row that was added under the same id. */
bool duplicates_find_id(const struct duplicates *seen, const struct row_print *print, struct place *place);
void duplicates_add(struct duplicates *seen, const struct row_print *print, struct place place);
