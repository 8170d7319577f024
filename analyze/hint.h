/* Where a text may name a system: a look at its words that costs next to nothing, since nearly all narratives name none. */
#pragma once
#include <glib.h>

struct hints;
struct hints *hints_new(void);
void hints_free(struct hints *hints);

/* The first word of TEXT from FROM on that may begin a system's name; LENGTH where there is none. A byte follows TEXT. */
gsize hint_next(const struct hints *hints, const char *text, gsize length, gsize from);
