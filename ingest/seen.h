/* A set of 128-bit fingerprints that remembers where each was first seen. 24 bytes an entry, at most half full. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct seen;
struct fingerprint {
  guint64 high, low;
};

struct seen *seen_new(void);
void seen_free(struct seen *seen);

/* False: it was there, and SOURCE and LINE get where. True: added with the SOURCE and LINE given. */
bool seen_add(struct seen *seen, struct fingerprint fingerprint, guint *source, guint *line);
/* Forgets what was added for a source (its file is read again). */
void seen_forget(struct seen *seen, guint source);

/* Of COUNT cells in the order given. */
struct fingerprint fingerprint_cells(char *const *cells, const gsize *lengths, const guint *order, guint count);
struct fingerprint fingerprint_text(const char *text);
