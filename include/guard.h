/* The work is done by a child; the process that was started waits for it. GLib ends a process that gets no memory, and a library
   may fall over one: then the one that waits takes back what the child has not finished, says so, and ends with EXIT_SYSTEM. */
#pragma once
#include <stdbool.h>

/* What the child has told of itself. */
struct guarded {
  bool published; /* all files are in place; nothing that fails afterwards is a failure of the run */
  int status;     /* what the run then ends with */
};

/* Forks, and returns in the child. TAKE_BACK asks for no memory, and returns whether nothing of the child is left; it is called
   once the child has ended, however it did. Signals that end a program are passed on to the child, which says what became of its
   work. Call this before anything asks for memory or begins a thread. A failure ends the program with EXIT_SYSTEM. */
void guard_begin(bool (*take_back)(void));

/* What this process tells the one that waits; where there is none, nobody reads it. */
struct guarded *guard_told(void);

/* Memory of COUNT bytes, zeroed, that this process shares with its children; NULL: the system has none. */
void *guard_share(unsigned long count);
