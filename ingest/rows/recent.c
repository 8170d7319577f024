/* Remembers by length and the first and last bytes; the later of two that share a place stays. */
#include "ingest/rows/recent.h"
#include <string.h>

static guint memo_place(const char *text, gsize length) {
  guint64 first = 0, last = 0;
  if (length >= 8) {
    memcpy(&first, text, 8);
    memcpy(&last, text + length - 8, 8);
  } else memcpy(&first, text, length);
  guint64 hash = (first ^ (last << 32 | last >> 32) ^ length) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  return (guint)(hash >> 40) % MEMO_PLACES;
}

gpointer memo_find(const struct memo *memo, const char *text, gsize length) {
  guint place = memo_place(text, length);
  if (memo->at[place].length != length || !memo->at[place].text || memcmp(memo->at[place].text, text, length)) return NULL;
  return memo->at[place].value;
}

void memo_keep(struct memo *memo, const char *text, gsize length, gpointer value) {
  guint place = memo_place(text, length);
  memo->at[place].text = text, memo->at[place].length = length, memo->at[place].value = value;
}
