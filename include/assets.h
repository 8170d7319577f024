/* Text files of the tree (schema, rules, lexicons, sections) as they were at build time. build/assets.c is made by the Makefile.
 */
#pragma once
#include <stddef.h>

struct asset {
  const char *path; /* as in the tree: "analyze/rules/32.6.10-access-after-separation.sql" */
  const char *text; /* NUL-terminated */
};

extern const struct asset assets[]; /* sorted by path, bytewise */
extern const size_t asset_count;

const char *asset_text(const char *path); /* NULL if there is no such file */
