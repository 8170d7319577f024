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

/* The same with what it is the manifest of: ABOUT, pairs of a key and a value that end with NULL, as lines that sha256sum passes
   over ("# key: value"), and files ELSEWHERE, whose names are ways from FOLDER. */
void manifest_write_about(const char *folder, const char *manifest, const struct known *known, gsize count, char *const *about,
                          const struct known *elsewhere, gsize elsewhere_count);

/* What MANIFEST in FOLDER lists: name to sum, both strings the table's; names that leave the folder are passed over. Empty
   where there is no manifest, or none of this form. */
GHashTable *manifest_read(const char *folder, const char *manifest);

/* A manifest as it stands. */
struct manifest {
  GPtrArray *about; /* of char *: key, value, key, value, ... */
  GPtrArray *files; /* of struct known *, those elsewhere among them */
};

/* The manifest at PATH; NULL where there is none, or a line of it is of another form: *LINE is its number then, else 0. */
struct manifest *manifest_open(const char *path, guint *line);
/* The value of KEY; NULL where it has none. */
const char *manifest_about(const struct manifest *manifest, const char *key);
void manifest_free(struct manifest *manifest);
