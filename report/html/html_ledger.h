/* The ledger of answers, kept in the page so that a person can add to it there. */
#pragma once
#include "report/html/html_page.h"

/* Hidden text for the page's script: JSON in base 64, so that its every byte comes through HTML. Notes of what was referred are
 * left out (CONTRACT 5). */
void html_ledger(struct page *page);
