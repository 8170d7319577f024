/* Hands work to other threads and takes it back in the order given: while one thread reads and writes the database, others read
   words. */
#pragma once
#include <glib.h>

/* Changes BATCH in place; OWN is this thread's element of workers_new's OWN. */
typedef void workers_task(gpointer batch, gpointer own);

struct workers;

/* A thread for each of the COUNT elements of OWN; the caller keeps them. */
struct workers *workers_new(workers_task *work, gpointer *own, guint count);
/* Hands over BATCH. Once enough batches are under way to keep all threads busy, returns a finished one, the caller's; else NULL.
 */
gpointer workers_pass(struct workers *workers, gpointer batch);
/* Waits for the next finished batch; NULL if none is under way. */
gpointer workers_take(struct workers *workers);
/* Ends the threads. No batch may be under way. */
void workers_free(struct workers *workers);

/* How many threads are worth having beside the caller's, which mostly waits. */
guint workers_width(void);
