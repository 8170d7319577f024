/* Zip archives: reads one as a stranger would, to tell whether it is whole (libxlsxwriter reports success after losing
   data), and makes one of runs that are packed already. */
#pragma once
#include <glib.h>
#include "report/pack.h"

/* Reads every file of the archive at PATH, inflated, in pieces of any length, and checks its length and CRC. LAST ends a
   file. An archive that is not whole is stop_system. */
void zip_read(const char *path, void (*piece)(const char *name, const guint8 *bytes, gsize length, gboolean last, void *data),
              void *data);

/* A new archive at PATH of the runs that PACKER holds; every entry bears the same old date. */
struct zip_file;
struct zip_file *zip_open(const char *path, struct packer *packer);

/* An entry of COUNT runs, joined. */
void zip_add(struct zip_file *file, const char *name, const struct run *runs, guint count);
void zip_close(struct zip_file *file);
