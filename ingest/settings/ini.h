/* The lines of a key file with their numbers. check.c decides which sections and keys are allowed. */
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

/* Something wrong with the file; faults are reported together at the end. */
struct ini_fault {
  guint line, place; /* PLACE: the line by which faults are sorted; G_MAXUINT for something missing */
  char *words;
};

struct ini {
  char *file;          /* as shown in messages */
  GPtrArray *sections; /* of struct ini_section, each name once */
  GPtrArray *faults;   /* of struct ini_fault */
  GPtrArray *entries;  /* of struct ini_entry, in the order written; values unchanged but trimmed */
};

/* A file that is missing or not text ends the program with exit 3; UTF-16 is read. A line that is not a section, key or comment,
   a section without its closing bracket and a repeated key are faults. */
struct ini *ini_read(const char *path, const char *shown_as);
void ini_free(struct ini *ini);

const struct ini_entry *ini_get(const struct ini *ini, const char *section, const char *key); /* NULL if there is none */
guint ini_section_line(const struct ini *ini, const char *section);                           /* 0 if there is none */

/* Records a fault at LINE, 0: of the file as a whole; ini_lack records something missing, which is reported after the others. */
void ini_fault(const struct ini *ini, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
void ini_lack(const struct ini *ini, guint line, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* Reports all faults in the order of their lines and ends the program with exit 3; returns if there are none. */
void ini_stop(const struct ini *ini);
