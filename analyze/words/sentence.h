/* Splits a plain narrative (narrative_text.h) into sentences: "Det.", "J." and "a.m." do not end one, a line break does. */
#pragma once
#include <glib.h>
#include "analyze/words/lexicon.h"

/* Appends the sentences of TEXT to SENTENCES (of struct span), trimmed, none empty. */
void sentences_split(const char *text, gsize length, GArray *sentences);
