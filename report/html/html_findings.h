/* The findings on the page. */
#pragma once
#include "report/html/html_page.h"

/* Writes the SHOWN of each rule, each with the rows it rests on, and says what is left out. */
void html_findings(struct page *page);
