/* The plain text of a reason that the purpose patterns read: lower case ASCII words, slips of typing corrected. */
#pragma once
#include "analyze/purpose/spelling.h"

/* PLAIN's byte i came from bytes FROM[i] to TO[i] of the reason (of guint32), whole words at a time. */
struct purpose_text {
  GString *plain;
  GArray *from, *to;
};

/* Fills TEXT, which is zeroed or cleared: URL-encoding undone, case and accents folded, "F.S." one word, apostrophes removed,
   marks between letters replaced by blanks, marks inside numbers ("245(a)(2)", "812.014", "22-0101") kept, letters separated from
   case numbers. */
void purpose_text_read(struct purpose_text *text, const char *reason, struct spelling *spelling);
void purpose_text_clear(struct purpose_text *text);
