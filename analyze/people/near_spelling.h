/* Texts that are one slip apart (a letter more, less or other, two neighbours transposed), found without comparing each with all:
   two such become equal when a letter is left out of one or both. */
#pragma once
#include <glib.h>

struct misspelt;
struct misspelt *misspelt_new(void);
void misspelt_free(struct misspelt *misspelt);

/* All texts, then misspelt_finish: what follows may be asked. */
void misspelt_add(struct misspelt *misspelt, const char *text, guint value);
void misspelt_finish(struct misspelt *misspelt);

/* Calls FOUND with the value of every text that may be one slip from TEXT or equal to it: of some that are not, too, and of some
   more than once. */
typedef void misspelt_found(guint value, void *data);
void misspelt_near(const struct misspelt *misspelt, const char *text, misspelt_found *found, void *data);
