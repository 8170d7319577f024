/* What init recognised, as a page for a person. */
#pragma once
#include "ingest/init/survey.h"

/* On standard output. */
void page_print(const struct survey *survey);
