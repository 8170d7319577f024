/* Puts the branches of an expression that begin with the same letter together, "ran|red|run" as "r(?:an|ed|un)": it matches the
   same in the same order, for PCRE2 with far fewer branches to try. */
#pragma once

/* The caller's string; EXPRESSION itself where nothing is to be gained. */
char *branches_join(const char *expression);
