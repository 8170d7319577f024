/* Deflates on several threads into a file without a name. What was put between two cuts is a run: deflated, not final, at
   the end of a byte, so that runs can be joined in any order into one entry of a zip archive. Every failure is stop_system. */
#pragma once
#include <glib.h>

struct run {
  guint64 at, packed, length; /* where in the file, bytes there, bytes before */
  guint32 crc;
};

struct packer;

/* PATH is the file that the runs are meant for: the nameless file lies in the same folder, and messages name it. */
struct packer *packer_new(const char *path);
void packer_put(struct packer *packer, const void *bytes, gsize length);

/* Ends a run. The same bytes give the same run. */
struct run packer_cut(struct packer *packer);

/* Bytes put since the last cut, and bytes in the file. */
guint64 packer_length(const struct packer *packer);
guint64 packer_size(const struct packer *packer);

/* Reads LENGTH packed bytes back. */
void packer_read(struct packer *packer, guint64 at, void *bytes, gsize length);
void packer_free(struct packer *packer);
