/* Pictures as PNG. */
#pragma once
#include <glib.h>

/* Writes HEIGHT rows of WIDTH pixels (0xXXRRGGBB each), STRIDE bytes apart, to a new file at PATH. They are gone
   then. */
void png_file(const char *path, guint8 *pixels, int width, int height, int stride);
