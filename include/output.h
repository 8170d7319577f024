/* Files that are whole or not there: written in a staging folder, checked, then renamed. Every failure is stop_system with
   the path. */
#pragma once
#include <glib.h>

/* A private (0700) folder inside FOLDER, which is made where missing; both are removed again at any end of the program
   unless output_publish came first. The path is the caller's. */
char *output_stage(const char *folder);

/* Moves every file of STAGING into FOLDER, the manifest last, after all are safe on disk, and removes what an earlier run
   wrote and this one did not. Refuses, before anything is changed, names that are symbolic links or folders there. */
void output_publish(const char *staging, const char *folder);

/* A file of a folder and its SHA-256 in hexadecimal digits; "" where it is not known. */
struct known {
  const char *name, *sum;
};

/* Writes manifest-sha256.txt of all other files of FOLDER, in the form that sha256sum -c reads. Those that are not KNOWN are read
   and hashed. */
void output_manifest(const char *folder, const struct known *known, gsize count);

/* SHA-256 of a file in hexadecimal digits; the string is the caller's. */
char *output_sha256(const char *path);

/* A new file (0600) that no other file or link may stand in for. output_put may be called with any bytes. */
struct output;
struct output *output_open(const char *path);
/* Hashed while it is written. */
struct output *output_open_summed(const char *path);
void output_put(struct output *file, const void *bytes, gsize length);
void output_print(struct output *file, const char *text);
/* The SHA-256, the caller's string, of one that was opened so; else NULL. */
char *output_close(struct output *file);
/* The file TO, with the bytes of FROM. */
void output_copy(const char *from, const char *to);
