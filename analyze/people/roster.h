/* People: the personnel file in memory, and which of them a cell or a narrative means. By id or badge first, then by name in any
   order, case, accent, initial or rank. If two people fit, the result is nobody: an accusation needs exactly one. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/db.h"

struct roster;

struct roster *roster_load(struct db *db);
/* Also includes people who are in the log with a whole name but not in the personnel file: such a person's number is the
   account's, negated. */
struct roster *roster_load_with_log(struct db *db);
void roster_free(struct roster *roster);

/* The person meant, 0 if none or more than one is; HOW (may be NULL) gets a static phrase: "user id", "employee id", "name",
   "name, first and last swapped", "name, one letter differs", "surname". Any text may be NULL or empty. */
gint64 roster_account(const struct roster *roster, const char *user_id, const char *user_name, const char **how);
gint64 roster_officer(const struct roster *roster, const char *words, const char *id, const char **how);

/* The member with the whole name NAME, that of a candidate as the log writes it; the first of several; 0: nobody. */
gint64 roster_bearer(const struct roster *roster, const char *name);

/* The surnames and first names of the file and of every candidate selected, as single folded words: for narrative_read. */
GHashTable *roster_known_names(struct db *db);

/* Calls FOUND for each person whose surname is a word of TEXT (a person may come twice). */
void roster_named(const struct roster *roster, const char *text, void (*found)(gint64 person, void *data), void *data);
