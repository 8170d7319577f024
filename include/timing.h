/* Where the time goes: what the program is doing is noted stage by stage, and printed at its end when --times asks for it. */
#pragma once
#include <stdbool.h>

/* From here on. Before it, times_enter does nothing. */
void times_begin(void);
/* Whether it was called: what would run at the same time then runs in turn. */
bool times_asked(void);
/* What follows is WHAT, until the next stage is entered; the same WHAT again adds up. One thread only. */
void times_enter(const char *what);
/* Prints to standard error, for each stage in the order met, the seconds on the clock and those of all processors, child
   processes included, and the memory held at most up to its end. */
void times_print(void);
