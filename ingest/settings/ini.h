/* The lines of a key file with their numbers. check.c decides which sections and keys there may be. */
#pragma once
#include <glib.h>

struct ini_entry {
  char *section, *key, *value;
  guint line;
};
struct ini_section {
  char *name;
  guint line;
};

/* What is wrong with the file, told when all of it is known. */
struct ini_fault {
  guint line, place; /* PLACE: of the line that it is told at, G_MAXUINT for what is lacking */
  char *words;
};

struct ini {
  char *file;          /* as shown in messages */
  GPtrArray *sections; /* of struct ini_section, each name once */
  GPtrArray *faults;   /* of struct ini_fault */
  GPtrArray *entries;  /* of struct ini_entry, in the order written; values as they stand, without the blanks round them */
};

/* A file that is missing or is not text ends the program with exit 3; UTF-16 is read. A line that is not a section, key or
   comment, a section without its bracket or a key twice is a fault. */
struct ini *ini_read(const char *path, const char *shown_as);
void ini_free(struct ini *ini);

const struct ini_entry *ini_get(const struct ini *ini, const char *section, const char *key); /* NULL where there is none */
guint ini_section_line(const struct ini *ini, const char *section);                           /* 0 where there is none */

/* Keeps a fault at LINE, 0: of the file; and one of what the file lacks, which is told after the others. */
void ini_fault(const struct ini *ini, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
void ini_lack(const struct ini *ini, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* Tells all faults in the order of their lines and ends the program with exit 3; returns where there are none. */
void ini_stop(const struct ini *ini);
