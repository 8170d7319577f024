/* What the manifest of an audit says beside its files. */
#pragma once
#include "include/db.h"

/* Pairs of a key and a value for manifest_write_about, ending with NULL: the agency, the period, the date, program, rules,
   reading of words, fingerprint, the way to the audit folder (FROM; NULL: not known), the earlier audit; g_strfreev. */
char **manifest_text(struct db *db, const char *from);

/* The files that the audit was made from, of struct known *: audit.ini, inputs and ledger, each once, by their ways from the
   output folder. Empty where FROM is NULL. Freed with g_ptr_array_unref. */
GPtrArray *manifest_inputs(struct db *db, const char *from);
