/* What an agency calls itself in front of a number. Only this folder includes it. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct agency {
  GHashTable *prefixes;  /* of audit.ini, folded */
  char *initials, *name; /* NAME: its words, folded */
};

/* PREFIXES (may be NULL): separated by ;. */
void agency_begin(struct agency *agency, const char *name, const char *prefixes);
void agency_end(struct agency *agency);

/* Whether LABEL, folded, is one of the prefixes or some of the initials in their order: NSB, NSBPD. */
bool agency_named(const struct agency *agency, const char *label);
