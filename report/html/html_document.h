/* The sections of a document on the page. */
#pragma once
#include "report/html/html_page.h"

/* Those on ON ("html-charts"). */
void html_document(struct page *page, const char *on);
