/* What each notification to the Chief is about (CONTRACT 4, chief-not-notified): one about something else is no notice of a
 * search. */
#pragma once
#include "include/db.h"
#include "analyze/purpose/purpose.h"

/* Sets notice.about from its subject: 'search' where the words are of public health or of a face search, 'other' where they are
   surely of something else, NULL where there are none, or nothing is known of them: those may be of the search. */
void notices_about(struct db *db, struct purposes *purposes);
