/* The matters: what one person answers with one sentence, the worst first. */
#pragma once
#include "report/html/html_page.h"

/* All that hold a finding, but for those answered as unfounded; a page carries a few hundred and says where the others are. */
void html_matters(struct page *page);
