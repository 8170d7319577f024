/* The stages, and what each knows of the others: read this and you know the program. exports --ingest--> audit.db (facts,
   rejects) --analyze--> meanings, links, findings --report--> files for people The database is the only thing the stages share;
   its tables are described in analyze/schema.sql. A bad row is data (table reject) and the run goes on; an unusable input ends
   the program with exit 3, a failing system with exit 4 (include/message.h). */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/db.h"

#define FACEAUDIT_VERSION "1.0.0"
#define FACEAUDIT_DATE "2026-11-30" /* of this version */

/* Progress for a person: bars on a terminal, nothing elsewhere. WHAT is a phrase ("reading faces_user_log.csv"); DONE of ALL in
   any unit, ALL 0 where unknown. Cheap to call often. progress_end clears the line. */
void progress_show(const char *what, guint64 done, guint64 all);
void progress_end(void);
/* From now on nothing is shown: progress is written to DONE and ALL, where another process reads it. */
void progress_tell(guint64 *done, guint64 *all);

/* Reads FOLDER/audit.ini and the files it names into DB, which is fresh, and the LEDGER of answers where there is such a file;
 * NULL: none. */
void ingest_folder(struct db *db, const char *folder, const char *ledger);
/* Reads the LEDGER of the audit folder FOLDER again into DB, which was made from it; everything else stays. */
void ingest_ledger(struct db *db, const char *folder, const char *ledger);
/* Stops the program where one of these files is no longer what was read. */
void ingest_unchanged(struct db *db, const char *folder);

/* Names purposes, reads narratives, links searches, evaluates every rule. Facts are only read; the results of an earlier analysis
   are replaced. */
void analyze_database(struct db *db);

/* Writes the formats in FORMATS (a comma list, NULL = all) of the analysed database to files in FOLDER, and their manifest. FROM
   is the way from where they will lie to the audit folder (include/folder/way.h); NULL: not known, and no input is listed. */
void report_write(struct db *db, const char *folder, const char *formats, const char *from);

/* The page on standard output: what was read, how each clause stands, the figures; after ingest alone, what was read. FOLDER is
   where the files are. */
void report_print(struct db *db, const char *folder);
