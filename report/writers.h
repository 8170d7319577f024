/* Several writers in parallel. */
#pragma once
#include <glib.h>

/* What a writer reports to the parent process. */
struct post {
  char sum[65];      /* SHA-256 of its file in hexadecimal digits; "" where it was not hashed */
  guint64 done, all; /* of its work, in any unit; ALL is 0 where unknown */
};

/* COUNT of them, in memory shared with every process forked later; never freed. */
struct post *posts_new(guint count);

/* Writers, each in its own process, at most MOST at a time: a library that crashes costs an error message, never a half-written
   file. A failure stops all other writers and ends the program with the message of the one that failed. */
struct writers;
struct writers *writers_new(guint most);
/* Runs WRITE as soon as there is room; DATA and POST must live until writers_end. WHAT names the file. */
void writers_begin(struct writers *writers, const char *what, void (*write)(void *data), void *data, struct post *post);
/* Waits for all, and shows how far they are. */
void writers_end(struct writers *writers);
