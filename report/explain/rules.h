/* faceaudit rules: the rules that are built in. */
#pragma once

/* Prints every rule in brief to standard output; where NAME is a rule or a clause ("32.6.6"), its rules in full. Ends the program
   with exit 2 where NAME matches nothing. */
void rules_print(const char *name);
