/* The page being written. */
#pragma once
#include "include/db.h"
#include "include/output.h"
#include "report/chart/typeset.h"

struct page {
  struct output *file;
  struct db *db;
  struct typesetter *setter; /* for the widths of words in pictures */
  GPtrArray *rules;          /* of struct html_rule *, in the order of the directive */
};
