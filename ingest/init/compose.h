/* The text of a first audit.ini. */
#pragma once
#include "ingest/init/survey.h"

/* TO_FILL gets the keys left to a person, separated by commas. */
char *ini_compose(const struct survey *survey, char **to_fill);
/* Its section [agency]. FILL gathers the keys left to a person. */
void agency_add(const struct survey *survey, GString *ini, GString *fill);
