/* How well a header reads as each role of a kind, and as that of a column without a role. */
#pragma once
#include "ingest/roles/header_words.h"
#include "ingest/roles/kind.h"

/* 0 to 100. */
struct scores {
  struct words words;
  double role[ROLES_MOST], decoy;
};

void scores_read(struct scores *scores, const struct kind *kind, const char *header);
