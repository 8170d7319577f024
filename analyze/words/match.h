/* The result of trying a pattern, and where it matched. */
#pragma once
#include <glib.h>

/* Only PCRE2's "no match" counts as no match: a match limit, a heap limit or bad text is LEXICON_GAVE_UP. */
enum lexicon_result { LEXICON_NO, LEXICON_YES, LEXICON_GAVE_UP };

struct span {
  gsize start, length;
};

static inline gsize span_end(struct span span) { return span.start + span.length; }
