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

struct ini {
  char *file;          /* as shown in messages */
  GPtrArray *sections; /* of struct ini_section, each name once */
  GPtrArray *entries;  /* of struct ini_entry, in the order written; values as they stand, without the blanks round them */
};

/* A file that is missing or is not text, a line that is not a section, key or comment, a section without its bracket or a key
   twice ends the program with exit 3. */
struct ini *ini_read(const char *path, const char *shown_as);
void ini_free(struct ini *ini);

const struct ini_entry *ini_get(const struct ini *ini, const char *section, const char *key); /* NULL where there is none */
guint ini_section_line(const struct ini *ini, const char *section);                           /* 0 where there is none */
