/* How many findings of each rule a page carries that has no room for all of them. */
#pragma once
#include <glib.h>

/* How many findings of each rule the page carries where it carries at most MOST: every rule gets a share of half the places,
   the most severe rules the others. Sets SHOWN and returns their sum. */
gint64 html_quota(GPtrArray *rules, gint64 most);
