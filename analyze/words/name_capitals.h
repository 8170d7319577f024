/* Names of people in a text without capitals. */
#pragma once
#include <glib.h>

/* Capitalises in TEXT the words of PEOPLE (folded by text_key) that are adjacent or follow a title. */
void people_capitalise(char *text, GHashTable *people);
