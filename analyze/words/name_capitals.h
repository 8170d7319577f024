/* Names of people in a text without capitals. */
#pragma once
#include <glib.h>

/* Capitalises in TEXT the words of PEOPLE (folded by text_key) that stand together or behind a title. */
void people_capitalise(char *text, GHashTable *people);
