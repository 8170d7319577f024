/* Plain text for a person: 100 columns, wrapped between words, labels to the left. All text is made safe for a terminal here. */
#pragma once
#include <glib.h>

void wrap_heading(const char *text, guint level); /* 1 is underlined, 2 is not */
void wrap_text(const char *text, guint indent);
/* "  label      text", the text below where the label is too long; NULL or empty text prints the label alone. */
void wrap_pair(const char *label, const char *text);
