/* Runs what answers.sql says of the ledger, and notes the answers that found nothing. Answers to passages are used by passage.c.
 */
#include "analyze/judge/answers.h"
#include "include/assets.h"

void answers_settle(struct db *db) { db_run(db, asset_text("analyze/judge/answers.sql")); }

static const char unplaced_sql[] =
    "DELETE FROM source_note WHERE text LIKE 'Nothing was asked under the id %' OR text LIKE 'Since the answer %';"
    "INSERT INTO source_note (source, line, text)"
    " SELECT s.source, d.source_line, iif(d.state = 'changed',"
    "        'Since the answer \"' || d.disposition || '\" to ' || d.id || ' was given, '"
    "        || (SELECT iif(count(*) = 1, 'a finding', count(*) || ' findings') FROM not_covered n WHERE n.id = d.id)"
    "        || ' came or changed, and ' || (SELECT iif(count(*) = 1, 'is', 'are') FROM not_covered n WHERE n.id = d.id)"
    "        || ' open: answer again.',"
    "        'Nothing was asked under the id ' || d.id || ': the answer \"' || d.disposition || '\" is kept and not used. '"
    "        || iif(d.state = 'gone', 'What it was given to is no longer there, or its facts have changed.', 'No finding, "
    "matter or passage has such an id.'))"
    "   FROM audit_disposition d JOIN source s ON s.path = d.source_file WHERE d.state IN ('gone', 'unknown', 'changed')";

void answers_unplaced(struct db *db) { db_run(db, unplaced_sql); }
