/* Prints what init recognised, as a page for a person. */
#pragma once
#include "ingest/init/survey.h"

/* On standard output. */
void survey_print(const struct survey *survey);
