/* What the comparers of names share. */
#pragma once
#include "analyze/people/name.h"

/* A word of one letter. */
bool word_initial(const char *word);
/* WORDS from FROM up to TO written as one word: "de la Cruz" is "Delacruz", "St. John" is "Saint John". The caller's string. */
char *words_joined(const GPtrArray *words, guint from, guint to);
/* All the words of a text, folded, ranks too: a surname may be one. The caller's array. */
GPtrArray *text_each_word(const char *text);
