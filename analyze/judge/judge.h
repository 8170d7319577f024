/* Evaluates the rules: what each needs, how many it examines, what it finds. */
#pragma once
#include "include/db.h"

/* Fills the tables rule, finding and evidence. A rule whose needs are not met, or that examines nothing, is not tested. */
void rules_judge(struct db *db);
