/* Several writers at once. */
#pragma once
#include <glib.h>

/* What a writer posts from its process. */
struct post {
  char sum[65];      /* SHA-256 of its file in hexadecimal digits; "" where it was not hashed */
  guint64 done, all; /* of its work in any unit; all 0: unknown */
};

/* COUNT of them, shared by all processes that are begun later, for as long as the program runs. */
struct post *posts_new(guint count);

/* Writers at work in processes of their own, so that a library that crashes costs a message and no half file; at most MOST at a
   time. A failure ends the program with the message of the writer that failed, after all others were stopped. */
struct writers;
struct writers *writers_new(guint most);
/* Runs WRITE as soon as there is room; DATA and POST must live until writers_end. WHAT names the file. */
void writers_begin(struct writers *writers, const char *what, void (*write)(void *data), void *data, struct post *post);
/* Waits for all, and shows how far they are. */
void writers_end(struct writers *writers);
