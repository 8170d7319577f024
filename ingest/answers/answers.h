/* Answers that people wrote into audit.xlsx, kept in the ledger, dispositions.csv, before anything replaces the workbook
 * (CONTRACT 5). */
#pragma once
#include "include/db.h"
#include <glib.h>
#include <stdbool.h>

/* What a person answered to an id; every text is stated or "". COVERS: the facts of the findings that it was given for. */
struct answer {
  char *id, *disposition, *note, *decided_by, *decided_on, *due, *response, *covers;
};

/* The answers in the workbook at PATH that audit.db beside it does not have yet; of struct answer *, freed with the array. A
   workbook that cannot be read, that another audit made, or that holds a word that is no answer is stop_input with the sheet and
   cell. */
GPtrArray *workbook_answers(const char *path);

/* Appends ANSWERS to the ledger at PATH, which is made where it is missing and else keeps every byte it has; one that stands
   there in the same words is not written again. How many were written. The file is replaced whole, or not at all. */
guint ledger_append(const char *path, const GPtrArray *answers);

/* The ledger that a person saved on the page lacks the notes of what was referred (include/choices.h, note_left_out): puts them
   back from the audit.db in OUT, from which that page was made. One that is not known there is stop_input with its line. */
void ledger_complete(const char *path, const char *out);

/* Stops the run (stop_input) where the answers that DB just read from LEDGER lack ids that the audit.db in OUT has answers to,
   and yet have new ones: an older copy was put in the place of the ledger. */
void answers_kept(struct db *db, const char *ledger, const char *out);

/* Whether OUT has a workbook of this program that was changed after it was written. */
bool answers_waiting(const char *out);

/* Whether OUT's workbook can be read and bears the fingerprint of audit.db beside it. */
bool workbook_is_own(const char *out);

/* All of this, for the output folder OUT: true where OUT has a workbook that was changed after the program wrote it, which may
   then be replaced. */
bool answers_take(const char *out, const char *ledger);
