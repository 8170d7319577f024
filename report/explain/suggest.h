/* Spellings: what may have been meant, whether a clause is meant, report numbers as the agency writes them. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include "include/db.h"

struct numbers;

/* Precise spellings ("report:2022-00005619") close to WORDS, possibly none; an array of strings, freed with it. */
GPtrArray *subjects_near(struct db *db, const char *words);

/* Is NAME ("32.6.6", "32.6.6(2)") among the clauses of a rule ("32.6.6(1)-(4), 32.6.11(3)")? */
bool clause_meant(const char *clauses, const char *name);

/* The numbers of an analysed audit, learnt from its report rows; free with numbers_free. */
struct numbers *numbers_load(struct db *db);
