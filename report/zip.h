/* Whether a zip file is whole, and what is in it: libxlsxwriter reports success after losing data. */
#pragma once
#include <glib.h>

/* Reads every file of the archive at PATH, inflated, in pieces of any length, and checks its length and CRC. LAST ends a
   file. An archive that is not whole is stop_system. */
void zip_read(const char *path, void (*piece)(const char *name, const guint8 *bytes, gsize length, gboolean last, void *data),
              void *data);
