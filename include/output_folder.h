/* The files of a folder, all whole or none there: written in a staging folder, checked, then renamed. Every failure is
   stop_system with the path. */
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
