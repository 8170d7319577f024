/* Several writers at once. */
#pragma once
#include <glib.h>

/* Writers at work in processes of their own, so that a library that crashes costs a message and no half file; at most MOST at a
   time. A failure ends the program with the message of the writer that failed, after all others were stopped. */
struct writers;
struct writers *writers_new(guint most);
/* Runs WRITE as soon as there is room; DATA must live until writers_end. WHAT names the file. */
void writers_begin(struct writers *writers, const char *what, void (*write)(void *data), void *data);
/* Waits for all. */
void writers_end(struct writers *writers);
