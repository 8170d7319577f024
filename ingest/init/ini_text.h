/* Lines of audit.ini, safe whatever an export put into them. */
#pragma once
#include <glib.h>

/* One line in, one line out; COMMENTS_ADD takes several. */
void comment_add(GString *ini, const char *text);
void comments_add(GString *ini, const char *text);
void value_add(GString *ini, const char *key, const char *value);
/* A key without its value, which a run refuses; FILL gathers the keys. */
void fill_add(GString *ini, GString *fill, const char *key);
