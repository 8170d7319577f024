/* Writes lines of audit.ini that are safe whatever an export put into them. */
#pragma once
#include <glib.h>

/* One line each; comments_add takes several. */
void comment_add(GString *ini, const char *text);
void comments_add(GString *ini, const char *text);
void value_add(GString *ini, const char *key, const char *value);
/* A key without its value, which a run refuses; FILL gathers the keys. */
/* A part of a list: its semicolons get a backslash before them. The caller's string. */
char *list_part(const char *text);
void fill_add(GString *ini, GString *fill, const char *key);
