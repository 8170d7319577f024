/* The rows of one kind of file that were seen, to find exact duplicates and ids that come again. 16 bytes a row and a quarter of
   that free; of a row only hashes are kept, and where it stands. */
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

/* ID 0 where the row has none, or shares it with another row. Equal rows have equal ids: one look-up serves both. */
void seen_expect(const struct seen *seen, guint64 id, struct print print); /* fetches the memory that will be looked at */
bool seen_find(const struct seen *seen, guint64 id, struct print print, struct place *place);
/* The place of the row that was added with ID. */
bool seen_id(const struct seen *seen, guint64 id, struct place *place);
void seen_add(struct seen *seen, guint64 id, struct print print, guint line);
