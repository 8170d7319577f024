/* Holds an output folder against its manifests (CONTRACT 6, verify). */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/folder/manifest.h"

struct verified {
  guint right, changed, missing; /* files */
  guint answered, grown;         /* files that people have added to: a workbook, a ledger */
  guint seals;                   /* signatures and timestamps that are of other bytes */
};

/* Prints, for each manifest in FOLDER and in its folders, which files are as it lists them, which were changed, and which are not
   found; for a database that was changed, its tables. ANSWERED: audit.xlsx is this audit's, with answers written into it. A
   folder without a manifest, or a manifest of another form, is stop_input. */
struct verified verify_print(const char *folder, bool answered);

/* Prints which files of the audit made AGAIN are the same as FIRST's by their sums, and what else its manifest says otherwise.
   True: all is the same. */
bool verify_same(const struct manifest *first, const struct manifest *again);
