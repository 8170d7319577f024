/* Which of many patterns may match a text, told by one pass over its letters, since nearly all match no sentence at hand and
   PCRE2 takes its time to say so. Derived from the patterns alone and never too strict: a pattern that is not understood passes.
 */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct sieve;

/* COUNT expressions of PCRE2, with UTF and caseless, with Unicode classes, numbered from 0. Lists that they define
   ("(?(DEFINE)(?<name>...))") are one and the same wherever they bear the same name. */
struct sieve *sieve_new(const char *const *expressions, guint count);
void sieve_free(struct sieve *sieve);

/* FOUND, of sieve_size guint64, gets what stands in LENGTH bytes of TEXT, which is UTF-8. */
gsize sieve_size(const struct sieve *sieve);
void sieve_text(const struct sieve *sieve, const char *text, gsize length, guint64 *found);

/* False: the expression of this number matches nowhere in the text. */
bool sieve_passes(const struct sieve *sieve, guint number, const guint64 *found);
