/* faceaudit rules: the rules that are built in. */
#pragma once

/* Prints on standard output each rule in brief; where NAME is a rule or a clause ("32.6.6"), what it means in full. Ends the
   program with exit 2 where it means nothing. */
void rules_print(const char *name);
