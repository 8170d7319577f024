/* Texts that are one slip apart (a letter more, less or other, two neighbours transposed), found without comparing all pairs: two
   such texts become equal when a letter is removed from one or both. */
#pragma once
#include <glib.h>

struct near_spelling;
struct near_spelling *near_spelling_new(void);
void near_spelling_free(struct near_spelling *near);

/* TEXT is copied. */
void near_spelling_add(struct near_spelling *near, const char *text, guint value);

/* Calls FOUND with the value of every text that is equal to TEXT or one slip away; also with some that are not, and with some
   more than once. */
typedef void near_spelling_found(guint value, void *data);
void near_spelling_ask(const struct near_spelling *near, const char *text, near_spelling_found *found, void *data);
