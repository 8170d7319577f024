/* A file on disk, every call checked: a failure is stop_system with the path. */
#pragma once
#include <glib.h>

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
/* SHA-256 of a file in hexadecimal digits; the string is the caller's. */
char *output_sha256(const char *path);

/* Ends the program with stop_system: WHAT failed on PATH, and why by errno. */
G_NORETURN void output_refuse(const char *path, const char *what);
