/* Words for a person to paste into a shell. */
#pragma once

/* WORD, any bytes, as one word of a command line of bash or zsh: unchanged if possible, else in quotes. Safe to print on a
   terminal; the caller's. */
char *shell_word(const char *word);
/* The same for a path: one that begins with a dash is not taken for an option. */
char *shell_path(const char *path);
