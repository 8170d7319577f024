/* Codes that keep people apart without naming them, and the register of releases; both are kept beside audit.ini. */
#pragma once
#include "include/db.h"

struct pseudonyms;
/* FOLDER: the audit folder, whose pseudonym.key (0600) is made where it is first needed; NULL: not known, and the first code is
 * stop_input. */
struct pseudonyms *pseudonyms_new(const char *folder);
void pseudonyms_free(struct pseudonyms *pseudonyms);
/* The code of PERSON ("person-3fa94c21"), the same on the same key; the caller's. DATA is struct pseudonyms *. */
char *pseudonym_of(const char *person, void *data);

/* Adds a line to FOLDER/releases.csv: request, day, rows, cells withheld and waiting, where it was written. FOLDER NULL: says
 * that there is no register. */
void register_add(struct db *db, const char *folder, const char *request, const char *day, const char *out);
