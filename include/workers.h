/* Work handed from one thread to others and back in the order it was given: while the database is read and written by one
   thread, another reads words. */
#pragma once
#include <glib.h>

/* Changes BATCH in place; OWN is what the maker of the workers gave for this thread. */
typedef void workers_task(gpointer batch, gpointer own);

struct workers;

/* A thread for each of the COUNT elements of OWN; the caller keeps them. */
struct workers *workers_new(workers_task *work, gpointer *own, guint count);
/* Gives BATCH away. Returns one that is done, the caller's, once as many are under way as keep all threads busy; else NULL. */
gpointer workers_pass(struct workers *workers, gpointer batch);
/* The next one that is done; NULL when none is under way. */
gpointer workers_take(struct workers *workers);
/* Ends the threads; nothing may be under way. */
void workers_free(struct workers *workers);

/* How many threads are worth having beside the caller's, which mostly waits. */
guint workers_width(void);
