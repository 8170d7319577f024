/* Ways between folders. */
#pragma once

/* How the folder TO, which must be there, is reached from the folder FROM, whose parent must be there: ".." or "../../exports";
   "." where they are one; TO's full path where they share nothing but the root. Links are followed first. The caller's. */
char *way_between(const char *from, const char *to);
