/* Where the time goes: the stages of a run, printed at its end if --times asks for them. */
#pragma once
#include <stdbool.h>

/* Starts measuring. Before this call, times_enter does nothing. */
void times_begin(void);
/* Whether times_begin was called: work that would run in parallel then runs one after another. */
bool times_asked(void);
/* Enters stage WHAT, which lasts until the next one is entered; the same WHAT again adds to it. For one thread only. */
void times_enter(const char *what);
/* Prints to standard error, for each stage in the order entered, wall-clock seconds, processor seconds (child processes included)
   and the peak of memory up to its end. */
void times_print(void);
