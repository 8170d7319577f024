/* Work handed from one thread to others and back in the order it was given: while the database is read and written by one
   thread, another reads words. */
#pragma once
#include <glib.h>

/* Changes BATCH in place; OWN is what the maker of the relay gave for this thread. */
typedef void relay_work(gpointer batch, gpointer own);

struct relay;

/* A thread for each of the COUNT elements of OWN; the caller keeps them. */
struct relay *relay_new(relay_work *work, gpointer *own, guint count);
/* Gives BATCH away. Returns one that is done, the caller's, once as many are under way as keep all threads busy; else NULL. */
gpointer relay_pass(struct relay *relay, gpointer batch);
/* The next one that is done; NULL when none is under way. */
gpointer relay_take(struct relay *relay);
/* Ends the threads; nothing may be under way. */
void relay_free(struct relay *relay);

/* How many threads are worth having beside the caller's, which mostly waits. */
guint relay_width(void);
