/* The findings on the page. */
#pragma once
#include "report/html/html_page.h"

/* As many of each rule as are SHOWN, each with the rows it rests on; what is left out is said. */
void html_findings(struct page *page);
