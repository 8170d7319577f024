/* What becomes of one cell of a release, and why (research on exemptions, sections 2 and 4): released, withheld with a citation,
 * or left to a person. */
#pragma once
#include "include/db.h"
#include "report/release/facts.h"

enum outcome { OUTCOME_RELEASED, OUTCOME_WITHHELD, OUTCOME_PERSON, OUTCOME_SOURCE, OUTCOME_BLANK };

struct decision {
  enum outcome outcome;
  const struct exemption *exemption; /* of what is withheld */
  char *basis;                       /* why, with particularity: what the person who asked may read */
};

/* The name in the cell "candidate selected", or the same name in another cell. The decision's basis is the caller's. */
struct decision decide_candidate(const struct facts *facts);
/* Whether the words of a reason beside their parts may be released: a disease, a child, harassment, words unknown are for a
 * person. */
struct decision decide_reason(const struct facts *facts);
/* A case or report number: released, but beside a candidate where the case is a child's or of a sexual offense. */
struct decision decide_number(const struct facts *facts);
/* Whether USER_ID or NAME is of undercover staff. */
bool decide_undercover(const struct release *release, const char *user_id, const char *name);

struct decision decision_released(void);
struct decision decision_person(char *basis);
/* By the exemption ID, with {report}, {type}, {status}, {incident}, {until}, {age} of its words filled in; a citation that is not
   in force on the day of release is for a person instead. */
struct decision decision_withheld(const struct facts *facts, const char *id, int age);
