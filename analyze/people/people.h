/* Who is who: accounts, duty records and notifications matched to the personnel file. */
#pragma once
#include "include/db.h"
#include "analyze/number/number.h"
#include "analyze/people/roster.h"

/* Sets account.person from the personnel file alone; after that, roster_load knows the other accounts as people, too. */
void accounts_match(struct db *db);

/* Sets shift.account and notice.account. A user who has duty records and no log row gets no account. */
void users_match(struct db *db);

/* Sets notice.report and notice.case_key once reports are known. */
void notices_match(struct db *db, const struct numbers *numbers);

/* Sets the keys and persons of the names in table candidate. */
void candidates_match(struct db *db);
