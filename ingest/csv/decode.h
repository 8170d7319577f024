/* Decodes bytes to valid UTF-8. What is not text (bad bytes, NUL, noncharacters, lone surrogates) becomes U+FFFD; the caller is
   given the places. */
#pragma once
#include <glib.h>
#include <stdbool.h>

enum encoding { ENCODING_UTF8, ENCODING_UTF8_BOM, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_1252 };

const char *encoding_name(enum encoding encoding);

/* All of 1 to 127: the same in UTF-8 and Windows-1252. */
bool bytes_ascii(const char *text, gsize count);

/* What kinds of bytes a file holds, counted chunk by chunk. */
struct census {
  guint64 good, bad; /* multi-byte characters that are UTF-8; bytes that cannot be */
};

/* Adds BYTES to the census; returns how many it used: an unfinished character at the end is left for the next call unless LAST.
 */
gsize census_take(struct census *census, const guchar *bytes, gsize count, bool last);

/* Recognises the encoding from the first bytes of a file: a BOM (its length in BOM) or the pattern of NULs; false if only a
   census can decide. */
bool encoding_by_start(const guchar *bytes, gsize count, enum encoding *encoding, gsize *bom);
enum encoding encoding_by_census(const struct census *census);

/* Writes UTF-8 to OUT, which has room for three bytes per byte of IN. Returns the bytes of IN used, as census_take does; WRITTEN
   gets the number of bytes written; REPAIRS (of gsize) the offsets of replacements, counted from START. */
gsize decode_text(enum encoding encoding, const guchar *in, gsize count, bool last, char *out, gsize *written, GArray *repairs,
                  gsize start);

/* "a PDF" and the like, if the first bytes of a file show that it is not text; else NULL. */
const char *other_type(const guchar *bytes, gsize count);
