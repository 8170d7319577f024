/* The plain text of a reason that the purpose patterns read: lower case ASCII words, slips of typing corrected. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* PLAIN's byte i came from bytes FROM[i] to TO[i] of the reason (of guint32), whole words at a time. */
struct purpose_text {
  GString *plain;
  GArray *from, *to;
};

/* The words that slips are corrected to are those that the word files PATHS (ends with NULL) write out in their patterns;
   analyze/lexicon/spelling.txt has words that are near to one of them and are no slip of it, nor are those of ordinary.txt. */
struct spelling;
struct spelling *spelling_new(const char *const *paths);
void spelling_free(struct spelling *spelling);

/* Is the word of LENGTH letters, or what it is inflected from, in analyze/lexicon/ordinary.txt? */
bool spelling_ordinary(const struct spelling *spelling, const char *word, gsize length);

/* Fills TEXT, which is zeroed or cleared: URL-encoding undone, case and accents folded, "F.S." one word, apostrophes gone, marks
   between letters blanks, marks inside numbers ("245(a)(2)", "812.014", "22-0101") kept, letters parted from case numbers. */
void purpose_text_read(struct purpose_text *text, const char *reason, struct spelling *spelling);
void purpose_text_clear(struct purpose_text *text);

/* Does the word of LENGTH letters look like a mash of keys: one letter repeated, a run along the keyboard, its middle row alone?
 */
bool word_mashed(const char *word, gsize length);
