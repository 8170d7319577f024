/* The rows of one kind of file that were seen, to find exact duplicates and ids that come again. Of a row only hashes are kept,
   and where it stands: 18 bytes while the rows come in the order of their keys, else 16 and a quarter of that free. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct seen;

/* Of all of a row. Equal where both are. */
struct print {
  guint64 high, low;
};

struct place {
  guint source, line;
};

struct seen *seen_new(void);
void seen_free(struct seen *seen);

/* What is added from here on stands in SOURCE; ascending. What was added for it before is forgotten: its file is read again. */
void seen_begin(struct seen *seen, guint source);

/* Hashes by secrets of this run, so that nobody can make two texts that agree. */
struct print print_of(const struct seen *seen, const char *text, gsize length);
guint64 print_id(const struct seen *seen, const char *id); /* never 0 */

struct sight {
  const char
      *key; /* the cell that names it: equal rows have equal keys. While keys ascend, shorter ones first, no row is looked for */
  gsize key_length;
  guint64 id; /* 0 where it has none, or shares it with another row; equal rows have equal ids */
  struct print print;
};

void seen_expect(const struct seen *seen, const struct sight *sight); /* fetches the memory that will be looked at */
/* The place of an equal row. */
bool seen_find(struct seen *seen, const struct sight *sight, struct place *place);
/* The place of the row that was added with the same id. */
bool seen_id(struct seen *seen, const struct sight *sight, struct place *place);
void seen_add(struct seen *seen, const struct sight *sight, guint line);
