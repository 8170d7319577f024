/* The first screen of the page. */
#pragma once
#include "report/html/html_page.h"

/* Key figures, severities, one line per clause, what was not tested. */
void html_front(struct page *page);
