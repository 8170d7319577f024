/* Finds, in one pass over the letters of a text, which of many patterns may match it: nearly all do not match a given sentence,
   and PCRE2 takes long to find that out. Derived from the patterns alone and never too strict: a pattern that is not understood
   passes. */
#pragma once
#include <glib.h>
#include <stdbool.h>

struct sieve;

/* COUNT expressions of PCRE2, with UTF and caseless, with Unicode classes, numbered from 0. Lists that they define
   ("(?(DEFINE)(?<name>...))") are the same wherever they have the same name. */
struct sieve *sieve_new(const char *const *expressions, guint count);
void sieve_free(struct sieve *sieve);

/* FOUND, of sieve_size guint64, gets what occurs in LENGTH bytes of TEXT, which is UTF-8. */
gsize sieve_size(const struct sieve *sieve);
void sieve_text(const struct sieve *sieve, const char *text, gsize length, guint64 *found);

/* False: the expression with this number matches nowhere in the text. */
bool sieve_passes(const struct sieve *sieve, guint number, const guint64 *found);
