/* The searches on the page, which figures that count searches lead to. */
#pragma once
#include "report/html/html_page.h"

/* A line of text for each, its fields parted by tabs, which the page's script makes a table of; at most 20,000. */
void html_searches(struct page *page);
