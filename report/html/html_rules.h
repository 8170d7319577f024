/* The tests of the directive on the page. */
#pragma once
#include "report/html/html_page.h"

/* One test of the directive, as report/sections/html/63-html-rules.sql gives it. Text may be NULL. */
struct html_rule {
  gint64 place, found, shown; /* findings it has, and those the page carries */
  char *clause, *main, *title, *status, *rule, *severity, *brief, *result, *innocent, *remedy, *path, *text;
  GPtrArray *terms; /* of char *: what its card says, alternating labels and texts */
};

GPtrArray *html_rules_read(struct db *db); /* of struct html_rule *, in the order of the directive */

/* A card for each, and the text of each as run. */
void html_cards(struct page *page);
void html_as_run(struct page *page);
