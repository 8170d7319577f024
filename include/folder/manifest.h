/* Manifests: the files of a folder and their SHA-256, in the form that sha256sum -c reads. */
#pragma once
#include <glib.h>

extern const char manifest_name[]; /* that of an audit: manifest-sha256.txt */

/* A file of a folder and its SHA-256 in hexadecimal digits; "" where it is not known. */
struct known {
  const char *name, *sum;
};

/* Writes MANIFEST into FOLDER: all other files there. Those that are not KNOWN are read and hashed. */
void manifest_write(const char *folder, const char *manifest, const struct known *known, gsize count);
/* What MANIFEST in FOLDER lists: name to sum, both strings the table's; names that leave the folder are passed over. Empty
   where there is no manifest, or none of this form. */
GHashTable *manifest_read(const char *folder, const char *manifest);
