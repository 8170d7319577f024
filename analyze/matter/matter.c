/* Runs the SQL that makes matters. What belongs to which, and in what words, is decided there. */
#include "analyze/matter/matter.h"
#include "include/assets.h"
#include "include/timing.h"

void matters_make(struct db *db) {
  static const char *const steps[] = {"analyze/matter/grounds.sql", "analyze/matter/sentences.sql",
                                      "analyze/matter/in_favour.sql", "analyze/matter/matters.sql"};
  times_enter("matters");
  for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) db_run(db, asset_text(steps[i]));
}
