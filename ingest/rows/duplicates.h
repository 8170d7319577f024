/* The rows of one kind of file that were seen, to find exact duplicates and ids that come again. Of a row only a print is kept
   and where it stands: some 75 bytes. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct seen;

/* Half of a text's SHA-256: two texts with one print are not found by chance, nor made on purpose. */
struct print {
  guint64 high, low;
};

struct place {
  guint source, line;
};

struct sight {
  struct print row;
  struct print id; /* of the id that names it */
  bool named;      /* it has one, and shares it with no other row; equal rows have equal ids */
};

struct seen *seen_new(void);
void seen_free(struct seen *seen); /* NULL is fine */

struct print print_of(struct seen *seen, const char *text, gsize length);

/* The place of an equal row. */
bool seen_find(const struct seen *seen, const struct sight *sight, struct place *place);
/* The place of the row that was added under the same id. */
bool seen_id(const struct seen *seen, const struct sight *sight, struct place *place);
void seen_add(struct seen *seen, const struct sight *sight, struct place place);
