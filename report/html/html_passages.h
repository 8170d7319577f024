/* The passages that a person must read. */
#pragma once
#include "report/html/html_page.h"

/* Those that are open, each with its question; a page carries a few hundred and says where the others are. */
void html_passages(struct page *page);
