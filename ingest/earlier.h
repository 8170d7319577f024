/* The audit before this one, as [provenance] earlier_audit names it (clause 32.6.9; CONTRACT 5, dispositions). */
#pragma once
#include "ingest/settings/settings.h"
#include "include/db.h"

/* Stores as settings of section run: earlier_path (its output folder, by its way from the audit folder), earlier_sha256 (of its
   manifest) and, as far as the manifest says them, earlier_dated, earlier_from and earlier_to. Does nothing where none is named;
   a folder without a manifest, or with one of another agency, is stop_input with the line of audit.ini. */
void earlier_store(struct db *db, const struct settings *settings);
